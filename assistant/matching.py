"""How well a text holds what a question asks about. Pure functions over the terms of a text."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice, takewhile

from assistant.weights import Weights
from ingest.danish.analysis import BEGINNING, Analysis
from ingest.danish.compounds import lexicon
from ingest.danish.stems import stem
from ingest.passage_terms import PassageTerms

KIN_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a question asks about: a word's stem, its parts, and other words for it.

    ``parts`` pairs the stem of each part of a compound with its share of the compound's rarity, ``others``
    another word's stem with how much it counts (0 to 1). ``weight`` is how much the concept counts in the
    question, before its rarity; ``gist`` how much it says of what the question is about (0: it only asks).
    """

    word: str
    stem: str
    parts: tuple[tuple[str, float], ...] = ()
    others: tuple[tuple[str, float], ...] = ()
    weight: float = 1.0
    gist: float = 1.0
    apart: bool = False
    """Whether the question writes the word in two: "fast track" for "fasttrack"."""
    when: bool = False
    """Whether it only says when: the calendar holds it, and no text needs to name it."""
    likeness: float = 1.0
    """How like the word is to the one that was written, which neither the plans nor the language know."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of ``passages`` each term stands; ``length`` is the mean number of words in a passage."""

    counts: Mapping[str, int]
    passages: int
    length: float
    prior: float = 0.0
    """How many passages of everyday official Danish are thought to stand beside the collection."""
    _known: dict[str, float] = field(default_factory=dict, repr=False, compare=False)

    def idf(self, term: str) -> float:
        """Return the inverse document frequency of a term (Robertson and Zaragoza 2009).

        A small collection knows little of what is rare in the language, so the word list's frequencies
        count as further passages.
        """
        if term not in self._known:
            count = self.counts.get(term, 0) + self.prior * chance(term, self.length)
            self._known[term] = math.log(1.0 + (self.passages + self.prior - count + 0.5) / (count + 0.5))
        return self._known[term]

    def of(self, concept: Concept) -> float:
        """Return the weight of a concept: its rarity in its commonest form, times its own weight."""
        forms = (concept.stem, *(other for other, weight in concept.others if weight > 0.5))
        return concept.weight * min(self.idf(form) for form in forms)


def chance(term: str, words: float) -> float:
    """Return how likely the term is to stand in a text of so many words of official Danish."""
    return 1.0 - math.exp(-words * _share(term))


@lru_cache(maxsize=50_000)
def _share(term: str) -> float:
    words, known = _in_order(), lexicon()
    first = bisect_left(words, term)
    alike = takewhile(lambda word: word.startswith(term), islice(words, first, None))
    return sum(known[word] for word in alike if stem(word) == term) / _total()


@cache
def _in_order() -> tuple[str, ...]:
    return tuple(sorted(lexicon()))


@cache
def _total() -> int:
    return sum(lexicon().values())


def bm25f(concepts: Sequence[Concept], terms: PassageTerms, rarity: Rarity, weights: Weights) -> float:
    """Return BM25 over weighted fields (Robertson, Zaragoza and Taylor 2004); parts of compounds add."""
    norm = weights.k1 * (1.0 - weights.b + weights.b * terms.stems.total() / rarity.length)

    def saturated(frequency: float) -> float:
        return frequency * (weights.k1 + 1.0) / (frequency + norm) if frequency else 0.0

    def found(term: str) -> float:
        return terms.stems[term] + weights.heads * terms.heads[term] + weights.inside * terms.parts[term]

    total = 0.0
    for concept in concepts:
        frequency = found(concept.stem) + weights.synonym * sum(
            near * found(other) for other, near in concept.others
        )
        total += rarity.of(concept) * saturated(frequency)
        for part, _ in concept.parts:
            total += concept.weight * weights.parts * rarity.idf(part) * saturated(found(part))
    return total


def presence(concept: Concept, text: Analysis, weights: Weights) -> float:
    """Return how fully a text holds a concept, from 0 to 1: as the word itself, another word, or in parts."""
    if concept.stem in text.stems:
        return 1.0
    found = [weights.other_presence * near for other, near in concept.others if other in text.stems]
    found += [weights.other_inside * near for other, near in concept.others if other in text.parts]
    if concept.stem in text.parts:
        found.append(weights.inside_presence)
    if concept.parts:
        held = sum(share for part, share in concept.parts if part in text.stems or part in text.parts)
        found.append(weights.all_parts_presence if held > 0.99 else weights.part_presence * held)
    if weights.kin_presence and not concept.parts:
        near = text.beginning.get(concept.stem[:BEGINNING], ())
        if any(alike(concept.stem, term) for term in near):
            found.append(weights.kin_presence)
    return max(found, default=0.0)


@lru_cache(maxsize=500_000)
def alike(stem_: str, other: str) -> bool:
    """Say whether two stems begin alike: "udled" (udledte) and "udledning"."""
    pairs = zip(stem_, other, strict=False)
    shared = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(stem_), len(other)))
    return shared >= BEGINNING and shared >= KIN_SHARE * max(len(stem_), len(other))
