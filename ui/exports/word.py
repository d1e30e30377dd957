"""A comparison as a Word file, ready for a committee paper: a table, and its sources as notes under it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT

from ui.exports.sheet import Sheet, shown


def write_word(path: Path, sheet: Sheet, heading: str, notes: Sequence[str]) -> None:
    """Write a table and the notes under it."""
    paper = docx.Document()
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    paper.add_heading(sheet.title, level=1)
    table = paper.add_table(rows=1, cols=len(sheet.heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, sheet.heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for row in sheet.rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = shown(value)
    paper.add_heading(heading, level=2)
    for note in notes:
        paper.add_paragraph(note)
    paper.save(str(path))
