"""Goals as tables: one of all, or one for each theme."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.registered import Registered
from ingest.texts import Language, text
from ui.exports.sheet import CellValue, Sheet
from ui.goal_words import changes

COLUMNS = (
    "municipality", "year", "theme", "statement", "target_group", "value", "unit", "direction", "deadline",
    "baseline", "title", "source", "page", "section", "corrected",
)  # fmt: skip


def goal_sheet(found: Sequence[Registered], title: str, language: Language) -> Sheet:
    """Return goals as one table."""
    heads = tuple(text(f"goals.{name}", language) for name in COLUMNS)
    return Sheet(title, heads, tuple(_cells(each, language) for each in found))


def theme_sheets(found: Sequence[Registered], language: Language) -> tuple[Sheet, ...]:
    """Return a table for each theme, and one of the goals that have none."""
    themes = dict.fromkeys(theme for each in found for theme in each.goal.themes)
    sheets = [
        goal_sheet([each for each in found if theme in each.goal.themes], theme, language) for theme in themes
    ]
    if bare := [each for each in found if not each.goal.themes]:
        sheets.append(goal_sheet(bare, text("goals.no_theme", language), language))
    return tuple(sheets) or (goal_sheet((), text("goals.all_goals", language), language),)


def _cells(each: Registered, language: Language) -> tuple[CellValue, ...]:
    goal, aim, identity = each.goal, each.goal.target, each.plan.identity
    return (
        identity.municipality,
        identity.years,
        ", ".join(goal.themes),
        goal.statement,
        goal.target_group,
        aim.value,
        aim.unit,
        aim.direction.value if aim.direction else None,
        aim.deadline,
        aim.baseline,
        identity.title,
        each.plan.source,
        goal.page,
        goal.section,
        "; ".join(changes(each, language)) or None,
    )
