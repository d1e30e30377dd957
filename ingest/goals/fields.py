"""The named fields that some plans give each goal: "Udgangspunkt: 74 pct.", "Måltal: 80 pct. i 2027"."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.danish.numbers import numbers
from ingest.goals.candidate import Candidate
from ingest.goals.wording import FIELD, LABEL
from ingest.plan import Block, Plan

_FIELDS = {
    "udgangspunkt": "baseline", "baseline": "baseline", "nuværende niveau": "baseline", "frist": "deadline",
    "tidsfrist": "deadline", "deadline": "deadline", "tidshorisont": "deadline",
}  # fmt: skip
"""Which of our fields a field that a plan names is."""
_NUMBER = re.compile(
    r"(?:[•▪■➢►✓·o*–-]\s+)?(?:Måltal|Mål|Succeskriterium)(?:\s\d{4})?:\s+"
    r"(?P<number>(?:(?:mindst|højst|maks\.|min\.|under|over|ca\.)\s+)?\d[^.]{0,40}(?:(?:pct|kr)\.[^.]{0,20})?)\.?",
    re.IGNORECASE,
)
LONGEST = 400
"""Characters between a goal and its number up to which the number is taken to be its own."""


def fields(text: str, start: int, end: int) -> tuple[tuple[int, int], dict[str, str]]:
    """Cut a block at its named fields ("Udgangspunkt: ..."); the first part is the statement."""
    marks = list(FIELD.finditer(text, start, end))
    found: dict[str, str] = {}
    for n, mark in enumerate(marks):
        stop = marks[n + 1].start() if n + 1 < len(marks) else end
        if name := _FIELDS.get(mark["name"].lower()):
            found[name] = text[mark.end() : stop].strip()
    return (start, marks[0].start() if marks else end), found


def with_number(plan: Plan, goal: Candidate, block: Block) -> Candidate | None:
    """Return a goal that names no number with the one that a field below it gives; it ends with the field."""
    text = plan.text[block.start : block.end]
    match = _NUMBER.fullmatch(text)
    near = block.end - goal.start <= LONGEST and plan.document.page_at(goal.start) == plan.document.page_at(
        block.start
    )
    if match is None or not near or goal.measured or numbers(goal.text):
        return None
    whole = plan.text[goal.start : block.end]
    return replace(goal, end=block.end, text=whole, measured=f"{goal.text.rstrip('.')} {match['number']}")


def with_fields(goal: Candidate, text: str) -> Candidate:
    """Return a goal with the baseline and the deadline that a field on a line of its own gives."""
    if not FIELD.match(text) or LABEL.match(text):
        return goal
    said = fields(text, 0, len(text))[1]
    return replace(
        goal,
        baseline=goal.baseline or said.get("baseline", ""),
        deadline=goal.deadline or said.get("deadline", ""),
    )
