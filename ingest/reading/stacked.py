"""Column headings that stand one above another, between a table's caption and its first row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.reading import markers, tables
from ingest.reading.hyphens import Vocabulary, join_lines
from ingest.reading.line import Line

NARROW = 0.5
"""Share of the page's width up to which a line may be one of a heading; a caption goes on over more."""
ROWS = 3
"""Rows of as many figures that must follow before what stands above them can be their headings."""


def unstacked(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Return lines with the headings of such a table on one line, a cell for each column of figures."""
    done: list[Line] = []
    width = max((line.x1 - line.x0 for line in lines), default=0.0)
    index = 0
    while index < len(lines):
        done.append(lines[index])
        index += 1
        if not markers.TABLE.match(lines[index - 1].text):
            continue
        first = next((i for i in range(index, len(lines)) if tables.is_row(lines[i])), len(lines))
        start = next((i for i in range(index, first) if lines[i].x1 - lines[i].x0 <= NARROW * width), first)
        heads = _headings(lines[start:first], vocabulary)
        if len(heads) > 1 and _figures(lines[first : first + ROWS]) == {len(heads)}:
            done += [*lines[index:start], replace(lines[start], text=" ".join(heads), cells=tuple(heads))]
            index = first
    return done


def _figures(rows: Sequence[Line]) -> set[int]:
    """Return how many figures each row has after its label; none where too few rows follow."""
    counts = {len(tables.cells(row)) - 1 for row in rows if tables.is_row(row)}
    return counts if len(rows) == ROWS and all(tables.is_row(row) for row in rows) else set()


def _headings(lines: Sequence[Line], vocabulary: Vocabulary) -> list[str]:
    """Part lines into headings: a new one begins with a capital or a figure where the last can end."""
    parts: list[list[str]] = []
    for line in lines:
        text = line.text.strip()
        begins = text[:1].isupper() or text[:1].isdigit()
        if parts and not (begins and not markers.unfinished(parts[-1][-1])):
            parts[-1].append(text)
        else:
            parts.append([text])
    return [join_lines(part, vocabulary) for part in parts]
