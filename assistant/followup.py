"""How a question stands to the one before it: its own, the same in another place, or another side of it."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from assistant.asked import Aim, AnswerKind
from assistant.carried_years import PLAN_BEFORE
from assistant.dialogue import Act
from assistant.groups import names_group
from assistant.understanding import GOAL_STEMS, OWN, Understanding
from assistant.widening import of_all, of_others
from assistant.wordlists import side_stems
from ingest.danish.words import fold

LITTLE = 1
"""Words of its own up to which a question that begins with "og" only changes a part of the one before."""
_INSTEAD = re.compile(
    r"^\W*(?:og|men|så|hvad (?:med|så|da)|samme|kun|bare|hellere|and|what about|how about|only)\b",
    re.IGNORECASE,
)
"""How a question begins that changes a part of the one before."""
_ASKS = re.compile(
    r"^\W*(?:(?:og|men|så|and|but) )*(?:hvor(?:når|dan|for|fra|hen|til)?|hvem|hvis|hvad|hvilke[nt]?"
    r"|who|what|when|where|why|how|which)\b(?! (?:med|så|da|about)\b)",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^\W*(?:(?:og|men|så) )?hvad (?:er|var|blev|bliver) (?:det|den|de)(?: så| da)?"
    r"(?: (?:i|hos|for|året|ifølge)\b|\W*$)",
    re.IGNORECASE,
)
"""The same question again, for another place or time: "hvad er det så i Ledinge?"."""
_ALSO = re.compile(r"\b(?:også|ligeledes|det samme|lignende|also|the same|similar)\b", re.IGNORECASE)
"""Asks of another place what was asked before: "gælder det også i Ledinge?"."""
COMPARED = [
    "højere",
    "lavere",
    "flere",
    "færre",
    "større",
    "mindre",
    "længere",
    "kortere",
    "mere",
    "bedre",
    "dårligere",
    "higher",
    "lower",
    "more",
    "fewer",
    "larger",
    "smaller",
    "longer",
    "better",
    "worse",
]
_FRAGMENT = re.compile(
    r"^\W*(?:(?:og|men|så|and|but) )*"
    r"(?:hvor (?:mange|meget|stort?|store)|hvilke[nt]?|how (?:many|much)) \w+\W*$",
    re.IGNORECASE,
)
"""A question without a verb goes on about the same: "hvor mange medlemmer?"."""
_THAN = re.compile(rf"\b(?:{'|'.join(COMPARED)}) (?:end|than)\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"^\W*(?:(?:og|men|så|and) )*"
    r"(?:hvem|hvor|hvilke\w*(?: af de\w*)? kommune\w*|who|where|which municipalit\w+)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:dem|disse|deres|dens|dets|han|hun|hans|hendes|sådan (?:en|et|nogle|noget)|dér|derhen|derfra"
    r"|(?:kan|må|skal) (?:man|jeg|vi|de|du) \w+ der|they|them|their|those)\b",
    re.IGNORECASE,
)
"""Words that can only mean what was spoken of before."""
_MAY_POINT = re.compile(
    r"\b(?:de|den|det|it|that)\b"
    r"(?! (?:(?:aller)?(?:høj|lav|stør|min[ds]|læng|kort|bed|dårlig|vær|før|sid)\w*st|flest)e\b)",
    re.IGNORECASE,
)
"""Words that do so where the question says little else; not as in "det højeste mål"."""


class Relation(StrEnum):
    """How a question stands to the one before it."""

    OWN = "own"
    """It says what it is about."""
    PART = "part"
    """It is the same question with a part of it changed: "og i Ledinge?"."""
    SIDE = "side"
    """It asks something else about the same thing: "hvem har ansvaret?"."""


def relation(now: Understanding, corrects: bool = False) -> Relation:
    """Return how a question stands to the one before it, by its words alone."""
    own = len(now.own_subject)
    placed = bool(now.municipalities or now.missing)
    if now.act is Act.MORE:
        return Relation.SIDE
    if compares(now):
        return Relation.PART
    if of_others(now.asked):
        return Relation.OWN if own else Relation.PART
    if own and now.ranks and asks_of_whom(now.text) and not (narrows(now) or points(now.text)):
        # Whose number is the highest is asked of all, and of what the question names.
        return Relation.OWN
    again = asks_again(now.text) or PLAN_BEFORE.search(now.text) or (placed and _ALSO.search(now.text))
    if not own and again:
        return Relation.PART
    asks = now.kind is not AnswerKind.OTHER or bool(_ASKS.search(now.text))
    begins = corrects or bool(_INSTEAD.search(now.text))
    sided = any(concept.stem in side_stems() for concept in now.concepts)
    if not asks and not own and sided and not placed:
        return Relation.SIDE
    if not asks and (not own or (begins and (own <= LITTLE or not placed))):
        return Relation.PART
    little = own <= LITTLE
    if own and of_all(now.text):
        return Relation.OWN
    if narrows(now) and not placed:
        return Relation.SIDE
    refers = points(now.text) or _FRAGMENT.search(now.text) or (little and _MAY_POINT.search(now.text))
    return Relation.SIDE if refers or not own else Relation.OWN


def narrows(now: Understanding) -> bool:
    """Say whether a question only counts a part of those spoken of: "hvor mange er kvinder?"."""
    own = [c for c in now.concepts if c.gist >= OWN and c.stem not in now.taken]
    goals = any(concept.stem in GOAL_STEMS for concept in now.concepts)
    grouped = bool(own) and all(names_group(concept) for concept in own)
    # "Hvem har det højeste mål for unge?" names what it asks about.
    return now.kind is AnswerKind.NUMBER and grouped and not (now.ranks and goals)


def points(text: str) -> bool:
    """Say whether a text can only be about those spoken of before: "hvor mange af dem"."""
    return bool(_POINTS.search(text))


def asks_again(text: str) -> bool:
    """Say whether a text asks the question before once more: "hvad er det så i Ledinge?"."""
    return bool(_SAME.search(text))


def compares(now: Understanding) -> bool:
    """Say whether a question holds another place against the one before: "er det højere end i Ledinge?"."""
    own = {fold(concept.word) for concept in now.own_subject}
    return bool(now.municipalities) and own <= set(COMPARED) and bool(_THAN.search(now.text))


def held_against(now: Understanding, was: Understanding) -> Understanding:
    """Return such a question as one for both places, without the word that only compares."""
    names = dict.fromkeys((*was.municipalities, *now.municipalities))
    kept = tuple(concept for concept in now.concepts if fold(concept.word) not in COMPARED)
    kind = AnswerKind.COMPARISON
    return replace(now, municipalities=tuple(names), kind=kind, aim=Aim.UNSAID, concepts=kept)


def asks_whose(now: Understanding) -> bool:
    """Say whether a question asks which municipality comes first, and names nothing: "hvem har flest?"."""
    return now.ranks and not now.own_subject and asks_of_whom(now.text)


def asks_of_whom(text: str) -> bool:
    """Say whether a text begins as one does that asks which municipality it is."""
    return bool(_WHOSE.search(text))
