"""Plain text: bytes to pages of lines."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.plan import Remark
from ingest.reading.characters import clean
from ingest.reading.line import Line, Sheet
from ingest.reading.tables import is_value

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*(?:iso-8859-1|latin1|windows-1252)""", re.IGNORECASE
)

LEAST_CELLS = 3
LEAST_PAIRS = 3
"""Lines of a label and a figure that make a table of two columns."""
ASIDE = 4
"""Characters by which figures below each other may begin earlier or later."""
_CELL = re.compile(r"\S+(?: \S+)*")
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}|\*{3,}")
UNEVEN = 3
"""Characters by which an underline may be longer or shorter than its heading."""


def decode(data: bytes, declared: bool = False) -> tuple[str, tuple[Remark, ...]]:
    """Return the text of ``data``: by its byte order mark, as UTF-8, or else as cp1252 with a remark.

    With ``declared``, an HTML page that says it is Latin-1 is read as cp1252 without one, as browsers do.
    """
    if declared and _DECLARED.search(data[:4096]):
        return data.decode("cp1252", errors="replace"), ()
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), (Remark("reading.decoded_as_cp1252"),)


def sheets(text: str) -> list[Sheet]:
    """Return the pages of ``text``: a form feed begins the next one, and one at the very end begins none."""
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return [Sheet(number, _lines(part)) for number, part in enumerate(parts, 1)]


def _lines(part: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    blank = 0
    for y, raw in enumerate(part.split("\n")):
        text = clean(raw).expandtabs(8).rstrip()
        words = text.strip()
        if not words:
            blank += 1
            continue
        if lines and not blank and _underlines(words, lines[-1].text):
            lines[-1] = replace(lines[-1], bold=True)
            continue
        indent = len(text) - len(words)
        lines.append(
            Line(words, float(blank if lines else 0), float(indent), float(indent + len(words)), float(y))
        )
        blank = 0
    return tuple(_with_cells(lines, part.split("\n")))


def _with_cells(lines: list[Line], raw: list[str]) -> list[Line]:
    """Tell the cells of a table that spaces align: two lines in a row of three cells, or three of two."""
    cells = [_cells(raw[int(line.y)]) for line in lines]
    paired = _paired(lines, cells)
    wide = [len(found) >= LEAST_CELLS or n in paired for n, found in enumerate(cells)]
    told = []
    for index, line in enumerate(lines):
        above = index > 0 and wide[index - 1] and not line.gap
        below = index + 1 < len(lines) and wide[index + 1] and not lines[index + 1].gap
        if wide[index] and (above or below):
            line = replace(
                line,
                cells=tuple(text for text, _ in cells[index]),
                edges=tuple(edge for _, edge in cells[index]),
            )
        told.append(line)
    return told


def _paired(lines: list[Line], cells: list[list[tuple[str, float]]]) -> set[int]:
    """Return the lines of tables of two columns: labels, and figures that stand below each other."""
    runs: list[list[int]] = []
    for n, found in enumerate(cells):
        if len(found) != 2:
            continue
        last = runs[-1][-1] if runs else -1
        if last == n - 1 >= 0 and not lines[n].gap and abs(cells[last][1][1] - found[1][1]) <= ASIDE:
            runs[-1].append(n)
        else:
            runs.append([n])
    return {
        n
        for run in runs
        if len(run) >= LEAST_PAIRS and all(is_value(cells[n][1][0]) for n in run[1:])
        for n in run
    }


def _cells(raw: str) -> list[tuple[str, float]]:
    text = clean(raw).expandtabs(8)
    return [(match[0], float(match.start())) for match in _CELL.finditer(text)]


def _underlines(words: str, above: str) -> bool:
    """Say whether a line of signs marks the line above it as a heading."""
    return bool(_UNDERLINE.fullmatch(words)) and abs(len(words) - len(above)) <= UNEVEN
