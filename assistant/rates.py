"""What an amount is told by: an hourly wage is none by the year, and hours are told in hours."""

from __future__ import annotations

import re

from assistant.asked import Amount
from assistant.units import Unit

_RATES = (
    (
        re.compile(r"\bi timen\b|\bpe?r\.? time\b|\btime(?:løn|sats|pris)\w*", re.IGNORECASE),
        re.compile(r"\bi timen\b|\bpe?r\.? time\b|\btime(?:løn|sats|pris)\w*|/time\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\bom dagen\b|\bpe?r\.? dag\b|\bdagligt\b", re.IGNORECASE),
        re.compile(
            r"\b(?:om|i) dagen\b|\b(?:pe?r\.?|hver) (?:hver)?dag\b|\bdaglig|\bhverdage\b", re.IGNORECASE
        ),
    ),
    (
        re.compile(r"\bom ugen\b|\bpe?r\.? uge\b|\bugentligt\b", re.IGNORECASE),
        re.compile(
            r"\b(?:om|i) ugen\b|\b(?:pe?r\.?|hver) (?:\w+ )?uge\b|\bugentlig|arbejdsuge|/uge\b", re.IGNORECASE
        ),
    ),
    (
        re.compile(r"\bom måneden\b|\bpe?r\.? måned\b|\bmånedligt\b|\bmånedsløn\w*", re.IGNORECASE),
        re.compile(
            r"\b(?:om|i) måneden\b|\b(?:pe?r\.?|hver|en) (?:\w+ )?måned\b|\bmånedlig|\bmånedsløn|\bmd\b",
            re.IGNORECASE,
        ),
    ),
)
"""How a question asks for a rate, and how a text tells it."""
_HOURS = re.compile(r"\bhvor mange (?:\w+ )?(?:timer?|minut(?:ter)?)\b", re.IGNORECASE)
_TELLS_HOURS = re.compile(
    r"\d\s?(?:\w+ )?(?:timer?s?|minut(?:ter)?s?)\b|\bdøgn\w*|\b(?:kl\.?|klokken) \d"
    r"|\b(?:en|et|én|to|tre|fire|fem|seks|syv|otte|ni|ti|\w+ten|tyve|tredive|fyrre|halvanden|få|nogle)"
    r" (?:\w+ )?(?:time(?:r|rs)?|minut(?:ter)?)\b",
    re.IGNORECASE,
)


def as_asked(unit: Unit, question: str, amount: Amount | None) -> bool:
    """Say whether a text tells an amount by what is asked: by the hour or the week, or in hours."""
    if amount is Amount.FREQUENCY:
        return True
    told = "\n".join((unit.lead, *unit.columns, unit.text))
    if _HOURS.search(question) and not _TELLS_HOURS.search(told):
        return False
    return all(tells.search(told) for asks, tells in _RATES if asks.search(question))
