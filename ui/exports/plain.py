"""Tables as text: CSV that a Danish Excel opens as columns, and Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from ui.exports.sheet import CellValue, Sheet, plain, shown

_FORMULA = ("=", "+", "-", "@")
_MARKUP = re.compile(r"([\\`*_|<>])")


def write_csv(path: Path, sheet: Sheet) -> None:
    """Write a table as CSV: semicolons, decimal commas and a byte order mark, as a Danish Excel expects."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    for row in (sheet.heads, *sheet.rows):
        writer.writerow([_safe(value) for value in row])
    path.write_text(buffer.getvalue(), encoding="utf-8-sig", newline="")


def write_markdown(path: Path, sheet: Sheet, heading: str, notes: Sequence[str]) -> None:
    """Write a table with its notes as Markdown; what a plan says is text and never markup."""
    lines = [
        f"# {_escaped(sheet.title)}",
        "",
        _line(sheet.heads),
        f"| {' | '.join(['---'] * len(sheet.heads))} |",
    ]
    lines += [_line(row) for row in sheet.rows]
    lines += ["", f"## {heading}", "", *(f"{_escaped(note)}\n" for note in notes)]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _line(cells: Sequence[CellValue]) -> str:
    return f"| {' | '.join(_escaped(shown(cell)) for cell in cells)} |"


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\1", words)


def _safe(value: CellValue) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    words = shown(value)
    return f"'{words}" if isinstance(plain(value), str) and words.startswith(_FORMULA) else words
