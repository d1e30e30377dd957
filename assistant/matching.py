"""How well a text holds what a question asks about. Pure functions over the terms of a text."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.weights import Weights
from ingest.danish.analysis import Analysis
from ingest.passage_terms import PassageTerms


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a question asks about: a word's stem, its parts, and other words for it.

    ``others`` pairs a stem with how much it counts (0 to 1). ``weight`` is how much the concept counts in
    the question, before its rarity.
    """

    word: str
    stem: str
    parts: tuple[str, ...] = ()
    others: tuple[tuple[str, float], ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of ``passages`` each term stands; ``length`` is the mean number of words in a passage."""

    counts: Mapping[str, int]
    passages: int
    length: float

    def idf(self, stem: str) -> float:
        """Return the inverse document frequency of a term (Robertson and Zaragoza 2009)."""
        count = self.counts.get(stem, 0)
        return math.log(1.0 + (self.passages - count + 0.5) / (count + 0.5))

    def of(self, concept: Concept) -> float:
        """Return the weight of a concept: its rarity in its commonest form, times its own weight."""
        forms = (concept.stem, *(stem for stem, weight in concept.others if weight >= 1.0))
        return concept.weight * min(self.idf(form) for form in forms)


def bm25f(concepts: Sequence[Concept], terms: PassageTerms, rarity: Rarity, weights: Weights) -> float:
    """Return BM25 over weighted fields (Robertson, Zaragoza and Taylor 2004); a compound's parts add to it."""
    norm = weights.k1 * (1.0 - weights.b + weights.b * terms.stems.total() / rarity.length)

    def saturated(frequency: float) -> float:
        return frequency * (weights.k1 + 1.0) / (frequency + norm) if frequency else 0.0

    def found(stem: str) -> float:
        return terms.stems[stem] + weights.heads * terms.heads[stem] + weights.inside * terms.parts[stem]

    total = 0.0
    for concept in concepts:
        frequency = found(concept.stem) + sum(weight * found(stem) for stem, weight in concept.others)
        total += rarity.of(concept) * saturated(frequency)
        for part in concept.parts:
            total += concept.weight * weights.parts * rarity.idf(part) * saturated(found(part))
    return total


def presence(concept: Concept, text: Analysis, weights: Weights) -> float:
    """Return how fully a text holds a concept, from 0 to 1: as the word itself, another word, or in parts."""
    if concept.stem in text.stems:
        return 1.0
    found = [weight for stem, weight in concept.others if stem in text.stems]
    if concept.stem in text.parts:
        found.append(weights.inside_presence)
    if concept.parts:
        held = sum(part in text.stems or part in text.parts for part in concept.parts)
        found.append(weights.part_presence * held / len(concept.parts))
    return max(found, default=0.0)
