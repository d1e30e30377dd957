"""The order in which a page is read: bands from the top, columns from the left, tables row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from ingest.reading import grid, markers
from ingest.reading.line import Line
from ingest.reading.segment import Baseline, Segment

GUTTER = 7.0
"""Points without text that part two columns."""
LEAST_ROWS = 3
"""Lines that must share a gutter before it is one."""


def lines(rows: Sequence[Baseline]) -> list[Line]:
    """Return the lines of a page in reading order."""
    done: list[Line] = []
    for band, gutter in _bands(rows):
        if gutter is None:
            done.extend(_plain(band))
        elif grid.is_table(band):
            done.extend(grid.rows(band))
        else:
            left, right = _parted(band, gutter)
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
    for left, right in _gaps(rows, start):
        low, high, end, shared = left, right, start, 0
        while end < len(rows):
            narrowed = _narrowed(rows[end], low, high)
            if narrowed is None:
                break
            low, high, both = narrowed
            shared += both
            end += 1
        end = _trimmed(rows, start, end, (low + high) / 2)
        if shared >= LEAST_ROWS or (shared >= 2 and _is_grid(rows[start:end])):
            best = max(best, (shared, end, (low + high) / 2), key=lambda found: found[0])
    return best[1], best[2]


def _is_grid(band: Sequence[Baseline]) -> bool:
    return all(len(row) == len(band[0]) for row in band) and len(band[0]) > 1


def _gaps(rows: Sequence[Baseline], start: int) -> list[tuple[float, float]]:
    """Return the blank stretches at ``start``: within its line, or between it and the line that follows."""
    first = rows[start]
    gaps = [(one.x1, two.x0) for one, two in zip(first, first[1:], strict=False)]
    if len(first) == 1 and start + 1 < len(rows):
        for segment in rows[start + 1]:
            if segment.x0 > first[0].x1:
                gaps.append((first[0].x1, segment.x0))
            elif segment.x1 < first[0].x0:
                gaps.append((segment.x1, first[0].x0))
    return [gap for gap in gaps if gap[1] - gap[0] >= GUTTER]


def _narrowed(row: Baseline, low: float, high: float) -> tuple[float, float, bool] | None:
    """Narrow a gutter so that no segment of ``row`` stands in it; None where one crosses it."""
    for segment in row:
        middle = (low + high) / 2
        if segment.x1 <= middle and segment.x1 > low:
            low = segment.x1
        elif segment.x0 >= middle and segment.x0 < high:
            high = segment.x0
        elif segment.x0 < high and segment.x1 > low:
            return None
    if high - low < GUTTER:
        return None
    sides = {segment.x0 >= high for segment in row}
    return low, high, len(sides) == 2


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
        for above, line in zip(found, found[1:], strict=False)
        if line.size and above.size == line.size and 0 < line.y - above.y < 3 * line.size
        and markers.starts_lower(line.text)
    ]
    return median(ratios) if ratios else 1.25
