"""From the lines of a page to pieces: items, rows, notes, paragraphs. Headings are told later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.plan import BlockKind
from ingest.reading import markers, tables
from ingest.reading.characters import one_line
from ingest.reading.hyphens import Vocabulary, join_lines
from ingest.reading.line import Line, Sheet
from ingest.reading.paragraphs import groups
from ingest.reading.piece import Leaf, Piece
from ingest.reading.stacked import unstacked

SMALL_PRINT = 0.93
"""Share of the page's usual size under which print is small."""
ENDED_ITEMS = 0.7
"""Share of a page's items that end with a mark, from which on one without is unfinished."""


def leaf(sheet: Sheet, vocabulary: Vocabulary) -> Leaf:
    """Return the pieces that stand on a page."""
    blocks = groups(unstacked([line for line in sheet.lines if one_line(line.text)], vocabulary))
    notes = _footnotes(blocks) | _small_notes(blocks)
    pieces = [_piece(block, vocabulary, index in notes) for index, block in enumerate(blocks)]
    indented = nested(*_rejoined(pieces, [block[0].x0 for block in blocks]))
    return Leaf(sheet.number, tuple(tables.complete(indented)))


def _rejoined(pieces: Sequence[Piece], indents: Sequence[float]) -> tuple[list[Piece], list[float]]:
    """Join an item that stops in mid sentence, where its siblings end with a mark, to the lines below it."""
    ended = [markers.ends_sentence(piece.text) for piece in pieces if piece.kind is BlockKind.ITEM]
    done: list[Piece] = []
    places: list[float] = []
    for piece, indent in zip(pieces, indents, strict=True):
        above = done[-1] if done else None
        open_item = (
            above is not None and above.kind is BlockKind.ITEM and above.lines <= 2 and len(above.text) > 40
        )
        if (
            above is not None
            and open_item
            and sum(ended) >= ENDED_ITEMS * len(ended)
            and piece.kind is BlockKind.PARAGRAPH
            and not markers.ends_sentence(above.text)
            and markers.ends_sentence(piece.text)
        ):
            done[-1] = replace(above, text=f"{above.text} {piece.text}", lines=above.lines + piece.lines)
            continue
        done.append(piece)
        places.append(indent)
    return done, places


def _piece(block: tuple[Line, ...], vocabulary: Vocabulary, note: bool) -> Piece:
    first = block[0]
    if tables.is_row(first):
        return replace(tables.row(tables.cells(first), first.gap), size=first.size, bold=first.bold)
    text = join_lines([line.text for line in block], vocabulary)
    return Piece(
        _kind(text, note),
        text,
        size=first.size,
        bold=first.bold,
        gap=first.gap,
        lines=len(block),
    )


def _kind(text: str, note: bool) -> BlockKind:
    if note or markers.NOTE.match(text) or markers.CONTENTS.search(text):
        return BlockKind.NOTE
    listed = markers.bullet(text) or markers.dash(text) or markers.lower_number(text) is not None
    return BlockKind.ITEM if listed else BlockKind.PARAGRAPH


def _footnotes(blocks: Sequence[tuple[Line, ...]]) -> set[int]:
    """Return the blocks that end the page and begin with numbers that count up: footnotes."""
    found: set[int] = set()
    expected: int | None = None
    for index in range(len(blocks) - 1, -1, -1):
        match = markers.FOOTNOTE.match(blocks[index][0].text)
        if not match or (expected is not None and int(match[1]) != expected):
            break
        found.add(index)
        expected = int(match[1]) - 1
    return found if len(found) > 1 else set()


def _small_notes(blocks: Sequence[tuple[Line, ...]]) -> set[int]:
    """Return numbered blocks in small print: footnotes also where only one stands on the page."""
    sizes = Counter[float]()
    for block in blocks:
        sizes[block[0].size] += sum(len(line.text) for line in block)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return {
        index
        for index, block in enumerate(blocks)
        if block[0].size < SMALL_PRINT * usual and markers.FOOTNOTE.match(block[0].text)
    }


def nested(pieces: Sequence[Piece], indents: Sequence[float]) -> list[Piece]:
    """Give items their depth: a new kind of marker, or the same one further right, goes one deeper."""
    done: list[Piece] = []
    stack: list[tuple[str, float]] = []
    for piece, indent in zip(pieces, indents, strict=True):
        if piece.kind is not BlockKind.ITEM:
            stack = []
            done.append(piece)
            continue
        sign = _sign(piece.text)
        while stack and not _is_below(sign, indent, stack) and stack[-1][0] != sign:
            stack.pop()
        if not stack or stack[-1][0] != sign or indent > stack[-1][1] + 8:
            stack.append((sign, indent))
        while len(stack) > 1 and stack[-1][0] == sign == stack[-2][0] and indent < stack[-1][1] - 8:
            stack.pop()
        done.append(piece.as_kind(BlockKind.ITEM, len(stack) - 1))
    return done


def _is_below(sign: str, indent: float, stack: Sequence[tuple[str, float]]) -> bool:
    return all(sign != known for known, _ in stack) and indent >= stack[-1][1] - 8


def _sign(text: str) -> str:
    marker = (markers.bullet(text) or markers.dash(text)).strip() or "1."
    if markers.glyph(text) or markers.dash(text):
        return marker[0]
    return ("1" if marker[0].isdigit() else "a") + marker[-1]
