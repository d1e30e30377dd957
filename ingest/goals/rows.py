"""Tables of goals: a column of statements, or a column of numbers beside what they are the goals of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.danish.numbers import years
from ingest.goals.candidate import Candidate
from ingest.goals.wording import quotes_minister, tells_means
from ingest.plan import Block, Plan

_GOAL = re.compile(r"\b(?:\w*mål(?:sætning|tal)?|målet|target)\b", re.IGNORECASE)
_RESULT = re.compile(r"\b(?:resultat(?:et|er)?|opnået|realiseret|opfyldt)\b", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:frist|tidsfrist|deadline|senest|hvornår|tidshorisont)\b", re.IGNORECASE)
_BASELINE = re.compile(
    r"\b(?:status|nuværende|udgangspunkt|baseline|aktuel\w*|seneste"
    r"|i dag)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
_WORDS = re.compile(r"[^\W\d_]{4,}")


def row_candidates(plan: Plan, block: Block, path: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield the cell under a column of goals; where that is a bare number, the row is the statement."""
    cells = plan.text[block.start : block.end].split("\t")
    at = next((n for n, name in enumerate(block.columns) if _GOAL.search(name)), None)
    if at is None or at >= len(cells) or not _is_goal(plan, block, cells, at):
        return
    start = block.start + sum(len(cell) + 1 for cell in cells[:at])
    whole = not _WORDS.search(cells[at])
    span = (block.start, block.end) if whole else (start, start + len(cells[at]))
    yield Candidate(
        *span,
        plan.text[slice(*span)],
        block.kind,
        path,
        announced=True,
        labelled=True,
        baseline=_beside(block, cells, at) if whole else "",
        deadline=_cell(block, cells, _DEADLINE) or block.columns[at],
        measured=_said(block, cells, at) if whole else "",
    )


def _is_goal(plan: Plan, block: Block, cells: list[str], at: int) -> bool:
    column = block.columns[at]
    if tuple(cells) == block.columns or tells_means(column) or quotes_minister(column):
        return False
    named = years(column)
    past = (
        max(named) < (plan.identity.first_year or 0)
        if named
        else bool(_RESULT.search(" ".join(block.columns)))
    )
    return not past and any(character.isalnum() for character in cells[at])


def _said(block: Block, cells: list[str], at: int) -> str:
    """Say a row as a sentence would: its label, up or down from where it is, and the number."""
    named = re.search(r"\(([^()\d]+)\)", block.columns[at])
    goal, now = _figure(cells[at]), _figure(_baseline_cell(block, cells, at))
    verb = "" if goal is None or now is None else "skal nedbringes til" if goal < now else "skal øges til"
    return f"{cells[0]} {verb} {cells[at]} {named[1] if named else ''}".strip()


def _beside(block: Block, cells: list[str], at: int) -> str:
    """Return where it is now, with the heading that says when."""
    cell = _baseline_cell(block, cells, at)
    name = next((name for name, each in zip(block.columns, cells, strict=False) if each == cell), "")
    return f"{cell} ({name})" if cell else ""


def _baseline_cell(block: Block, cells: list[str], at: int) -> str:
    """Return the cell that says where it is now: by its heading, or by an earlier year than the goal's."""
    if said := _cell(block, cells, _BASELINE):
        return said
    due = max(years(block.columns[at]), default=0)
    earlier = [
        n for n, name in enumerate(block.columns[: len(cells)]) if n and 0 < max(years(name), default=0) < due
    ]
    return cells[earlier[-1]] if earlier else ""


def _cell(block: Block, cells: list[str], heading: re.Pattern[str]) -> str:
    pairs = zip(block.columns, cells, strict=False)
    return next((cell for name, cell in pairs if heading.search(name)), "")


def _figure(cell: str) -> float | None:
    found = _FIGURE.search(cell)
    return float(found[0].replace(".", "").replace(",", ".")) if found else None
