"""A comparison as files to take away: Excel, Word, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from assistant.cells import Comparison
from ingest.texts import Language
from ui.exports import comparison_sheets as sheets
from ui.exports.comparison_paper import paper
from ui.exports.excel import write_excel
from ui.exports.plain import write_csv, write_markdown
from ui.exports.word import write_word

Writer = Callable[[Path, Comparison, Language], None]


def _excel(path: Path, comparison: Comparison, language: Language) -> None:
    pages = (sheets.matrix, sheets.cells, sheets.sources)
    write_excel(path, [page(comparison, language) for page in pages])


def _word(path: Path, comparison: Comparison, language: Language) -> None:
    write_word(path, paper(comparison, language))


def _csv(path: Path, comparison: Comparison, language: Language) -> None:
    write_csv(path, sheets.with_sources(comparison, language))


def _markdown(path: Path, comparison: Comparison, language: Language) -> None:
    notes = [sheets.note(citation) for citation in comparison.citations]
    heading = sheets.sources(comparison, language).title
    write_markdown(path, sheets.matrix(comparison, language), heading, notes)


WRITERS: Mapping[str, Writer] = {"xlsx": _excel, "docx": _word, "csv": _csv, "md": _markdown}
"""How each kind of file is written, by its ending."""
