"""Of what was found, what speaks of the group asked about: all on a benefit are not the men who are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asked import Amount, AnswerKind
from assistant.collection import analysed
from assistant.counting import ENOUGH
from assistant.followup import narrows
from assistant.groups import Group, around, asked_about, names_group, tells_of
from assistant.judging import Verdict
from assistant.matching import Concept, Rarity, presence
from assistant.understanding import OWN, SIDE, Understanding
from assistant.weights import Weights
from assistant.wordlists import side_stems


def of_the_group(
    verdicts: Sequence[Verdict], understood: Understanding, rarity: Rarity, weights: Weights
) -> frozenset[Verdict]:
    """Return the verdicts, best first, that speak of the group asked about; all where none is asked for."""
    part = bool(understood.taken) and narrows(understood)
    kept = [v for v in verdicts if _tells(v, understood, part)]
    if not kept or not _required(kept[0], understood):
        return frozenset(kept)
    # The plan tells of the thing, but not for this group: what tells of the group alone is another matter.
    spoken_of = understood.taken if part else frozenset()
    passed = [v for v in verdicts if v not in kept and v.fits >= ENOUGH]
    things = [
        c
        for c in _things(understood, rarity)
        if c.stem in spoken_of or any(_holds(v, c, weights) for v in passed)
    ]
    near = frozenset() if part else understood.taken
    return frozenset(
        v for v in kept if all(_holds(v, c, weights) or (v.near and c.stem in near) for c in things)
    )


def _tells(verdict: Verdict, understood: Understanding, part: bool) -> bool:
    """Say whether a unit speaks of the groups asked about, by its own words of a part of those before."""
    # "Syge og unge" over a number of the sick counts no young.
    own = asked_about(understood.own_demands) if part else ()
    told = tells_of(around(verdict.unit, headings=False), own)
    return told and tells_of(around(verdict.unit), _required(verdict, understood))


def _required(verdict: Verdict, understood: Understanding) -> tuple[Group, ...]:
    """Return the groups that must be spoken of: where people are counted, and where a follow-up names one."""
    counts = understood.kind is AnswerKind.NUMBER and understood.amount in (None, Amount.SHARE)
    own = [c for c in understood.concepts if c.stem not in understood.taken]
    if not counts:
        return asked_about(own) if understood.carried else ()
    # Where the answer before stood, its group is spoken of without being named.
    return asked_about(own if verdict.near > 0.0 else understood.concepts)


def _things(understood: Understanding, rarity: Rarity) -> list[Concept]:
    """Return what is asked about beside the group, without what says little: "job" of "voksne flygtninge"."""
    weights = {c: rarity.of(replace(c, weight=1.0)) for c in understood.concepts if _is_asked(c, understood)}
    telling = max(weights.values(), default=0.0) / 2
    return [c for c, weight in weights.items() if weight >= telling and not names_group(c)]


def _is_asked(concept: Concept, understood: Understanding) -> bool:
    """Say whether something is asked about; what is carried on counts less at each turn, and is it still."""
    carried = concept.stem in understood.taken and concept.gist > SIDE
    return concept.gist >= OWN or (carried and concept.stem not in side_stems())


def _holds(verdict: Verdict, concept: Concept, weights: Weights) -> bool:
    return presence(concept, analysed(around(verdict.unit)), weights) > 0.0
