"""A comparison as a paper for a committee: a table where it fits on a page, else a table for each row."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.cells import Cell, CellState, Comparison, Remark, Row
from assistant.figures import listed, quantity
from ingest.texts import Language, text
from ui.exports.comparison_sheets import corrected_mark, place, title
from ui.exports.paper import Block, Heading, Line, Noted, Paper, Table

UPRIGHT, WIDEST = 2, 6
"""Columns that fit on a page that stands, and on one that lies."""
_LABEL = 0.18
_LONG = (0.2, 0.5, 0.18, 0.12)


def paper(comparison: Comparison, language: Language) -> Paper:
    """Return a comparison as a paper with a note for every cell."""
    columns = len(comparison.municipalities)
    blocks = _matrix(comparison, language) if columns <= WIDEST else _long(comparison, language)
    return Paper(title(comparison, language), tuple(blocks), UPRIGHT < columns <= WIDEST, language)


def _matrix(comparison: Comparison, language: Language) -> Iterator[Block]:
    names = comparison.municipalities
    widths = (_LABEL, *((1 - _LABEL) / len(names) for _ in names))
    rows = tuple(
        (Noted(row.label), *(_cell(cell, language) for cell in row.cells)) for row in comparison.rows
    )
    yield Table((text("goals.measured", language), *names), rows, widths)
    told = [row for row in comparison.rows if row.differences or row.notes]
    if told:
        yield Heading(text("compare.changes" if comparison.timeline else "compare.differences", language))
        yield from (Line(_told(row, language), f"{row.label}:") for row in told)


def _long(comparison: Comparison, language: Language) -> Iterator[Block]:
    heads = tuple(
        text(f"goals.{name}", language) for name in ("municipality", "statement", "value", "deadline")
    )
    for row in comparison.rows:
        yield Heading(row.label)
        if row.found:
            yield Table(heads, tuple(_entry(cell, language) for cell in row.found), _LONG)
        for state in (CellState.NOT_FOUND, CellState.NOT_IN_COLLECTION):
            if names := [cell.municipality for cell in row.cells if cell.state is state]:
                yield Line(f"{listed(names, language)}.", text(f"goals.{state.value}", language) + ":")
        if told := _told(row, language):
            yield Line(told)


def _entry(cell: Cell, language: Language) -> tuple[Noted, ...]:
    aim = cell.target
    number = "" if aim.value is None else quantity(aim.value, aim.unit, language)
    return Noted(cell.municipality), _cell(cell, language), Noted(number), Noted(aim.deadline or "")


def _cell(cell: Cell, language: Language) -> Noted:
    if cell.citation is None:
        return Noted(text(f"goals.{cell.state.value}", language), quiet=True)
    words = " ".join((cell.text or "").split()) + corrected_mark(cell, language)
    return Noted(words, place(cell.citation))


def _told(row: Row, language: Language) -> str:
    said = [_with_notes(remark, row, language) for remark in row.differences]
    return " ".join([*said, *(note.words for note in row.notes)])


def _with_notes(remark: Remark, row: Row, language: Language) -> str:
    """Return a sentence with the numbers of the notes that prove it; Word numbers them in this order."""
    proofs = (row.cells[n].citation for n in remark.cells)
    numbers = [str(n) for n in sorted({citation.n for citation in proofs if citation is not None})]
    if not numbers:
        return remark.words
    return text("compare.with_notes", language, words=remark.words, notes=listed(numbers, language))
