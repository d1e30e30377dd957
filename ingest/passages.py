"""From sections to passages: slices of about 300 to 1,200 characters that follow the plan's structure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.danish.sentences import sentences
from ingest.plan import Block, BlockKind, Document, Passage, Section
from ingest.sections import sections

SHORTEST = 300
LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many characters a passage should have: joined below ``shortest``, cut above ``longest``."""

    shortest: int = SHORTEST
    longest: int = LONGEST


SIZES = Sizes()


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


def passages(document: Document, plan: str, sizes: Sizes = SIZES) -> tuple[Passage, ...]:
    """Return the passages of a document, in order.

    Whole sentences, list items and rows; a lead-in ("... følgende:") stays with its list; small sections
    under one top heading share a passage, and no passage crosses a top heading.
    """
    cut = [
        (span, group[0])
        for top in _under_top_headings(sections(document))
        for group in _joined(top, sizes)
        for span in _cut(document, group, sizes)
    ]
    return tuple(
        Passage(
            plan,
            ordinal,
            span.start,
            span.end,
            document.text[span.start : span.end],
            document.page_at(span.start),
            section.path,
        )
        for ordinal, (span, section) in enumerate(cut)
    )


def _under_top_headings(found: Iterable[Section]) -> Iterator[list[Section]]:
    group: list[Section] = []
    for section in found:
        if group and section.level <= 1:
            yield group
            group = []
        group.append(section)
    if group:
        yield group


def _joined(top: list[Section], sizes: Sizes) -> Iterator[list[Section]]:
    """Group neighbouring sections that are too short to stand alone with the one that follows."""
    group: list[Section] = []
    for section in top:
        length = group[-1].end - group[0].start if group else 0
        if group and (length >= sizes.shortest or section.end - group[0].start > sizes.longest):
            yield group
            group = []
        group.append(section)
    if group:
        yield group


def _cut(document: Document, group: list[Section], sizes: Sizes) -> Iterator[_Span]:
    start, end = group[0].start, group[-1].end
    blocks = [block for block in document.blocks if start <= block.start < end]
    units = [unit for run in _runs(document, blocks) for unit in _units(document, run, sizes)]
    yield from _balanced(units, sizes)


def _runs(document: Document, blocks: list[Block]) -> Iterator[list[Block]]:
    """Keep together what makes no sense apart: a heading or a lead-in and what follows, a list, a table."""
    run: list[Block] = []
    for block in blocks:
        if run and not (_leads(document, run[-1]) or _continues(run[-1], block)):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _leads(document: Document, block: Block) -> bool:
    return block.kind is BlockKind.HEADING or document.text[block.start : block.end].endswith(":")


def _continues(before: Block, block: Block) -> bool:
    if before.kind is BlockKind.ROW:
        return block.kind in (BlockKind.ROW, BlockKind.NOTE)
    return before.kind is block.kind is BlockKind.ITEM


def _units(document: Document, run: list[Block], sizes: Sizes) -> Iterator[_Span]:
    """Cut a run that is too long: after each block that leads in nothing, or else between sentences."""
    whole = _Span(run[0].start, run[-1].end)
    if whole.length <= sizes.longest:
        yield whole
        return
    parts = list(_led(document, run))
    for part in parts:
        cut = _units if len(parts) > 1 else _between_sentences
        yield from cut(document, part, sizes)


def _led(document: Document, run: list[Block]) -> Iterator[list[Block]]:
    part: list[Block] = []
    for block in run:
        part.append(block)
        if not _leads(document, block):
            yield part
            part = []
    if part:
        yield part


def _between_sentences(document: Document, run: list[Block], sizes: Sizes) -> Iterator[_Span]:
    start = run[0].start
    for block in run:
        for sentence_start, sentence_end in sentences(document.text, block.start, block.end):
            if sentence_end - start > sizes.longest and sentence_start > start:
                yield _Span(start, _trimmed(document, start, sentence_start))
                start = sentence_start
    yield _Span(start, run[-1].end)


def _trimmed(document: Document, start: int, end: int) -> int:
    return start + len(document.text[start:end].rstrip())


def _balanced(units: list[_Span], sizes: Sizes) -> Iterator[_Span]:
    """Fill passages up to the longest; a rest below the shortest takes what it can from the one before."""
    filled: list[list[_Span]] = []
    for unit in units:
        if filled and unit.end - filled[-1][0].start <= sizes.longest:
            filled[-1].append(unit)
        else:
            filled.append([unit])
    while len(filled) > 1 and _length(filled[-1]) < sizes.shortest and len(filled[-2]) > 1:
        if _length([filled[-2][-1], *filled[-1]]) > sizes.longest:
            break
        filled[-1].insert(0, filled[-2].pop())
    for group in filled:
        yield _Span(group[0].start, group[-1].end)


def _length(units: list[_Span]) -> int:
    return units[-1].end - units[0].start
