"""Whether the numbers of a text are those of a region or the whole country, and of no municipality."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.danish.numbers import numbers

_REGION = re.compile(
    r"\b(?:i|for|på) (?:hele )?(?:landet|landsdelen|landsplan|regionen|danmark|nabokommunerne)\b"
    r"|\blandsgennemsnittet (?:er|var|lå|ligger)\b|\b(?:region|rar)[ -][A-ZÆØÅ]\w+",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:(?:[A-ZÆØÅ]\w+ )?kommunen?s?|vi|vores|her|lokalt)\b")
_CLAUSE = re.compile(r"[,;:.]\s+|\s(?:mens|men|hvor|og|mod)\s")


def elsewhere(text: str, municipalities: Iterable[str]) -> bool:
    """Say whether each number of a text stands in a clause on a region or the country."""
    if _OWN.search(text) or any(name.lower() in text.lower() for name in municipalities):
        return False
    numbered = [clause for clause in _CLAUSE.split(text) if numbers(clause)]
    return bool(numbered) and all(_REGION.search(clause) for clause in numbered)


def names_region(question: str) -> bool:
    """Say whether a question asks for a region or the country itself."""
    return bool(_REGION.search(question)) or "land" in question.lower().split()
