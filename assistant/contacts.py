"""Whom to call or write to: a number, an address, a person, or words that say where to turn."""

from __future__ import annotations

import re

from assistant.doers import names_person

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


def asks_for_contact(question: str) -> bool:
    """Say whether a question asks whom somebody should call, write or turn to."""
    return bool(_ASKED.search(question))


def tells_contact(text: str, question: str) -> bool:
    """Say whether a text says whom to turn to, and not only who is in contact with whom."""
    return bool(_TOLD.search(text)) or names_person(text, question)
