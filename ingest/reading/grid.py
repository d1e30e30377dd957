"""Tables by their geometry: columns that share an edge, cells over several lines, headings."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.reading.line import Line
from ingest.reading.segment import Baseline, Segment
from ingest.reading.tables import is_value

SHORT_CELL = 28
"""Characters; cells that are mostly shorter are no running text."""
FULL = 0.5
"""Share of its lines that fill a column of running text."""
ALIGNED = 2
"""Wider gaps at the same height on both sides that make rows of two texts side by side."""


def is_table(band: Sequence[Baseline]) -> bool:
    """Say whether lines that share a gutter are rows; otherwise they are columns of text."""
    rows_ = [row for row in band if len(row) > 1]
    cells = [segment for row in rows_ for segment in row[1:]]
    if not cells:
        return False
    figures = sum(is_value(cell.text.strip()) for cell in cells)
    if figures >= len(cells) / 2:
        return True
    if len(rows_) < 0.5 * len(band) and not _starts_rows(band):
        return False
    columns = _columns(band)
    if len(columns) < 2 or any(len(column) < 2 for column in columns):
        return len(columns) > 1 and len(rows_) >= 2
    if _aligned_gaps(columns) >= ALIGNED:
        return True
    lower = [_lower_share(column) for column in columns]
    prose = all(_filled(column) >= FULL for column in columns) or min(lower) > 0.3
    return not prose


def _starts_rows(band: Sequence[Baseline]) -> bool:
    """Cells over several lines: most lines stand in one column, and every row begins in the first."""
    return _aligned_gaps(_columns(band)) >= ALIGNED


def _columns(band: Sequence[Baseline]) -> list[list[Segment]]:
    edges = _edges(band)
    columns: list[list[Segment]] = [[] for _ in edges]
    for row in band:
        for segment in row:
            columns[_column(segment, edges)].append(segment)
    return columns


def _edges(band: Sequence[Baseline]) -> list[float]:
    """Return where columns begin: stretches that no segment leaves, from the left."""
    spans: list[list[float]] = []
    for segment in sorted((segment for row in band for segment in row), key=lambda s: s.x0):
        if spans and segment.x0 < spans[-1][1] + 1:
            spans[-1][1] = max(spans[-1][1], segment.x1)
        else:
            spans.append([segment.x0, segment.x1])
    return [span[0] for span in spans]


def _column(segment: Segment, edges: Sequence[float]) -> int:
    return max(place for place, edge in enumerate(edges) if segment.x0 >= edge - 0.5)


def _filled(column: Sequence[Segment]) -> float:
    left, right = min(s.x0 for s in column), max(s.x1 for s in column)
    if right - left < SHORT_CELL * column[0].size * 0.4:
        return 0.0
    return sum(s.x1 >= left + 0.8 * (right - left) for s in column) / len(column)


def _lower_share(column: Sequence[Segment]) -> float:
    return sum(segment.text.strip()[:1].islower() for segment in column) / len(column)


def _aligned_gaps(columns: Sequence[Sequence[Segment]]) -> int:
    """Count the heights at which every column begins anew after a wider gap."""
    starts = [_starts(column) for column in columns[:2]]
    if len(starts) < 2:
        return 0
    return sum(any(abs(y - other) < 2 for other in starts[1]) for y in starts[0])


def _starts(column: Sequence[Segment]) -> list[float]:
    distances = [two.y - one.y for one, two in zip(column, column[1:], strict=False)]
    if not distances:
        return []
    least = min(distances)
    return [two.y for one, two in zip(column, column[1:], strict=False) if two.y - one.y > 1.25 * least]


def rows(band: Sequence[Baseline]) -> list[Line]:
    """Return one line for each row, its cells joined over their lines."""
    edges = _edges(band)
    done: list[Line] = []
    parts: list[list[str]] = []
    pitch = min((two[0].y - one[0].y for one, two in zip(band, band[1:], strict=False)), default=0.0)
    above: Baseline | None = None
    for row in band:
        if above is not None and parts and _goes_on(above, row, edges, pitch):
            for segment in row:
                parts[_column(segment, edges)].append(segment.text.strip())
        else:
            if parts:
                done.append(_finished(done_head, parts, edges))
            parts = [[] for _ in edges]
            done_head = row[0]
            for segment in row:
                parts[_column(segment, edges)].append(segment.text.strip())
        above = row
    if parts:
        done.append(_finished(done_head, parts, edges))
    return done


def _goes_on(above: Baseline, row: Baseline, edges: Sequence[float], pitch: float) -> bool:
    """A line goes on with the row above it when it is close and lacks its first cell, or starts in mid sentence."""
    close = row[0].y - above[0].y <= 1.2 * pitch
    first = [segment for segment in row if _column(segment, edges) == 0]
    texts = [segment.text.strip() for segment in row]
    if any(is_value(text) for text in texts):
        return False
    if not first:
        return close
    return close and (all(text[:1].islower() or text[:1] == "(" for text in texts) or len(row) < len(edges))


def _finished(head: Segment, parts: Sequence[Sequence[str]], edges: Sequence[float]) -> Line:
    cells = tuple(_joined(part) for part in parts)
    text = " ".join(cell for cell in cells if cell)
    return Line(text, 0.0, head.x0, head.x1, head.y, head.size, head.bold, cells, tuple(edges))


def _joined(part: Sequence[str]) -> str:
    whole = ""
    for text in part:
        if whole.endswith("-") and text[:1].islower() and not text.startswith(("og ", "eller ", "samt ")):
            whole = whole[:-1] + text
        else:
            whole = f"{whole} {text}".strip()
    return whole


def row_line(row: Baseline) -> Line:
    """Return a single line with its cells: a row by itself."""
    cells = tuple(segment.text.strip() for segment in row)
    head = row[0]
    return Line(" ".join(cells), 0.0, head.x0, row[-1].x1, head.y, head.size, head.bold, cells, tuple(s.x0 for s in row))
