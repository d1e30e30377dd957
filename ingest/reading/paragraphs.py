"""Which lines of a page belong together: a paragraph, an item, a heading over two lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.reading import markers
from ingest.reading.line import Line
from ingest.reading.tables import is_row

LONG_PROSE = 100
"""Characters after which a block without an end mark is prose that the layout broke, not a heading."""
STANZA = 3
"""Lines that must stand together before their own width says more than the page's."""


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
    pairs = zip(lines, lines[1:], strict=False)
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
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and _same_stanza(lines[index - 1], lines[index], tight):
            continue
        stanza = lines[first:index]
        own = max(line.x1 for line in stanza)
        wide = own if len(stanza) >= STANZA else max(own, _page_width(lines, stanza[0]))
        widths[first:index] = [wide] * len(stanza)
        first = index
    return widths


def _same_stanza(above: Line, line: Line, tight: float) -> bool:
    return line.gap <= tight + 0.1 and above.style == line.style and abs(above.x0 - line.x0) < 40


def _page_width(lines: Sequence[Line], like: Line) -> float:
    """A wide first line of another style, or of another column, says nothing of this one."""
    same = [line.x1 for line in lines if line.style == like.style and abs(line.x0 - like.x0) < 40]
    return max(same)


def _continues(block: Sequence[Line], line: Line, tight: float, width: float) -> bool:
    above = block[-1]
    if is_row(above) or is_row(line) or markers.bullet(line.text) or markers.labelled(line.text):
        return False
    if markers.CONTENTS.search(above.text) or markers.NOTE.match(line.text):
        return False
    if markers.dash(line.text) and (above.text.endswith(":") or markers.dash(block[0].text)):
        return False
    near = line.gap <= tight + 0.25
    if above.text.endswith(("-", "\u00ad")):
        return line.text[:1].isalpha() and (near or markers.starts_lower(line.text))
    if markers.starts_lower(line.text):
        return near or not markers.ends_sentence(above.text)
    if markers.unfinished(above.text):
        return line.gap <= tight + 1.25
    if not near or above.style != line.style:
        return False
    if not _fits(above, line, width):
        return True
    return _is_open_prose(block)


def _fits(above: Line, line: Line, width: float) -> bool:
    """Say whether the next word had room on the line above: then the line was ended on purpose."""
    word = line.text.split(maxsplit=1)[0]
    letter = (above.x1 - above.x0) / max(1, len(above.text))
    return above.x1 + letter * (len(word) + 1) < width + letter / 2


def _is_open_prose(block: Sequence[Line]) -> bool:
    length = sum(len(line.text) for line in block)
    return len(block) > 1 and length >= LONG_PROSE and not markers.ends_sentence(block[-1].text)
