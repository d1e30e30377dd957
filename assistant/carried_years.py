"""Which year a follow-up asks about: the one before, the one it names, or one that only the talk tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked import Amount, AnswerKind
from assistant.collection import Collection
from assistant.places import Place
from assistant.understanding import Understanding

_YEAR_ON = re.compile(
    r"\b(?:(?P<before>(?:det )?år(?:et)? (?:før|forinden|inden)|(?:the )?(?:year before|previous year))"
    r"|året efter|(?:the )?(?:year after|following year))\b",
    re.IGNORECASE,
)
PLAN_BEFORE = re.compile(
    r"\b(?:forrige|tidligere|gamle|sidste|previous|last|old)\b.{0,20}\bplan"
    r"|\bplan(?:en)? (?:før|inden|forinden|before)\b",
    re.IGNORECASE,
)

TIMELESS = (AnswerKind.HOW, AnswerKind.NAME, AnswerKind.PERSON, AnswerKind.PLACE)
"""Kinds of answers that no year changes within a plan, and amounts."""

LASTING = (Amount.DURATION, Amount.FREQUENCY, Amount.AGE)


def timed(
    now: Understanding, was: Understanding, places: Sequence[Place], collection: Collection
) -> Understanding:
    """Resolve a time that only the conversation tells: the year before, the plan before."""
    covered = [c.identity.first_year for c in collection.cards for p in places[:1] if c.id == p.plan]
    base = next(iter(was.years), None) or next(iter(covered), None)
    on = _YEAR_ON.search(now.text)
    if on and base and not now.years:
        now = replace(now, years=(base - 1 if on["before"] else base + 1,))
    if PLAN_BEFORE.search(now.text) and not now.years:
        owners = was.municipalities
        older = [
            c.identity.first_year
            for c in collection.cards
            if c.identity.municipality in owners
            and covered
            and (c.identity.first_year or 0) < (covered[0] or 0)
        ]
        now = replace(now, edition=max(filter(None, older), default=None))
    return now


def kept_edition(now: Understanding, was: Understanding, collection: Collection) -> int | None:
    """Return the year asked about before, where it tells one plan of the municipality from another."""
    if now.years or now.municipalities != was.municipalities or len(was.years) > 1:
        return None
    year = was.edition or next(iter(was.years), None)
    cards = [card for card in collection.cards if card.identity.municipality in now.municipalities]
    kinds = {card.identity.kind for card in cards if year and card.identity.covers(year)}
    rivals = [card for card in cards if card.identity.kind in kinds]
    return year if any(year and not card.identity.covers(year) for card in rivals) else None


def in_its_edition(now: Understanding, was: Understanding, collection: Collection) -> Understanding:
    """Let go of a year where something is asked that is told once: who, where or how, in that plan."""
    if not now.years or not (now.kind in TIMELESS or now.amount in LASTING):
        return now
    kept = tuple(concept for concept in now.concepts if concept.word not in map(str, now.years))
    read = replace(now, years=(), concepts=kept)
    return replace(read, edition=now.edition or kept_edition(read, was, collection))


def is_past(now: Understanding, was: Understanding, collection: Collection) -> bool:
    """Say whether a goal's number is asked for in a year without a plan: what it was, not the aim."""
    cards = [card for card in collection.cards if card.identity.municipality in now.municipalities]
    planned = any(card.identity.covers(year) for card in cards for year in now.years)
    return was.asks_for_goals and bool(now.years) and not now.own_subject and not planned


def in_its_own_years(now: Understanding, collection: Collection) -> Understanding:
    """Let go of a year that was asked of another municipality where this one has no plan for it."""
    cards = [card.identity for card in collection.cards if card.identity.municipality in now.municipalities]
    if not now.years or not cards or any(card.covers(year) for card in cards for year in now.years):
        return now
    kept = tuple(concept for concept in now.concepts if concept.word not in map(str, now.years))
    return replace(now, years=(), edition=None, concepts=kept, other_years=True)
