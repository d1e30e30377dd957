"""The small markup that the sample plans are written in, read into pieces that every writer understands.

Besides Markdown's headings, lists and tables: ``!!forside`` (front page), ``!!indhold`` (table of contents),
``!!side`` (new page), ``!!spalter`` and ``!!enspaltet`` (two columns and back), ``!!kasser N`` ... ``!!slut``
(boxes in N columns, each begun by ``##``), ``!!kilde`` (a source line), ``!!linjer`` ... ``!!slut`` (lines as
they stand), ``!!med NAME`` (a paragraph that several municipalities share word for word).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.sample.manifest import ROOT

_NOTE = re.compile(r"\[\^(\d+)\]: (.+)")
_ITEM = re.compile(r"( *)(-|\d+\.) (.+)")


class Kind(StrEnum):
    """What a piece of a source is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    GRID = "grid"
    BOX = "box"
    SOURCE_LINE = "source line"
    LINES = "lines"
    DIRECTIVE = "directive"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: its words, and by kind its level, list mark, rows or the pieces inside it."""

    kind: Kind
    text: str = ""
    level: int = 0
    mark: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    children: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A whole source: its pieces in order and its numbered footnotes."""

    pieces: tuple[Piece, ...]
    notes: tuple[tuple[str, str], ...]

    def note(self, number: str) -> str:
        """Return the text of one footnote."""
        return dict(self.notes)[number]


def read_source(name: str) -> Source:
    """Read ``sources/NAME`` with the shared paragraphs put in."""
    lines = tuple(_with_shared((ROOT / "sources" / name).read_text(encoding="utf-8").splitlines()))
    notes = tuple(match.groups() for line in lines if (match := _NOTE.fullmatch(line)))
    body = [line for line in lines if not _NOTE.fullmatch(line)]
    return Source(tuple(_pieces(body)), tuple((number, text) for number, text in notes))


def _with_shared(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line.startswith("!!med "):
            shared = ROOT / "sources" / "shared" / f"{line.removeprefix('!!med ').strip()}.md"
            yield from shared.read_text(encoding="utf-8").splitlines()
        else:
            yield line


def _pieces(lines: list[str]) -> Iterator[Piece]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith(("!!kasser", "!!linjer")):
            end = lines.index("!!slut", at)
            yield _enclosed(line, lines[at + 1 : end])
            at = end + 1
            continue
        end = _end_of_block(lines, at)
        if line.strip():
            yield _piece(lines[at:end])
        at = end


def _end_of_block(lines: list[str], at: int) -> int:
    end = at + 1
    while end < len(lines) and _continues(lines[at], lines[end]):
        end += 1
    return end


def _continues(first: str, line: str) -> bool:
    if not first.strip() or first.startswith(("#", "!!")) or not line.strip():
        return False
    if first.startswith("|"):
        return line.startswith("|")
    return not (line.startswith(("#", "!!", "|")) or _ITEM.fullmatch(line))


def _enclosed(opening: str, lines: list[str]) -> Piece:
    if opening.startswith("!!linjer"):
        return Piece(Kind.LINES, text="\n".join(lines))
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    ends = [*starts[1:], len(lines)]
    boxes = tuple(
        Piece(Kind.BOX, text=lines[start][3:], children=tuple(_pieces(lines[start + 1 : end])))
        for start, end in zip(starts, ends, strict=True)
    )
    return Piece(Kind.GRID, level=int(opening.split()[1]), children=boxes)


def _piece(lines: list[str]) -> Piece:
    first = lines[0]
    text = " ".join(line.strip() for line in lines)
    if first.startswith("#"):
        marks, _, words = text.partition(" ")
        return Piece(Kind.HEADING, text=words, level=len(marks))
    if first.startswith("!!kilde "):
        return Piece(Kind.SOURCE_LINE, text=text.removeprefix("!!kilde "))
    if first.startswith("!!"):
        return Piece(Kind.DIRECTIVE, text=text[2:].strip())
    if first.startswith("|"):
        return Piece(Kind.TABLE, rows=tuple(_cells(line) for line in lines if not line.startswith("|--")))
    if match := _ITEM.fullmatch(text if not first.startswith(" ") else first[: _indent(first)] + text):
        return Piece(Kind.ITEM, text=match[3], level=len(match[1]) // 2, mark=match[2])
    return Piece(Kind.PARAGRAPH, text=text)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
