"""The order in which a page is read: bands from the top, columns from the left, tables row by row."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from ingest.reading import grid, markers
from ingest.reading.line import Line
from ingest.reading.segment import Baseline, Segment

GUTTER = 7.0
"""Points without text that part two columns."""
LOOK_AHEAD = 4
"""Lines from which a gutter is guessed where the first one stands on one side only."""
NEW_PRINT = 1.8
"""Font sizes of distance that are enough where print and number of columns change."""
FAR = 4.5
"""Font sizes of distance over which no column and no table goes on."""
LEAST_ROWS = 3
"""Lines that must share a gutter before it is one."""


def whole(row: Baseline) -> Line:
    """Return all that stands at one height as one line, whatever column it is in."""
    text = " ".join(segment.text.strip() for segment in row)
    return Line(text, 0.0, row[0].x0, row[-1].x1, row[0].y, row[0].size, row[0].bold)


def lines(rows: Sequence[Baseline]) -> list[Line]:
    """Return the lines of a page in reading order."""
    done: list[Line] = []
    for band, gutter in _bands(rows):
        if gutter is None:
            done.extend(_plain(band))
        elif grid.is_table(band):
            above, table, below = grid.framed(band)
            done.extend((*_plain(above), *grid.rows(table), *lines(below)))
        else:
            for part in grid.boxes(band):
                left, right = _parted(part, gutter)
                done.extend((*lines(left), *lines(right)))
    return _with_gaps(done)


def _bands(rows: Sequence[Baseline]) -> Iterator[tuple[list[Baseline], float | None]]:
    """Cut a page into stretches with and without a gutter down their middle."""
    plain: list[Baseline] = []
    index = 0
    while index < len(rows):
        end, gutter = _reach(rows, index)
        if gutter is None:
            plain.append(rows[index])
            index += 1
            continue
        if plain:
            yield plain, None
            plain = []
        yield list(rows[index:end]), gutter
        index = end
    if plain:
        yield plain, None


def _reach(rows: Sequence[Baseline], start: int) -> tuple[int, float | None]:
    """Return how far down a gutter goes that begins at ``start``, and where it is; the longest wins."""
    best: tuple[int, int, float | None] = (0, start, None)
    for gap in _gaps(rows, start):
        end, low, high = _followed(rows, start, gap)
        band = rows[start:end]
        sides = [segment.x0 >= high for row in band for segment in row]
        shared = min(sides.count(True), sides.count(False))
        if shared >= LEAST_ROWS or (shared >= 2 and (_is_grid(band) or grid.are_boxes(band))):
            best = max(best, (shared, end, (low + high) / 2), key=lambda found: found[0])
    return best[1], best[2]


def _followed(rows: Sequence[Baseline], start: int, gap: tuple[float, float]) -> tuple[int, float, float]:
    """Follow a gutter down as long as no line crosses it; return its end, and how narrow it became."""
    low, high = gap
    end = start
    while end < len(rows) and not (end > start and _is_far(rows[start:end], rows[end])):
        narrowed = _narrowed(rows[end], low, high)
        if narrowed is None:
            break
        low, high = narrowed
        end += 1
    return _trimmed(rows, start, end, (low + high) / 2), low, high


def _is_far(band: Sequence[Baseline], row: Baseline) -> bool:
    """A wide gap ends a band; so does a smaller one before a table or boxes in another print."""
    above = band[-1]
    distance, size = row[0].y - above[0].y, min(above[0].size, row[0].size)
    if distance > FAR * size:
        return True
    changed = above[0].style != row[0].style and len(above) != len(row) and max(len(above), len(row)) > 2
    return changed and distance > NEW_PRINT * size and not _is_aligned(band, row)


def _is_aligned(band: Sequence[Baseline], row: Baseline) -> bool:
    edges = [segment.x0 for line in band for segment in line]
    return sum(any(abs(segment.x0 - edge) < 3 for edge in edges) for segment in row) * 2 >= len(row)


def _is_grid(band: Sequence[Baseline]) -> bool:
    return all(len(row) == len(band[0]) for row in band) and len(band[0]) > 1


def _gaps(rows: Sequence[Baseline], start: int) -> list[tuple[float, float]]:
    """Return the blank stretches at ``start``: within its line, or between it and the lines that follow."""
    first = rows[start]
    gaps = [(one.x1, two.x0) for one, two in itertools.pairwise(first)]
    if len(first) == 1:
        for segment in (segment for row in rows[start + 1 : start + LOOK_AHEAD] for segment in row):
            if segment.x0 > first[0].x1:
                gaps.append((first[0].x1, segment.x0))
            elif segment.x1 < first[0].x0:
                gaps.append((segment.x1, first[0].x0))
    return sorted({gap for gap in gaps if gap[1] - gap[0] >= GUTTER})


def _narrowed(row: Baseline, low: float, high: float) -> tuple[float, float] | None:
    """Narrow a gutter so that no segment of ``row`` stands in it; None where one crosses it."""
    middle = (low + high) / 2
    for segment in row:
        if (segment.x0 + segment.x1) / 2 < middle:
            low = max(low, segment.x1)
        else:
            high = min(high, segment.x0)
    return (low, high) if high - low >= GUTTER else None


def _trimmed(rows: Sequence[Baseline], start: int, end: int, gutter: float) -> int:
    """Give back lines at the end that stand on the left only and far below: the text goes on there."""
    while end > start + 1 and all(segment.x1 <= gutter for segment in rows[end - 1]):
        gap = rows[end - 1][0].y - rows[end - 2][0].y
        tail = [row for row in rows[start:end] if any(segment.x0 >= gutter for segment in row)]
        if not tail or gap <= 2.2 * rows[end - 1][0].size:
            below = rows[end - 1][0].y - (tail[-1][0].y if tail else 0)
            if tail and below <= 2.2 * rows[end - 1][0].size:
                return end
        end -= 1
    return end


def _parted(band: Sequence[Baseline], gutter: float) -> tuple[list[Baseline], list[Baseline]]:
    left = [tuple(s for s in row if s.x1 <= gutter) for row in band]
    right = [tuple(s for s in row if s.x0 >= gutter) for row in band]
    return [row for row in left if row], [row for row in right if row]


def _plain(band: Sequence[Baseline]) -> Iterator[Line]:
    for row in band:
        if len(row) > 1:
            yield grid.row_line(row)
        else:
            yield from (_line(segment) for segment in row)


def _line(segment: Segment) -> Line:
    text = segment.text.strip()
    return Line(text, 0.0, segment.x0, segment.x1, segment.y, segment.size, segment.bold)


def _with_gaps(found: Sequence[Line]) -> list[Line]:
    """Measure the blank space above each line against the usual distance; a new column begins without."""
    pitch = _pitch(found)
    done: list[Line] = []
    for index, line in enumerate(found):
        above = found[index - 1] if index else None
        distance = line.y - above.y if above else 0.0
        usual = pitch * max(line.size, above.size if above else 0) or 1
        done.append(replace(line, gap=max(0.0, round(distance / usual - 1, 2)) if distance > 0 else 0.0))
    return done


def _pitch(found: Sequence[Line]) -> float:
    """Return the line distance of running text, in font sizes."""
    ratios = [
        (line.y - above.y) / line.size
        for above, line in itertools.pairwise(found)
        if line.size
        and above.size == line.size
        and 0 < line.y - above.y < 3 * line.size
        and markers.starts_lower(line.text)
    ]
    return median(ratios) if ratios else 1.25
