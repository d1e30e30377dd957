"""Which lines of a page belong together: a paragraph, an item, a heading over two lines."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from ingest.reading import markers
from ingest.reading.line import Line
from ingest.reading.tables import is_row, is_value

LONG_PROSE = 100
"""Characters after which a block without an end mark is prose that the layout broke, not a heading."""
SHORT_CAPTION = 40
"""Characters of a caption's first line from which on the next line may belong to it."""
RAGGED = 0.96
"""A line is full from this share of its column on: letters are not equally wide."""
INDENT = 4.0
"""Points further right that make a dash a list of its own."""
COLUMN = 40.0
"""Points, or characters, by which lines of one column may be indented."""
STANZA = 3
"""Lines that must stand together before their own width says more than the page's."""
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\.?")


def groups(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Return the lines of one page as blocks, in order."""
    if not lines:
        return []
    tight = dominant_gap(lines)
    width = _widths(lines, tight)
    blocks: list[list[Line]] = [[lines[0]]]
    for index, line in enumerate(lines[1:]):
        if _continues(blocks[-1], line, tight, width[index]):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [tuple(block) for block in blocks]


def dominant_gap(lines: Sequence[Line]) -> float:
    """Return the blank space between two lines of one sentence on this page."""
    pairs = itertools.pairwise(lines)
    gaps = Counter(
        round(line.gap, 1)
        for above, line in pairs
        if markers.starts_lower(line.text) and not markers.bullet(line.text) and above.style == line.style
    )
    if not gaps:
        return 0.0
    most = max(gaps.values())
    return max(gap for gap, count in gaps.items() if count * 2 >= most)


def _widths(lines: Sequence[Line], tight: float) -> list[float]:
    """Return for each line how far right its column goes."""
    widths = [0.0] * len(lines)
    page = _PageWidths(lines)
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and _same_stanza(lines[index - 1], lines[index], tight):
            continue
        stanza = lines[first:index]
        own = max(line.x1 for line in stanza)
        wide = own if len(stanza) >= STANZA else max(own, page.of(stanza[0]))
        widths[first:index] = [wide] * len(stanza)
        first = index
    return widths


def _same_stanza(above: Line, line: Line, tight: float) -> bool:
    return line.gap <= tight + 0.1 and above.style == line.style and abs(above.x0 - line.x0) < COLUMN


class _PageWidths:
    """How far right lines of one print reach on the page, by where they begin."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._widths: dict[tuple[tuple[float, bool], int], float] = {}
        for line in lines:
            key = line.style, int(line.x0 // COLUMN)
            self._widths[key] = max(self._widths.get(key, 0.0), line.x1)

    def of(self, line: Line) -> float:
        """A wide line of another print, or of another column, says nothing of this one."""
        place = int(line.x0 // COLUMN)
        near = (self._widths.get((line.style, place + step), 0.0) for step in (-1, 0, 1))
        return max(near)


def _continues(block: Sequence[Line], line: Line, tight: float, width: float) -> bool:
    above = block[-1]
    near = line.gap <= tight + 0.25
    if _YEARS.fullmatch(line.text) and near and not is_row(above):
        return not markers.ends_sentence(above.text)
    if near and not is_row(above) and len(line.cells) < 2 and is_value(line.text):
        # "... skal under" and "20 pct." on the next line: the figure ends the sentence.
        return markers.unfinished(above.text)
    if is_row(above) or is_row(line) or _begins_block(block, line, width):
        return False
    if (markers.TABLE.match(block[0].text) or markers.NOTE.match(block[0].text)) and len(block) == 1:
        return near and len(above.text) > SHORT_CAPTION
    if above.text.endswith(("-", "\u00ad")):
        return line.text[:1].isalpha() and (near or markers.starts_lower(line.text))
    if markers.starts_lower(line.text):
        return near or not markers.ends_sentence(above.text)
    if line.text.startswith("(") and not markers.ends_sentence(above.text):
        return line.gap <= tight + 1.25
    if above.style != line.style and not markers.binds(above.text):
        return False
    if markers.unfinished(above.text):
        return line.gap <= tight + 1.25
    if not near or above.style != line.style:
        return False
    if not _fits(above, line, width):
        return True
    return _is_open_prose(block, width)


def _begins_block(block: Sequence[Line], line: Line, width: float) -> bool:
    """Say whether ``line`` begins as only a new block does; a dash or number may stand in a sentence."""
    first, above, text = block[0].text, block[-1], line.text
    if markers.labelled(text) or markers.CONTENTS.search(above.text) or _is_set_apart(text):
        return True
    if markers.dash(text):
        indented = line.size > 0 and line.x0 > block[0].x0 + INDENT
        return above.text.endswith(":") or bool(markers.dash(first)) or indented
    if (small := markers.lower_number(text)) is not None:
        return above.text.endswith(":") if small == 1 else markers.lower_number(first) == small - 1
    if text[0] in "–—-" and markers.bullet(text):
        closed = markers.ends_sentence(above.text) or first[0] == text[0] or _fits(above, line, width)
        return closed or line.gap > above.gap + 0.5
    note, last = markers.FOOTNOTE.match(text), markers.FOOTNOTE.match(first)
    if note and last and int(note[1]) == int(last[1]) + 1:
        return True
    return bool(markers.bullet(text))


def _is_set_apart(text: str) -> bool:
    """Say whether a label stands in a column of labels: "Ansvarlig:     Jobteamet"."""
    return markers.field(text) and ":  " in text


def _fits(above: Line, line: Line, width: float) -> bool:
    """Say whether the next word had room on the line above: then the line was ended on purpose."""
    word = line.text.split(maxsplit=1)[0]
    letter = (above.x1 - above.x0) / max(1, len(above.text))
    return above.x1 + letter * (len(word) + 1) < width * RAGGED


def _is_open_prose(block: Sequence[Line], width: float) -> bool:
    if markers.bullet(block[0].text) or block[-1].x1 < width / 2:
        return False
    length = sum(len(line.text) for line in block)
    return len(block) > 1 and length >= LONG_PROSE and not markers.ends_sentence(block[-1].text)
