"""Whether the numbers of a text are a municipality's own, or those of a region, the country or a firm."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.table_cells import places_named
from ingest.danish.numbers import numbers

_REGION = re.compile(
    r"\b(?:i|for|på) (?:hele )?(?:landet|landsdelen|landsplan|regionen|danmark|nabokommunerne)\b"
    r"|\blandsgennemsnittet (?:er|var|lå|ligger)\b|\b(?:region|rar)[ -][A-ZÆØÅ]\w+",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:[Kk]ommunen?s?|[Vv]i|[Vv]ores|her|lokalt)\b")
_CLAUSE = re.compile(r"[,;:.]\s+|\s(?:mens|men|hvor|og|mod)\s")


def elsewhere(text: str, municipalities: Iterable[str]) -> bool:
    """Say whether each number of a text stands in a clause on a region or the country."""
    if is_whole(text, municipalities):
        return False
    numbered = [clause for clause in _CLAUSE.split(text) if numbers(clause)]
    return bool(numbered) and all(_REGION.search(clause) for clause in numbered)


def is_whole(text: str, municipalities: Iterable[str]) -> bool:
    """Say whether a text speaks of the municipality itself, and not only of a firm or a team in it."""
    return bool(_OWN.search(text)) or any(name.lower() in text.lower() for name in municipalities)


def asks_elsewhere(question: str) -> bool:
    """Say whether a question asks for the country or a region, and for no municipality beside it."""
    return names_region(question) or bool(places_named(question))


def names_region(question: str) -> bool:
    """Say whether a question asks for a region or the country itself."""
    return bool(_REGION.search(question)) or "land" in question.lower().split()
