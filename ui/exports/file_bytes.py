"""A file's content for a download, from what writes files."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path


def file_bytes(write: Callable[[Path], None]) -> bytes:
    """Return what ``write`` puts into the file that it is given."""
    with tempfile.TemporaryDirectory(prefix="plansvar-") as folder:
        file = Path(folder) / "file"
        write(file)
        return file.read_bytes()
