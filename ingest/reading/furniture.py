"""What a page's layout puts on every page: running headers and footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.reading.line import Line, Sheet

EDGE = 3
"""Lines from the top and from the bottom among which headers and footers stand."""
SHARE = 0.3
"""Share of the pages that must carry it: a header may differ from chapter to chapter."""
LEAST_PAGES = 3
"""Pages that must carry the same line before it is a running one."""
_PAGE_NUMBER = re.compile(
    r"(?:side|s\.|page|p\.)?\s*[-–|]?\s*\d{1,4}\s*(?:(?:/|af|of|ud af)\s*\d{1,4})?\s*[-–|]?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_PAGE_WORD = re.compile(
    r"(?:side|page|s\.|p\.|\||\s{2,}|[-–/]|\t)\s*\d{1,3}\s*(?:(?:/|af|of)\s*\d{1,4})?\s*$|^\d{1,3}\s*[|–-]"
)
_Key = tuple[str, int, float]


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the pages without their running lines and page numbers."""
    seen = Counter(key for sheet in sheets for key in {_key(line, sheet) for line in _edge(sheet)})
    least = max(LEAST_PAGES, round(SHARE * sum(bool(sheet.lines) for sheet in sheets)))
    running = {key for key, count in seen.items() if count >= least}
    return [_stripped(sheet, running) for sheet in sheets]


def _stripped(sheet: Sheet, running: set[_Key]) -> Sheet:
    """Peel lines off from the outside in: what stands inside the first line of content is content."""
    lines = list(sheet.lines)
    for end in (0, -1):
        for _ in range(EDGE):
            if lines and (_key(lines[end], sheet) in running or _is_page_number(lines[end], sheet)):
                lines.pop(end)
    return replace(sheet, lines=tuple(lines))


def _edge(sheet: Sheet) -> tuple[Line, ...]:
    return tuple(dict.fromkeys((*sheet.lines[:EDGE], *sheet.lines[-EDGE:])))


def _key(line: Line, sheet: Sheet) -> _Key:
    """The same words at the same height; a number that counts with the pages is left out of the words."""
    words = line.text.casefold()
    numbers = _DIGITS.findall(words)
    counted = (
        _DIGITS.sub("#", words) + f"{int(numbers[-1]) - sheet.number}"
        if numbers and _counts(words)
        else words
    )
    return counted, round(line.y / 4) if sheet.height else 0, line.size


def _counts(words: str) -> bool:
    """A number that ends or begins a running line may count pages; "Mål 3" does not."""
    return bool(_PAGE_WORD.search(words))


def _is_page_number(line: Line, sheet: Sheet) -> bool:
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    return not _DIGITS.fullmatch(line.text) or int(line.text) <= 2 * sheet.number + 20
