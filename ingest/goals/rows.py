"""Tables of goals: a column of statements, or of numbers beside what they are the goals of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.danish.numbers import LONGEST, years
from ingest.goals.candidate import Candidate
from ingest.goals.wording import announces_goals, is_forecast, quotes_minister, tells_means
from ingest.plan import Block, Plan

_GOAL = re.compile(r"\b(?:\w*mål(?:sætning|tal)?|målet|target)\b", re.IGNORECASE)
_RESULT = re.compile(r"\b(?:resultat(?:et|er)?|opnået|realiseret|opfyldt)\b", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:frist|tidsfrist|deadline|senest|hvornår|tidshorisont)\b", re.IGNORECASE)
_BASELINE = re.compile(
    r"\b(?:status|nuværende|udgangspunkt|baseline|aktuel\w*|seneste"
    r"|i dag)\b",
    re.IGNORECASE,
)
_INDICATOR = re.compile(r"\b(?:indikator\w*|målepunkt\w*|måles\w*|måling|nøgletal)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:nr|nummer)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
_FIGURE_CELL = re.compile(
    r"(?:[<>≤≥]|mindst|højst|maks\.|min\.|under|over|ca\.)?\s*\d[\d.,]*\s?(?:%|[^\W\d]+\.?)?(?:\s[^\W\d]+\.?)?"
    r"(?:\s\([^()]*\))?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{4,}")
_BRACKET = re.compile(
    r"\s*\((?P<unit>[^()\d]+)\)|,?\s+i\s+(?P<last>pct\.|procent|%|kr\.|ton|timer|dage|uger)$"
)
_COUNTED = re.compile(r"(?:[A-ZÆØÅ]?\w+(?:ige|ske|ede|ende|iske) )?(?P<noun>\w{3,}(?:er|e))(?= |$)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row under its headings: ``said`` is the cell that says the goal, ``due`` the one with its number."""

    cells: tuple[str, ...]
    columns: tuple[str, ...]
    said: int | None
    due: int | None
    first_year: int

    def cell(self, heading: re.Pattern[str]) -> str:
        """Return the cell under the first heading that fits."""
        pairs = zip(self.columns, self.cells, strict=False)
        return next((cell for name, cell in pairs if heading.search(name)), "")

    @property
    def label(self) -> str:
        """Return what the number counts: the indicator, the goal's words, or the first words of the row."""
        named = "" if self.said is None else self.cell(_INDICATOR) or self.cells[self.said]
        return named or next((cell for cell in self.cells if _WORDS.search(cell)), "")


def row_candidates(plan: Plan, block: Block, path: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield the cell under a column of goals, or the row where the goal's number has a column of its own."""
    row = _read(plan, block, path)
    if row is None:
        return
    ends, start = [], block.start
    for cell in row.cells:
        ends.append((start, start + len(cell)))
        start += len(cell) + 1
    if row.due is None:
        span = ends[row.said or 0]
    else:
        span = (block.start if row.said is None else ends[min(row.said, row.due)][0], block.end)
    yield Candidate(
        *span,
        plan.text[slice(*span)],
        block.kind,
        path,
        announced=True,
        labelled=True,
        baseline="" if row.due is None else _beside(row),
        deadline=row.cell(_DEADLINE) or row.columns[row.said or 0 if row.due is None else row.due],
        number=row.cell(_NUMBER).strip().lower(),
        measured="" if row.due is None else _said(row),
    )


def _read(plan: Plan, block: Block, path: tuple[str, ...]) -> _Row | None:
    cells = tuple(plan.text[block.start : block.end].split("\t"))
    columns = block.columns[: len(cells)]
    if cells == block.columns or not columns or _is_status(plan, path):
        return None
    first = plan.identity.first_year or 0
    goals = [n for n, name in enumerate(columns) if _GOAL.search(name) and not _is_past(columns, name, first)]
    said = next((n for n in goals if _WORDS.search(cells[n]) and not _FIGURE_CELL.fullmatch(cells[n])), None)
    due = [n for n in goals if n != said and _FIGURE_CELL.fullmatch(cells[n])]
    if not due and (said is not None or (path and announces_goals(path[-1]))):
        due = _last_year(cells, columns, first)
    if said is None and not due:
        return None
    return _Row(cells, columns, said, due[-1] if due else None, first)


def _is_status(plan: Plan, path: tuple[str, ...]) -> bool:
    """Say whether a table stands under a heading that tells how things were: "Udledningen i 2020"."""
    named = years(path[-1]) if path else []
    return bool(named) and max(named) < (plan.identity.first_year or 0) and not announces_goals(path[-1])


def _is_past(columns: tuple[str, ...], name: str, first: int) -> bool:
    if tells_means(name) or quotes_minister(name):
        return True
    named = years(name)
    return max(named) < first if named else bool(_RESULT.search(" ".join(columns)))


def _last_year(cells: tuple[str, ...], columns: tuple[str, ...], first: int) -> list[int]:
    """Return the column of the last year of several, where it is still to come when the plan begins."""
    dated = {n: max(years(name)) for n, name in enumerate(columns) if years(name) and not is_forecast(name)}
    last = max(dated, key=lambda n: dated[n], default=None)
    if last is None or len(dated) < 2 or dated[last] < max(first, min(dated.values()) + 1):
        return []
    return [last] if _FIGURE_CELL.fullmatch(cells[last]) else []


def _said(row: _Row) -> str:
    """Say a row as a sentence would: what it counts, up or down from where it is, and the number."""
    cell = row.cells[row.due or 0]
    named = re.search(r"\(([^()\d]+)\)", row.columns[row.due or 0])
    unit, label = _BRACKET.search(row.label), _BRACKET.sub("", row.label)
    written = named[1] if named else "" if unit is None else unit["unit"] or unit["last"]
    if not written and re.fullmatch(r"[\d.,]+", cell) and (counted := _COUNTED.match(label)):
        written = counted["noun"].lower()
    goal, now = _figure(cell), _figure(_baseline_cell(row))
    verb = (
        ""
        if goal is None or now is None or goal == now
        else "skal nedbringes til"
        if goal < now
        else "skal øges til"
    )
    return f"{label} {verb} {cell} {written}".strip()


def _beside(row: _Row) -> str:
    """Return where it is now, with the heading that says when."""
    cell = _baseline_cell(row)
    name = next((name for name, each in zip(row.columns, row.cells, strict=False) if each == cell), "")
    return f"{cell} ({name})" if cell and not re.search(r"\((?:\D*)\d{4}\)", cell) else cell


def _baseline_cell(row: _Row) -> str:
    """Return the cell that says where it is now: by its heading, or by an earlier year than the goal's."""
    if said := row.cell(_BASELINE):
        return said
    due = max(years(row.columns[row.due or 0]), default=0)
    pairs = [(max(years(name), default=0), n) for n, name in enumerate(row.columns) if n]
    earlier = [(year, n) for year, n in pairs if 0 < year < due and _figure(row.cells[n]) is not None]
    past = [pair for pair in earlier if pair[0] < row.first_year] or earlier[:1]
    return row.cells[max(past)[1]] if past else ""


def _figure(cell: str) -> float | None:
    found = _FIGURE.search(cell)
    known = found if found and len(found[0]) <= LONGEST else None
    return float(known[0].replace(".", "").replace(",", ".")) if known else None
