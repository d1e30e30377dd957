"""Text as a PDF places it: fragments, and the segments of a baseline that they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.reading import markers
from ingest.reading.characters import BULLET

CELL_GAP = 0.9
"""Font sizes of blank space between two fragments from which on they stand apart."""
WORD_GAP = 0.12
"""Font sizes of blank space from which on two fragments are two words."""
BASELINE = 0.45
"""Font sizes by which a superscript may leave its line."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Text without a wide gap in it; ``y`` counts from the top of the page, all in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False

    @property
    def style(self) -> tuple[float, bool]:
        """Return what tells its looks from those of another."""
        return self.size, self.bold


Baseline = tuple[Segment, ...]
"""The segments at one height, from left to right."""


def baselines(fragments: Iterable[Segment]) -> list[Baseline]:
    """Return the lines of a page from the top, each as its segments from left to right."""
    rows: list[list[Segment]] = []
    for fragment in sorted((f for f in fragments if f.text.strip()), key=lambda f: f.y):
        row = rows[-1] if rows else None
        if (
            row is not None
            and fragment.y - _main(row).y < BASELINE * min(fragment.size, _main(row).size) + 0.5
        ) or (row is not None and _is_raised(row, fragment)):
            row.append(fragment)
        else:
            rows.append([fragment])
    return [_segments(sorted(row, key=lambda f: f.x0)) for row in rows]


def _main(row: Sequence[Segment]) -> Segment:
    return max(row, key=lambda fragment: (fragment.size, len(fragment.text)))


def _is_raised(row: Sequence[Segment], fragment: Segment) -> bool:
    """A footnote mark stands alone above the line that it belongs to."""
    marks = all(mark.text.strip().isdigit() and mark.size < 0.8 * fragment.size for mark in row)
    return marks and fragment.y - row[0].y < 0.6 * fragment.size


def _segments(row: Sequence[Segment]) -> Baseline:
    done = [row[0]]
    for fragment in row[1:]:
        above = done[-1]
        gap = fragment.x0 - above.x1
        if gap > CELL_GAP * max(above.size, fragment.size) and not _is_marker(above.text):
            done.append(fragment)
            continue
        blank = " " if gap > WORD_GAP * fragment.size or _is_marker(above.text) else ""
        longer = above if len(above.text) >= len(fragment.text.strip()) else fragment
        done[-1] = replace(
            above,
            text=above.text + blank + fragment.text,
            x1=max(above.x1, fragment.x1),
            size=longer.size,
            bold=longer.bold,
        )
    return tuple(done)


def _is_marker(text: str) -> bool:
    """A bullet or a number stands apart from its item, and belongs to it."""
    head = text.strip()
    return head in (BULLET, "o", "-", "–") or (bool(markers.bullet(f"{head} A")) and len(head) <= 4)
