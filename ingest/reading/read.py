"""Reading a file: what it is by its content, then its pages and blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import UnreadableFileError
from ingest.plan import Document, Remark
from ingest.reading import plain
from ingest.reading.assemble import assemble
from ingest.reading.furniture import without_furniture
from ingest.reading.html import read_html
from ingest.reading.layout import leaves
from ingest.reading.markdown import read_markdown
from ingest.reading.pdf import read_pdf
from ingest.reading.piece import Leaf
from ingest.reading.sniff import Format, sniff
from ingest.reading.word import read_word

MOST_BYTES = 300 * 1024 * 1024
"""Bytes of the largest file that is opened."""


@dataclass(frozen=True, slots=True)
class _Content:
    leaves: Sequence[Leaf]
    title: str = ""
    remarks: tuple[Remark, ...] = ()


def read(path: Path) -> Document:
    """Read a file into a document. Raises UnreadableFileError with the reason and the remedy."""
    data = _bytes(path)
    kind, found = sniff(path, data)
    content = _content(path, data, kind)
    if not any(leaf.pieces for leaf in content.leaves):
        raise UnreadableFileError(path, "no_text")
    digest = hashlib.sha256(data).hexdigest()
    remarks = (*found, *content.remarks)
    return assemble(path.name, digest, kind.value, content.leaves, content.title, remarks)


def _content(path: Path, data: bytes, kind: Format) -> _Content:
    if kind is Format.PDF:
        pdf = read_pdf(path, data)
        return _Content(leaves(pdf.sheets), pdf.title, pdf.remarks)
    if kind is Format.WORD:
        return _Content(*read_word(path, data))
    text, remarks = plain.decode(data, declared=kind is Format.HTML)
    if kind is Format.HTML:
        return _Content(*read_html(text), remarks)
    if kind is Format.MARKDOWN:
        return _Content(*read_markdown(text), remarks)
    return _Content(leaves(without_furniture(plain.sheets(text))), "", remarks)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableFileError(
                path, "file_too_large", megabytes=size // 1024**2, limit=MOST_BYTES // 1024**2
            )
        if not path.is_file():
            raise UnreadableFileError(path, "not_a_file")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(path, "missing_file") from error
    except OSError as error:
        raise UnreadableFileError(path, "no_permission") from error
    if not data.strip():
        raise UnreadableFileError(path, "empty_file")
    return data
