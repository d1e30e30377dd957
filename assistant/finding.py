"""Finding: from an understood question to passages and units, best first, within the plans in scope."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.collection import Collection
from assistant.grams import GramIndex
from assistant.judging import Verdict, asks_for_target, judge
from assistant.matching import bm25f
from assistant.understanding import Understanding
from assistant.weights import Weights
from ingest.danish.analysis import Analysis
from ingest.passage_terms import PassageTerms

Key = tuple[str, int]

SCOPED = 400
"""Up to so many passages in scope, every one is scored; beyond, the indexes choose candidates."""
CANDIDATES = 300
JUDGED = 40
"""So many of the best passages have their units judged."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, how well its words fit (``base``), that with its best unit (``score``), and the verdicts."""

    key: Key
    base: float
    score: float
    verdicts: tuple[Verdict, ...]


def find(
    understood: Understanding,
    plans: Sequence[str],
    second: frozenset[str],
    collection: Collection,
    weights: Weights,
) -> list[Found]:
    """Return the passages of ``plans`` that may answer, best first; those of ``second`` count a little less."""
    terms = _candidates(understood, tuple(plans), collection)
    if not terms:
        return []
    penalty = weights.outdated if asks_for_target(understood.kind, understood.concepts) else weights.edition
    scores = {
        key: score - penalty * (key[0] in second)
        for key, score in _ranked(understood, terms, collection, weights).items()
    }
    best = sorted(scores, key=lambda key: (-scores[key], key))
    found = [_judged(key, scores[key], terms[key], understood, collection, weights) for key in best[:JUDGED]]
    rest = [Found(key, scores[key], scores[key], ()) for key in best[JUDGED:]]
    return sorted(found, key=lambda f: -f.score) + rest


def _candidates(
    understood: Understanding, plans: tuple[str, ...], collection: Collection
) -> dict[Key, PassageTerms]:
    cards = [card for card in collection.cards if card.id in plans]
    if sum(card.passages for card in cards) <= SCOPED:
        return collection.terms(plans)
    stems = {
        s
        for c in understood.concepts
        for s in (c.stem, *(part for part, _ in c.parts), *(other for other, _ in c.others))
    }
    keys = set(collection.library.catalogue.matching(stems, plans, CANDIDATES))
    near = collection.library.nearest(collection.library.encoder.encode_question(understood.text), CANDIDATES)
    keys |= {key for key, _ in near if key[0] in plans}
    terms = collection.terms(tuple({plan for plan, _ in keys}))
    return {key: terms[key] for key in keys}


def _ranked(
    understood: Understanding,
    terms: Mapping[Key, PassageTerms],
    collection: Collection,
    weights: Weights,
) -> dict[Key, float]:
    """Fuse the legs: each lies between 0 and 1 for its best, so that no leg can drag another down far."""
    words = {key: bm25f(understood.concepts, t, collection.rarity, weights) for key, t in terms.items()}
    total = _scaled(words)
    if weights.grams:
        for key, score in _scaled(_gram_scores(understood, total, collection)).items():
            total[key] += weights.grams * score
    if weights.dense:
        for key, score in _scaled(_dense_scores(understood, list(terms), collection)).items():
            total[key] += weights.dense * score
    return total


def _scaled(scores: Mapping[Key, float]) -> dict[Key, float]:
    top = max(scores.values(), default=0.0)
    return {key: max(0.0, score) / top if top > 0 else 0.0 for key, score in scores.items()}


def _gram_scores(
    understood: Understanding, scores: Mapping[Key, float], collection: Collection
) -> dict[Key, float]:
    question = " ".join(concept.word for concept in understood.concepts)
    texts = {key: _text(key, collection) for key in scores}
    return GramIndex.of(texts).scores(question)


def _dense_scores(understood: Understanding, keys: list[Key], collection: Collection) -> dict[Key, float]:
    library = collection.library
    found, vectors = library.vectors(sorted({plan for plan, _ in keys}))
    question = library.encoder.encode_question(" ".join(concept.word for concept in understood.concepts))
    cosines = np.asarray(vectors @ question)
    wanted = set(keys)
    return {key: float(cosine) for key, cosine in zip(found, cosines, strict=True) if key in wanted}


def _text(key: Key, collection: Collection) -> str:
    passage = collection.library.passage(key)
    return "\n".join((passage.section, passage.text))


def _judged(
    key: Key,
    score: float,
    terms: PassageTerms,
    understood: Understanding,
    collection: Collection,
    weights: Weights,
) -> Found:
    passage = collection.library.passage(key)
    analysis = Analysis(terms.stems, terms.parts, terms.stems)
    verdicts = sorted(
        (
            judge(
                unit,
                analysis,
                understood.concepts,
                understood.kind,
                understood.counted,
                collection.rarity,
                weights,
            )
            for unit in collection.units(passage.plan)
            if passage.start <= unit.start < passage.end
        ),
        key=lambda verdict: -verdict.total,
    )
    best = verdicts[0].total if verdicts else 0.0
    return Found(key, score, score + weights.unit * best, tuple(verdicts))
