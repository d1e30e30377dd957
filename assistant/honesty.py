"""Deciding from evidence whether the plans answer a question at all."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Reason
from assistant.asked import AnswerKind
from assistant.collection import analysed
from assistant.counting import ENOUGH
from assistant.judging import GOAL_STEMS, Verdict
from assistant.matching import Rarity, presence
from assistant.understanding import Understanding
from assistant.units import Unit
from assistant.weights import Weights
from ingest.danish.analysis import Analysis
from ingest.plan import PlanCard

_BASELINE = re.compile(r"\([^)]*\)|\b(?:mod|fra|i forhold til|sammenlignet med|sammenholdt med)\b[^,.;]*")
"""Where a goal tells what it starts from: the year there is not the year it is for."""
CLAIMS = (AnswerKind.WHICH_MUNICIPALITIES, AnswerKind.YES_NO)
"""Kinds of questions whose answer says that something is so."""
POINTED = (AnswerKind.NUMBER, AnswerKind.DATE, AnswerKind.PERSON)
"""Kinds that only a number, a time or a person's name can answer."""


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
    if understood.kind in POINTED and verdict.fits < ENOUGH:
        return Reason.NOT_IN_PLANS
    held = support(verdict, understood, passage, rarity, weights)
    if held + weights.sense * max(0.0, verdict.meaning) < weights.support:
        return Reason.NOT_IN_PLANS
    named = _rarest_named(verdict, understood, passage, rarity, weights)
    if named < (weights.named if understood.kind in CLAIMS else weights.touched):
        return Reason.NOT_IN_PLANS
    return None


def _rarest_named(
    verdict: Verdict, understood: Understanding, passage: str, rarity: Rarity, weights: Weights
) -> float:
    """Return how fully the rarest thing asked about is named: a yes must not rest on the common words."""
    rarest = max(
        understood.concepts, key=lambda concept: concept.gist * rarity.of(replace(concept, weight=1.0))
    )
    # "borger" and "rådgiver" somewhere in a sentence are no borgerrådgiver.
    apart = replace(weights, all_parts_presence=weights.part_presence)
    near = presence(rarest, _here(verdict.unit), apart if understood.kind in CLAIMS else weights)
    around = 0.0 if understood.kind in CLAIMS else presence(rarest, analysed(passage), weights)
    return max(near, around)


def _here(unit: Unit) -> Analysis:
    return analysed("\n".join((*unit.path, unit.lead, unit.before, unit.text)))


def support(
    verdict: Verdict, understood: Understanding, passage: str, rarity: Rarity, weights: Weights
) -> float:
    """Return the share of what the question asks about that the unit holds with its headings and passage."""
    unit = verdict.unit
    here = _here(unit)
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
        promised = _BASELINE.sub("", verdict.unit.text)
        return any(str(year) in promised for year in understood.years)
    near = "\n".join(
        (*verdict.unit.path, verdict.unit.lead, verdict.unit.before, *verdict.unit.columns, verdict.unit.text)
    )
    looked_at = near if understood.kind is AnswerKind.NUMBER else passage
    return any(str(year) in looked_at for year in understood.years)
