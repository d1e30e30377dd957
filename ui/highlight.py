"""A quote in its context: a stretch of a plan as lines, with the quoted words told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.plan import Block, BlockKind, Plan
from ingest.sections import sections

CELL = "\t"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands from ``start`` to ``end`` in a plan's text."""

    start: int
    end: int


NOTHING = Stretch(0, 0)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that are quoted, or that are not."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a plan as segments: one cell, or for a table row one for each column."""

    kind: BlockKind
    level: int
    cells: tuple[tuple[Segment, ...], ...]
    columns: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the line's words, cells separated by a tab as in the plan."""
        return CELL.join("".join(segment.text for segment in cell) for cell in self.cells)


def excerpt(plan: Plan, shown: Stretch, quote: Stretch = NOTHING) -> tuple[Line, ...]:
    """Return the lines of ``shown``, with the words of ``quote`` marked.

    Joined by newlines or form feeds, as in the plan, the lines are ``plan.text[shown.start:shown.end]``.
    """
    return tuple(_lines(plan, shown, quote))


def context(plan: Plan, quote: Stretch) -> Stretch:
    """Return the passages that hold the quote, whole."""
    held = [p for p in plan.passages if p.start < quote.end and quote.start < p.end]
    if not held:
        return quote
    return Stretch(min(quote.start, held[0].start), max(quote.end, held[-1].end))


def surroundings(plan: Plan, quote: Stretch) -> Stretch:
    """Return the page that the quote begins on; without pages, everything under the two headings above it."""
    for page in plan.document.pages:
        if page.start <= quote.start < page.end:
            return Stretch(page.start, page.end)
    return _under_headings(plan, quote)


def _under_headings(plan: Plan, quote: Stretch) -> Stretch:
    found = sections(plan.document)
    here = [n for n, section in enumerate(found) if section.start <= quote.start < section.end]
    if not here:
        return context(plan, quote)
    first = last = here[0]
    path = found[first].path[:2]
    while first > 0 and found[first - 1].path[:2] == path:
        first -= 1
    while last + 1 < len(found) and found[last + 1].path[:2] == path:
        last += 1
    return Stretch(found[first].start, found[last].end)


def _lines(plan: Plan, shown: Stretch, quote: Stretch) -> Iterator[Line]:
    for block in plan.document.blocks:
        start, end = max(block.start, shown.start), min(block.end, shown.end)
        if start < end:
            yield Line(
                block.kind, block.level, _cells(plan.text, Stretch(start, end), quote), _columns(block)
            )


def _columns(block: Block) -> tuple[str, ...]:
    return block.columns if block.kind is BlockKind.ROW else ()


def _cells(text: str, line: Stretch, quote: Stretch) -> tuple[tuple[Segment, ...], ...]:
    cells = []
    start = line.start
    for words in text[line.start : line.end].split(CELL):
        cells.append(tuple(_segments(text, Stretch(start, start + len(words)), quote)))
        start += len(words) + 1
    return tuple(cells)


def _segments(text: str, cell: Stretch, quote: Stretch) -> Iterator[Segment]:
    opens = min(max(quote.start, cell.start), cell.end)
    closes = min(max(quote.end, opens), cell.end)
    for start, end, marked in ((cell.start, opens, False), (opens, closes, True), (closes, cell.end, False)):
        if start < end:
            yield Segment(text[start:end], marked)
