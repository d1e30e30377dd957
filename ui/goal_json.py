"""Goals and comparisons as the JSON that other programs rely on."""

from __future__ import annotations

from assistant.comparison import Cell, Comparison
from assistant.registered import Registered
from ui.answer_json import citation_json


def goal_json(each: Registered, theme: str | None = None) -> dict[str, object]:
    """Return a goal in the form of ``plansvar goals --json``, under the theme asked for or its own."""
    goal, aim = each.goal, each.goal.target
    return {
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


def comparison_json(comparison: Comparison) -> dict[str, object]:
    """Return a comparison in the fixed form of ``plansvar compare --json``; a question is its row's label."""
    return {
        "theme": comparison.theme,
        "municipalities": list(comparison.municipalities),
        "rows": [
            {"label": row.label, "cells": {c.municipality: _cell(c) for c in row.cells}}
            for row in comparison.rows
        ],
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "state": cell.state.value,
        "text": cell.text,
        "value": cell.target.value,
        "unit": cell.target.unit,
        "deadline": cell.target.deadline,
        "citation": citation_json(cell.citation) if cell.citation else None,
    }
