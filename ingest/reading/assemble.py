"""From pieces to a document: one line each, offsets, pages; personal numbers are masked on the way."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.plan import Block, Document, Page, Remark
from ingest.privacy import mask_cpr
from ingest.reading.piece import Leaf


def assemble(
    source: str,
    sha256: str,
    kind: str,
    leaves: Sequence[Leaf],
    title: str = "",
    remarks: Sequence[Remark] = (),
) -> Document:
    """Return the document that ``leaves`` make."""
    parts: list[str] = []
    blocks: list[Block] = []
    pages: list[Page] = []
    at = masked = 0
    for index, leaf in enumerate(leaves):
        at += index > 0
        start = at
        lines: list[str] = []
        for piece in leaf.pieces:
            line, count = mask_cpr(piece.text)
            masked += count
            at += bool(lines)
            blocks.append(Block(piece.kind, at, at + len(line), piece.level, piece.columns))
            at += len(line)
            lines.append(line)
        parts.append("\n".join(lines))
        if leaf.number is not None:
            pages.append(Page(leaf.number, start, at))
    found = (*remarks, *_page_remarks(leaves), *_mask_remarks(masked))
    named, title = mask_cpr(source)[0], mask_cpr(title)[0]
    return Document(named, sha256, kind, "\f".join(parts), tuple(pages), tuple(blocks), title, found)


def _page_remarks(leaves: Sequence[Leaf]) -> tuple[Remark, ...]:
    empty = [str(leaf.number) for leaf in leaves if leaf.number is not None and not leaf.pieces]
    return (Remark("reading.pages_without_text", (("pages", ", ".join(empty)),)),) if empty else ()


def _mask_remarks(count: int) -> tuple[Remark, ...]:
    return (Remark("reading.personal_numbers_masked", (("count", str(count)),)),) if count else ()
