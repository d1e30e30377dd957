"""A comparison as tables: the matrix, its cells one by one, and the sources that prove them."""

from __future__ import annotations

from assistant.answer import Citation
from assistant.cells import Cell, CellState, Comparison, Remark, Row
from ingest.texts import Language, text
from ui.exports.sheet import CellValue, Linked, Sheet

_SOURCE = ("year", "title", "source", "page", "section")


def matrix(comparison: Comparison, language: Language) -> Sheet:
    """Return what is measured down, municipalities across; each cell with the number of its source."""
    told = text("compare.changes" if comparison.timeline else "compare.differences", language)
    ends = (told, text("goals.note", language))
    heads = (text("goals.measured", language), *comparison.municipalities, *ends)
    rows = tuple(
        (row.label, *(cell_text(cell, language) for cell in row.cells), told_in(row), row.note)
        for row in comparison.rows
    )
    return Sheet(title(comparison, language), heads, rows)


def cells(comparison: Comparison, language: Language) -> Sheet:
    """Return a row for each cell, with its number as a number and a link to its source."""
    names = ("statement", "value", "unit", "direction", "deadline", "baseline", "number")
    rows = tuple(_cell_row(row, cell, language) for row in comparison.rows for cell in row.cells)
    heads = (*_columns(comparison, language), *(text(f"goals.{name}", language) for name in names))
    return Sheet(text("goals.numbers", language), heads, rows)


def with_sources(comparison: Comparison, language: Language) -> Sheet:
    """Return a row for each cell with its source beside it: one table that holds everything."""
    pairs = [(row, cell) for row in comparison.rows for cell in row.cells]
    heads = cells(comparison, language).heads + tuple(text(f"goals.{name}", language) for name in _SOURCE)
    rows = tuple(_cell_row(row, cell, language) + _where(cell.citation) for row, cell in pairs)
    return Sheet(title(comparison, language), heads, rows)


def sources(comparison: Comparison, language: Language) -> Sheet:
    """Return where every cell's words stand, each with a link to its cell."""
    names = ("number", "municipality", *_SOURCE, "quote")
    every = [cell for row in comparison.rows for cell in row.cells]
    sheet = text("goals.numbers", language)
    rows = tuple(
        (Linked(cell.citation.n, sheet, at), cell.citation.plan.identity.municipality,
         *_where(cell.citation), cell.citation.quote)
        for at, cell in enumerate(every, start=1)
        if cell.citation is not None
    )  # fmt: skip
    heads = tuple(text(f"goals.{name}", language) for name in names)
    return Sheet(text("goals.sources", language), heads, rows)


def title(comparison: Comparison, language: Language) -> str:
    """Return what is compared, as a heading."""
    subject = comparison.theme or comparison.question or text("compare.all_themes", language)
    if comparison.timeline:
        return text("compare.title_timeline", language, municipality=comparison.timeline, subject=subject)
    return text("goals.compared", language, subject=subject)


def cell_text(cell: Cell, language: Language) -> str:
    """Return a cell's words with the mark of its source, or why it has none."""
    if cell.state is not CellState.FOUND or cell.citation is None:
        return text(f"goals.{cell.state.value}", language)
    return f"{' '.join((cell.text or '').split())}{corrected_mark(cell, language)} [{cell.citation.n}]"


def corrected_mark(cell: Cell, language: Language) -> str:
    """Return what follows the words of a goal that a person has corrected."""
    return f" ({text('goals.corrected', language).lower()})" if cell.corrected else ""


def told_in(row: Row) -> str:
    """Return how the cells of a row differ, each sentence with the marks of the cells that prove it."""
    return " ".join(with_marks(remark, row) for remark in row.differences)


def with_marks(remark: Remark, row: Row) -> str:
    """Return a sentence with the marks of its proof: "... [1] [3]"."""
    proofs = (row.cells[n].citation for n in remark.cells)
    marks = sorted({citation.n for citation in proofs if citation is not None})
    return " ".join([remark.words, *(f"[{n}]" for n in marks)])


def note(citation: Citation) -> str:
    """Return a source as a note under a text: "[1] Herlev, ..., s. 10, Resultatmål: “...”"."""
    return f"[{citation.n}] {place(citation)}"


def place(citation: Citation) -> str:
    """Return where a source stands and what it says."""
    return f"{citation.location}: “{' '.join(citation.quote.split())}”"


def _columns(comparison: Comparison, language: Language) -> tuple[str, str, str]:
    whose = "compare.plan_years" if comparison.timeline else "goals.municipality"
    return text("goals.measured", language), text(whose, language), text("compare.status", language)


def _cell_row(row: Row, cell: Cell, language: Language) -> tuple[CellValue, ...]:
    aim = cell.target
    status = text(f"goals.{cell.state.value}", language) + corrected_mark(cell, language)
    direction = aim.direction.value if aim.direction else None
    n = cell.citation.n if cell.citation else None
    link = None if n is None else Linked(n, text("goals.sources", language), n)
    told = (cell.text, aim.value, aim.unit, direction, aim.deadline, aim.baseline, link)
    return row.label, cell.municipality, status, *told


def _where(citation: Citation | None) -> tuple[CellValue, ...]:
    if citation is None:
        return (None,) * len(_SOURCE)
    identity = citation.plan.identity
    return identity.years, identity.title, citation.plan.source, citation.page, citation.section
