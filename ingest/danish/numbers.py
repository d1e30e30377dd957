"""Numbers with their units, years and dates, as plans write them; what merely looks like a number is left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.danish.lists import word_list

_SPELLED = {
    "en": 1, "et": 1, "én": 1, "ét": 1,
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8,
    "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16,
    "sytten": 17, "atten": 18, "nitten": 19,
    "tyve": 20, "tredive": 30, "fyrre": 40, "halvtreds": 50, "tres": 60,
    "halvfjerds": 70, "firs": 80, "halvfems": 90, "hundrede": 100, "tusind": 1000, "halvanden": 1.5,
}  # fmt: skip
_UNITS = {
    "%": "procent", "pct": "procent", "procent": "procent", "pct.": "procent", "%-point": "procentpoint",
    "pct.point": "procentpoint", "pct.-point": "procentpoint", "procentpoint": "procentpoint",
    "procentpoints": "procentpoint", "procentenheder": "procentpoint", "kr": "kr.", "kr.": "kr.",
    "kroner": "kr.", "uge": "uger", "uger": "uger", "ugers": "uger", "dag": "dage", "dage": "dage",
    "dages": "dage", "måned": "måneder", "måneder": "måneder", "måneders": "måneder", "mdr": "måneder",
    "mdr.": "måneder", "år": "år", "års": "år", "time": "timer", "timer": "timer", "timers": "timer",
    "gang": "gange", "gange": "gange",
    "borger": "borgere", "person": "personer", "virksomhed": "virksomheder",
    "fuldtidsperson": "fuldtidspersoner", "dkk": "kr.", "kommune": "kommuner", "minut": "minutter",
    "minutters": "minutter", "elev": "elever", "ton": "ton", "tons": "ton",
}  # fmt: skip
_SCALES = {"mio": 1e6, "mio.": 1e6, "million": 1e6, "millioner": 1e6, "mia": 1e9, "mia.": 1e9,
           "milliard": 1e9, "milliarder": 1e9, "tusind": 1e3, "tusinde": 1e3, "t.kr.": 1e3}  # fmt: skip
_NOT_UNITS = word_list("numbers.not_units")
_PEOPLE = word_list("numbers.people")
_ADJECTIVE = re.compile(
    r".*(?:ske|ige|ale|elle|ive|ede|ende|ære|øse|bare|rette|este|samlet)|andre|nye|store|små|fælles|første|private"
)
ADJECTIVES = 2
"""Adjectives that may stand between a number and its noun."""
_COUNTED = re.compile(r"\w*(?:borger|person|modtager|medarbejder|kvinde|mænd|elev|flygtning|familie)\w*")
MONTH = (
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    r"(?:(?:inden |ved |senest )?(?:udgangen|begyndelsen|slutningen|starten|midten) af\s+"
    rf"(?:{MONTH}\s+)?{_YEAR}"
    rf"|(?:ultimo|primo|medio)\s+(?:{MONTH}\s+)?{_YEAR}"
    rf"|\b[1-4]\.\s*(?:kvartal|kvt\.?)(?:\s+(?:i\s+)?{_YEAR})?"
    rf"|\b[12]\.\s*halvår(?:\s+(?:i\s+)?{_YEAR})?"
    rf"|\b[0-3]?\d\.\s*{MONTH}(?:\s+{_YEAR})?"
    rf"|\b{MONTH}\s+{_YEAR}"
    rf"|\b[0-3]?\d[./-][01]?\d[./-](?:{_YEAR}|\d\d)\b)(?!\d)",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"(?<![\d.,/§])({_YEAR})(?:\s?[-–/]\s?((?:19|20)?\d\d)\b)?"
    r"(?!\d|[.,]\d|\s?(?:%|pct|procent|kr\b|borgere|personer|fuldtids))"
)
_FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w.,/§-])(?P<low>(?:(?<=[ \t(])[-−])?(?:{_FIGURE}))"
    rf"(?:(?:[-–]|\s[-–]\s|\stil\s|\sog\s)(?P<high>{_FIGURE}))?(?![\w]|[.,]\d)"
)
LONGEST = 40
"""Characters of two figures with what joins them: more digits are a key or a damaged page."""
_TELEPHONE = re.compile(r"(?<!\d)\d\d(?: \d\d){3}(?!\d)|(?<![\d.,])\d{8}(?!\d)")
_CHANGE = re.compile(r"\b(?:fra|mod)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bmellem\s+$", re.IGNORECASE)
_WORD_NUMBER = re.compile(rf"\b(?:{'|'.join(sorted(_SPELLED, key=len, reverse=True))})\b", re.IGNORECASE)
_AFTER = re.compile(
    r"[ \t\u00a0]{0,2}(%-point|pct\.?-?\s?point|%|pct\.?|kr\.?(?!\w)|[^\W\d_]+(?:-[^\W\d_]+)*\.?)"
)
_REFERENCE = re.compile(
    r"(?:§§?|stk\.?|nr\.?|kap\.?|kapitel|side|s\.|bilag|figur|tabel|afsnit|artikel|art\.|tlf\.?:?|telefon:?|mål|"
    r"resultatmål|fokusområde|indsatsområde|indsats|trin|fase|spor|cvr\.?:?|ean\.?:?|fodnote|note|version|punkt|pkt\.|covid)\s*$",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands at ``start:end``: ``words`` with the unit, ``unit`` normalised or None.

    In a range ("48-96 timer") ``value`` is the lower end and ``high`` the upper.
    """

    value: float
    unit: str | None
    start: int
    end: int
    words: str
    high: float | None = None


def is_month(word: str) -> bool:
    """Say whether a word is the name of a month, or short for it."""
    return bool(re.fullmatch(MONTH, word, re.IGNORECASE))


def numbers(text: str) -> list[Number]:
    """Return the quantities in ``text``: no years, dates, sections, list numbers or telephone numbers."""
    taken = [*dates(text), *_spans(_YEARS, text), *_spans(_TELEPHONE, text)]
    found = [
        number
        for match in _NUMBER.finditer(text)
        if not _overlaps(match.start(), match.end(), taken)
        and not _is_reference(text, match)
        and len(match.group()) <= LONGEST
        for number in _figures(text, match)
    ]
    found += [
        number for match in _WORD_NUMBER.finditer(text) if (number := _spelled(text, match)) is not None
    ]
    return sorted(found, key=lambda number: number.start)


def figures(text: str) -> frozenset[str]:
    """Return every whole number in ``text`` in digits, whatever it counts or names: "9. klasse", "otte"."""
    written = (found.replace(".", "") for found in re.findall(r"\d+(?:\.\d{3})*", text))
    spelled = (_SPELLED[found.lower()] for found in _WORD_NUMBER.findall(text))
    return frozenset((*written, *(f"{number:g}" for number in spelled)))


def years(text: str) -> list[int]:
    """Return the years that ``text`` names, in order: "2024-2026" is three, the amount 2.024 none."""
    found: list[int] = []
    for match in _YEARS.finditer(text):
        first = int(match[1])
        last = _second_year(first, match[2])
        found.extend(range(first, last + 1))
    return found


def dates(text: str) -> list[tuple[int, int]]:
    """Return where ``text`` names a day, a month, a quarter or an end of a year."""
    return [match.span() for match in _DATE.finditer(text)]


def _second_year(first: int, written: str | None) -> int:
    if not written:
        return first
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    return last if first < last <= first + 30 else first


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in spans)


def _figures(text: str, match: re.Match[str]) -> list[Number]:
    """Return one number, or two where the text names two and means no range: "fra 12 til 15 procent"."""
    low = _value(match["low"])
    if not match["high"]:
        return [_measured(text, match.start(), match.end(), low, None)]
    high = _value(match["high"])
    before = text[max(0, match.start() - 10) : match.start()]
    both = "og" in text[match.end("low") : match.start("high")]
    if _BETWEEN.search(before) if both else not _CHANGE.search(before):
        return [_measured(text, match.start(), match.end(), low, high)]
    after = _measured(text, match.start("high"), match.end(), high, None)
    return [Number(low, after.unit, match.start(), match.end("low"), match["low"]), after]


def _is_reference(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 20) : match.start()]
    after = text[match.end() : match.end() + 2]
    if _REFERENCE.search(before):
        return True
    begins_line = not before.rpartition("\n")[2].strip()
    if begins_line and (after[:1] == ")" or after in (". ", ".\t") or after[1:].isupper()):
        return True
    return after[:1] == "." and after[1:] == " " and text[match.end() + 2 : match.end() + 3].islower()


def _spelled(text: str, match: re.Match[str]) -> Number | None:
    number = _measured(text, match.start(), match.end(), float(_SPELLED[match.group().lower()]), None)
    article = match.group().lower() in ("en", "et", "én", "ét")
    return None if number.unit is None or (article and number.unit not in _MEASURES) else number


_MEASURES = frozenset(("procent", "procentpoint", "uger", "dage", "måneder", "timer", "kr.", "gange"))


def _measured(text: str, start: int, end: int, low: float, high: float | None) -> Number:
    unit, stop, scale = _unit(text, end)
    top = None if high is None else high * scale
    return Number(low * scale, unit, start, stop, text[start:stop], top)


def _unit(text: str, end: int) -> tuple[str | None, int, float]:
    """Return the unit after ``end``, where it ends, and what a "mio." between multiplies by."""
    scale = 1.0
    match = _AFTER.match(text, end)
    if match and (factor := _SCALES.get(match[1].lower())):
        scale, end = factor, match.end()
        match = _AFTER.match(text, end)
    if match is None or _bare(match) in _NOT_UNITS:
        return None, end, scale
    match = _noun(text, match)
    word, bare = match[1].lower(), _bare(match)
    unit = _UNITS.get(word.replace(" ", "")) or _UNITS.get(bare) or bare
    stop = match.end() - (word.endswith(".") and word not in _UNITS)
    return unit, stop, scale


def _bare(match: re.Match[str]) -> str:
    return match[1].lower().removesuffix(".")


def _noun(text: str, match: re.Match[str]) -> re.Match[str]:
    """Return the noun that a number counts: past the adjectives in "tre nye lokale mål"."""
    for _ in range(ADJECTIVES):
        following = _AFTER.match(text, match.end())
        if following is None or _bare(following) in _NOT_UNITS or not _describes(match, following):
            break
        match = following
    return match


def _describes(match: re.Match[str], following: re.Match[str]) -> bool:
    word = match[1].lower()
    if word in _UNITS or word.endswith("."):
        return False
    if word in _PEOPLE:
        return bool(_COUNTED.fullmatch(_bare(following)))
    return bool(_ADJECTIVE.fullmatch(word))


def _value(figure: str) -> float:
    return float(figure.replace(".", "").replace(",", ".").replace("−", "-"))
