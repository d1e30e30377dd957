"""From blocks to sections: every heading opens one, and carries the headings above it."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.plan import Block, BlockKind, Document, Section


def sections(document: Document) -> tuple[Section, ...]:
    """Return the sections of a document in order; together they cover every block, each block once.

    A section runs from its heading to the next heading of any level. Text before the first heading is a
    section with an empty path.
    """
    return tuple(_sections(document))


def _sections(document: Document) -> Iterator[Section]:
    above: list[tuple[int, str]] = []
    start: int | None = None
    end = 0
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            if start is not None:
                yield _section(above, start, end)
            above = [
                *((level, words) for level, words in above if level < block.level),
                _entry(document, block),
            ]
            start = block.start
        elif start is None:
            start = block.start
        end = block.end
    if start is not None:
        yield _section(above, start, end)


def _entry(document: Document, block: Block) -> tuple[int, str]:
    return block.level, document.text[block.start : block.end]


def _section(above: list[tuple[int, str]], start: int, end: int) -> Section:
    return Section(tuple(words for _, words in above), start, end, above[-1][0] if above else 0)
