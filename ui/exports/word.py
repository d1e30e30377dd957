"""A paper as a Word file: tables whose heading stands on each page, and sources as real footnotes."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from ui.exports.footnotes import MARK_STYLE, SEPARATORS, TEXT_STYLE, footnotes, writable
from ui.exports.paper import Heading, Line, Noted, Paper, Table

MARGIN = Cm(2)
_GREY = RGBColor(0x5A, 0x66, 0x68)
_SMALL, _NOTE_SIZE = Pt(9), Pt(8)
_LOCALES = {"da": "da-DK", "en": "en-GB"}
_AFTER_NOTES = (
    "w:endnotePr",
    "w:compat",
    "w:docVars",
    "w:rsids",
    "m:mathPr",
    "w:themeFontLang",
    "w:clrSchemeMapping",
)
"""What stands after the footnotes in a file's settings, in the order of the standard."""


def write_word(path: Path, paper: Paper) -> None:
    """Write a paper."""
    document = docx.Document()
    document.core_properties.title = writable(paper.title)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _prepare(document, paper)
    document.add_heading(writable(paper.title), level=1)
    notes: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Heading):
            document.add_heading(writable(block.words), level=2)
        elif isinstance(block, Line):
            _line(document, block)
        else:
            _table(document, block, notes)
    _attach(document, notes)
    document.save(str(path))


def _prepare(document: Document, paper: Paper) -> None:
    page = document.sections[0]
    if paper.wide:
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = page.page_height, page.page_width
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LOCALES[paper.language])
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    small = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    small.element.set(qn("w:styleId"), TEXT_STYLE)
    small.base_style = document.styles["Normal"]
    small.font.size = _NOTE_SIZE
    small.paragraph_format.space_after = Pt(0)
    mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.element.set(qn("w:styleId"), MARK_STYLE)
    mark.font.superscript = True


def _line(document: Document, line: Line) -> None:
    paragraph = document.add_paragraph()
    if line.lead:
        paragraph.add_run(f"{writable(line.lead)} ").bold = True
    paragraph.add_run(writable(line.words))


def _table(document: Document, block: Table, notes: list[str]) -> None:
    table = document.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        _write(cell, Noted(head), notes, bold=True)
    _repeat(table)
    for row in block.rows:
        line = table.add_row()
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for n, (cell, words) in enumerate(zip(line.cells, row, strict=True)):
            _write(cell, words, notes, bold=n == 0)
    _widths(document, table, block.widths)
    document.add_paragraph()


def _repeat(table: WordTable) -> None:
    """Let the heading stand again on each page that the table goes on to."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _widths(document: Document, table: WordTable, shares: tuple[float, ...]) -> None:
    page = document.sections[0]
    whole = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Length(int(whole * share))
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = Length(int(whole * share))


def _write(cell: _Cell, words: Noted, notes: list[str], bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(writable(words.words))
    run.bold, run.italic, run.font.size = bold, words.quiet, _SMALL
    if words.quiet:
        run.font.color.rgb = _GREY
    if words.note:
        notes.append(words.note)
        _mark(paragraph, len(notes))


def _mark(paragraph: Paragraph, n: int) -> None:
    """Put the mark of a footnote at the end of a paragraph; Word numbers them as they come."""
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(n))
    paragraph.add_run(style="footnote reference")._r.append(reference)


def _attach(document: Document, notes: list[str]) -> None:
    """Add the footnotes to the file, and name their separators in its settings."""
    if not notes:
        return
    package = document.part.package
    name = PackURI("/word/footnotes.xml")
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, footnotes(notes), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    named = OxmlElement("w:footnotePr")
    for id_ in SEPARATORS:
        separator = OxmlElement("w:footnote")
        separator.set(qn("w:id"), str(id_))
        named.append(separator)
    document.settings.element.insert_element_before(named, *_AFTER_NOTES)
