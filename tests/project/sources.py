"""The project's own files, as these tests look at them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("corpus", "ingest", "assistant", "eval", "ui")
"""In the order in which data flows."""
SKIPPED = {"__pycache__", ".venv", "build", "dist"}


def files(*folders: str, ending: str = ".py") -> list[Path]:
    """Return the files under our folders with this ending, in order."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob(f"*{ending}"))]
    return [path for path in found if not SKIPPED & set(path.relative_to(ROOT).parts)]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def module_name(path: Path) -> str:
    """Return "ingest.reading.pdf" for ingest/reading/pdf.py, and the package for its __init__."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
