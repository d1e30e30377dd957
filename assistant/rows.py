"""Telling a table row: the cells asked for, each with its column, its unit and what it is a number of."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.units import Unit
from ingest.danish.numbers import years
from ingest.danish.stems import terms

CAPTION = 120
"""Characters up to which the words above a table are told as its caption."""
_NUMBER = re.compile(r"[-+–]?\d[\d.,\s]*(?P<unit>pct\.?|%)?")
_UNIT = re.compile(
    r"\s*\((?P<unit>(?:pct|procent|%|mio|mia|kr|ton|timer|uger|dage|måneder|km)[^()\d]{0,12})\)\s*$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:\b\d\.\s?(?:kvartal|kvt\.?|halvår)\s+|\b(?:ultimo|primo|udgangen af)\s+(?:\w+\s+)?"
    r"|\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\.?\s+)?\b(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?",
    re.IGNORECASE,
)
_TELLING = re.compile(r"\d|\w\W+\w")
"""A heading of several words, or a year: one word may stand in any question."""
_ORDINAL = re.compile(r"(?:nr|nummer|#)?\.?", re.IGNORECASE)


class Measure(StrEnum):
    """What kind of number a column holds."""

    COUNT = "count"
    SHARE = "share"
    CHANGE = "change"


class Place(StrEnum):
    """Whose numbers a column holds, where they are not the municipality's own."""

    OWN = "own"
    REGION = "region"
    COUNTRY = "country"


_MEASURED = {
    Measure.CHANGE: re.compile(r"\b(?:udvik|ændr|vækst|stigning|fald\b)", re.IGNORECASE),
    Measure.SHARE: re.compile(r"andel|\bpct\b|procent|%", re.IGNORECASE),
    Measure.COUNT: re.compile(r"\b(?:antal|fuldtids|helårs|personer|borgere)", re.IGNORECASE),
}
_ASKED = {
    Measure.CHANGE: re.compile(
        r"\b(?:udvik|ændr|vækst|steget|stiger|steg\b|faldet|falder|faldt|vokset)", re.IGNORECASE
    ),
    Measure.SHARE: re.compile(r"andel|\bpct\b|procent|%|\bhvor stor(?: en)? (?:\w+ )?del\b", re.IGNORECASE),
    Measure.COUNT: re.compile(r"\b(?:hvor mange|antal)", re.IGNORECASE),
}
_PLACES = {
    Place.COUNTRY: re.compile(
        r"\b(?:hele landet|lands\w+|på landsplan|nationalt|danmark\w*)\b", re.IGNORECASE
    ),
    Place.REGION: re.compile(r"\b(?:region\w*|RAR)\b", re.IGNORECASE),
}
_BOTH = re.compile(
    r"\b(?:og|ift\.?|i forhold til|sammenlign\w*|mod|modsat|kontra|over for|end|både|forskel\w*)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:nu|i dag|idag|aktuelt?|seneste?|nyeste)\b", re.IGNORECASE)
_GUESS = re.compile(r"\b(?:skøn|prognose|forvent\w*|mål|plan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row and the heading of its column."""

    text: str
    heading: str

    @property
    def measure(self) -> Measure | None:
        """Return what kind of number it is, by its heading or its own unit."""
        named = next((m for m, cue in _MEASURED.items() if cue.search(self.heading)), None)
        number = _NUMBER.fullmatch(self.text)
        return named or (Measure.SHARE if number and number["unit"] else None)

    @property
    def place(self) -> Place:
        """Return whose number it is."""
        return next((place for place, cue in _PLACES.items() if cue.search(self.heading)), Place.OWN)

    @property
    def bare(self) -> bool:
        """Say whether it is a number alone."""
        return bool(_NUMBER.fullmatch(self.text))


def told_row(unit: Unit, asked: Collection[str], question: str = "") -> str:
    """Tell a table row by its headings: "Sygedagpenge: 738 (antal fuldtidspersoner, 2. kvartal 2023)".

    ``asked`` holds the stems of the question, ``question`` its words; they choose the columns.
    """
    label, *texts = (part.strip() for part in unit.text.split("\t"))
    cells = [Cell(t, h.strip()) for t, h in zip(texts, unit.columns[1:], strict=False) if t]
    if not cells:
        return " ".join(unit.text.split())
    corner, between = unit.columns[0].strip(), ": "
    if _is_number_of_row(label, corner, cells[0]):
        first, *rest = cells
        between = "; "
        label, cells = f"{first.text} ({first.heading} {label.rstrip('.')})", rest
    named = _named_in_full(cells, question)
    kept = named or _asked_for(cells, label, asked, question)
    # A column that is asked for by its whole name is told by it.
    told = [_told(cell, corner, unit, whole=bool(named)) for cell in kept]
    return f"{label}{between}{'; '.join(told)}" if told else label


def _is_number_of_row(label: str, corner: str, first: Cell) -> bool:
    return bool(re.fullmatch(r"\d{1,3}\.?", label)) and bool(_ORDINAL.fullmatch(corner)) and not first.bare


def _asked_for(cells: Sequence[Cell], label: str, asked: Collection[str], question: str) -> list[Cell]:
    """Return the cells that fit the question best, in the order of the table; all where none fits better."""
    rest = set(asked) - set(terms(label))
    fits = [
        _measured(cell, cells, question)
        + _dated(cell, cells, question)
        + sum(stem in rest for stem in terms(_without_facets(cell.heading)))
        for cell in cells
    ]
    if not any(fits) and not any(cue.search(question) for cue in _PLACES.values()):
        return list(cells)
    scores = [fit + _placed(cell, question) for cell, fit in zip(cells, fits, strict=True)]
    best = max(scores, default=0)
    return [cell for cell, score in zip(cells, scores, strict=True) if score == best]


def _named_in_full(cells: Sequence[Cell], question: str) -> list[Cell]:
    """Return the cells whose whole heading stands in the question, the longest where one holds another."""
    said = " ".join(question.lower().split())
    found = [
        c
        for c in cells
        if _TELLING.search(c.heading) and re.search(rf"(?<!\w){re.escape(c.heading.lower())}(?!\w)", said)
    ]
    return [c for c in found if not any(c.heading in o.heading and c.heading != o.heading for o in found)]


def _without_facets(heading: str) -> str:
    for cue in (*_MEASURED.values(), *_PLACES.values()):
        heading = cue.sub(" ", heading)
    return heading


def _measured(cell: Cell, cells: Sequence[Cell], question: str) -> int:
    asked = {measure for measure, cue in _ASKED.items() if cue.search(question)}
    there = {other.measure for other in cells}
    # "Hvor mange procent" asks for a share, "udviklingen i andelen" for a change.
    cued = [m for m in (Measure.CHANGE, Measure.SHARE, Measure.COUNT) if m in asked]
    sought = next((m for m in cued if m in there), cued[-1] if cued and None in there else None)
    if sought is None or cell.measure is None:
        return 0
    return 2 if cell.measure is sought else -2


def _placed(cell: Cell, question: str) -> int:
    asked = {place for place, cue in _PLACES.items() if cue.search(question)}
    if cell.place is Place.OWN:
        return -1 if asked and not _BOTH.search(question) else 0
    return 0 if cell.place in asked else -1


def _dated(cell: Cell, cells: Sequence[Cell], question: str) -> int:
    own, asked = set(years(cell.heading)), set(years(question))
    if not own:
        return 0
    if asked:
        return 1 if own & asked else -2
    if _NOW.search(question):
        known = [year for other in cells if not _GUESS.search(other.heading) for year in years(other.heading)]
        return 1 if known and max(known) in own and not _GUESS.search(cell.heading) else -1
    return 0


def _told(cell: Cell, corner: str, unit: Unit, *, whole: bool) -> str:
    """Tell a cell: "2,6 pct. (andel i hele landet, 2023)"; a bare number gets the unit its table tells."""
    if not cell.bare:
        return f"{cell.text} ({cell.heading})" if cell.heading else cell.text
    heading, own = (cell.heading, "") if whole else _split_unit(cell.heading)
    _, common = _split_unit(corner)
    counted = cell.measure in (None, Measure.SHARE) and not whole
    measured = own or (common if counted else "")
    text = f"{cell.text} {measured}" if measured and cell.text[-1].isdigit() else cell.text
    around = [heading, *_context(cell, corner, unit, known=whole or bool(measured))]
    said = ", ".join(part for part in around if part)
    return f"{text} ({said})" if said else text


def _context(cell: Cell, corner: str, unit: Unit, *, known: bool) -> list[str]:
    """Return what a bare number also needs: what the table counts, and the time it was counted."""
    caption = _caption(unit)
    if cell.measure is None and not known and any(cue.search(caption) for cue in _MEASURED.values()):
        return [caption]
    if _PERIOD.search(cell.heading):
        return []
    for words in (corner, caption):
        found = {match.group().strip() for match in _PERIOD.finditer(words)}
        if len(found) == 1:
            return [found.pop()]
    return []


def _caption(unit: Unit) -> str:
    """Return the words above a table where they are its caption, and no sentence of the text."""
    lead = unit.lead.strip()
    headed = bool(unit.path) and lead == unit.path[-1]
    if len(lead) > CAPTION or (not headed and lead.endswith((".", "!", "?"))):
        return ""
    return lead.rstrip(":")


def _split_unit(heading: str) -> tuple[str, str]:
    """Part "Budget 2023 (mio. kr.)" in what is counted and its unit."""
    found = _UNIT.search(heading) or _UNIT.fullmatch(f"({heading})")
    if found and found.string != heading:
        return "", heading.lower()
    return (heading[: found.start()], found["unit"]) if found else (heading, "")
