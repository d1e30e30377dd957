"""``plansvar compare``: municipalities, or one municipality's plan years, with the proof in every cell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.goals import Csv, Theme, Xlsx, only_one, tell_outdated, theme_for, written
from ui.commands.options import LANGUAGE, AsJson, Municipality, Store, opened, say, tell

if TYPE_CHECKING:
    from assistant.cells import Comparison, Row
    from ingest.library import Library

Docx = Annotated[Path | None, typer.Option("--docx", help=say("docx_help"), dir_okay=False)]
Markdown = Annotated[Path | None, typer.Option("--md", help=say("md_help"), dir_okay=False)]


def compare(
    theme: Theme = None,
    question: Annotated[str | None, typer.Option(help=say("compare_question_help"))] = None,
    municipality: Municipality = None,
    timeline: Annotated[bool, typer.Option("--timeline", help=say("timeline_help"))] = False,
    as_json: AsJson = False,
    csv: Csv = None,
    xlsx: Xlsx = None,
    docx: Docx = None,
    md: Markdown = None,
    store: Store = None,
) -> None:
    """Compare municipalities, or one municipality's plan years, by a theme or by a question."""
    given = sum((theme is not None, bool((question or "").strip())))
    if given > 1 or (not given and (question is not None or not timeline)):
        raise typer.BadParameter(say("one_of_theme_and_question"))
    if timeline and len(set(municipality or ())) != 1:
        raise typer.BadParameter(say("timeline_of_one"))
    only_one(as_json, csv, xlsx, docx, md)
    chosen = theme_for(theme)
    with opened(store) as library:
        tell_outdated(library)
        comparison = _compared(library, chosen, question, municipality or [], timeline)
    if as_json:
        typer.echo(_json(comparison))
        return
    files = {"csv": csv, "xlsx": xlsx, "docx": docx, "md": md}
    for kind, file in files.items():
        if file is not None:
            _write(comparison, kind, file)
    if not any(files.values()):
        typer.echo(_shown(comparison))


def _compared(
    library: Library, theme: str | None, question: str | None, names: list[str], timeline: bool
) -> Comparison:
    from assistant.comparison import compare_question, compare_theme, owners
    from assistant.registered import municipality_named
    from assistant.timeline import timeline_question, timeline_theme

    asked = [municipality_named(name, library) for name in names]
    if timeline and asked[0] not in owners(library):
        tell(say("no_such_municipality", municipality=asked[0]))
    if timeline and question is not None:
        return timeline_question(library, asked[0], question, LANGUAGE)
    if timeline:
        return timeline_theme(library, asked[0], theme, LANGUAGE)
    if theme is not None:
        return compare_theme(library, theme, asked, LANGUAGE)
    return compare_question(library, question or "", asked, LANGUAGE)


def _write(comparison: Comparison, kind: str, file: Path) -> None:
    from ui.exports.comparison_files import WRITERS

    written(file, lambda path: WRITERS[kind](path, comparison, LANGUAGE))


def _json(comparison: Comparison) -> str:
    from ui.goal_json import comparison_json, timeline_json

    made = timeline_json(comparison) if comparison.timeline else comparison_json(comparison)
    return json.dumps(made, ensure_ascii=False, indent=2)


def _shown(comparison: Comparison) -> str:
    from ui.exports.comparison_sheets import note

    blocks = [_block(row) for row in comparison.rows]
    return "\n\n".join([*blocks, "\n".join(note(citation) for citation in comparison.citations)])


def _block(row: Row) -> str:
    from ui.exports.comparison_sheets import cell_text, with_marks

    cells = [f"  {cell.municipality}: {cell_text(cell, LANGUAGE)}" for cell in row.cells]
    told = [f"  – {with_marks(remark, row)}" for remark in row.differences]
    return "\n".join([row.label, *cells, *told, *(f"  ({note.words})" for note in row.notes)])
