"""Danish compounds: sygedagpengemodtagere is syge, dagpenge and modtagere."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log

import corpus
from ingest.danish.stems import stem
from ingest.danish.words import fold, tokens

SHORTEST = 3
"""Letters that a part has at least."""
SHORTEST_COMPOUND = 6
PER_PART = 6.0
"""What one more part costs, in nats."""
PER_LINK = 2.0
LINKS = ("s", "e")


@cache
def lexicon() -> dict[str, int]:
    """Return the words of ``corpus/words`` with how often they stand in public law."""
    lines = (corpus.ROOT / "words").read_text(encoding="utf-8").splitlines()
    return {word: int(times) for word, _, times in (line.partition("\t") for line in lines)}


def split(word: str) -> tuple[str, ...]:
    """Return the parts of a compound, folded and without linking letters; a simple word is its own only part."""
    if not word.isalpha():
        return tuple(part for piece in word.split("-") if piece for part in split(piece)) if "-" in word else (fold(word),)
    return tuple(part for part, _ in segments(fold(word)))


def parts(text: str) -> list[str]:
    """Return the stems of the parts of all compounds in ``text``."""
    return [stem(part) for word in tokens(text) if len(found := split(word)) > 1 for part in found]


@lru_cache(maxsize=200_000)
def segments(word: str) -> tuple[tuple[str, str], ...]:
    """Return the cheapest way to read ``word`` as known words: each with the linking letter after it."""
    if len(word) < SHORTEST_COMPOUND:
        return ((word, ""),)
    best: list[tuple[float, tuple[tuple[str, str], ...]]] = [(0.0, ())]
    for end in range(1, len(word) + 1):
        best.append(_cheapest(word, end, best))
    whole = _cost(word) if word in _folded() else _UNKNOWN
    cost, found = best[-1]
    return found if cost + PER_PART < whole and len(found) > 1 else ((word, ""),)


def _cheapest(
    word: str, end: int, best: list[tuple[float, tuple[tuple[str, str], ...]]]
) -> tuple[float, tuple[tuple[str, str], ...]]:
    found: tuple[float, tuple[tuple[str, str], ...]] = (_UNKNOWN, ())
    for start in range(end - SHORTEST + 1):
        before, pieces = best[start]
        if before >= _UNKNOWN:
            continue
        for link in ("", *LINKS) if end < len(word) else ("",):
            part = word[start : end - len(link)]
            if not word.startswith(link, end - len(link)) or len(part) < SHORTEST or part not in _folded():
                continue
            cost = before + _cost(part) + PER_PART + (PER_LINK if link else 0.0)
            if cost < found[0]:
                found = (cost, (*pieces, (part, link)))
    return found


_UNKNOWN = 1e9


@cache
def _folded() -> dict[str, int]:
    return {fold(word): times for word, times in lexicon().items()}


@cache
def _total() -> float:
    return float(sum(_folded().values()))


def _cost(part: str) -> float:
    return log(_total() / _folded()[part])
