"""The manifest: a file in a folder that says what the files beside it are."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.errors import UnreadableFileError
from ingest.identity import Overrides

MANIFEST = "plansvar.toml"
"""``[[plan]]`` with ``file`` and any of ``municipality``, ``year`` and ``title``."""


class ManifestError(UnreadableFileError):
    """A manifest that cannot be used: nothing in its folder is read, rather than read as something else."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    file: str
    municipality: str | None = None
    year: int | None = Field(default=None, ge=1900, le=2100)
    title: str | None = None


class _Manifest(BaseModel):
    plan: list[_Entry] = []


def manifest(folder: Path) -> dict[str, Overrides]:
    """Return what the folder's manifest says of each file; no manifest says nothing. Raises ManifestError."""
    file = folder / MANIFEST
    if not file.exists():
        return {}
    try:
        said = _Manifest.model_validate(tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ManifestError(file, "bad_manifest", detail=f"{where}: {first['msg']}") from error
    except (OSError, ValueError) as error:
        raise ManifestError(file, "bad_manifest", detail=error) from error
    return {entry.file: Overrides(entry.municipality, entry.year, entry.title) for entry in said.plan}
