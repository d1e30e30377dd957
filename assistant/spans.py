"""From the chosen units to the spans that are quoted: whole lists, headings with what follows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.asked import AnswerKind
from assistant.units import Unit
from ingest.danish.stems import terms
from ingest.plan import BlockKind

LONGEST_LIST = 900
"""Characters of a list that is given whole."""
LONGEST_SERIES = 2_000
SAME = 40
"""Characters by which two units of a series are told to be one that stands twice."""
POINTED = (AnswerKind.NUMBER, AnswerKind.DATE, AnswerKind.NAME, AnswerKind.PERSON)
"""Kinds of answers that one sentence gives: what it introduces is not needed."""
SHORT = 150
"""Characters under which a sentence may need the one after it."""
_REFERS = re.compile(r"(?:Det|Den|De|Her|Der|Derfor|Dette|Disse|Han|Hun|Målet|Formålet)\b")
_LEANS = re.compile(
    r"(?:Det (?:er|sker|svarer|gælder|betyder|skal)|Den|Dette|Disse|Derfor|Her|Han|Hun|De er"
    r"|(?:Hold|Forløb|Tilbud|Projekt|Hus)et (?:hedder|er|varer|ligger)|Indsatsen|Ordningen|Puljen)\b"
)
_BULLET = re.compile(r"^\s*(?:[•●▪◦‣➢➤►–—*·o-]|\(?[a-zA-Z0-9]{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Span:
    """``plan.text[start:end]``, on one page, and how it is told in an answer."""

    plan: str
    start: int
    end: int
    told: str


def spans(unit: Unit, kind: AnswerKind, asked: Collection[str], units: Sequence[Unit]) -> list[Span]:
    """Return what to quote for a chosen unit: itself, its whole list, or what stands under it.

    ``asked`` holds the stems of the question; they choose the cells of a row that are told.
    """
    index = units.index(unit)
    if kind is AnswerKind.LIST and unit.series and unit.series <= set(asked):
        return [_span(other, asked) for other in _series(unit, units)]
    opens = unit.kind is BlockKind.HEADING or unit.text.endswith(":") or kind is AnswerKind.LIST
    if unit.introduces and opens and (unit.kind is BlockKind.HEADING or kind not in POINTED):
        below = _below(index, units)
        if below:
            return _told_list(unit, below, asked)
    if unit.group >= 0 and unit.kind is BlockKind.ITEM and kind is AnswerKind.LIST:
        items = [other for other in units if other.group == unit.group]
        if sum(len(item.text) for item in items) <= LONGEST_LIST:
            return [_span(item, asked) for item in items]
    if _leans(unit, units, index):
        return [_span(units[index - 1], asked), _span(unit, asked)]
    following = units[index + 1] if index + 1 < len(units) else None
    if following and following.before == unit.text and _continues(unit, following, kind):
        return [_span(unit, asked), _span(following, asked)]
    return [_span(unit, asked)]


def _continues(unit: Unit, following: Unit, kind: AnswerKind) -> bool:
    """Say whether the sentence after a chosen one is needed to make it an answer."""
    if kind is AnswerKind.WHY:
        return True
    if kind is AnswerKind.LIST:
        return unit.text.count(",") < 2
    return kind not in POINTED and len(unit.text) < SHORT and bool(_REFERS.match(following.text))


def _leans(unit: Unit, units: Sequence[Unit], index: int) -> bool:
    """Say whether a sentence makes no sense without the one before it."""
    before = units[index - 1] if index else None
    return bool(
        before and unit.before == before.text and before.kind is unit.kind and _LEANS.match(unit.text)
    )


def plain(text: str) -> str:
    """Return text on one line, without its bullet."""
    return " ".join(_BULLET.sub("", text).split())


def _series(unit: Unit, units: Sequence[Unit]) -> list[Unit]:
    """Return the units with the same label, each the first time it stands in the plan."""
    first: dict[str, Unit] = {}
    for other in units:
        if other.series == unit.series:
            first.setdefault(" ".join(other.text.lower().split())[:SAME], other)
    kept: list[Unit] = []
    for other in first.values():
        if sum(len(k.text) for k in kept) + len(other.text) > LONGEST_SERIES:
            break
        kept.append(other)
    return kept


def _below(index: int, units: Sequence[Unit]) -> list[Unit]:
    """Return what a heading or a lead-in introduces: the list, or the first sentences."""
    following = units[index + 1 : index + 40]
    if not following or following[0].kind is BlockKind.HEADING:
        return []
    if following[0].group >= 0:
        return [unit for unit in following if unit.group == following[0].group]
    return [unit for unit in following[:2] if unit.kind is not BlockKind.HEADING]


def _told_list(lead: Unit, below: Sequence[Unit], asked: Collection[str]) -> list[Span]:
    kept: list[Unit] = []
    for unit in below:
        if sum(len(k.text) for k in kept) + len(unit.text) > LONGEST_LIST:
            break
        kept.append(unit)
    return [_span(lead, asked), *(_span(unit, asked) for unit in kept)]


def _span(unit: Unit, asked: Collection[str]) -> Span:
    told = _row(unit, asked) if unit.kind is BlockKind.ROW and unit.columns else plain(unit.text)
    return Span(unit.plan, unit.start, unit.end, told)


def _row(unit: Unit, asked: Collection[str]) -> str:
    """Tell a table row by its column headings: "Sygedagpenge: 738 (antal fuldtidspersoner)"."""
    label, *cells = unit.text.split("\t")
    named = [(c, h) for c, h in zip(cells, unit.columns[1:], strict=False) if c.strip()]
    fits = [sum(stem in asked for stem in terms(heading)) for _, heading in named]
    best = max(fits, default=0)
    kept = [entry for entry, fit in zip(named, fits, strict=True) if fit == best]
    told = "; ".join(
        f"{cell.strip()} ({heading.strip()})" if heading else cell.strip() for cell, heading in kept
    )
    return f"{label.strip()}: {told}" if told else plain(unit.text)
