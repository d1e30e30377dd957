"""What a turn of a conversation does: ask, ask for more of the same, correct, or only be friendly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.danish.lists import word_list
from ingest.danish.words import fold, words


class Act(StrEnum):
    """What is done with a turn; all but the first two are no question to the plans."""

    ASK = "ask"
    MORE = "more"
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    REWORD = "reword"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Said:
    """A turn as it was meant: ``text`` without "nej, jeg mente" or "tilbage til" before it."""

    text: str
    act: Act = Act.ASK
    corrects: bool = False


_GREETING = word_list("conversation.greeting")
_THANKS = word_list("conversation.thanks")
_CONTENT = word_list("conversation.content")
_AROUND = word_list("conversation.around")
_REWORDING = word_list("conversation.rewording")
_AROUND_REWORDING = word_list("conversation.around_rewording")
_HELP = re.compile(
    r"^\W*(?:hjælp|help|hvem er du|hvad er du|who are you|what can you do"
    r"|hvad kan (?:du|jeg spørge (?:dig )?om)(?: hjælpe(?: mig)? med| svare på)?"
    r"|hvordan (?:virker|fungerer) (?:du|det(?: her)?))\W*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^\W*(?:(?:kan|vil) du )?(?:og )?(?:please )?"
    r"(?:uddyb(?:e|es)?(?: (?:det|gerne|venligst|lidt))*"
    r"|fortæl(?:le)? (?:mig )?(?:lidt )?mere(?: om det)?|mere(?: om det)?|forklare? (?:det )?(?:nærmere|mere)"
    r"|(?:er der |har du )?flere(?: (?:endnu|eksempler))?|(?:er|var) det (?:det hele|alt)(?: sammen)?"
    r"|(?:hvad )?(?:mere|ellers|andet)|(?:hvad )?(?:står|siger) (?:der|den|de|planen) (?:mere|ellers|også)"
    r"|(?:tell me )?more(?: about (?:it|that))?|go on|elaborate|is that all|anything else)(?: tak)?\W*$",
    re.IGNORECASE,
)
_SORRY = r"(?:nej|næ|nå nej|ups|undskyld|hov|no|sorry|oops)\b[\s,.:!–-]+"
_NOT_THAT = r"(?:(?:ikke|not) (?:det|den|dem|that)[\s,.:–-]+)?"
_MEANT = (
    r"(?:(?:jeg|vi) (?:mente|mener|tænkte på)|i (?:meant?|was thinking of)"
    r"|(?:ikke|not) (?:i |om )?\w+[, ]+(?:men|but))\s+"
)
_CORRECTION = re.compile(
    rf"^\W*(?:(?:{_SORRY})*(?:altså |det var )?{_NOT_THAT}{_MEANT}|(?:{_SORRY})+(?=\S))", re.IGNORECASE
)
"""Before what was meant: "nej, jeg mente ...", "ikke Bråsø, men ..."."""
_AGREED = r"(?:(?:okay|ok)(?: så| da)?[\s,.:!–-]+|(?:nå|fint|godt)(?: så| da)?\s*[,.:!–-]+\s*(?:så )?)"
_BACK = (
    r"(?:(?:så|nu|og|men|lad os|vi) )*(?:(?:går?|gå|vend(?:er|e)?) )?(?:(?:lige|så|nu) )*"
    r"(?:tilbage|videre|over|nu|for at vende tilbage|back|on) (?:til|to)\s+"
)
_ANEW = (
    r"(?:(?:så|nu|og|men|lige|også|jeg har|bare|et|en|a|just|i have) )*"
    r"(?:andet|nyt|anden ting|noget andet|another|new) ?(?:spørgsmål|emne|question)?[\s]*[,.:!–-]+\s*"
)
_STEERING = re.compile(rf"^\W*(?:{_AGREED}(?=\w))?(?:{_ANEW}(?=\w))?(?:{_BACK}(?=\w))?", re.IGNORECASE)
"""Before a question, what only steers the talk: "okay så", "lige et andet spørgsmål:", "tilbage til ..."."""


def said(text: str) -> Said:
    """Return what a turn does, and its text without what only corrects the turn before."""
    if not words(text):
        return Said(text, Act.NOTHING)
    if _HELP.match(text):
        return Said(text, Act.HELP)
    if friendly := _friendly(text):
        return Said(text, friendly)
    if _asks_to_reword(text):
        return Said(text, Act.REWORD)
    if _MORE.match(text):
        return Said(text, Act.MORE)
    corrects = _CORRECTION.match(text)
    return Said(_unsteered(text[corrects.end() :] if corrects else text), corrects=bool(corrects))


def _unsteered(text: str) -> str:
    """Return a question without the words before it that only lead the talk to it."""
    steering = _STEERING.match(text)
    return text[steering.end() :] if steering and words(steering[0]) else text


def _asks_to_reword(text: str) -> bool:
    """Say whether a text only asks for the answer in other words: "kan du sige det kortere?"."""
    spoken = {fold(word.text) for word in words(text)}
    return bool(spoken & _REWORDING) and spoken <= (_REWORDING | _AROUND_REWORDING)


def _friendly(text: str) -> Act | None:
    """Return what a text is that holds nothing but friendly words; "goddag, hvor mange ..." asks."""
    spoken = {fold(word.text) for word in words(text)}
    if "?" in text or not spoken <= (_GREETING | _THANKS | _CONTENT | _AROUND):
        return None
    if spoken & _THANKS or spoken & _CONTENT:
        return Act.THANKS
    return Act.GREETING if spoken & _GREETING or {"god"} < spoken else None
