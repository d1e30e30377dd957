"""Telling a new version of a plan from another document of the same municipality, kind and year."""

from __future__ import annotations

SHINGLE = 5
"""Words in a row that are compared."""
SHARED = 0.5
"""The share of the longer text's wording that two versions have in common.

Measured: one plan as text and as PDF 0.97 and more, two years of one municipality's plan 0.10, two
municipalities with the same boilerplate at most 0.14.
"""


def is_new_version(text: str, other: str) -> bool:
    """Say whether two texts are versions of one document, by the runs of words they share.

    The longer one counts, so that an extract or an appendix is no version of the whole.
    """
    first, second = _shingles(text), _shingles(other)
    if not first or not second:
        return text == other
    return len(first & second) >= SHARED * max(len(first), len(second))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
