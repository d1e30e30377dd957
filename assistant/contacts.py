"""Whom to call or write to, and when: a number, an address, a person, where to turn, opening hours."""

from __future__ import annotations

import re

from assistant.doers import names_person
from assistant.units import Unit
from ingest.danish.numbers import dates, years

_TURN = r"ringe|telefonere|kontakte|henvende|skrive til|få fat i|få fat på"
_ASKED = re.compile(
    rf"\bhvem (?:skal|kan|må|bør) (?!{_TURN})(?:[\wæøå]+ ){{1,4}}?(?:{_TURN})\b"
    r"|\bhvem (?:ringer|kontakter|skriver|henvender) (?:man|jeg|vi)\b"
    r"|\bwho(?:m)? (?:should|can|do|must|may) (?:\w+ ){1,3}?(?:call|phone|contact|ring|write to|turn to)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?<!\d)\d\d(?: \d\d){3}(?!\d)|(?<![\d.,])\d{8}(?!\d)|\w@\w|^kontakt(?! med)\b"
    r"|\bringe? (?:til|på|ind|direkte)\b|\bkontaktes?\b|\b(?:ringer|kontakter) (?:man|du)\b"
    r"|\b\w*kontaktperson\w*|\bhenvend\w*|\bskrive? til\b|\btlf\b|\btelefon\w*|\bhotline|\bindgang(?:en)?\b",
    re.IGNORECASE,
)
_HOURS_ASKED = re.compile(
    r"\båbningstid\w*"
    r"|(?<!siden )\b(?:hvornår|hvilke dage|hvad tid|hvor længe) (?:har|er|holder) (?!.*\bhaft\b)"
    r"[^,.]*\b(?:åbent?|lukket)\b"
    r"|\bopening hours\b|\bwhen (?:is|are) .*\b(?:open|closed)\b",
    re.IGNORECASE,
)
_OPENING_ASKED = re.compile(
    r"\b(?:hvornår|hvad tid|hvilken dag) (?:åbner|lukker)\b|\bwhen do(?:es)? .*\b(?:open|close)\b",
    re.IGNORECASE,
)
"""That may be every day, or once."""
_HOURS_TOLD = re.compile(
    r"\b(?:man|tirs|ons|tors|fre|lør|søn)dage?\w*|\b\w*hverdag\w*|\bweekend\w*|\bhver (?:dag|uge|måned)\b"
    r"|\bdagligt?\b|\bdøgn(?:et rundt|åben\w*)\b|\bugens dage\b"
    r"|\b(?:kl\.?|klokken) ?\d|(?<![\d.:])[0-2]?\d[.:][0-5]\d(?![\d.:]| ?(?:pct|%|mio|kr))",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:åb(?:en|ent|ne|ner|nes)|luk\w+)\b", re.IGNORECASE)


def says_what_is_asked(unit: Unit, question: str) -> bool:
    """Say whether a unit tells whom to turn to, or when somewhere is open, where that is asked."""
    if asks_for_contact(question) and not tells_contact(unit.text, question):
        return False
    return tells_hours("\n".join((unit.lead, *unit.columns, unit.text)), question)


def tells_hours(text: str, question: str) -> bool:
    """Say whether a text tells when somewhere is open, where that is asked: a mind may be open too."""
    hours, opening = _HOURS_ASKED.search(question), _OPENING_ASKED.search(question)
    if not (hours or opening) or _HOURS_TOLD.search(text):
        return True
    return bool(dates(text) or years(text)) and bool(opening or _OPEN.search(text))


def asks_for_contact(question: str) -> bool:
    """Say whether a question asks whom somebody should call, write or turn to."""
    return bool(_ASKED.search(question))


def tells_contact(text: str, question: str) -> bool:
    """Say whether a text says whom to turn to, and not only who is in contact with whom."""
    return bool(_TOLD.search(text)) or names_person(text, question)
