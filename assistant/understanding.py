"""What a question means: where to look, for which year, for what kind of answer, carried on from what came before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.asked import AnswerKind, answer_kind
from assistant.collection import Collection
from assistant.concepts import concepts
from assistant.matching import Concept
from assistant.question import Question
from assistant.weights import Weights
from ingest.danish.municipalities import mentions
from ingest.danish.numbers import years

CARRIED = 0.6
"""What a concept of the question before counts in a follow-up."""
_EVERYWHERE = re.compile(
    r"\b(?:alle|samtlige|hver(?:t|e)?|all|every)\b.{0,20}\bkommun|\bkommunernes?\b|\bplanernes?\b",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"^\s*(?:og|men|hvad med|hvad så|samme|and|what about)\b|\b(?:dem|disse|de|den|det|deres|dens|dets|han|hun|there|they|them|it)\b",
    re.IGNORECASE,
)
_ONLY_NAMES_A_PLACE = 2
"""A question with at most so many words of its own besides the places it names is no question of its own."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question as it is searched for.

    ``municipalities`` are those of the collection that it is about (empty: not said); ``missing`` are named
    but not in the collection; ``everywhere`` is set when it asks of all municipalities.
    """

    text: str
    kind: AnswerKind
    municipalities: tuple[str, ...]
    missing: tuple[str, ...]
    years: tuple[int, ...]
    everywhere: bool
    concepts: tuple[Concept, ...]
    carried: bool = False


def understand(question: Question, collection: Collection, weights: Weights) -> Understanding:
    """Read a question in the light of the questions before it."""
    understood = _alone(question.text, collection, weights)
    if question.history:
        earlier = Question(question.history[-1], question.history[:-1])
        understood = _continued(understood, understand(earlier, collection, weights))
    if question.municipalities:
        understood = replace(understood, municipalities=question.municipalities, missing=(), everywhere=False)
    return understood


def _alone(text: str, collection: Collection, weights: Weights) -> Understanding:
    named = mentions(text, collection.municipalities)
    names = tuple(dict.fromkeys(mention.name for mention in named))
    kind = answer_kind(text)
    return Understanding(
        text,
        kind,
        tuple(name for name in names if name in collection.municipalities),
        tuple(name for name in names if name not in collection.municipalities),
        tuple(dict.fromkeys(years(text))),
        kind is AnswerKind.WHICH_MUNICIPALITIES or bool(_EVERYWHERE.search(text)),
        concepts(text, named, collection, weights),
    )


def _continued(now: Understanding, before: Understanding) -> Understanding:
    """Take over what a follow-up leaves unsaid: the place, and the subject when it has none of its own."""
    own = _own_words(now)
    refers = bool(_CONTINUES.search(now.text))
    place = now.municipalities or now.missing
    if now.everywhere and not refers:
        return now
    if not place:
        now = replace(now, municipalities=before.municipalities, missing=before.missing, everywhere=False)
    if own > _ONLY_NAMES_A_PLACE and not refers:
        return replace(now, carried=not place and bool(before.municipalities))
    kind = before.kind if own <= _ONLY_NAMES_A_PLACE and now.kind is AnswerKind.OTHER else now.kind
    taken = tuple(
        replace(concept, weight=concept.weight * (1.0 if own <= _ONLY_NAMES_A_PLACE else CARRIED))
        for concept in before.concepts
        if concept.stem not in {mine.stem for mine in now.concepts}
    )
    if kind is AnswerKind.WHICH_MUNICIPALITIES and now.municipalities:
        kind = AnswerKind.LIST
    text = f"{before.text} {now.text}"
    return replace(now, text=text, kind=kind, concepts=(*now.concepts, *taken), carried=True)


def _own_words(understood: Understanding) -> int:
    return sum(concept.content for concept in understood.concepts)
