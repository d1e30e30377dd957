"""What a page's layout puts on every page: running headers and footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.reading.line import Line, Sheet

EDGE = 3
"""Lines from the top and from the bottom among which headers and footers stand."""
LEAST_PAGES = 3
"""Pages that must carry the same line before it is a running one."""
_PAGE_NUMBER = re.compile(
    r"(?:side|s\.|page|p\.)?\s*[-–|]?\s*\d{1,4}\s*(?:(?:/|af|of|ud af)\s*\d{1,4})?\s*[-–|]?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the pages without their running lines and page numbers."""
    seen = Counter(key for sheet in sheets for key in {_key(line) for line in _edge(sheet)})
    least = max(LEAST_PAGES, round(0.4 * sum(bool(sheet.lines) for sheet in sheets)))
    running = {key for key, count in seen.items() if count >= least}
    return [_stripped(sheet, running) for sheet in sheets]


def _stripped(sheet: Sheet, running: set[tuple[str, int, float]]) -> Sheet:
    edge = set(_edge(sheet))
    outer = {*sheet.lines[:1], *sheet.lines[-1:], *(line for line in edge if _key(line) in running)}
    kept = tuple(
        line
        for line in sheet.lines
        if not (line in edge and _key(line) in running) and not (line in outer and _is_page_number(line, sheet))
    )
    if kept == sheet.lines:
        return sheet
    # What is left at the edge may be a page number that stood inside a header.
    return _stripped(replace(sheet, lines=kept), running)


def _edge(sheet: Sheet) -> tuple[Line, ...]:
    if sheet.height:
        return tuple(line for line in sheet.lines if not 0.09 * sheet.height < line.y < 0.91 * sheet.height)
    return tuple(dict.fromkeys((*sheet.lines[:EDGE], *sheet.lines[-EDGE:])))


def _key(line: Line) -> tuple[str, int, float]:
    """The same words at the same height; a number in them may count the pages."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.y / 4) if line.size else 0, line.size


def _is_page_number(line: Line, sheet: Sheet) -> bool:
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    return not _DIGITS.fullmatch(line.text) or int(line.text) <= 2 * sheet.number + 20
