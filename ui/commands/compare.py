"""``plansvar compare``: municipalities side by side, with the proof in every cell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.goals import Csv, Theme, Xlsx, only_one, theme_for, written
from ui.commands.options import LANGUAGE, AsJson, Municipality, Store, opened, say

if TYPE_CHECKING:
    from assistant.comparison import Comparison
    from ingest.library import Library

Docx = Annotated[Path | None, typer.Option("--docx", help=say("docx_help"), dir_okay=False)]
Markdown = Annotated[Path | None, typer.Option("--md", help=say("md_help"), dir_okay=False)]


def compare(
    theme: Theme = None,
    question: Annotated[str | None, typer.Option(help=say("compare_question_help"))] = None,
    municipality: Municipality = None,
    as_json: AsJson = False,
    csv: Csv = None,
    xlsx: Xlsx = None,
    docx: Docx = None,
    md: Markdown = None,
    store: Store = None,
) -> None:
    """Compare municipalities by a theme or by a question."""
    if (theme is None) == (question is None):
        raise typer.BadParameter(say("one_of_theme_and_question"))
    only_one(as_json, csv, xlsx, docx, md)
    chosen = theme_for(theme)
    with opened(store) as library:
        comparison = _compared(library, chosen, question, municipality or [])
    if as_json:
        typer.echo(_json(comparison))
    elif csv or xlsx or docx or md:
        _write(comparison, csv, xlsx, docx, md)
    else:
        typer.echo(_shown(comparison))


def _compared(library: Library, theme: str | None, question: str | None, names: list[str]) -> Comparison:
    from assistant.comparison import compare_question, compare_theme
    from assistant.registered import municipality_named

    asked = [municipality_named(name, library) for name in names]
    if theme is not None:
        return compare_theme(library, theme, asked, LANGUAGE)
    return compare_question(library, question or "", asked, LANGUAGE)


def _write(
    comparison: Comparison, csv: Path | None, xlsx: Path | None, docx: Path | None, md: Path | None
) -> None:
    from ui.exports import comparison_sheets as sheets

    matrix, sources = sheets.matrix(comparison, LANGUAGE), sheets.sources(comparison, LANGUAGE)
    notes = [sheets.note(citation) for citation in comparison.citations]
    if csv is not None:
        from ui.exports.plain import write_csv

        written(csv, lambda file: write_csv(file, sheets.with_sources(comparison, LANGUAGE)))
    if xlsx is not None:
        from ui.exports.excel import write_excel

        pages = (matrix, sheets.cells(comparison, LANGUAGE), sources)
        written(xlsx, lambda file: write_excel(file, pages))
    if docx is not None:
        from ui.exports.word import write_word

        written(docx, lambda file: write_word(file, matrix, sources.title, notes))
    if md is not None:
        from ui.exports.plain import write_markdown

        written(md, lambda file: write_markdown(file, matrix, sources.title, notes))


def _json(comparison: Comparison) -> str:
    from ui.goal_json import comparison_json

    return json.dumps(comparison_json(comparison), ensure_ascii=False, indent=2)


def _shown(comparison: Comparison) -> str:
    from ui.exports.comparison_sheets import cell_text, note

    blocks = []
    for row in comparison.rows:
        cells = [f"  {cell.municipality}: {cell_text(cell, LANGUAGE)}" for cell in row.cells]
        blocks.append("\n".join([row.label, *cells, *([f"  ({row.note})"] if row.note else [])]))
    return "\n\n".join([*blocks, "\n".join(note(citation) for citation in comparison.citations)])
