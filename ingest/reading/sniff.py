"""What a file really is, by its content; its ending is only asked where the content leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from ingest.errors import UnreadableFileError
from ingest.plan import Remark
from ingest.reading import archive


class Format(StrEnum):
    """The formats that can be read."""

    PDF = "pdf"
    WORD = "docx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


ENDINGS = {
    ".pdf": Format.PDF,
    ".docx": Format.WORD,
    ".docm": Format.WORD,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
}
_FOREIGN = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "Office 97-2003 (.doc, .xls, .ppt)"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BINARY = 0.01
"""Share of control characters from which on bytes are no text."""
_HEAD = 4096


def sniff(path: Path, data: bytes) -> tuple[Format, tuple[Remark, ...]]:
    """Return the format of ``data``, with a remark where the file's ending says another."""
    found = _format(path, data)
    named = ENDINGS.get(path.suffix.lower())
    alike = named is None or named is found or {named, found} <= {Format.TEXT, Format.MARKDOWN}
    if alike:
        return found, ()
    fields = (("ending", path.suffix), ("found", found.upper()))
    return found, (Remark("reading.wrong_ending", fields),)


def _format(path: Path, data: bytes) -> Format:
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path, data)
    for start, name in _FOREIGN:
        if head.startswith(start):
            raise UnreadableFileError(path, "unsupported_format", name=name)
    if _is_binary(data):
        raise UnreadableFileError(path, "damaged_pdf" if path.suffix.lower() == ".pdf" else "unknown_format")
    named = ENDINGS.get(path.suffix.lower())
    if _HTML.search(head) and named not in (Format.TEXT, Format.MARKDOWN):
        return Format.HTML
    if _HTML.match(head.lstrip()) or named is Format.HTML:
        return Format.HTML
    return Format.MARKDOWN if named is Format.MARKDOWN else Format.TEXT


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    sample = data[: 64 * _HEAD]
    return b"\x00" in sample or len(_CONTROL.findall(sample)) > BINARY * len(sample)


def _zipped(path: Path, data: bytes) -> Format:
    inside = archive.names(data)
    if "word/document.xml" in inside:
        return Format.WORD
    if not inside:
        raise UnreadableFileError(path, "damaged_word")
    if "mimetype" in inside and "content.xml" in inside:
        raise UnreadableFileError(path, "unsupported_format", name="OpenDocument (.odt, .ods)")
    for folder, name in (("xl/", "Excel (.xlsx)"), ("ppt/", "PowerPoint (.pptx)")):
        if any(entry.startswith(folder) for entry in inside):
            raise UnreadableFileError(path, "unsupported_format", name=name)
    raise UnreadableFileError(path, "unsupported_format", name="ZIP")
