"""Markdown: the only module that imports markdown-it-py."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.plan import BlockKind
from ingest.reading import markers
from ingest.reading.characters import one_line
from ingest.reading.piece import Leaf, Piece
from ingest.reading.tables import row

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def read_markdown(text: str) -> tuple[list[Leaf], str]:
    """Return the blocks of a Markdown text, and the title that its front matter gives."""
    body, title = _without_front_matter(text.lstrip("\ufeff"))
    walk = _Walk()
    for token in _PARSER.parse(body):
        walk.take(token)
    return [Leaf(None, tuple(walk.pieces))], title


def _without_front_matter(text: str) -> tuple[str, str]:
    """Read "title:" between two lines of dashes at the top; everything there is about the file."""
    if not text.startswith("---\n"):
        return text, ""
    head, mark, body = text[4:].partition("\n---")
    if not mark or ":" not in head:
        return text, ""
    lines = (line.partition(":") for line in head.splitlines())
    titles = (
        one_line(value).strip("\"'") for name, _, value in lines if name.strip().lower() in ("title", "titel")
    )
    return body.partition("\n")[2], next(titles, "")


class _Walk:
    """Goes through the parser's tokens and keeps where it is: in a heading, a list, a table."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._level = 0
        self._depth = -1
        self._marker: str | None = None
        self._cells: list[str] | None = None
        self._columns: tuple[str, ...] = ()

    def take(self, token: Token) -> None:
        """Take the next token."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._depth += 1
            case "bullet_list_close" | "ordered_list_close":
                self._depth -= 1
            case "list_item_open":
                self._marker = f"{token.info}{token.markup} " if token.info else ""
            case "heading_open":
                self._level = int(token.tag[1])
            case "heading_close":
                self._level = 0
            case "table_open":
                self._columns = ()
            case "tr_open":
                self._cells = []
            case "tr_close":
                self._end_row()
            case "inline":
                self._add(one_line(_plain(token)))
            case "fence" | "code_block" | "html_block":
                self._add(one_line(token.content))

    def _add(self, text: str) -> None:
        if self._cells is not None:
            self._cells.append(text)
        elif text:
            self.pieces.append(self._piece(text))
            self._marker = None

    def _piece(self, text: str) -> Piece:
        if self._level:
            return Piece(BlockKind.HEADING, text, self._level)
        if self._marker is not None:
            return Piece(BlockKind.ITEM, self._marker + text, max(0, self._depth))
        return Piece(BlockKind.NOTE if markers.NOTE.match(text) else BlockKind.PARAGRAPH, text)

    def _end_row(self) -> None:
        cells = self._cells or []
        if any(cells):
            self.pieces.append(row(cells, columns=self._columns))
        self._columns = self._columns or tuple(cells)
        self._cells = None


def _plain(token: Token) -> str:
    """Return the words without marks; a picture is its description, a line break a space."""
    return "".join(" " if child.type.endswith("break") else child.content for child in token.children or ())
