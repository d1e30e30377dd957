"""What kind of answer a question asks for, by the words it asks with."""

from __future__ import annotations

import re
from enum import StrEnum


class AnswerKind(StrEnum):
    """The kind of answer that would satisfy a question."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PERSON = "person"
    DEFINITION = "definition"
    LIST = "list"
    YES_NO = "yes_no"
    HOW = "how"
    WHY = "why"
    COMPARISON = "comparison"
    WHICH_MUNICIPALITIES = "which_municipalities"
    OTHER = "other"


class Aim(StrEnum):
    """Whether a question asks what shall be, or what is."""

    GOAL = "goal"
    STATE = "state"
    UNSAID = "unsaid"


_GOAL = re.compile(
    r"\b(?:vil|skal|må|mål\w*|højst|mindst|ønsker|forventer|planlægger|should|will|target|aims?)\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:er|var|har|havde|fik|får|blev|kom|bor|modtog|deltog|nåede|is|are|was|were|had)\b", re.IGNORECASE
)

_SEVERAL = "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|[2-9]|1[0-9]"

_CUES: tuple[tuple[AnswerKind, str], ...] = (
    (AnswerKind.COMPARISON, r"^(?:sammenlign|compare)|\b(?:forskel(?:len|le)?|forskellig\w*|difference)\b"),
    (
        AnswerKind.WHICH_MUNICIPALITIES,
        r"\b(?:hvilken|hvilke|which) (?:af )?(?:de )?(?:kommun\w+|plan\w*|municipalit\w+)\b"
        r"|\b(?:hvem|who) (?:nævner|omtaler|skriver om|mentions?)\b",
    ),
    (
        AnswerKind.NUMBER,
        r"\bhvor (?:mange|meget|få|lidt|tit|ofte|gammel|gamle|(?:stor|høj|lav|lang|læng|hurtig)\w*)\b"
        r"|\b(?:hvilken|hvad er) (?:andel|procentdel)|\bhvad koster\b|\bhow (?:many|much|often|large|long)\b",
    ),
    (AnswerKind.WHY, r"\bhvorfor\b|\bhvad er (?:årsagen|grunden)\b|\bwhy\b"),
    (AnswerKind.DATE, r"\bhvornår\b|\bhvilket år\b|\bhvilken (?:dato|måned)\b|\bwhen\b"),
    (
        AnswerKind.PERSON,
        r"\b(?:hvem (?:er|var|bliver)|hvad hedder|who is)\b.*(?:formand|leder|chef|minister|direktør|mester"
        r"|mayor|koordinator|rådgiver|konsulent|kontaktperson|tovholder|vejleder|sygeplejerske|læge)(?:en|s|ens)?\b",
    ),
    (AnswerKind.NAME, r"\bhvem\b|\bhvad hedder\b|\bhvis (?:ansvar|opgave)\b|\bwho\b"),
    (
        AnswerKind.DEFINITION,
        r"\bdefiner\w*|\bdefinition\w*|\bhvad (?:står .+ for|betyder|dækker|vil .+ sige|forstås|menes)\b"
        r"|\bwhat does .+ (?:mean|stand for)\b",
    ),
    (AnswerKind.LIST, rf"\bhvad er\b.*\b(?:{_SEVERAL}) \w+|\bhvad er (?:\w+ ){{0,2}}\w+(?:ene|erne)\b"),
    (AnswerKind.LIST, r"\bhvilke\b|\bnævn\b|\b(?:list|opremse?)\b|\bhvad er de \w+\b|\bwhich\b"),
    (AnswerKind.HOW, r"\bhvordan\b|\bhow\b|\bpå hvilken måde\b"),
    (
        AnswerKind.DEFINITION,
        r"\b(?:hvad er|what is)\b(?!.*\b(?:\w*mål|\w*målet|\w*målene|målsætning\w*|goals?|targets?)\b)",
    ),
    (
        AnswerKind.YES_NO,
        r"^(?:og )?(?:er|har|kan|skal|får|bliver|findes|arbejder|må|vil|giver|tilbyder|bruger|deltager|gør"
        r"|does|do|is|are|has|can)\b",
    ),
)


def answer_kind(question: str) -> AnswerKind:
    """Return the kind of answer that ``question`` asks for; the first cue that fits decides."""
    text = re.sub(r"\bhva\b", "hvad", " ".join(question.lower().split()))
    return next((kind for kind, cue in _CUES if re.search(cue, text)), AnswerKind.OTHER)


def aim(question: str) -> Aim:
    """Return whether ``question`` asks what shall be ("hvor mange skal ...") or what is ("hvor mange er")."""
    if _GOAL.search(question):
        return Aim.GOAL
    return Aim.STATE if _STATE.search(question) else Aim.UNSAID
