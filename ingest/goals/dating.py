"""When goals are to be reached, where the statement itself names no year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.danish.numbers import years
from ingest.goals.goal import Goal, Target
from ingest.goals.wording import announces_goals, quotes_minister
from ingest.plan import BlockKind, Plan

SHORT = 2
"""Years that a plan lasts at most where what is compared with the year before is meant for its first year."""
CAPTION = 80
"""Characters up to which a line without a full stop names what stands below it."""
_APPLY = re.compile(
    r"mål\w*\b[^.\n]{0,60}\b(?:skal (?:opnås|nås|indfries)|gælder|skal være (?:opnået"
    r"|nået))\b[^.\n]{0,40}\b(?P<year>20\d\d)"
)


_CAPTIONS = (BlockKind.HEADING, BlockKind.PARAGRAPH)


def dated(plan: Plan, goal: Goal, path: Sequence[str]) -> Goal:
    """Give a goal that names no year the one that its heading or the plan names for all of them."""
    deadline = (
        goal.target.deadline
        or _heading_year(plan, path)
        or _due(plan)
        or _captioned(plan)
        or _next_year(plan, goal.target)
    )
    return replace(goal, target=replace(goal.target, deadline=deadline))


def _heading_year(plan: Plan, path: Sequence[str]) -> str | None:
    """Return the year that the heading over the goals is for: "Mål for 2024"."""
    first = plan.identity.first_year or 0
    for words in reversed(path):
        if _names_goals(words) and (found := [year for year in years(words) if year >= first]):
            return str(max(found))
    return None


def _names_goals(words: str) -> bool:
    return not quotes_minister(words) and (
        announces_goals(words) or bool(re.search(r"\bmål\b", words, re.IGNORECASE))
    )


def _next_year(plan: Plan, aim: Target) -> str | None:
    """A goal compared with the year before a short plan begins is for the plan's first year."""
    first, last = plan.identity.first_year, plan.identity.last_year
    short = first is not None and (last or first) - first < SHORT
    return str(first) if first and short and aim.baseline == str(first - 1) else None


def _due(plan: Plan) -> str | None:
    """Return the year for which the plan says that all its goals are."""
    match = _APPLY.search(plan.text)
    return match["year"] if match else None


def _captioned(plan: Plan) -> str | None:
    """Return the year of a plan for one year, where a line says so: "Resultatmål for 2024:"."""
    year = plan.identity.first_year
    if year is None or year != plan.identity.last_year:
        return None
    blocks = (block for block in plan.document.blocks if block.kind in _CAPTIONS)
    lines = (plan.text[block.start : block.end] for block in blocks)
    named = any(len(line) < CAPTION and years(line) == [year] and announces_goals(line) for line in lines)
    return str(year) if named else None
