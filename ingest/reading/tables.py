"""Rows of tables: by their cells where the layout has them, by their figures where there is only text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.plan import BlockKind
from ingest.reading import markers
from ingest.reading.line import Line
from ingest.reading.piece import Piece

_VALUE = re.compile(r"[-–−+]?\(?\d[\d.,]*\)?%?|[-–.]|i\.a\.|\*")
_UNIT = re.compile(r"(?<=\d) (?=(?:%|pct\.?|kr\.?)(?:\s|$))")
YEAR = re.compile(r"(?:19|20)\d\d")
LEAST_VALUES = 3
"""Figures at a line's end that make it a row; a sentence that ends with three is not known."""
LONGEST_HEAD = 120


def values(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` as a label and the figures that end it."""
    tokens = _UNIT.sub("\u00a0", text).split(" ")
    cut = len(tokens)
    while cut and _VALUE.fullmatch(tokens[cut - 1].split("\u00a0")[0]):
        cut -= 1
    figures = tuple(token.replace("\u00a0", " ") for token in tokens[cut:])
    return " ".join(tokens[:cut]).replace("\u00a0", " "), figures


def is_row(line: Line) -> bool:
    """Say whether ``line`` is a row by itself: cells that stand apart, or a label and its figures."""
    if len(line.cells) > 1:
        return True
    figures = values(line.text)[1]
    return len(figures) >= LEAST_VALUES or (
        len(figures) > 0 and figures[0].rstrip("%").strip() != "." and is_value(line.text)
    )


def is_value(text: str) -> bool:
    """Say whether ``text`` is nothing but figures."""
    label, figures = values(text)
    return not label and any(
        figure[-1:].isdigit() or figure.endswith(("%", "pct.", "kr.")) for figure in figures
    )


def cells(line: Line) -> tuple[str, ...]:
    """Return the cells of a row."""
    if len(line.cells) > 1:
        return line.cells
    label, figures = values(line.text)
    return (label, *figures) if label else figures


def row(parts: Sequence[str], gap: float = 0.0, columns: Sequence[str] = ()) -> Piece:
    """Return a row of ``parts`` with a tab between cells; empty cells at its ends are left out."""
    cells = [" ".join(part.split()) for part in parts]
    filled = [place for place, cell in enumerate(cells) if cell]
    first, last = (filled[0], filled[-1] + 1) if filled else (0, 0)
    heads = tuple(columns[first:last]) if len(columns) >= last else ()
    return Piece(BlockKind.ROW, "\t".join(cells[first:last]), gap=gap, columns=heads)


def complete(pieces: Sequence[Piece]) -> list[Piece]:
    """Give rows the labels and column headings that stand above them as blocks of their own."""
    return _captioned(_with_columns(_with_labels(_key_figures(pieces))))


def _key_figures(pieces: Sequence[Piece]) -> list[Piece]:
    """Join a figure in large print to the words below it that say what it counts."""
    done: list[Piece] = []
    for piece in pieces:
        above = done[-1] if done else None
        large = above is not None and above.kind is BlockKind.ROW and above.size > piece.size > 0
        if above is not None and large and is_value(above.text) and piece.kind is BlockKind.PARAGRAPH:
            done[-1] = replace(piece, text=f"{above.text} {piece.text}", gap=above.gap)
        else:
            done.append(piece)
    return done


def _captioned(pieces: Sequence[Piece]) -> list[Piece]:
    """A table's caption leads into it from above; below it, it is a note."""
    following = [*pieces[1:], None][: len(pieces)]
    return [
        piece.as_kind(BlockKind.NOTE)
        if markers.TABLE.match(piece.text)
        and piece.kind is BlockKind.PARAGRAPH
        and (index > 0 and pieces[index - 1].kind is BlockKind.ROW)
        and (after is None or after.kind is not BlockKind.ROW)
        else piece
        for index, (piece, after) in enumerate(zip(pieces, following, strict=True))
    ]


def _with_labels(pieces: Sequence[Piece]) -> list[Piece]:
    done: list[Piece] = []
    for piece in pieces:
        if piece.kind is BlockKind.ROW and is_value(piece.text.replace("\t", " ")):
            if done and _is_label(done[-1]) and not _is_header(piece):
                piece = row((done.pop().text, *piece.text.split("\t")), piece.gap)
            elif "\t" not in piece.text:
                piece = piece.as_kind(BlockKind.PARAGRAPH)
        done.append(piece)
    return done


def _is_label(piece: Piece) -> bool:
    return (
        piece.kind is BlockKind.PARAGRAPH and len(piece.text) <= LONGEST_HEAD and not piece.text.endswith(":")
    )


def _is_head(piece: Piece) -> bool:
    return (
        piece.kind is BlockKind.PARAGRAPH
        and len(piece.text) <= LONGEST_HEAD
        and not piece.text.endswith((".", ":"))
    )


def _is_header(piece: Piece) -> bool:
    return all(YEAR.fullmatch(cell) for cell in piece.text.split("\t"))


def _with_columns(pieces: Sequence[Piece]) -> list[Piece]:
    done: list[Piece] = []
    index = 0
    while index < len(pieces):
        end = index
        while end < len(pieces) and pieces[end].kind is BlockKind.ROW:
            end += 1
        if end - index > 1:
            done = _table(done, list(pieces[index:end]))
        else:
            done.extend(pieces[index : max(end, index + 1)])
        index = max(end, index + 1)
    return done


def _table(before: list[Piece], rows: list[Piece]) -> list[Piece]:
    """Take the headings from the table's first row or, one block each, from just above it."""
    width = max(len(piece.text.split("\t")) for piece in rows)
    first = rows[0].text.split("\t")
    if rows[0].columns:
        return [*before, *rows]
    if _heads_columns(rows[0]):
        columns = (*[""] * (width - len(first)), *first)
        return [*before, rows[0], *(_under(piece, columns) for piece in rows[1:])]
    for count in (width, width - 1):
        heads = before[len(before) - count :] if 1 < count <= len(before) else []
        if (
            heads
            and all(_is_head(head) for head in heads)
            and not _is_head_at(before, len(before) - count - 1)
        ):
            texts = [head.text for head in heads]
            columns = (*[""] * (width - count), *texts)
            return [*before[:-count], row(columns), *(_under(piece, columns) for piece in rows)]
    return [*before, *rows]


def _is_head_at(pieces: Sequence[Piece], index: int) -> bool:
    """A longer run of short blocks than there are columns tells not which of them are headings."""
    return index >= 0 and _is_head(pieces[index]) and not pieces[index].text.startswith("Tabel")


def _heads_columns(piece: Piece) -> bool:
    parts = piece.text.split("\t")
    return len(parts) > 1 and (
        _is_header(piece)
        or not any(is_value(part) for part in parts[1:] if part)
        or all(YEAR.fullmatch(part) for part in parts[1:])
    )


def _under(piece: Piece, columns: tuple[str, ...]) -> Piece:
    return row(piece.text.split("\t"), piece.gap, columns)
