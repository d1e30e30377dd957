"""Word: the only module that imports python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from ingest.errors import UnreadableFileError
from ingest.plan import BlockKind
from ingest.reading import archive, markers
from ingest.reading.characters import one_line
from ingest.reading.piece import Leaf, Piece
from ingest.reading.tables import row

_HEADING = re.compile(r"(?:heading|overskrift)\s*(\d)", re.IGNORECASE)
_TITLE = frozenset(("title", "titel"))
_CAPTION = re.compile(r"caption|billedtekst|footnote|fodnote|kilde", re.IGNORECASE)
_LIST = re.compile(r"list|opstilling|punkt", re.IGNORECASE)
_CONTENTS = re.compile(r"toc|indholdsfortegnelse", re.IGNORECASE)
RUN_IN_LEVEL = 5
"""The level of a bold line of its own, below all styled headings."""


def read_word(path: Path, data: bytes) -> tuple[list[Leaf], str]:
    """Return the blocks of a Word file and its title. Raises UnreadableFileError for a damaged one."""
    archive.check(path, data)
    try:
        document = docx.Document(io.BytesIO(data))
        pieces = (*_pieces(document), *_footnotes(document))
        title = document.core_properties.title or ""
    except (OpcError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError) as error:
        raise UnreadableFileError(path, "damaged_word") from error
    if not pieces:
        raise UnreadableFileError(path, "no_text")
    return [Leaf(None, pieces)], one_line(title)


def _pieces(document: WordDocument) -> Iterator[Piece]:
    for part in document.iter_inner_content():
        yield from _table(part) if isinstance(part, Table) else _paragraph(part)


def _paragraph(paragraph: Paragraph) -> Iterator[Piece]:
    text = one_line(paragraph.text)
    if text:
        yield _styled(paragraph, text)
    for box in paragraph._p.iter(qn("w:txbxContent")):
        # Word writes a text box twice, the second time for old readers.
        if not any(above.tag.endswith("}Fallback") for above in box.iterancestors()):
            for inner in box.iter(qn("w:p")):
                yield from _paragraph(Paragraph(inner, paragraph._parent))


def _styled(paragraph: Paragraph, text: str) -> Piece:
    style = (paragraph.style.name if paragraph.style else "") or ""
    heading = _HEADING.match(style)
    if heading or style.lower() in _TITLE:
        return Piece(BlockKind.HEADING, text, int(heading[1]) if heading else 1)
    if _CAPTION.search(style) or _CONTENTS.match(style) or markers.NOTE.match(text):
        return Piece(BlockKind.NOTE, text)
    depth = _depth(paragraph, style)
    if depth is not None:
        return Piece(BlockKind.ITEM, text, depth)
    if markers.bullet(text):
        return Piece(BlockKind.ITEM, text)
    if _is_run_in(paragraph, text):
        return Piece(BlockKind.HEADING, text, RUN_IN_LEVEL)
    return Piece(BlockKind.PARAGRAPH, text)


def _depth(paragraph: Paragraph, style: str) -> int | None:
    """Return how deep a list item stands, by its numbering or its style; None for what is no item."""
    level = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
    if level is not None:
        return int(level.get(qn("w:val"), "0"))
    if not _LIST.search(style):
        return None
    number = re.search(r"(\d)$", style)
    return int(number[1]) - 1 if number else 0


def _is_run_in(paragraph: Paragraph, text: str) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    short = len(text) <= 90 and text[-1] not in ".,;"
    return short and bool(runs) and all(run.bold for run in runs)


def _table(table: Table) -> Iterator[Piece]:
    rows = [_cells(cells) for cells in table.rows]
    rows = [cells for cells in rows if any(cells)]
    if len({len(cells) for cells in rows}) == 1 and len(rows[0]) == 1:
        yield from (Piece(BlockKind.PARAGRAPH, cells[0]) for cells in rows)
        return
    columns = rows[0] if len(rows) > 1 else ()
    for place, cells in enumerate(rows):
        yield row(cells, columns=columns if place else ())


def _cells(cells: object) -> tuple[str, ...]:
    """Return a row's cells; one that is merged over columns stands in the first of them."""
    seen: list[object] = []
    texts: list[str] = []
    for cell in cells.cells:  # type: ignore[attr-defined]
        texts.append("" if cell._tc in seen else one_line(cell.text))
        seen.append(cell._tc)
    return tuple(texts)


def _footnotes(document: WordDocument) -> Iterator[Piece]:
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith("/footnotes"):
            continue
        root = parse_xml(relation.target_part.blob)
        for note in root.iter(qn("w:footnote")):
            text = one_line("".join(part.text or "" for part in note.iter(qn("w:t"))))
            if text:
                yield Piece(BlockKind.NOTE, text)
