"""What the parts of one question lend each other, and what they are about together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asked import Aim
from assistant.carrying import CARRIED, Earlier
from assistant.understanding import Understanding
from ingest.plan import PlanCard


def beside(now: Understanding, before: Earlier, cards: Sequence[PlanCard]) -> Understanding:
    """Read a part in the light of the one before it, which was answered.

    Where it names no place, it is about the one that the answer was found at, and what the part before was
    about helps to find it, though its answer need not say it.
    """
    was = before.understood
    elsewhere = now.municipalities and now.municipalities != was.municipalities
    if elsewhere or now.missing or now.everywhere or now.taken:
        return now
    plans = {place.plan for place in before.places}
    owners = {card.identity.municipality for card in cards if card.id in plans}
    owner = owners.pop() if len(owners) == 1 and not now.municipalities else None
    known = {concept.stem for concept in now.concepts}
    lent = tuple(
        replace(concept, weight=concept.weight * CARRIED, gist=0.0)
        for concept in was.own_subject
        if concept.stem not in known
    )
    # The year of what was is not the year of what shall be.
    years = () if Aim.GOAL in (now.aim, was.aim) or now.edition else was.years
    return replace(
        now,
        municipalities=(owner,) if owner else now.municipalities,
        years=now.years or years,
        concepts=(*now.concepts, *lent),
    )


def together(one: Understanding, parts: Sequence[Understanding]) -> Understanding:
    """Return one part of a question as being about every place and year that the parts name."""
    return replace(
        one,
        municipalities=tuple(dict.fromkeys(name for each in parts for name in each.municipalities)),
        missing=tuple(dict.fromkeys(name for each in parts for name in each.missing)),
        years=tuple(dict.fromkeys(year for each in parts for year in each.years)),
        edition=one.edition if len({each.edition for each in parts}) == 1 else None,
    )
