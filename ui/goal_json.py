"""Goals and comparisons as the JSON that other programs rely on."""

from __future__ import annotations

from assistant.cells import Cell, Comparison
from assistant.registered import Registered
from ingest.goals.corrections import Reading
from ingest.goals.goal import Goal
from ui.answer_json import citation_json


def goal_json(each: Registered, theme: str | None = None) -> dict[str, object]:
    """Return a goal in the form of ``plansvar goals --json``, under the theme asked for or its own.

    One that a person has corrected has one key more: what was read before, of the fields that were changed.
    """
    goal, aim = each.goal, each.goal.target
    fixed: dict[str, object] = {
        "plan": each.plan.id,
        "source": each.plan.source,
        "municipality": each.plan.identity.municipality,
        "year": each.plan.identity.first_year,
        "theme": theme or next(iter(goal.themes), None),
        "statement": goal.statement,
        "target_group": goal.target_group,
        "value": aim.value,
        "unit": aim.unit,
        "direction": aim.direction.value if aim.direction else None,
        "deadline": aim.deadline,
        "baseline": aim.baseline,
        "page": goal.page,
        "section": goal.section,
        "start": goal.start,
        "end": goal.end,
    }
    return fixed if each.original is None else {**fixed, "corrected": _read_before(each.goal, each.original)}


def _read_before(goal: Goal, original: Goal) -> dict[str, object]:
    before = Reading.of(original)
    changed = Reading.of(goal).differs(before)
    values = {name: getattr(before, name) for name in changed if name != "themes"}
    return values | ({"theme": next(iter(before.themes), None)} if "themes" in changed else {})


def comparison_json(comparison: Comparison) -> dict[str, object]:
    """Return a comparison in the fixed form of ``plansvar compare --json``; a question is its row's label.

    A cell with a goal that a person has corrected has one key more.
    """
    return {
        "theme": comparison.theme,
        "municipalities": list(comparison.municipalities),
        "rows": [
            {"label": row.label, "cells": {c.municipality: _cell(c) for c in row.cells}}
            for row in comparison.rows
        ],
    }


def timeline_json(comparison: Comparison) -> dict[str, object]:
    """Return a timeline: the plan years are its columns, and each row says what changed between them."""
    return {
        "theme": comparison.theme,
        "municipality": comparison.timeline,
        "editions": list(comparison.municipalities),
        "rows": [
            {
                "label": row.label,
                "cells": {c.municipality: _cell(c) for c in row.cells},
                "changes": [
                    {
                        "kind": each.kind,
                        "text": each.words,
                        "cells": [row.cells[n].municipality for n in each.cells],
                    }
                    for each in row.differences
                ],
            }
            for row in comparison.rows
        ],
    }


def _cell(cell: Cell) -> dict[str, object]:
    fixed: dict[str, object] = {
        "state": cell.state.value,
        "text": cell.text,
        "value": cell.target.value,
        "unit": cell.target.unit,
        "deadline": cell.target.deadline,
        "citation": citation_json(cell.citation) if cell.citation else None,
    }
    return {**fixed, "corrected": True} if cell.corrected else fixed
