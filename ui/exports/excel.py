"""Tables as an Excel file: a sheet each, the heading frozen, numbers as numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ui.exports.sheet import CellValue, Linked, Sheet, plain

LONGEST_NAME = 31
"""Characters that Excel allows in the name of a sheet."""
WIDEST = 60
LONGEST_CELL = 32_767
"""Characters that Excel allows in a cell."""
# Made once: styles made for every cell took two thirds of the time of a file with 10,000 rows.
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_BOLD = Font(bold=True)
_LINK = Font(underline="single", color="0B5A8A")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def write_excel(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write tables to an Excel file, one sheet each."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(_name(sheet.title)), sheet)
    book.save(path)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for row, cells in enumerate((sheet.heads, *sheet.rows), start=1):
        for column, value in enumerate(cells, start=1):
            _write(page, row, column, value)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    _on_paper(page)
    for column in range(1, len(sheet.heads) + 1):
        lengths = [len(str(plain(row[column - 1]) or "")) for row in (sheet.heads, *sheet.rows)]
        page.column_dimensions[get_column_letter(column)].width = min(WIDEST, max(lengths) + 2)


def _on_paper(page: Worksheet) -> None:
    """Print all columns on the width of a page, with the heading on each; else a table is torn apart."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def _write(page: Worksheet, row: int, column: int, value: CellValue) -> None:
    bare = plain(value)
    cell = page.cell(row, column, _CONTROL.sub(" ", bare)[:LONGEST_CELL] if isinstance(bare, str) else bare)
    if isinstance(bare, str):
        cell.data_type = "s"  # Else words that begin with "=" become a formula.
    cell.alignment = _WRAPPED
    if row == 1:
        cell.font = _BOLD
    if isinstance(value, Linked):
        place = f"{quote_sheetname(_name(value.sheet))}!A{value.row + 1}"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
        cell.font = _LINK


def _name(title: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", _CONTROL.sub(" ", title)).split())[:LONGEST_NAME].strip() or "-"
