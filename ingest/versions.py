"""Telling a new version of a plan from another document of the same municipality, kind and year."""

from __future__ import annotations

SHINGLE = 5
"""Words in a row that are compared."""
SHARED = 0.5
"""A version keeps at least this share of the shorter text's wording."""


def is_new_version(text: str, other: str) -> bool:
    """Say whether two texts are versions of one document, by the runs of words they share."""
    first, second = _shingles(text), _shingles(other)
    if not first or not second:
        return text == other
    return len(first & second) >= SHARED * min(len(first), len(second))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
