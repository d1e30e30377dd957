"""Which concepts of the question before a follow-up takes over: those that it replaces by nothing."""

from __future__ import annotations

from dataclasses import replace

from assistant.followup import points
from assistant.groups import instead_of, names_group
from assistant.matching import Concept
from assistant.understanding import OWN, Understanding
from ingest.danish.numbers import is_month
from ingest.goals.themes import themes_named


def taken_over(now: Understanding, was: Understanding, weight: float) -> tuple[Concept, ...]:
    """Return the concepts of the question before, without what the new one puts in their place."""
    mine = {concept.stem for concept in now.concepts}
    mine |= instead_of(now.concepts)
    timed = bool(now.years or any(is_month(concept.word) for concept in now.concepts))
    years = {str(year) for year in was.years} if now.years else set()
    numbered = any(concept.word.isdigit() for concept in now.concepts)
    themes = frozenset() if points(now.text) else _themes_of(now)
    return tuple(
        replace(concept, weight=concept.weight * weight, gist=_lasting(concept.gist, weight))
        for concept in was.concepts
        if concept.stem not in mine
        and concept.word not in years
        and not (numbered and concept.word.isdigit())
        and not (timed and is_month(concept.word))
        and not (themes and themes_named(concept.word) - themes)
    )


def _themes_of(now: Understanding) -> frozenset[str]:
    """Return the themes a follow-up names; a group is one only where nothing else is named: "og de unge?"."""
    return themes_named(" ".join(c.word for c in now.own_subject if not names_group(c)))


def _lasting(gist: float, weight: float) -> float:
    """Return what a carried concept says of what a question is about: a subject is one at every turn."""
    return max(gist * weight, OWN) if gist >= OWN else gist * weight
