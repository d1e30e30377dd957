"""Where a document says what it is: in its first lines rather than in what it goes on to talk about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from ingest.plan import BlockKind, Document

T = TypeVar("T", bound=Hashable)

FRONT = 1_500
"""Characters at the beginning, where a document says what it is."""
HEADING_WEIGHT = 3.0


def standings(document: Document, found: Iterable[tuple[T, int]]) -> list[tuple[T, float]]:
    """Rank what was found at offsets of the text, best first.

    In the front each counts half of the one before it, and more in a heading. What stands behind the front
    counts for at most one in all: it breaks a tie, and decides where the front says nothing.
    """
    scores: defaultdict[T, float] = defaultdict(float)
    behind: Counter[T] = Counter()
    weight = 1.0
    for value, start in sorted(found, key=lambda item: item[1]):
        if start < FRONT:
            scores[value] += weight * (HEADING_WEIGHT if in_heading(document, start) else 1.0)
            weight /= 2
        else:
            behind[value] += 1
    for value, count in behind.items():
        scores[value] += count / behind.total()
    return sorted(scores.items(), key=lambda item: -item[1])


def in_heading(document: Document, start: int) -> bool:
    """Say whether an offset stands in a heading; what the file's properties say (below 0) does not."""
    return any(b.kind is BlockKind.HEADING and b.start <= start < b.end for b in document.blocks)
