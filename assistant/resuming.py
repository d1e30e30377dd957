"""Where a follow-up looks first: where the answer before stood, if its words may not answer once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asked import Aim
from assistant.collection import analysed
from assistant.dialogue import Act
from assistant.followup import Relation
from assistant.places import Place
from assistant.understanding import Understanding
from assistant.wordlists import side_stems


def looked_at(
    now: Understanding, was: Understanding, places: Sequence[Place], how: Relation
) -> tuple[Place, ...]:
    """Return the places to look at first: of an answer about the same thing, in the same municipality."""
    elsewhere = set(now.municipalities) != set(was.municipalities) and bool(was.municipalities)
    if elsewhere or how is not Relation.SIDE:
        return ()
    told = now.kind is was.kind and now.years == was.years and now.counted in (None, was.counted)
    told = told or (now.aim is Aim.GOAL and was.aim is Aim.STATE)
    told = told and (now.act is not Act.MORE or was.act is Act.MORE)
    return tuple(replace(place, told=told or _lacks(place, now)) for place in places)


def _lacks(place: Place, now: Understanding) -> bool:
    """Say whether what was told holds nothing of what the question names: it wants other words."""
    quoted = analysed(place.quote)
    named = {concept.stem for concept in now.own_demands}
    return bool(named) and named.isdisjoint(quoted.stems) and named.isdisjoint(quoted.parts)


def asks_further(now: Understanding) -> bool:
    """Say whether a question asks on and names nothing that what was told may be told again for."""
    sided = any(concept.stem in side_stems() for concept in now.concepts)
    return now.act is Act.ASK and not now.own_subject and not sided
