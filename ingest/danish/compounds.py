"""Danish compounds: sygedagpengemodtagere is syge, dagpenge and modtagere.

The cheapest way to read a word as known parts, where a part costs the less the more compounds it begins or
ends. Counts, not rules, tell "arbejds|marked" from "opgave"; only prefixes and endings are ruled out by list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from math import log

from ingest.danish.lexicon import Lexicon, read
from ingest.danish.lexicon import lexicon as lexicon
from ingest.danish.lists import word_list
from ingest.danish.stems import stem
from ingest.danish.words import fold, tokens

Segment = tuple[str, str]
"""A part and the linking letter after it, or none."""

LONGEST = 60
"""Letters of a word from which on it is no word: a line that lost its spaces."""
SHORTEST = 2
SHORTEST_COMPOUND = 5
SHORTEST_HYPHENATED = 3
PRODUCTIVE = 10
COUNTED_BELOW = 4
"""A part of fewer letters must have been counted in compounds: any letters make a short word."""

_PREFIXES = word_list("compounds.prefixes")
_ENDINGS = word_list("compounds.endings")
_SUFFIX = re.compile(r"[^aeiouyæøå]?(?:else|hed|ing|ning|somhed|tion)(?:en|er|erne|s|ens|ernes)?")
_INFLECTIONS = (
    "ernes", "enes", "erne", "ene", "rnes", "rne", "ens", "ets", "ers", "en", "et", "er", "es", "ne",
    "e", "n", "r", "s", "t",
)  # fmt: skip

# Tuned on one half of the hand-split compounds and a list of simple words; tests/danish hold them.
_WORD_COST = 12.0
_LETTER_COST = 1.0
_KNOWN_GAIN = 4.0
_PART_COST = 1.0
_LINK_COST = {"": 0.0, "s": 0.5, "e": 3.0}
_CUT_COST = 1.0
_SMOOTHING = 0.3


def split(word: str) -> tuple[str, ...]:
    """Return the parts of a compound, folded, without linking letters; a simple word is its only part."""
    if "-" in word:
        pieces = [piece for piece in word.split("-") if len(piece) >= SHORTEST_HYPHENATED]
        return tuple(part for piece in pieces for part in split(piece)) or (fold(word),)
    key = fold(word)
    return tuple(part for part, _ in segments(key)) if key.isalpha() else (key,)


def parts(text: str) -> list[str]:
    """Return the stems of the parts of all compounds in ``text``."""
    return [stem(part) for word in tokens(text) for part in inner(word)]


def inner(word: str) -> tuple[str, ...]:
    """Return the parts of a compound, and nothing for a simple word."""
    found = split(word)
    return () if found == (fold(word),) else found


@lru_cache(maxsize=200_000)
def segments(word: str) -> tuple[Segment, ...]:
    """Return the parts of a folded word, each with the linking letter after it.

    A word that is itself a part of many compounds has a meaning of its own: dagpenge is no penge by day.
    """
    if len(word) > LONGEST:
        return ((word, ""),)
    known = read()
    if known.first.get(word, 0) + known.last.get(word, 0) >= PRODUCTIVE:
        return ((word, ""),)
    return segments_by(word, known)


def segments_by(word: str, known: Lexicon) -> tuple[Segment, ...]:
    """Return the parts of ``word`` by the counts of ``known``."""
    whole = _WORD_COST + _LETTER_COST * len(word) - (_KNOWN_GAIN if word in known.times else 0.0)
    if len(word) < SHORTEST_COMPOUND:
        return ((word, ""),)
    beginnings = _beginnings(word, known)
    best: tuple[float, tuple[Segment, ...]] = (whole, ((word, ""),))
    for start, (cost, found) in beginnings.items():
        last = _last_cost(word[start:], known) if start else None
        if last is not None and cost + last < best[0]:
            best = (cost + last, (*found, (word[start:], "")))
    return best[1]


def base(word: str, known: Lexicon) -> str | None:
    """Return the known word that ``word`` is or inflects."""
    if word in known.times:
        return word
    shorter = (word.removesuffix(ending) for ending in _INFLECTIONS if word.endswith(ending))
    return next((stump for stump in shorter if len(stump) >= COUNTED_BELOW and stump in known.times), None)


def first_base(part: str, known: Lexicon) -> str:
    """Return the known word behind a first part: "arbejd" stands for "arbejde"."""
    return part if part in known.times or f"{part}e" not in known.times else f"{part}e"


def _beginnings(word: str, known: Lexicon) -> dict[int, tuple[float, tuple[Segment, ...]]]:
    """Return the cheapest reading of each beginning of ``word`` that can be read as first parts."""
    best: dict[int, tuple[float, tuple[Segment, ...]]] = {0: (0.0, ())}
    for end in range(SHORTEST, len(word) - SHORTEST + 1):
        readings = [
            (cost + first[0] + _PART_COST, (*found, first[1]))
            for start, (cost, found) in best.items()
            if end - start >= SHORTEST and (first := _first_cost(word[start:end], known)) is not None
        ]
        if readings:
            best[end] = min(readings)
    return best


def _first_cost(part: str, known: Lexicon) -> tuple[float, Segment] | None:
    """Return what ``part`` costs as a first part with or without a linking letter, and how it divides."""
    readings = []
    for link, cost in _LINK_COST.items():
        stump = part.removesuffix(link) if part.endswith(link) else ""
        if len(stump) < SHORTEST:
            continue
        for word, cut in ((stump, 0.0), (f"{stump}e", _CUT_COST)) if link == "s" else ((stump, 0.0),):
            price = _price(word, known.first, known.first_total, known, _PREFIXES)
            if price is not None:
                readings.append((price + cost + cut, (stump, link)))
    return min(readings, default=None)


def _last_cost(part: str, known: Lexicon) -> float | None:
    found = base(part, known)
    if found is None or part in _ENDINGS or _SUFFIX.fullmatch(part):
        return None
    return _price(found, known.last, known.last_total, known, _ENDINGS)


def _price(
    part: str, counts: Mapping[str, int], total: int, known: Lexicon, excluded: frozenset[str]
) -> float | None:
    count = counts.get(part, 0)
    if part in excluded or part not in known.times or (len(part) < COUNTED_BELOW and not count):
        return None
    return log(total / (count + _SMOOTHING))
