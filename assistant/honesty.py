"""Deciding from evidence whether the plans answer a question at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answer import Reason
from assistant.asked import AnswerKind, since_when
from assistant.chance import beyond_chance
from assistant.collection import analysed
from assistant.contacts import says_what_is_asked
from assistant.counting import ENOUGH, PEOPLE, SHARE, best_number
from assistant.denied import affirmed
from assistant.doers import of_the_person, same_office
from assistant.judging import Verdict, goal_like
from assistant.matching import Concept, Rarity, presence
from assistant.number_words import in_figures
from assistant.places import SECTION
from assistant.times import agrees, only_tells_time
from assistant.understanding import GOAL_STEMS, OWN, SIDE, Understanding
from assistant.units import Unit
from assistant.weights import Weights
from ingest.danish.analysis import Analysis
from ingest.danish.numbers import Number, figures, years
from ingest.danish.stems import stem
from ingest.danish.words import fold
from ingest.plan import BlockKind, PlanCard

_BASELINE = re.compile(r"\([^)]*\)|\b(?:mod|fra|i forhold til|sammenlignet med|sammenholdt med)\b[^,.;]*")
"""Where a goal tells what it starts from: the year there is not the year it is for."""
_BETWEEN = re.compile(r"[ -]")
_NAMING = re.compile(
    r"\b(\d{1,3})\.?\s?klasse|\b(\d{1,3})\.\s?[a-zæøå]"
    r"|\b(?:spor|\w*mål|tema|fase|trin|kapitel|afsnit|\w*område|track|paragraf|over|under)\s(\d{1,3})\b",
    re.IGNORECASE,
)
"""A number that names something: "9. klasse", "spor 4", "over 60"; an age only tells who asks."""
_AMONG_THEM = re.compile(
    r"\b(?:(?:af|blandt) (?:dem|disse|de \d+)|heraf|hvoraf|of (?:them|these|those))\b", re.IGNORECASE
)
_NEXT = re.compile(r"^ [^\W\d_]+")
_ERRAND = re.compile(
    r"\W*(?:(?:kan|vil|gider) du |please |can you )?(?:lige |venligst )?"
    r"(?:skrive?|lave?|formulere?|sende?|udfylde?|oversætte?|write|draft|send|translate) (?:mig )?"
    r"(?:en|et|et udkast til (?:en|et)|min|mit|det her|dette|an?|my|this) "
    r"(?:\w+ )?(?:afgørelse|brev|mail|e-?mail|ansøgning|klage|cv|besked|sms|indstilling|partshøring|tekst"
    r"|digt|sang|vittighed|opskrift|letter|application|complaint|decision|text|poem|song|joke|recipe)\b",
    re.IGNORECASE,
)
"""What no plan does for anyone: "skriv et brev til en borger"."""
CLAIMS = (AnswerKind.WHICH_MUNICIPALITIES, AnswerKind.YES_NO)
"""Kinds of questions whose answer says that something is so."""
POINTED = (AnswerKind.NUMBER, AnswerKind.PERSON)
"""Kinds that only a number or a person's name can answer."""
BARE = (*POINTED, AnswerKind.DATE, AnswerKind.PLACE, AnswerKind.NAME, AnswerKind.WHY)
"""Kinds of a follow-up of one word ("hvorfor?") that only a number, a name, a time or a reason can answer."""

SURE = 0.8
"""The fitness from which what stands beside the answer before needs not name the subject once more."""


@dataclass(frozen=True, slots=True)
class Support:
    """The ``share`` of a question's weight that a unit holds, and its ``largest_miss``, both from 0 to 1."""

    share: float
    largest_miss: float


def objection(
    verdict: Verdict | None,
    understood: Understanding,
    passage: str,
    searched: int,
    rarity: Rarity,
    weights: Weights,
) -> Reason | None:
    """Return why the best unit of ``searched`` passages is no answer, or None when it is one."""
    if not any(concept.gist for concept in understood.concepts) or _ERRAND.match(understood.text):
        return Reason.NOT_ABOUT_PLANS
    if verdict is None:
        return Reason.NOT_IN_PLANS
    # Where nothing is named, nothing but the place and the kind makes it the answer.
    bare = understood.carried and not understood.own_demands
    goes_on = understood.carried and understood.kind in (AnswerKind.WHY, AnswerKind.PLACE)
    pointed = goes_on or understood.kind in (BARE if bare else POINTED)
    pointed = pointed or (bare and understood.asks_for_deeds) or since_when(understood.text)
    if pointed and verdict.fits < ENOUGH:
        return Reason.NOT_IN_PLANS
    if not _named_exactly(verdict, understood, passage, weights):
        return Reason.NOT_IN_PLANS
    if verdict.cell or (verdict.goals and understood.kind is AnswerKind.COMPARISON):
        return None
    if not beyond_chance(verdict, _here(verdict.unit), understood, searched, rarity, weights):
        return Reason.NOT_IN_PLANS
    held = support(verdict, understood, passage, rarity, weights)
    if held.share + weights.sense * max(0.0, verdict.meaning) < weights.support:
        return Reason.NOT_IN_PLANS
    if held.largest_miss > weights.miss:
        return Reason.NOT_IN_PLANS
    if understood.kind in CLAIMS and _rarest_named(verdict, understood, rarity, weights) < weights.named:
        return Reason.NOT_IN_PLANS
    return None


def _rarest_named(verdict: Verdict, understood: Understanding, rarity: Rarity, weights: Weights) -> float:
    """Return how fully the rarest thing asked about is named: a yes must not rest on the common words."""
    return _named(max(understood.concepts, key=lambda concept: gist(concept, rarity)), verdict, weights)


def _named(concept: Concept, verdict: Verdict, weights: Weights) -> float:
    """Return how fully a thing is named by a unit: "borger" and "rådgiver" apart are no borgerrådgiver."""
    apart = concept.apart or fold(concept.word) in _run_together(verdict.unit)
    strict = weights if apart else replace(weights, all_parts_presence=weights.part_presence)
    return presence(concept, _here(verdict.unit), strict)


def _named_exactly(verdict: Verdict, understood: Understanding, passage: str, weights: Weights) -> bool:
    """Say whether the thing counted, the office or contact asked for, and each number asked are named."""
    if not counts_thing(verdict, understood, weights):
        return False
    if not of_the_person(verdict.unit.text, understood.text, [place.quote for place in understood.places]):
        return False
    if not _of_those(verdict.unit, understood, weights):
        return False
    if not says_what_is_asked(verdict.unit, understood.text):
        return False
    # "Hvem er leder?" of what was spoken of names no office that must stand there.
    goes_on = understood.taken if verdict.near else frozenset[str]()
    office = next((c for c in understood.concepts if c.gist >= OWN and c.stem not in goes_on), None)
    person = understood.kind is AnswerKind.PERSON
    if person and goes_on and not same_office(verdict.unit.text, understood.text):
        return False
    if person and office and _named(office, verdict, weights) < weights.named:
        return False
    asked = {next(filter(None, found)) for found in _NAMING.findall(understood.text)}
    if not asked:
        return True
    near = "\n".join((*_told(verdict.unit), *verdict.unit.columns, passage))
    # "9. klasse" is not "7. klasse", however alike the sentences are.
    return asked <= figures(in_figures(near))


def _of_those(unit: Unit, understood: Understanding, weights: Weights) -> bool:
    """Say whether a unit speaks of those that "hvor mange af dem" points to: by name, or as "of them"."""
    pointed = bool(understood.taken) and bool(_AMONG_THEM.search(understood.text))
    if not pointed or _AMONG_THEM.search(unit.text):
        return True
    here = analysed("\n".join((*unit.path, unit.lead, unit.text)))
    spoken_of = (c for c in understood.concepts if c.stem in understood.taken and c.gist > SIDE)
    return any(presence(concept, here, weights) >= weights.named for concept in spoken_of)


def _run_together(unit: Unit) -> str:
    """Return what a unit says without spaces: "Fast Track" is a fasttrack."""
    return _BETWEEN.sub("", fold("\n".join(_told(unit))))


def gist(concept: Concept, rarity: Rarity) -> float:
    """Return how much a concept counts when it is decided whether a text is about what was asked."""
    # "I 3. kvartal" is held against the calendar.
    said = min(concept.gist, SIDE) if concept.when else concept.gist
    return said * rarity.of(replace(concept, weight=1.0))


def counts_thing(verdict: Verdict, understood: Understanding, weights: Weights) -> bool:
    """Say whether the number that may be the answer stands by no other noun: "to hold" are no ansatte."""
    counted, unit = understood.counted, verdict.unit
    if counted is None or understood.amount or unit.kind is BlockKind.ROW or counted.stem in PEOPLE:
        return True
    number = best_number(unit.text, counted, ENOUGH)
    if number is None or number.unit is None or stem(number.unit) in PEOPLE:
        return True
    if stem(number.unit) in SHARE:
        # "85 pct. er trygge ved deres vejleder" tells no number of vejledere, and none of medarbejdere.
        before = "\n".join((*unit.path, unit.lead, unit.before, unit.text[: number.start]))
        return verdict.fits > ENOUGH or presence(counted, analysed(before), weights) > 0.0
    return presence(counted, analysed(_counting(unit.text, number)), weights) > 0.0


def _counting(text: str, number: Number) -> str:
    """Return the words of a number with the next one: in "1 ny flygtning" the noun comes after."""
    return text[number.start : number.end] + "".join(_NEXT.findall(text[number.end :])[:1])


def _here(unit: Unit) -> Analysis:
    return analysed("\n".join(_told(unit)))


def _told(unit: Unit) -> tuple[str, ...]:
    return (*unit.path, unit.lead, unit.before, unit.text)


def support(
    verdict: Verdict, understood: Understanding, passage: str, rarity: Rarity, weights: Weights
) -> Support:
    """Return how much of what the question asks about the unit holds with its headings and passage."""
    unit, goes_on = verdict.unit, verdict.near > 0.0
    # The headings above are those of the answer before, and tell nothing of what is asked on.
    # Once the answer is told, what stands beside it must be about the same thing by its own words.
    asked_on = goes_on and (not understood.told or _stands_by(verdict, understood))
    told = (unit.lead, *unit.columns, unit.text) if asked_on else _told(unit)
    here = analysed(affirmed("\n".join(told), f"{understood.subject} {understood.text}"))
    around = analysed("" if goes_on else passage)
    asked = understood.own_subject if goes_on else understood.concepts
    weighed = [(gist(concept, rarity), concept) for concept in asked or understood.concepts if concept.gist]
    titled = analysed(unit.title).stems
    promised, timely = goal_like(unit), agrees(unit, understood.text)

    def held(concept: Concept) -> float:
        # "Mindst 340 personer i fleksjob" is a goal without the word.
        goal = promised if concept.stem in GOAL_STEMS else 0.0
        # "... i Sandkildes sundhedspolitik" says which plan is meant: all of it is under that title.
        known = concept.stem in titled or (asked_on and concept.stem in understood.taken)
        # "Sommeren 2021" stands there as "juni 2021".
        known = known or (timely and only_tells_time(concept.word))
        near = presence(concept, here, weights)
        return max(near, goal, float(known), weights.passage * presence(concept, around, weights))

    misses = [weight * (1.0 - held(concept)) for weight, concept in weighed]
    whole = sum(weight for weight, _ in weighed)
    return Support(1.0 - sum(misses) / whole, max(misses) / whole) if whole else Support(0.0, 1.0)


def _stands_by(verdict: Verdict, understood: Understanding) -> bool:
    """Say whether a unit is just what a bare follow-up asks for, and stands with the answer before."""
    if understood.asks_for_deeds:
        return verdict.fits >= ENOUGH
    kind = understood.kind
    pointed = kind in BARE and (kind is not AnswerKind.NUMBER or understood.amount is not None)
    return pointed and verdict.fits >= SURE and verdict.near > SECTION


def of_the_year(verdict: Verdict, understood: Understanding, passage: str, card: PlanCard) -> bool:
    """Say whether a unit can speak of the year asked about: its plan is for it, or its passage names it."""
    if not understood.years or any(card.identity.covers(year) for year in understood.years):
        return True
    if any(concept.stem in GOAL_STEMS for concept in understood.concepts):
        promised = _BASELINE.sub("", verdict.unit.text)
        return any(str(year) in promised for year in understood.years)
    stated = years(verdict.unit.text)
    if stated and not set(stated) & set(understood.years):
        return False
    near = "\n".join(
        (*verdict.unit.path, verdict.unit.lead, verdict.unit.before, *verdict.unit.columns, verdict.unit.text)
    )
    looked_at = near if understood.kind is AnswerKind.NUMBER else passage
    return any(str(year) in looked_at for year in understood.years)
