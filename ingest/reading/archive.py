"""Zip files as they are met in Word documents: what they unpack to is measured before anyone parses it."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from ingest.errors import UnreadableFileError

MOST_BYTES = 300 * 1024 * 1024
"""Bytes that a Word file may unpack to; pictures are the most of it."""
MOST_XML = 60 * 1024 * 1024
"""Bytes of text in it: 60 MB of WordprocessingML is thousands of pages."""
MOST_ENTRIES = 5000
_BLOCK = 1024 * 1024


def names(data: bytes) -> frozenset[str]:
    """Return what a zip file holds, or nothing where it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return frozenset()


def check(path: Path, data: bytes) -> None:
    """Raise UnreadableFileError for an archive that unpacks to too much: said or real."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            texts = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
            if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise UnreadableFileError(path, "archive_bomb")
            if sum(entry.file_size for entry in texts) > MOST_XML:
                raise UnreadableFileError(path, "archive_bomb")
            if any(entry.flag_bits & 1 for entry in entries):
                raise UnreadableFileError(path, "damaged_word")
            _unpack(path, archive, texts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise UnreadableFileError(path, "damaged_word") from error


def _unpack(path: Path, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Read the texts through once: a size that was declared may be a lie."""
    total = 0
    for entry in entries:
        with archive.open(entry) as stream:
            while block := stream.read(_BLOCK):
                total += len(block)
                if total > MOST_XML:
                    raise UnreadableFileError(path, "archive_bomb")
