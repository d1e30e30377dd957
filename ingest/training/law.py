"""Provisions of public law, the running text that the embedding model is trained on."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path

LONGEST = 6000
"""Characters of a provision that are read; a few are whole tables."""
SHORTEST = 25
"""Characters of the shortest sentence that says something."""
_END = re.compile(r"(?<=[a-zæøå)]\.)\s+(?=[A-ZÆØÅ§])")
_NUMBER = re.compile(r"^§\s*\d+\s*[a-z]?\.\s*|^Stk\.\s*\d+\.\s*")
_KIND = re.compile(r"^(?:Bekendtgørelse|Lov|Vejledning|Cirkulære|Anordning)(?: af lov)? om ")


@dataclass(frozen=True, slots=True)
class Provision:
    """One paragraph of an act: which act, what the act is about, and its sentences."""

    act: str
    subject: str
    text: str
    sentences: tuple[str, ...]


def read_law(path: Path) -> list[Provision]:
    """Return the provisions of a file of JSON lines with ``act``, ``id`` and ``text``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_provision(json.loads(line)) for line in lines]


def _provision(row: dict[str, str]) -> Provision:
    return Provision(row["id"], _KIND.sub("", row["act"]), row["text"], sentences(row["text"][:LONGEST]))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a provision without its numbers."""
    parts = (_NUMBER.sub("", part).strip() for part in _END.split(text))
    return tuple(part for part in parts if len(part) > SHORTEST)
