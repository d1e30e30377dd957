"""Whether a text gives the amount that a question asks for: money, a share, how long, how often, an age."""

from __future__ import annotations

import re

from assistant.asked import Amount
from assistant.units import Unit
from ingest.danish.numbers import Number, numbers
from ingest.plan import BlockKind

VAGUE = 0.7
"""The fitness of a period or a rate that is not told as a number of days or of times."""
ONE_END = 0.9
"""The fitness of an age that is told by one end."""
_FIGURE = (
    r"(?:\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+)?|en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten"
    r"|fjorten|femten|seksten|tyve|tredive|fyrre|halvand(?:en|et)|halvt?e?|få|nogle|flere)"
)
_ORDINAL = r"(?:første|anden|andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|tolvte|\d+\.)"
_WEEKDAY = r"(?:man|tirs|ons|tors|fre|lør|søn)dag(?:e|en)?"
_TIME = (
    r"(?:minut(?:ter|ters)?|time(?:r|rs)?|døgn|(?:hver|arbejds|uge)?dag(?:e|es)?|ugers?|uges?|måned(?:er|ers|s)?"
    r"|mdr\.?|kvartal(?:er)?|års?|halvår)"
)
_EACH = r"(?:minut|time|døgn|(?:hver)?dag|uge|måned|kvartal|år|halvår|semester|skoleår|" + _WEEKDAY + ")"
_THE = r"(?:året|ugen|måneden|dagen|kvartalet|døgnet|halvåret)"
_LASTS = re.compile(
    rf"\b(?P<n>{_FIGURE})[\s-]+(?:[a-zæøå]+\s+)?(?P<time>{_TIME})\b"
    r"|\b\w{2,}(?:ugers|dages|måneders|timers|års)\b|\b\w*årigt?e?\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:over|under|fra|mellem|til|fyldt?e?r?|end|på|på de|og|op til|alderen|[-–])\s?$"
    r"|\d\s?[-–]\s?$",
    re.IGNORECASE,
)
"""What stands before the number where years are those of a person."""
YOUNGEST = 13
"""Years from which "under 30 år" is an age; no plan lets anything last that long."""
OLDEST = 110
_LATER = re.compile(r"\s(?:efter|siden|senere|tidligere|før)\b", re.IGNORECASE)
"""What makes a period only the time at which something was: "i arbejde et halvt år efter"."""
_WITHIN = re.compile(
    r"\b(?:inden(?: for)?|indenfor|senest|højst|mindst|der (?:går|gik)|gå)\s(?:de\s)?$", re.IGNORECASE
)
_PERIOD = re.compile(
    r"\b(?:indtil|til og med|frem til|året ud|i perioden|så længe|varer|løber)\b"
    r"|\bhele (?:døgnet|året|perioden|forløbet)\b"
    r"|\bfra\b[^;]{3,40}\btil\b[^;]{1,40}\b(?:19|20)\d\d\b|\bgælder\b[^;]{1,60}\b(?:19|20)\d\d\b"
    rf"|\b(?:senest|inden for)?\s?(?:i|den) {_ORDINAL} (?:\w*uge|måned|dag|år)\b"
    r"|\b(?:samme dag|straks|med det samme|omgående|fra dag ét)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    rf"\b(?:hver|hvert)\s(?:{_ORDINAL}\s)?{_EACH}\b"
    r"|\b(?:dagligt?|ugentligt?e?|månedligt?e?|kvartalsvis\w*|kvartårligt?e?|årligt?e?|halvårligt?e?|hverdage?)\b"
    rf"|\b\w+ gang(?:e|en)?(?: \w+)? (?:om|i|pr\.?|per|hver|hvert) (?:{_EACH}|{_THE})\b"
    rf"|\b(?:pr\.?|per) {_EACH}\b|\b(?:om (?:året|ugen|måneden|dagen)|i kvartalet|i døgnet)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_REGULAR = re.compile(
    rf"\b(?:løbende|jævnligt|regelmæssigt|altid|gang(?:e|en)?)\b|\b{_MONTH}(?:, {_MONTH})* og {_MONTH}\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:gratis|uden (?:betaling|beregning)|koster (?:ikke|intet)|ingen betaling)\b", re.IGNORECASE
)
_COINS = re.compile(r"\bkr\b|\bkroner\b|\b(?:mio|mia)\b|t\.kr|\bdkk\b|\beuro\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?:hver (?:anden|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende)|halvdelen|flertallet"
    r"|\w+ (?:tredje|fjerde|femte|sjette|ti(?:ende)?)del\w*|\w+ ud af \w+|hovedparten"
    r"|(?:dobbelt|halvt|gange) så)\b",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"%|\bpct\b|procent|\bandel|\w{3}grad(?:en)?\b", re.IGNORECASE)


def gives(unit: Unit, amount: Amount) -> float:
    """Say from 0 to 1 how well a unit gives an amount; a table row by its columns and caption too."""
    text = unit.text
    if unit.kind is BlockKind.ROW:
        if not any(character.isdigit() for character in text):
            return 0.0
        text = "\n".join((*unit.columns, unit.lead, text))
    match amount:
        case Amount.MONEY:
            return 1.0 if _FREE.search(text) else _money(text, unit)
        case Amount.SHARE:
            return 1.0 if (_PER_CENT.search(text) and numbers(text)) or _FRACTION.search(text) else 0.0
        case Amount.DURATION:
            return 1.0 if _lasts(text) else VAGUE if _PERIOD.search(text) else 0.0
        case Amount.FREQUENCY:
            return 1.0 if _OFTEN.search(text) else VAGUE if _REGULAR.search(text) else 0.0
        case Amount.AGE:
            return max((_age(text, number) for number in numbers(text)), default=0.0)


def _money(text: str, unit: Unit) -> float:
    if unit.kind is BlockKind.ROW:
        return 1.0 if _COINS.search(text) else 0.0
    found = numbers(text)
    if any(number.unit == "kr." or _COINS.search(number.words) for number in found):
        return 1.0
    # "Budgettet i mio. kr.:" may stand over the figures.
    told_before = bool(_COINS.search("\n".join((unit.lead, unit.before, *unit.path[-1:]))))
    return (
        VAGUE if told_before and any(number.unit is None or "," in number.words for number in found) else 0.0
    )


def _age(text: str, number: Number) -> float:
    """Say how well a number tells an age: from when and to when better than one end alone."""
    if not _of_age(text, number):
        return 0.0
    return 1.0 if number.high else ONE_END


def _of_age(text: str, number: Number) -> bool:
    """Say whether a number is one of years of life: 330 persons are not that old."""
    if not YOUNGEST <= number.value <= OLDEST:
        return False
    return number.unit in ("år", "årige", "år.") or bool(_AGE.search(text[: number.start]))


def _lasts(text: str) -> bool:
    """Say whether a text tells how long something lasts: years of age are none."""
    for found in _LASTS.finditer(text):
        years = (found["time"] or "").lower().startswith("år")
        figure = found["n"] or ""
        of_age = years and figure[-2:].isdigit() and int(figure[-2:]) >= YOUNGEST
        later = _LATER.match(text, found.end()) and not _WITHIN.search(text[: found.start()])
        if not (of_age and _AGE.search(text[: found.start()])) and not later:
            return True
    return False
