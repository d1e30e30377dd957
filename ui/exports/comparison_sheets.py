"""A comparison as tables: the cells, and the sources that prove them."""

from __future__ import annotations

from assistant.answer import Citation
from assistant.comparison import Cell, CellState, Comparison, Row
from ingest.texts import Language, text
from ui.exports.sheet import CellValue, Sheet

_NUMBERS = ("value", "unit", "deadline")


def matrix(comparison: Comparison, language: Language) -> Sheet:
    """Return what is measured down, municipalities across; each cell with the number of its source."""
    heads = (text("goals.measured", language), *comparison.municipalities, text("goals.note", language))
    rows = tuple(
        (row.label, *(cell_text(cell, language) for cell in row.cells), row.note) for row in comparison.rows
    )
    return Sheet(title(comparison, language), heads, rows)


def cells(comparison: Comparison, language: Language) -> Sheet:
    """Return a row for each cell, with its number as a number."""
    names = ("measured", "municipality", "statement", *_NUMBERS, "number")
    rows = tuple(_cell_row(row, cell, language) for row in comparison.rows for cell in row.cells)
    heads = tuple(text(f"goals.{name}", language) for name in names)
    return Sheet(text("goals.numbers", language), heads, rows)


def with_sources(comparison: Comparison, language: Language) -> Sheet:
    """Return a row for each cell with its source beside it: one table that holds everything."""
    pairs = [(row, cell) for row in comparison.rows for cell in row.cells]
    heads = cells(comparison, language).heads + sources(comparison, language).heads[2:-1]
    rows = tuple(_cell_row(row, cell, language) + _where(cell.citation) for row, cell in pairs)
    return Sheet(title(comparison, language), heads, rows)


def sources(comparison: Comparison, language: Language) -> Sheet:
    """Return where every cell's words stand."""
    names = ("number", "municipality", "year", "title", "source", "page", "section", "quote")
    rows = tuple(_source_row(citation) for citation in comparison.citations)
    return Sheet(
        text("goals.sources", language), tuple(text(f"goals.{name}", language) for name in names), rows
    )


def title(comparison: Comparison, language: Language) -> str:
    """Return what is compared, as a heading."""
    return text("goals.compared", language, subject=comparison.theme or comparison.question or "")


def cell_text(cell: Cell, language: Language) -> str:
    """Return a cell's words with the mark of its source, or why it has none."""
    if cell.state is not CellState.FOUND or cell.citation is None:
        return text(f"goals.{cell.state.value}", language)
    return f"{' '.join((cell.text or '').split())} [{cell.citation.n}]"


def note(citation: Citation) -> str:
    """Return a source as a note under a text: "[1] Herlev, ..., s. 10, Resultatmål: “...”"."""
    return f"[{citation.n}] {citation.location}: “{' '.join(citation.quote.split())}”"


def _cell_row(row: Row, cell: Cell, language: Language) -> tuple[CellValue, ...]:
    aim = cell.target
    found = cell.state is CellState.FOUND
    words = cell.text if found else text(f"goals.{cell.state.value}", language)
    n = cell.citation.n if cell.citation else None
    return row.label, cell.municipality, words, aim.value, aim.unit, aim.deadline, n


def _source_row(citation: Citation) -> tuple[CellValue, ...]:
    identity = citation.plan.identity
    return (
        citation.n,
        identity.municipality,
        identity.years,
        identity.title,
        citation.plan.source,
        citation.page,
        citation.section,
        citation.quote,
    )


def _where(citation: Citation | None) -> tuple[CellValue, ...]:
    return _source_row(citation)[2:-1] if citation else (None,) * 5
