"""Reading a file: what it is by its content, then its pages and blocks."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ingest.errors import UnreadableFileError
from ingest.plan import Document
from ingest.reading.assemble import assemble
from ingest.reading.layout import leaves
from ingest.reading.pdf import read_pdf
from ingest.reading.plain import decode, sheets


def read(path: Path) -> Document:
    """Read a file into a document. Raises UnreadableFileError with the reason and the remedy."""
    data = _bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    if b"%PDF-" in data[:1024]:
        pdf = read_pdf(path, data)
        return assemble(path.name, digest, "pdf", leaves(pdf.sheets), pdf.title, pdf.remarks)
    text, remarks = decode(data)
    return assemble(path.name, digest, "txt", leaves(sheets(text)), remarks=remarks)


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(path, "missing_file") from error
    except (PermissionError, IsADirectoryError) as error:
        raise UnreadableFileError(path, "no_permission") from error
    if not data.strip():
        raise UnreadableFileError(path, "empty_file")
    return data
