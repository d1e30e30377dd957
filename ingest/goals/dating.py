"""When goals are to be reached, where the statement itself names no year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.danish.numbers import years
from ingest.goals.goal import Goal, Target
from ingest.goals.wording import announces_goals, quotes_minister
from ingest.plan import Plan

_APPLY = re.compile(
    r"mål\w*\b[^.\n]{0,60}\b(?:skal (?:opnås|nås|indfries)|gælder|skal være (?:opnået"
    r"|nået))\b[^.\n]{0,40}\b(?P<year>20\d\d)"
)


def dated(plan: Plan, goal: Goal, path: Sequence[str]) -> Goal:
    """Give a goal that names no year the one that its heading or the plan names for all of them."""
    deadline = (
        goal.target.deadline or _heading_year(plan, path) or _due(plan) or _next_year(plan, goal.target)
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
    """A goal compared with the year before the plan begins is for the plan's first year."""
    first = plan.identity.first_year
    return str(first) if first and aim.baseline == str(first - 1) else None


def _due(plan: Plan) -> str | None:
    """Return the year for which the plan says that all its goals are."""
    match = _APPLY.search(plan.text)
    return match["year"] if match else None
