"""A question on its way to an answer, and what of it is let go once it is known where to look."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.choosing import Share
from assistant.collection import Collection
from assistant.question import Question
from assistant.scope import Scope
from assistant.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Turn:
    """A question on its way to an answer, with what each step has added."""

    question: Question
    collection: Collection
    understood: Understanding
    scope: Scope
    shares: tuple[Share, ...] = ()
    parts: tuple[Turn, ...] = ()
    """A turn for each thing that the question asks, where it asks several."""


def without_outdated(understood: Understanding, looked_in: Scope) -> Understanding:
    """Where a number or a goal is asked for, what an older plan answered before is no place to look first."""
    if not understood.asks_for_target:
        return understood
    kept = tuple(place for place in understood.places if place.plan not in looked_in.second)
    return replace(understood, places=kept)


def without_others_years(turn: Turn) -> Turn:
    """Where several groups are asked, a year that one of them covers is no demand on the others."""
    covered = any(card.identity.covers(year) for card in turn.scope.plans for year in turn.understood.years)
    if len(turn.scope.groups) > 1 and covered:
        return replace(turn, understood=replace(turn.understood, years=()))
    return turn
