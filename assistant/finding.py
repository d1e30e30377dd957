"""Finding: from an understood question to passages and units, best first, within the plans in scope."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.grams import GramIndex
from assistant.judging import Verdict, judge
from assistant.matching import bm25f
from assistant.understanding import Understanding
from assistant.units import Unit
from assistant.weights import Weights
from ingest.danish.analysis import Analysis
from ingest.passage_terms import PassageTerms

Key = tuple[str, int]

SCOPED, SCOPED_IN_ALL = 400, 2_000
"""Up to so many passages of a group and of all groups, every one is scored; beyond, the indexes choose."""
CANDIDATES, CANDIDATES_IN_ALL = 300, 1_000
"""So many passages of a group are then scored, and of all groups together, but of each at least ``FEW``."""
JUDGED_IN_ALL = 500
"""So many passages of all groups together have their units judged; of one group what the weights say."""
FEW = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, how well its words fit (``base``), that with its best unit (``score``), and the verdicts."""

    key: Key
    base: float
    score: float
    verdicts: tuple[Verdict, ...]


def find(
    understood: Understanding,
    groups: Sequence[Sequence[str]],
    second: frozenset[str],
    collection: Collection,
    weights: Weights,
) -> list[list[Found]]:
    """Return each group's passages that may answer, best first; plans of ``second`` count a little less."""
    judged = _each(int(weights.judged), JUDGED_IN_ALL, len(groups))
    return [
        _best(understood, terms, second, judged, collection, weights)
        for terms in _candidates(understood, groups, collection)
    ]


def _each(one: int, in_all: int, groups: int) -> int:
    """Return how much each of several groups gets of what is enough for one."""
    return max(FEW, min(one, in_all // max(1, groups)))


def _best(
    understood: Understanding,
    terms: Mapping[Key, PassageTerms],
    second: frozenset[str],
    judged: int,
    collection: Collection,
    weights: Weights,
) -> list[Found]:
    if not terms:
        return []
    penalty = weights.outdated if understood.asks_for_target else weights.edition
    scores = {
        key: score - penalty * (key[0] in second)
        for key, score in _ranked(understood, terms, collection, weights).items()
    }
    known = _known(understood, {plan for plan, _ in scores}, collection)
    best = sorted(scores, key=lambda key: (key not in known, -scores[key], key))
    found = [_judged(key, scores[key], terms[key], understood, collection, weights) for key in best[:judged]]
    rest = [Found(key, scores[key], scores[key], ()) for key in best[judged:]]
    return sorted(found, key=lambda f: -f.score) + sorted(rest, key=lambda f: -f.score)


def _candidates(
    understood: Understanding, groups: Sequence[Sequence[str]], collection: Collection
) -> list[dict[Key, PassageTerms]]:
    """Return the passages of each group that are worth scoring; every plan is searched."""
    passages = {card.id: card.passages for card in collection.cards}
    sizes = [sum(passages[plan] for plan in group) for group in groups]
    if max(sizes, default=0) <= SCOPED and sum(sizes) <= SCOPED_IN_ALL:
        return [collection.terms(tuple(group)) for group in groups]
    group_of = {plan: place for place, group in enumerate(groups) for plan in group}
    chosen: list[dict[Key, None]] = [{} for _ in groups]
    limit = _each(CANDIDATES, CANDIDATES_IN_ALL, len(groups))
    for key in collection.library.catalogue.matching(_stems(understood), tuple(group_of)):
        if len(chosen[group_of[key[0]]]) < limit:
            chosen[group_of[key[0]]][key] = None
    for key in _known(understood, group_of, collection):
        chosen[group_of[key[0]]][key] = None
    question = collection.library.encoder.encode_question(_sought(understood))
    for key in collection.nearest(question, CANDIDATES):
        if key[0] in group_of:
            chosen[group_of[key[0]]][key] = None
    terms = collection.library.catalogue.terms_at([key for keys in chosen for key in keys])
    return [{key: terms[key] for key in keys if key in terms} for keys in chosen]


def _known(understood: Understanding, plans: Iterable[str], collection: Collection) -> set[Key]:
    """Return the passages that are looked at whatever their words.

    They are those where the answer before stood, with those beside them, and those that state a goal on the
    theme where all such goals are asked for.
    """
    within = set(plans)
    before = {
        (place.plan, ordinal + step)
        for place in understood.places
        if place.plan in within
        for ordinal in collection.passages_over(place.plan, place.start, place.end)
        for step in (-1, 0, 1)
    }
    if not understood.asks_for_every_goal:
        return before
    return before | collection.pledging(within, understood.themes)


def _stems(understood: Understanding) -> set[str]:
    return {
        stem
        for concept in understood.concepts
        for stem in (
            concept.stem,
            *(part for part, _ in concept.parts),
            *(other for other, _ in concept.others),
        )
    }


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
    passages = collection.passages(scores)
    texts = {key: "\n".join((passages[key].section, passages[key].text)) for key in scores}
    return GramIndex.of(texts).scores(question)


def _dense_scores(understood: Understanding, keys: list[Key], collection: Collection) -> dict[Key, float]:
    library = collection.library
    found, vectors = library.catalogue.vectors_at(keys)
    question = library.encoder.encode_question(_sought(understood))
    return dict(zip(found, map(float, vectors @ question), strict=True)) if found else {}


def _judged(
    key: Key,
    score: float,
    terms: PassageTerms,
    understood: Understanding,
    collection: Collection,
    weights: Weights,
) -> Found:
    analysis = Analysis(terms.stems, terms.parts, terms.stems)
    found = collection.units_in(key)
    verdicts = sorted(
        (
            judge(
                unit,
                analysis,
                understood,
                meaning,
                collection.pledged(unit) if understood.asks_for_goals else (),
                collection.rarity,
                weights,
            )
            for unit, meaning in zip(found, _meanings(key, found, understood, collection), strict=True)
        ),
        key=lambda verdict: -verdict.total,
    )
    best = verdicts[0].total if verdicts else 0.0
    return Found(key, score, score + weights.unit * best, tuple(verdicts))


def _meanings(
    key: Key, found: Sequence[Unit], understood: Understanding, collection: Collection
) -> list[float]:
    """Return the cosine between the question and each unit, or its passage where the model is too slow."""
    if not found:
        return []
    question = collection.meanings([_sought(understood)])
    vectors = collection.meanings([unit.text for unit in found])
    if question is None or vectors is None:
        return [_dense_scores(understood, [key], collection).get(key, 0.0)] * len(found)
    return [float(cosine) for cosine in vectors @ question[0]]


def _sought(understood: Understanding) -> str:
    """Return the question without the municipalities, as the model should see it."""
    return " ".join(concept.word for concept in understood.concepts)
