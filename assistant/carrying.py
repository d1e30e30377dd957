"""What a question takes from the conversation: subject, place, year, and where the answer stood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.asked import Aim, AnswerKind
from assistant.carried_years import in_its_edition, in_its_own_years, is_past, kept_edition, timed
from assistant.collection import Collection
from assistant.concepts import concepts
from assistant.dialogue import Act, Said, said
from assistant.elliptic import spelled_out, with_helping_words
from assistant.followup import (
    Relation,
    asks_again,
    asks_of_whom,
    asks_whose,
    compares,
    held_against,
    narrows,
    relation,
)
from assistant.matching import Concept
from assistant.places import Place, nearness
from assistant.question import Question
from assistant.resuming import asks_further, looked_at
from assistant.taking import taken_over
from assistant.unanswered import left_of
from assistant.understanding import GOAL_STEMS, OWN, SIDE, Understanding, alone
from assistant.weights import Weights
from assistant.whose import chosen, only_whose
from assistant.widening import of_all, of_others, only_of_others
from assistant.wordlists import side_stems
from ingest.danish.municipalities import mentions
from ingest.danish.numbers import is_month

CARRIED = 0.5
"""What a concept of the question before counts in a follow-up that says something of its own."""
_NUMBER = re.compile(
    r"\bhvad (?:er|var|blev|bliver|lå|lød) (?:tallet|antallet|andelen|niveauet)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:var|blev|skulle|was|were)\b", re.IGNORECASE)
_VALUE = re.compile(r"\bhvad (?:er|var|blev|bliver|lå|lød) (?:den|det)\b", re.IGNORECASE)
"""A question for the number that is, where a goal was spoken of."""
_OTHERS = re.compile(r"\b(?:andre|øvrige|other)\b.{0,20}\b(?:kommun|municip)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question that was answered: how it was read, and where the answer stands."""

    understood: Understanding
    places: tuple[Place, ...] = ()
    told: tuple[Place, ...] = ()
    """Where the answers before it stand as well, its own among them."""
    vain: frozenset[str] = frozenset()
    """The stems of what it asked about and nothing was found for."""


def understand(
    question: Question, before: Earlier | None, collection: Collection, weights: Weights
) -> Understanding:
    """Read a question in the light of the one before it."""
    spoken = said(question.text)
    understood = replace(alone(spoken.text, collection, weights), act=spoken.act)
    if spoken.act not in (Act.ASK, Act.MORE):
        return understood
    if before is not None:
        understood = _continued(understood, before, spoken, collection)
        if understood.missing and not understood.municipalities:
            understood = _spoken_of(understood, before, collection, weights)
    if question.municipalities:
        understood = chosen(understood, question.municipalities, collection.municipalities)
    return understood


def _continued(now: Understanding, before: Earlier, spoken: Said, collection: Collection) -> Understanding:
    """Take over what a follow-up leaves unsaid: the place, and the subject when it has none of its own."""
    now = only_whose(with_helping_words(now), before.understood, collection.municipalities)
    how, was = left_of(now, before.understood, before.vain, relation(now, spoken.corrects))
    before = replace(before, understood=was)
    now = spelled_out(now, before.understood)
    now = replace(now, wording=(*now.wording, *before.understood.wording))
    now = timed(now, before.understood, before.places, collection)
    placed = bool(now.municipalities or now.missing)
    if how is Relation.SIDE and placed and now.municipalities == before.understood.municipalities:
        # Whoever names the place once more asks anew: "Hvad er budgettet i Bråsø?".
        return now
    whose = asks_whose(now) or (now.ranks and narrows(now) and asks_of_whom(now.text) and not placed)
    if compares(now):
        now = held_against(now, before.understood)
    elif (
        (whose and len(before.understood.municipalities) < 2)
        or of_all(now.text)
        or of_others(now.asked)
        or (how is Relation.PART and (now.everywhere or _OTHERS.search(now.text)))
    ):
        now = replace(now, everywhere=True)
    elif now.everywhere and how is Relation.OWN:
        return now
    elif not placed:
        now = _placed(now, before, how, collection, spoken.corrects)
    if how is Relation.OWN:
        carried = not placed and bool(now.municipalities)
        return replace(
            now, carried=carried, edition=now.edition or kept_edition(now, before.understood, collection)
        )
    if how is Relation.PART and is_past(now, before.understood, collection):
        how, now = Relation.SIDE, replace(now, kind=AnswerKind.NUMBER)
    read = _part(now, before.understood) if how is Relation.PART else _side(now, before.understood)
    if not now.years and now.municipalities != before.understood.municipalities:
        read = in_its_own_years(read, collection)
    if how is Relation.SIDE and not now.years:
        read = in_its_edition(read, before.understood, collection)
    told = before.told if how is Relation.SIDE and asks_further(now) else ()
    return replace(
        read, carried=True, places=looked_at(read, before.understood, before.places, how), told=told
    )


def _placed(
    now: Understanding, before: Earlier, how: Relation, collection: Collection, corrects: bool
) -> Understanding:
    """Take over whose plan it is about, as the question before said it or its answer did."""
    was = before.understood
    owners = {place.plan for place in before.places}
    answered = {
        c.identity.municipality for c in collection.cards if c.id in owners and c.identity.municipality
    }
    # "Nej, jeg mente klimaplanen": what was wrong does not say where to look.
    other = how is Relation.OWN or (corrects and bool(now.own_subject))
    told = tuple(answered) if not other and len(answered) == 1 else ()
    kept = was.municipalities or (told if not was.everywhere else ())
    now = replace(
        now, municipalities=kept, missing=was.missing, everywhere=how is not Relation.OWN and was.everywhere
    )
    if now.kind is AnswerKind.WHICH_MUNICIPALITIES and now.municipalities:
        return replace(now, kind=AnswerKind.LIST)
    return now


def _part(now: Understanding, was: Understanding) -> Understanding:
    """Put a part of the question before in another's place: whose, when, or of whom."""
    own = bool(now.own_subject)
    # "og for unge?", "og for ældre?": the second takes the place of the first.
    replaced = own and (was.taken or was.kind is AnswerKind.DEFINITION)
    kept = _without(was, {c.stem for c in was.own_subject}) if replaced else was
    taken = taken_over(now, kept, CARRIED if own else 1.0)
    sided = any(concept.stem in side_stems() for concept in now.concepts)
    same = (now.kind is AnswerKind.OTHER and not sided) or asks_again(now.text) or only_of_others(now.asked)
    return replace(
        now,
        kind=was.kind if same else now.kind,
        years=now.years or (() if now.edition else was.years),
        edition=now.edition or (None if now.years else was.edition),
        concepts=(*now.concepts, *taken),
        taken=frozenset(concept.stem for concept in taken),
        amount=was.amount if same else now.amount,
        counted=now.counted or (None if own else was.counted),
        aim=was.aim if now.aim is Aim.UNSAID else now.aim,
        ranks=now.ranks or (same and was.ranks),
        judges=now.judges or (same and was.judges),
        themes=now.themes or was.themes,
        subject=_subject(was),
    )


def _side(now: Understanding, was: Understanding) -> Understanding:
    """Ask something else about what the question before was about."""
    goals = any(concept.stem in GOAL_STEMS for concept in now.concepts) or now.act is Act.MORE
    goals = goals or (was.asks_for_goals and asks_whose(now))
    asked = [concept for concept in was.concepts if _is_subject(concept, was) or is_month(concept.word)]
    if now.aim is Aim.GOAL and was.aim is not Aim.GOAL and not (was.asks_for_goals or _PAST.search(now.text)):
        # The year and month of what was are not those of what shall be.
        asked = [c for c in asked if c.stem not in map(str, was.years) and not is_month(c.word)]
        was = replace(was, years=())
    others = [concept for concept in asked if concept.stem not in GOAL_STEMS]
    # "Hvad koster den?" after a deadline is no longer about the deadline.
    things = [c for c in others if c.stem not in side_stems() or c.word[:1].isupper()]
    if any(concept.gist >= OWN for concept in things) and now.kind is not was.kind:
        asked = [concept for concept in asked if concept in things or concept.stem in GOAL_STEMS]
        others = things
    # "Hvor mange mål er der?" is about nothing else.
    goals = goals or not any(concept.gist >= OWN for concept in others)
    kept = replace(was, concepts=tuple(asked if goals else others))
    taken = taken_over(now, kept, CARRIED if now.own_subject else 1.0)
    return replace(
        now,
        kind=_side_kind(now, was),
        aim=was.aim if narrows(now) and now.aim is Aim.UNSAID else now.aim,
        years=now.years or (() if now.edition else was.years),
        edition=now.edition or (None if now.years else was.edition),
        counted=now.counted or (was.counted if now.ranks else None),
        concepts=(*(_as_side(concept) for concept in now.concepts), *taken),
        taken=frozenset(concept.stem for concept in taken),
        themes=now.themes or was.themes,
        subject=_subject(was),
    )


def _without(was: Understanding, stems: set[str]) -> Understanding:
    return replace(was, concepts=tuple(c for c in was.concepts if c.stem not in stems))


def _side_kind(now: Understanding, was: Understanding) -> AnswerKind:
    if now.act is Act.MORE:
        return was.kind
    numbered = was.kind is AnswerKind.NUMBER or was.asks_for_goals
    return (
        AnswerKind.NUMBER if _NUMBER.search(now.text) or (numbered and _VALUE.search(now.text)) else now.kind
    )


def _is_subject(concept: Concept, was: Understanding) -> bool:
    """Say whether a concept says what a question was about, or what it took to be about."""
    return concept.stem in was.taken or concept.gist >= OWN or not (was.own_subject or was.taken)


def _as_side(concept: Concept) -> Concept:
    """Let a word for a side of the thing steer what is found, and be no demand on the words of the answer."""
    if concept.stem in side_stems() - GOAL_STEMS:
        return replace(concept, gist=min(concept.gist, SIDE))
    return concept


def _subject(was: Understanding) -> str:
    return f"{was.subject} {was.text}".strip() if was.subject and was.own_subject else was.subject or was.text


def _spoken_of(
    now: Understanding, before: Earlier, collection: Collection, weights: Weights
) -> Understanding:
    """Look where the answer before stood for a municipality without a plan, if it is spoken of there."""
    names = set(now.missing)
    for plan in dict.fromkeys(place.plan for place in before.places):
        near = [unit for unit in collection.units(plan) if nearness(unit, before.places) > 0]
        if any(names & {m.name for m in mentions(unit.text, collection.municipalities)} for unit in near):
            card = next(card for card in collection.cards if card.id == plan)
            named = tuple(c for name in now.missing for c in concepts(name, [], collection, weights))
            owner = card.identity.municipality
            kept = (owner,) if owner else ()
            return replace(now, municipalities=kept, concepts=(*named, *now.concepts), places=before.places)
    return now
