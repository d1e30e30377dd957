"""Write a source as a Word file with real heading styles, lists and tables."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.text.paragraph import Paragraph

from corpus.sample.manifest import MARK, SamplePlan
from corpus.sample.source import Kind, Piece, Source

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_TABLE_STYLE = "Light Grid Accent 1"
_STAMP = datetime(2000, 1, 1)  # Word stores naive times
_INVENTED = f"{MARK}: kommunen, tallene og personerne findes ikke."


def docx_file(plan: SamplePlan, source: Source) -> bytes:
    """Return the plan as a .docx; the archive is stored with fixed times, so that its bytes do not vary."""
    document = docx.Document()
    _drop_unused_styles(document)
    _describe(document, plan)
    for piece in source.pieces:
        _add(document, plan, piece)
    file = io.BytesIO()
    document.save(file)
    return _stored(file.getvalue())


def _drop_unused_styles(document: Document) -> None:
    # The default template brings some hundred of them: nine tenths of the file.
    for style in list(document.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in {"Normal Table", _TABLE_STYLE}:
            style.delete()
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("stylesWithEffects"):
            del document.part.rels[key]


def _describe(document: Document, plan: SamplePlan) -> None:
    properties = document.core_properties
    properties.title = plan.full_title
    properties.author = f"{plan.municipality} Kommune ({MARK.lower()})"
    properties.subject = properties.keywords = properties.comments = MARK
    properties.created = properties.modified = _STAMP
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{plan.municipality} Kommune\t\t{plan.title}"
    section.footer.paragraphs[0].text = MARK


def _add(document: Document, plan: SamplePlan, piece: Piece) -> None:
    match piece.kind:
        case Kind.HEADING:
            document.add_heading(piece.text, piece.level)
        case Kind.ITEM:
            style = "List Bullet" if piece.mark == "-" else "List Number"
            _write(document.add_paragraph(style=style + " 2" * bool(piece.level)), piece.text)
        case Kind.TABLE:
            _table(document, piece.rows)
        case Kind.DIRECTIVE:
            _directive(document, plan, piece.text)
        case Kind.SOURCE_LINE:
            document.add_paragraph(piece.text, style="Caption")
        case _:
            _write(document.add_paragraph(), piece.text)


def _directive(document: Document, plan: SamplePlan, name: str) -> None:
    if name == "forside":
        document.add_heading(plan.title, 0)
        document.add_paragraph(f"{plan.municipality} Kommune", style="Subtitle")
        document.add_paragraph(plan.approved)
        document.add_paragraph(_INVENTED)
    document.add_page_break()  # type: ignore[no-untyped-call]


def _table(document: Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(0, len(rows[0]), style=_TABLE_STYLE)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph()


def _write(paragraph: Paragraph, text: str) -> None:
    for number, part in enumerate(_BOLD.split(text)):
        paragraph.add_run(part).bold = bool(number % 2) or None


def _stored(packed: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), source.read(name))
    return file.getvalue()
