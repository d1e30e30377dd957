"""What a question takes from one before it that the plans did not answer: not what was not found there."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Reason
from assistant.followup import Relation, narrows, points
from assistant.groups import names_group
from assistant.matching import Concept
from assistant.understanding import OWN, Understanding
from assistant.wordlists import side_stems

_ASKED_IN_VAIN = (
    Reason.NOT_IN_PLANS,
    Reason.NOT_MEASURED,
    Reason.NO_SUCH_MUNICIPALITY,
    Reason.NO_SUCH_YEAR,
)
"""Why there was no answer, where that may lie in what was asked about."""
_OF_IT = re.compile(r"\b(?:det|den|it|that)\b(?! +(?:[a-zæøå-]+e|med|at|muligt)\b)", re.IGNORECASE)
"""The word for a thing spoken of: not as in "det nye hus", nor as in "hvordan går det med de unge"."""
_ALTOGETHER = re.compile(r"\b(?:i alt|sammenlagt|tilsammen|totalt|altogether|in total)\b", re.IGNORECASE)


def not_found(understood: Understanding, reason: Reason | None, before: frozenset[str]) -> frozenset[str]:
    """Return the stems of what nothing was found for: the question's own things, and those still open."""
    if reason not in _ASKED_IN_VAIN:
        return frozenset()
    own = frozenset(concept.stem for concept in understood.own_demands)
    return own | (before & understood.taken)


def left_of(
    now: Understanding, was: Understanding, vain: frozenset[str], how: Relation
) -> tuple[Relation, Understanding]:
    """Return how a question stands to one of which ``vain`` was not found, and what it may take of that."""
    if not vain or how is Relation.OWN:
        return how, was
    lasting = _without(was, [c for c in was.concepts if c.stem in vain and _gives_way(c, now, how)])
    if how is Relation.PART or narrows(now) or points(now.text):
        return how, lasting
    left = _without(was, [concept for concept in was.concepts if concept.stem in vain])
    if any(_is_subject(concept, was) for concept in left.concepts):
        return how, left
    itself = bool(now.own_subject) and not _OF_IT.search(now.text)
    return (Relation.OWN if itself else how), lasting


def _is_subject(concept: Concept, was: Understanding) -> bool:
    return (concept.gist >= OWN or concept.stem in was.taken) and concept.stem not in side_stems()


def _gives_way(concept: Concept, now: Understanding, how: Relation) -> bool:
    """Say whether something takes a thing's place: another group that of a group, or all of them."""
    if names_group(concept):
        return any(map(names_group, now.own_subject)) or bool(_ALTOGETHER.search(now.text))
    return how is Relation.PART and any(not names_group(own) for own in now.own_subject)


def _without(was: Understanding, concepts: list[Concept]) -> Understanding:
    gone = {concept.stem for concept in concepts}
    kept = tuple(concept for concept in was.concepts if concept.stem not in gone)
    return replace(was, concepts=kept, taken=was.taken - gone)
