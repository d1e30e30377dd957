"""Tables by their geometry: columns that share an edge, cells over several lines, headings."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from statistics import median

from ingest.reading import markers
from ingest.reading.line import Line
from ingest.reading.segment import Baseline, Segment
from ingest.reading.tables import YEAR, is_value

TIGHT = 0.85
"""Share of the usual distance between rows under which a line goes on with the row above it."""
SHORT_CELL = 28
"""Characters; cells that are mostly shorter are no running text."""
FULL = 0.5
"""Share of its lines that fill a column of running text."""
ALIGNED = 0.7
"""Share of wider gaps at the same height on both sides that make rows of two texts side by side."""
ALIGNED_PROSE = 0.95
"""The same where the cells are running text: two columns on one grid of lines often begin together."""
LEAST_STARTS = 2
"""Wider gaps on each side before their heights say anything."""
LOWER = 0.3
"""Share of lines that begin in mid sentence, from which on a column is running text."""


def is_table(band: Sequence[Baseline]) -> bool:
    """Say whether lines that share a gutter are rows; otherwise they are columns of text, or boxes."""
    rows_ = [row for row in band if len(row) > 1]
    cells = [segment for row in rows_ for segment in row[1:]]
    if not cells:
        return False
    if sum(is_value(cell.text.strip()) for cell in cells) >= len(cells) / 2:
        return True
    columns = _columns(band)
    if len(columns) < 2 or are_boxes(band):
        return False
    prose = all(_filled(column) >= FULL for column in columns) or min(map(_lower_share, columns)) > LOWER
    if _aligned(columns) >= (ALIGNED_PROSE if prose else ALIGNED):
        return True
    return not prose and len(rows_) >= 0.5 * len(band)


def boxes(band: Sequence[Baseline]) -> list[Sequence[Baseline]]:
    """Return each row of boxes by itself: every one begins with titles that stand out."""
    if not are_boxes(band):
        return [band]
    starts = _title_rows(band)
    before = [band[: starts[0]]] if starts[0] else []
    return before + [band[start:end] for start, end in zip(starts, [*starts[1:], len(band)], strict=True)]


def are_boxes(band: Sequence[Baseline]) -> bool:
    """Say whether below each row of titles stands one text each: boxes, where a table has several rows."""
    starts = _title_rows(band)
    if not starts or any(len(row) > 1 for row in band[: starts[0]]):
        return False
    edges = _edges(band)
    parts = [band[start:end] for start, end in zip(starts, [*starts[1:], len(band)], strict=True)]
    bodies = [_body(part) for part in parts]
    return all((body and len(_groups(body, edges)) == 1) or _is_wrapped(body) for body in bodies)


def _is_wrapped(body: Sequence[Baseline]) -> bool:
    """Text that goes on from line to line without a wider gap is one text."""
    pitch = _pitch(body)
    even = all(two[0].y - one[0].y <= 1.25 * pitch for one, two in itertools.pairwise(body))
    later = [segment for row in body[1:] for segment in row]
    return even and len(body) > 1 and _lower_share(later) > LOWER


def _title_rows(band: Sequence[Baseline]) -> list[int]:
    usual = Counter(segment.style for row in band for segment in row for _ in segment.text).most_common(1)[0][
        0
    ]
    stands_out = [all(segment.style > usual and segment.style != usual for segment in row) for row in band]
    return [
        index for index, out in enumerate(stands_out) if out and (index == 0 or not stands_out[index - 1])
    ]


def _body(part: Sequence[Baseline]) -> Sequence[Baseline]:
    style = part[0][0].style
    first = next((index for index, row in enumerate(part) if row[0].style != style), len(part))
    return part[first:]


def framed(band: Sequence[Baseline]) -> tuple[Sequence[Baseline], Sequence[Baseline], Sequence[Baseline]]:
    """Return the lines above a table, the table, and the lines below it that reach into no other column."""
    first, last = 0, len(band)
    while first < last and len(band[first]) == 1:
        first += 1
    pitch = _pitch(band[first:last])
    while last > first + 1 and _is_below(band[last - 2], band[last - 1], pitch):
        last -= 1
    last = next(
        (i for i in range(first + 1, last) if len(band[i]) == 1 and markers.labelled(band[i][0].text)), last
    )
    return band[:first], band[first:last], band[last:]


def _is_below(above: Baseline, row: Baseline, pitch: float) -> bool:
    """The last cell may go on over a line; a caption or a note begins anew."""
    text = row[0].text.strip()
    if len(row) > 1:
        return False
    return (
        markers.labelled(text)
        or row[0].y - above[0].y > 1.2 * pitch
        or not (text[:1].islower() or text[:1] == "(")
    )


def _pitch(band: Sequence[Baseline]) -> float:
    return min((two[0].y - one[0].y for one, two in itertools.pairwise(band)), default=0.0)


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
    whole = [row for row in band if len(row) > 1] or band
    for segment in sorted((segment for row in whole for segment in row), key=lambda s: s.x0):
        if spans and segment.x0 < spans[-1][1] + 1:
            spans[-1][1] = max(spans[-1][1], segment.x1)
        else:
            spans.append([segment.x0, segment.x1])
    return [span[0] for span in spans]


def _column(segment: Segment, edges: Sequence[float]) -> int:
    return max((place for place, edge in enumerate(edges) if segment.x0 >= edge - 0.5), default=0)


def _filled(column: Sequence[Segment]) -> float:
    left, right = min(s.x0 for s in column), max(s.x1 for s in column)
    if right - left < SHORT_CELL * column[0].size * 0.4:
        return 0.0
    return sum(s.x1 >= left + 0.8 * (right - left) for s in column) / len(column)


def _lower_share(column: Sequence[Segment]) -> float:
    return sum(segment.text.strip()[:1].islower() for segment in column) / len(column)


def _aligned(columns: Sequence[Sequence[Segment]]) -> float:
    """Return the share of wider gaps after which two columns begin anew at the same height."""
    one, two = (_starts(column) for column in columns[:2])
    if min(len(one), len(two)) < LEAST_STARTS:
        return 0.0
    return sum(any(abs(y - other) < 2 for other in two) for y in one) / max(len(one), len(two))


def _starts(column: Sequence[Segment]) -> list[float]:
    distances = [two.y - one.y for one, two in itertools.pairwise(column)]
    if not distances:
        return []
    least = min(distances)
    return [two.y for one, two in itertools.pairwise(column) if two.y - one.y > 1.25 * least]


def rows(band: Sequence[Baseline]) -> list[Line]:
    """Return one line for each row, its cells joined over their lines."""
    edges = _edges(band)
    groups = _groups(band, edges)
    return [_finished(group, edges) for group in groups]


def _groups(band: Sequence[Baseline], edges: Sequence[float]) -> list[list[Baseline]]:
    pitch = _pitch(band)
    usual = median([two[0].y - one[0].y for one, two in itertools.pairwise(band)] or [0.0])
    groups: list[list[Baseline]] = []
    for row in band:
        if groups and _goes_on(groups[-1][-1], row, edges, pitch, usual):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _goes_on(above: Baseline, row: Baseline, edges: Sequence[float], pitch: float, usual: float) -> bool:
    """A line goes on with the row above when it is close and has no first cell, or starts in mid sentence."""
    close = row[0].y - above[0].y <= 1.2 * pitch
    first = [segment for segment in row if _column(segment, edges) == 0]
    texts = [segment.text.strip() for segment in row]
    tight = row[0].y - above[0].y < TIGHT * usual
    if tight and len(above) == 1 and _column(above[0], edges) == 0 and not is_value(above[0].text.strip()):
        return True
    if any(is_value(text) and not YEAR.fullmatch(text) for text in texts):
        return False
    if tight:
        return True
    if not first:
        return close
    return close and (all(text[:1].islower() or text[:1] == "(" for text in texts) or len(row) < len(edges))


def _finished(group: Sequence[Baseline], edges: Sequence[float]) -> Line:
    parts: list[list[str]] = [[] for _ in edges]
    for row in group:
        for segment in row:
            parts[_column(segment, edges)].append(segment.text.strip())
    head = group[0][0]
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
    return Line(
        " ".join(cells),
        0.0,
        head.x0,
        row[-1].x1,
        head.y,
        head.size,
        head.bold,
        cells,
        tuple(s.x0 for s in row),
    )
