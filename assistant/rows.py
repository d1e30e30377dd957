"""Telling a table row: the cells asked for, each with its column, its unit and what it is a number of."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.columns import asked_by_name, cells_asked
from assistant.table_cells import Cell, Measure, cells_of, measure_named
from assistant.units import Unit

CAPTION = 120
"""Characters up to which the words above a table are told as its caption."""
_UNIT = re.compile(
    r"\s*\((?P<unit>(?:pct|procent|%|mio|mia|kr|ton|timer|uger|dage|måneder|km)[^()\d]{0,12})\)\s*$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:\b\d\.\s?(?:kvartal|kvt\.?|halvår)\s+|\b(?:ultimo|primo|udgangen af)\s+(?:\w+\s+)?"
    r"|\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\.?\s+)?\b(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:nr|nummer|#)?\.?", re.IGNORECASE)


def told_row(unit: Unit, asked: Collection[str], question: str = "") -> str:
    """Tell a table row by its headings: "Sygedagpenge: 738 (antal fuldtidspersoner, 2. kvartal 2023)".

    ``asked`` holds the stems of the question, ``question`` its words; they choose the columns.
    """
    label, cells = unit.text.split("\t")[0].strip(), cells_of(unit)
    if not cells:
        return " ".join(unit.text.split())
    corner, between = unit.columns[0].strip(), ": "
    if _is_number_of_row(label, corner, cells[0]):
        first, *rest = cells
        between = "; "
        label, cells = f"{first.text} ({first.heading} {label.rstrip('.')})", rest
    named = asked_by_name(cells, question)
    kept = cells_asked(cells, label, asked, question)
    # A column that is asked for by its whole name is told by it.
    told = [_told(cell, corner, unit, whole=cell in named) for cell in kept]
    return f"{label}{between}{'; '.join(told)}" if told else label


def _is_number_of_row(label: str, corner: str, first: Cell) -> bool:
    return bool(re.fullmatch(r"\d{1,3}\.?", label)) and bool(_ORDINAL.fullmatch(corner)) and not first.bare


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
    if cell.measure is None and not known and measure_named(caption):
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
