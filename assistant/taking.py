"""Which concepts of the question before a follow-up takes over: those that it replaces by nothing."""

from __future__ import annotations

from dataclasses import replace

from assistant.followup import points
from assistant.matching import Concept
from assistant.understanding import Understanding
from ingest.danish.numbers import is_month
from ingest.danish.stems import stem
from ingest.goals.themes import themes_named

_GROUPS = tuple(
    frozenset(stem(word) for word in words.split())
    for words in ("mænd kvinder drenge piger", "unge ældre voksne børn seniorer")
)


def taken_over(now: Understanding, was: Understanding, weight: float) -> tuple[Concept, ...]:
    """Return the concepts of the question before, without what the new one puts in their place."""
    mine = {concept.stem for concept in now.concepts}
    mine |= _instead_of(mine)
    timed = bool(now.years or any(is_month(concept.word) for concept in now.concepts))
    years = {str(year) for year in was.years} if now.years else set()
    numbered = any(concept.word.isdigit() for concept in now.concepts)
    themes = frozenset() if points(now.text) else themes_named(" ".join(c.word for c in now.own_subject))
    return tuple(
        replace(concept, weight=concept.weight * weight, gist=concept.gist * weight)
        for concept in was.concepts
        if concept.stem not in mine
        and concept.word not in years
        and not (numbered and concept.word.isdigit())
        and not (timed and is_month(concept.word))
        and not (themes and themes_named(concept.word) - themes)
    )


def _instead_of(stems: set[str]) -> set[str]:
    """Return the groups that others take the place of: who asks of men no longer asks of women."""
    return {other for group in _GROUPS if group & stems for other in group}
