"""Choosing: which units answer for one group of plans, or why none does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Reason
from assistant.asked import Aim, AnswerKind
from assistant.claiming import can_claim
from assistant.collection import Collection
from assistant.counting import ENOUGH
from assistant.dialogue import Act
from assistant.every_goal import every_goal
from assistant.exactness import counts_alone, is_sum, newest_exact, results
from assistant.finding import Found
from assistant.goal_count import asks_for_goal_count, counted_goals
from assistant.honesty import objection, of_the_year
from assistant.judging import Verdict, only_promises
from assistant.largest import Extreme, largest, settles
from assistant.narrowed import of_the_group
from assistant.places import around, retells
from assistant.understanding import Understanding
from assistant.units import Unit
from assistant.weights import Weights
from ingest.plan import BlockKind, PlanCard

SOUGHT = (
    AnswerKind.NUMBER,
    AnswerKind.DATE,
    AnswerKind.PLACE,
    AnswerKind.PERSON,
    AnswerKind.NAME,
    AnswerKind.WHY,
)
"""Kinds that only a number, a time, a name or a reason can answer."""
WIDE = (AnswerKind.LIST, AnswerKind.COMPARISON, AnswerKind.HOW, AnswerKind.WHY)
"""Kinds whose answers may be long."""
SHORT, LONG = 400, 1_000
"""Characters of two units that are told together, for a fact and for the others."""
ROWS = 6
"""Rows of a table that are told together where several are asked for."""
BARELY = 0.6
"""How near the best unit one must come where nothing but its kind makes it the answer."""
TRIED = 3
"""So many of the best units are tried before it is said that there is no answer."""
FURTHER = 8
"""So many where the conversation has told the best of them already."""

_Ranked = tuple[float, Verdict, Found]


@dataclass(frozen=True, slots=True)
class Share:
    """One group's part of the answer: what to tell, or why there is nothing to tell."""

    plans: tuple[PlanCard, ...]
    found: tuple[Found, ...]
    chosen: tuple[Verdict, ...] = ()
    reason: Reason | None = None
    extreme: Extreme | None = None
    """What the row that is told comes first of, where the highest or lowest is asked for."""
    counted: bool = False
    """Whether all goals are told, to be counted, since the plan does not say how many it has."""

    @property
    def name(self) -> str:
        """Return whose share it is."""
        return next((c.identity.municipality for c in self.plans if c.identity.municipality), "")

    @property
    def edition(self) -> str:
        """Return the title of the one plan, where several editions of a municipality stand side by side."""
        return self.plans[0].identity.title


def share(
    understood: Understanding,
    plans: tuple[PlanCard, ...],
    found: Sequence[Found],
    collection: Collection,
    weights: Weights,
) -> Share:
    """Choose the units that answer for one group of plans, or say why none does."""
    if understood.act is Act.MORE:
        return _further(understood, plans, found, collection)
    ranked = _ranked(found, understood, weights)
    cards = {card.id: card for card in plans}
    texts = {f.key: collection.library.passage(f.key).text for f in found if f.verdicts}
    timely = [e for e in ranked if of_the_year(e[1], understood, texts[e[2].key], cards[e[2].key[0]])]
    if came := results([verdict for _, verdict, _ in ranked], understood):
        return Share(plans, _answering_first(found, came), came)
    if ranked and not timely:
        return Share(plans, tuple(found), reason=Reason.NO_SUCH_YEAR)
    meant = of_the_group([verdict for _, verdict, _ in timely], understood, collection.rarity, weights)
    timely = [entry for entry in timely if entry[1] in meant]
    if asks_for_goal_count(understood):
        goals = counted_goals([verdict for _, verdict, _ in timely], understood, plans, collection)
        if goals:
            return Share(plans, _answering_first(found, goals), goals, counted=bool(goals[0].stated))
    if goals := every_goal(timely, understood, weights):
        return Share(plans, _answering_first(found, goals), goals)
    timely = [entry for entry in timely if not _repeats(entry[1], understood)]
    timely = [e for e in timely if can_claim(e[1].unit, understood, cards[e[2].key[0]])]
    timely = _of_the_kind(timely, understood, weights)
    if first := largest([verdict for _, verdict, _ in timely], understood, cards, weights):
        rows, extreme = first
        return Share(plans, _answering_first(found, rows), rows, extreme=extreme)
    if very := newest_exact([verdict for _, verdict, _ in timely], understood, cards):
        rows = tuple(sorted(very, key=lambda verdict: verdict.unit.start))[:ROWS]
        return Share(plans, _answering_first(found, rows), rows)
    timely = [e for e in _alone_first(timely, understood) if settles(e[1].unit, understood, weights)]
    reason = Reason.NOT_IN_PLANS
    searched = sum(card.passages for card in plans)
    for place in _tried(timely, understood, cards):
        _, verdict, f = timely[place]
        objected = objection(verdict, understood, texts[f.key], searched, collection.rarity, weights)
        if objected is None:
            timely = timely[place:]
            break
        reason = objected if place == 0 else reason
    else:
        return Share(plans, tuple(found), reason=reason)
    enough = weights.second_of_several if understood.kind is AnswerKind.COMPARISON else weights.second
    room = 0 if understood.told else LONG if understood.kind in WIDE else 0 if understood.places else SHORT
    if understood.asks_for_deeds:
        room, path = LONG, timely[0][1].unit.path
        best, *others = timely
        timely = [best, *(e for e in others if e[1].fits >= ENOUGH and e[1].unit.path == path)]
    # Beside the very number, another is one of something else.
    room = 0 if timely and counts_alone(timely[0][1], understood) else room
    if _asks_what_is(understood) and not only_promises(timely[0][1].unit):
        timely = [entry for entry in timely if not only_promises(entry[1].unit)]
    chosen = _chosen([(score, v) for score, v, _ in timely], enough, room)
    return Share(plans, _answering_first(found, chosen), chosen)


def _tried(ranked: list[_Ranked], understood: Understanding, cards: Mapping[str, PlanCard]) -> list[int]:
    """Return the places of the units to try: the best, then the best of older editions of that plan."""
    if understood.told or not understood.asks_for_target:
        return list(range(len(ranked[: FURTHER if understood.told else TRIED])))
    known = [cards[verdict.unit.plan].identity for _, verdict, _ in ranked]
    same = [
        place
        for place, it in enumerate(known)
        if ranked[place][1].fits >= 1.0
        and (it.municipality, it.kind) == (known[0].municipality, known[0].kind)
        and (it.first_year or 0) < (known[0].first_year or 0)
    ]
    best = range(len(ranked[:TRIED]))
    # What the newest plan does not tell, an older one may, that stands far down, if it is just of the kind.
    return [*best, *[place for place in same if place not in best][:TRIED]]


def _ranked(found: Sequence[Found], understood: Understanding, weights: Weights) -> list[_Ranked]:
    """Return the units of the passages with their scores, best first; of headings those that introduce.

    A foreword's signature is set as a heading, and says who is mayor.
    """
    person = understood.kind is AnswerKind.PERSON
    entries = (
        (f.base + weights.unit * verdict.total, verdict, f)
        for f in found
        for verdict in f.verdicts
        if verdict.unit.introduces
        or verdict.unit.kind is not BlockKind.HEADING
        or (person and verdict.fits >= ENOUGH)
    )
    return sorted(entries, key=lambda entry: -entry[0])


def _further(
    understood: Understanding,
    plans: tuple[PlanCard, ...],
    found: Sequence[Found],
    collection: Collection,
) -> Share:
    """Tell more of the place where the answer before stood."""
    ids = {card.id for card in plans}
    places = [place for place in understood.places if place.plan in ids]
    units = collection.units(places[0].plan) if places else ()
    known = {verdict.unit: verdict for f in found for verdict in f.verdicts}
    more = around([place for place in places if place.plan == places[0].plan], units)
    chosen = tuple(known.get(unit) or Verdict(unit, 0.0, 0.0, 0.0, 0.0, 0.0) for unit in more)
    return Share(plans, _answering_first(found, chosen), chosen, None if chosen else Reason.NO_MORE)


def _repeats(verdict: Verdict, understood: Understanding) -> bool:
    """Say whether a unit was told before and does not also answer this question: with its date, its why."""
    answers = understood.kind in SOUGHT and verdict.fits >= ENOUGH
    return retells(verdict.unit, understood.told) and not answers


def _of_the_kind(ranked: list[_Ranked], understood: Understanding, weights: Weights) -> list[_Ranked]:
    """Put the units of the kind asked for first, when they come near the best."""
    sought = understood.kind in SOUGHT or understood.asks_for_deeds
    if not sought or not ranked:
        return ranked
    few = _bare(understood) or understood.amount is not None
    near = (BARELY if few else weights.near_best) * ranked[0][0]
    fitting = [entry for entry in ranked if entry[1].fits >= ENOUGH and entry[0] >= near]
    if understood.amount is not None:
        # "48 timer" says how long, "med det samme" hardly.
        fitting.sort(key=lambda entry: -entry[1].fits)
    if _asks_what_is(understood):
        # What shall be is no answer to what is, where both are told.
        fitting.sort(key=lambda entry: only_promises(entry[1].unit))
    return [*fitting, *(entry for entry in ranked if entry not in fitting)]


def _asks_what_is(understood: Understanding) -> bool:
    return understood.kind is AnswerKind.NUMBER and understood.aim is Aim.STATE


def _bare(understood: Understanding) -> bool:
    """Say whether a follow-up names nothing, and asks for a reason or an amount that few sentences give."""
    telling = understood.kind is AnswerKind.WHY or understood.amount is not None
    return understood.carried and telling and not understood.own_demands


def _alone_first(ranked: list[_Ranked], understood: Understanding) -> list[_Ranked]:
    """Let the row that counts the thing asked take the place of a sentence that counts it with others."""
    rows = [entry for entry in ranked if counts_alone(entry[1], understood)]
    placed: dict[Unit, _Ranked] = {}
    for score, verdict, f in ranked:
        part = next((row for row in rows if is_sum(verdict, row[1], understood)), None)
        entry = (score, *part[1:]) if part else (score, verdict, f)
        placed.setdefault(entry[1].unit, entry)
    return list(placed.values())


def _chosen(ranked: list[tuple[float, Verdict]], enough: float, room: int) -> tuple[Verdict, ...]:
    """Take the best unit, and the next if it is nearly as good, new, in the same plan and not too long."""
    (top, best), *rest = ranked
    for score, verdict in rest[:3]:
        other = verdict.unit.text not in best.unit.text and best.unit.text not in verdict.unit.text
        fits = len(best.unit.text) + len(verdict.unit.text) <= room
        if verdict.unit.plan == best.unit.plan and other and fits and score >= enough * top:
            return best, verdict
    return (best,)


def _answering_first(found: Sequence[Found], chosen: tuple[Verdict, ...]) -> tuple[Found, ...]:
    """Order passages so that those which hold the answer come before those which only fit the words."""
    answering = [f for verdict in chosen for f in found if any(v.unit == verdict.unit for v in f.verdicts)]
    return tuple(dict.fromkeys((*answering, *found)))
