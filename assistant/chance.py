"""What the best of many passages holds by chance: the more are searched, the more an answer must hold."""

from __future__ import annotations

import math

from assistant.judging import Verdict
from assistant.matching import Concept, Rarity, presence
from assistant.understanding import OWN, Understanding
from assistant.weights import Weights
from ingest.danish.analysis import Analysis

FEW = 400
"""Passages of a municipality's plans: so many show nothing by chance that the other rules do not see."""
AT_FEW, TENFOLD = 0.73, 0.14
"""What the best of ``FEW`` passages holds for three of four questions that no plan answers, and what ten
times as many add; docs/ablations.md tells how that was measured."""
LIKE = 0.82
"""How like the word that is searched for must be to the one written, to be as sure as it."""
UNSURE = 0.5
"""What a word of doubt counts of what the text holds of it."""


def by_chance(passages: int) -> float:
    """Return what the best of so many passages holds of a question that none of them answers."""
    return AT_FEW + TENFOLD * math.log10(passages / FEW) if passages > FEW else 0.0


def beyond_chance(
    verdict: Verdict,
    here: Analysis,
    understood: Understanding,
    searched: int,
    rarity: Rarity,
    weights: Weights,
) -> bool:
    """Say whether a unit, read with its headings as ``here``, holds more than the best of many would."""
    if searched <= FEW:
        return True
    if not any(concept.gist >= OWN for concept in understood.concepts) and not understood.years:
        # "Hvad er klokken?" has an answer in every large collection.
        return False
    doubted = _doubted(here, understood, rarity, weights)
    covered, own = verdict.covered - doubted, max(0.0, verdict.own - doubted)
    meant = weights.meaning * max(0.0, verdict.meaning) * (1.0 - covered)
    return covered + weights.own * own + weights.kind * verdict.fits + meant >= by_chance(searched)


def _doubted(here: Analysis, understood: Understanding, rarity: Rarity, weights: Weights) -> float:
    """Return the share of the question that is held only if a guess at what it means is right."""
    whole = sum(rarity.of(concept) for concept in understood.concepts)
    guesses = [concept for concept in understood.concepts if concept.gist and _guessed(concept, rarity)]
    lost = sum((1.0 - UNSURE) * rarity.of(c) * presence(c, here, weights) for c in guesses)
    return lost / whole if whole else 0.0


def _guessed(concept: Concept, rarity: Rarity) -> bool:
    """Say whether no passage has the word: it was read as another, or is known by its parts alone."""
    return concept.likeness < LIKE or (bool(concept.parts) and concept.stem not in rarity.counts)
