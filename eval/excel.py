"""Question sets as Excel sheets, so that a colleague can write cases: one row a case, one a further quote."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from eval.questions import Case, Claim, QuestionSet
from ingest.errors import QuestionError
from ingest.texts import Language, text

# Damaged XML is a SyntaxError to every parser that openpyxl may use.
_UNREADABLE = (
    BadZipFile, zlib.error, EOFError, InvalidFileException, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, NotImplementedError, RuntimeError, OSError,
)  # fmt: skip

_SHARED = ("id", "kind", "question", "history", "answerable")
_PIECE = ("document", "quote", "alternatives")
_LIMITS = ("municipalities", "year")
_CHECKED = ("must_include", "claims", "not_municipalities", "reason")
_OPTIONAL = (*_CHECKED, "cluster", "slice", "drafted", "note", *_LIMITS)
COLUMNS = (*_SHARED, *_PIECE, *_OPTIONAL)
"""The columns in their order; the texts give each its heading."""

_LISTS = ("history", "must_include", "not_municipalities", "municipalities")
_FLAGS = ("answerable", "drafted")
_WIDE = ("question", "history", "quote", "alternatives", "must_include", "note")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
MOST_BYTES = 60 * 1024 * 1024
"""Bytes that the sheets may unpack to: hundreds of thousands of questions."""
MOST_CELLS = 2_000_000
"""Cells of a sheet, the empty ones among them: one far cell makes a sheet of billions."""
YES = ("ja", "yes", "true", "sand", "1", "x")
NO = ("nej", "no", "false", "falsk", "0")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A case as question sets write it, a line of JSON, and the sheet's row (1-based) that it begins on."""

    row: int
    json: str


def export(questions: QuestionSet, path: Path, language: Language = "da") -> None:
    """Write a set as an Excel file that ``sheet_lines`` reads back."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise QuestionError(path, "unreadable_sheet")
    sheet.title = text("eval.sheet_title", language)
    rows = [[text(f"eval.sheet_{name}", language) for name in COLUMNS]]
    rows += [cells for case in questions.cases for cells in _rows(case, language)]
    for n, cells in enumerate(rows, start=1):
        _write(sheet, n, cells)
    sheet.freeze_panes = "A2"
    for n, name in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(n)].width = 48 if name in _WIDE else 16
    book.save(path)


def sheet_lines(path: Path) -> list[SheetLine]:
    """Read the first sheet of an Excel file. Raises QuestionError where it cannot be opened or read."""
    sheet = _sheet(path)
    names = [_column(_read(cell)) for cell in next(sheet.iter_rows(max_row=1), ())]
    groups: list[list[_Cells]] = []
    for n, row in enumerate(sheet.iter_rows(min_row=2), start=2):
        cells = {name: _read(cell) for name, cell in zip(names, row, strict=False) if _read(cell).strip()}
        if cells and ("id" in cells or not groups):
            groups.append([])
        if cells:
            groups[-1].append(_Cells(n, cells))
    return [SheetLine(group[0].row, json.dumps(_fields(group), ensure_ascii=False)) for group in groups]


def _sheet(path: Path) -> Worksheet:
    try:
        with ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > MOST_BYTES:
            raise QuestionError(path, "sheet_too_large")
        sheet = load_workbook(path, data_only=True).worksheets[0]
    except _UNREADABLE as error:
        raise QuestionError(path, "unreadable_sheet") from error
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        raise QuestionError(path, "sheet_too_large")
    return sheet


@dataclass(frozen=True, slots=True)
class _Cells:
    """What stands in one row of the sheet, by the field that its column is for."""

    row: int
    named: dict[str, str]


def _rows(case: Case, language: Language) -> Iterator[list[str]]:
    """Yield the row of a case, then one for each further piece of evidence."""
    first = {name: _cell(getattr(case, name), language) for name in (*_SHARED, *_OPTIONAL)}
    first["drafted"] = _cell(True, language) if case.drafted else ""
    pieces = [
        {"document": gold.document, "quote": gold.quote, "alternatives": "\n".join(gold.alternatives)}
        for gold in case.evidence
    ]
    head, *more = [first | (pieces[0] if pieces else {}), *pieces[1:]]
    for cells in (head, *more):
        yield [cells.get(name, "") for name in COLUMNS]


def _cell(value: object, language: Language) -> str:
    match value:
        case bool():
            return text("eval.yes" if value else "eval.no", language)
        case tuple():
            return "\n".join(_cell(each, language) for each in value)
        case Claim():
            return " | ".join([value.value, value.unit, str(value.year or "")]).rstrip(" |")
        case _:
            return "" if value is None else str(value)


def _write(sheet: Worksheet, row: int, cells: Iterable[str]) -> None:
    for column, written in enumerate(cells, start=1):
        cell = sheet.cell(row, column, _CONTROL.sub(" ", written))
        cell.data_type = "s"  # Else a question that begins with "=" becomes a formula.
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=row == 1)


def _read(cell: Cell | MergedCell) -> str:
    """Return a cell as it was typed: Excel has made numbers of some, and Danes write a decimal comma."""
    value = cell.value
    if isinstance(cell, Cell) and isinstance(value, int | float) and not isinstance(value, bool):
        percent = "%" in str(cell.number_format)
        written = f"{100 * value if percent else value:.10g}".replace(".", ",")
        return f"{written} %" if percent else written
    return "" if value is None else str(value)


def _column(heading: str) -> str:
    """Return the field that a heading names, in either language or as in JSON; else the heading."""
    wanted = heading.strip().casefold()
    for name in COLUMNS:
        if wanted in (name, *(text(f"eval.sheet_{name}", each).casefold() for each in ("da", "en"))):
            return name
    return heading


def _fields(group: Sequence[_Cells]) -> dict[str, object]:
    """Return a case from its row and the rows below it that only add evidence."""
    pieces = [_piece(cells.named) for cells in group if any(name in cells.named for name in _PIECE)]
    named = {name: _field(name, cell) for name, cell in group[0].named.items() if name not in _PIECE}
    return {"history": [], "evidence": pieces, "must_include": []} | named


def _field(name: str, cell: str) -> object:
    if name in _FLAGS:
        return _flag(cell)
    lines = [line for line in cell.splitlines() if line.strip()]
    if name == "claims":
        return [_claim(line) for line in lines]
    if name == "year" and cell.strip().isdigit():
        return int(cell)
    return lines if name in _LISTS else cell.strip()


def _piece(cells: dict[str, str]) -> dict[str, object]:
    piece: dict[str, object] = {name: cells[name].strip() for name in ("document", "quote") if name in cells}
    return piece | ({"alternatives": cells["alternatives"].splitlines()} if "alternatives" in cells else {})


def _flag(cell: str) -> object:
    """Return True or False, or the cell itself, so that the mistake in it is named."""
    word = cell.strip().casefold()
    return True if word in YES else False if word in NO else cell


def _claim(line: str) -> dict[str, object]:
    value, unit, year, *_ = [part.strip() for part in line.split("|")] + ["", ""]
    claim: dict[str, object] = {"value": value, "unit": unit}
    return claim | {"year": int(year) if year.isdigit() else year} if year else claim
