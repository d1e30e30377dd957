"""Deciding from evidence whether the plans answer a question at all."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Reason
from assistant.asked import AnswerKind
from assistant.collection import analysed
from assistant.judging import GOAL_STEMS, Verdict
from assistant.matching import Rarity, presence
from assistant.understanding import Understanding
from assistant.weights import Weights
from ingest.plan import PlanCard


def objection(
    verdict: Verdict | None,
    understood: Understanding,
    passage: str,
    rarity: Rarity,
    weights: Weights,
) -> Reason | None:
    """Return why the best unit is no answer, or None when it is one."""
    if not any(concept.gist for concept in understood.concepts):
        return Reason.NOT_ABOUT_PLANS
    if verdict is None:
        return Reason.NOT_IN_PLANS
    which = understood.kind is AnswerKind.WHICH_MUNICIPALITIES
    enough = weights.which_support if which else weights.support
    if support(verdict, understood, passage, rarity, weights) < enough:
        return Reason.NOT_IN_PLANS
    if understood.kind in (AnswerKind.NUMBER, AnswerKind.DATE) and not verdict.fits:
        return Reason.NOT_IN_PLANS
    return None


def support(
    verdict: Verdict, understood: Understanding, passage: str, rarity: Rarity, weights: Weights
) -> float:
    """Return the share of what the question asks about that the unit holds with its headings and passage."""
    unit = verdict.unit
    here = analysed("\n".join((*unit.path, unit.lead, unit.before, unit.text)))
    around = analysed(passage)
    whole = held = 0.0
    for concept in understood.concepts:
        if concept.gist:
            weight = concept.gist * rarity.of(replace(concept, weight=1.0))
            near = presence(concept, here, weights)
            whole += weight
            held += weight * max(near, weights.passage * presence(concept, around, weights))
    return held / whole if whole else 0.0


def of_the_year(verdict: Verdict, understood: Understanding, passage: str, card: PlanCard) -> bool:
    """Say whether a unit can speak of the year asked about: its plan is for it, or its passage names it."""
    if not understood.years or any(card.identity.covers(year) for year in understood.years):
        return True
    if any(concept.stem in GOAL_STEMS for concept in understood.concepts):
        return any(str(year) in verdict.unit.text for year in understood.years)
    return any(str(year) in passage or str(year) in verdict.unit.text for year in understood.years)
