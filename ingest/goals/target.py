"""What a goal is measured by: number and unit, direction, deadline and baseline."""

from __future__ import annotations

import re

from ingest.danish.numbers import dates, numbers, years
from ingest.goals.amount import Amount, amount
from ingest.goals.goal import Direction, Target
from ingest.goals.wording import ABOVE, BELOW, BENCHMARK, CHANGE, DOWN, LEAST, MOST, UP

_YEAR = r"(?:19|20)\d\d"
_COUNTED = re.compile(
    r"\bantal(?:let af)? (?:\w+(?:ede|ende|ige|ske"
    r"|te) )?(?P<unit>(?!(?:skal|må|kan|vil|er|har|der|som|bliver|på|med|falder|stiger)\b)[a-zæøå-]{3,})",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:andel\w*|procentdel\w*|\w*grad(?:en)?)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:sammenholdt med|i forhold til|sammenlignet med|ift\.?|målt (?:mod|i forhold til)"
    r"|set i forhold til|(?:højere|lavere|større|mindre|færre|flere) end(?= i (?:19|20)))"
    rf"\s+(?P<what>[\d.,]+\s?(?:%|[^\W\d]+\.?) i (?:\w+ )?{_YEAR}"
    r"|(?:[^,.;()]|(?<=\d)\.(?=\s))+?)"
    r"(?=\s+(?:målt|skal|er|være\w*|[a-zæøå]{4,}es|(?:til|med) \d|i (?:19|20)\d\d$)"
    r"|[,;()]|(?<!\d)\.(?:\s|$)|\.?$|(?<=\d\d\d\d)\s)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?<!frem )(?<!skala )\b(?:mod|fra)\s+(?P<what>(?:kun |ca\. )?(?!(?:19|20)\d\d\b)[\d.,]+\s?"
    r"(?:%|pct\.?|(?!i\b|til\b)\w+)?(?: i [^,.;()]*?(?:19|20)\d\d)?)(?=\W|$)"
)
_FROM = re.compile(rf"\b(?:mod|fra)\s+[\d.,]+(?:\s[^\W\d]+\.?)?\s+i\s+(?:\w+\s)?{_YEAR}")
_LEVEL = re.compile(rf"\bniveauet (?P<what>(?:for|fra|i|ved)[^,.;()]*?{_YEAR})", re.IGNORECASE)
_BRACKETS = re.compile(rf"\((?P<what>[^()]*\d[^()]*\b{_YEAR}[^()]*|{_YEAR}:[^()]*\d[^()]*)\)")
_ASIDE = re.compile(r"\([^()]*\)|,\s(?:der|som|hvor)\s[^,]*(?:,|$)")
_AND_THEN = re.compile(r",? og (?=senest|inden|i (?:19|20)|ved udgangen|på længere sigt)|; ")
_SOME_OF = re.compile(r"[\d.,]+ af \w")
_LASTS = re.compile(r"\b(?:varighed|varer|\w*ventetid)\w*\b", re.IGNORECASE)
_PERIODS = ("dage", "uger", "måneder")
_ONCE = re.compile(r"\b(?:var|er det|var det|har|lå|udgjorde)\b", re.IGNORECASE)
_AFTER_ALL = re.compile(rf"\b(?:siden|mellem|kommet i|dem, der kom i)\s+(?:\w+ )?{_YEAR}", re.IGNORECASE)


def target(text: str, following: str = "", baseline: str = "", deadline: str = "") -> Target:
    """Return what a statement can be measured by. ``baseline`` and ``deadline`` are what stands beside it."""
    compared = baseline or compared_with(text) or _said_after(following)
    found = amount(_last_milestone(text))
    if found is not None and compared is not None and _same_place(text, found, compared):
        found = None
    unit = _unit(text, found, compared)
    direction = direction_of(text, found)
    return Target(
        None if found is None else _tidy(found.value),
        unit if found is not None else None,
        direction,
        deadline_of(_own_clause(text, found)) or deadline_of(text) or _year_in(deadline),
        compared,
    )


def direction_of(text: str, found: Amount | None) -> Direction | None:
    """Return how the number, or the change without a number, is to be read."""
    if found is not None and found.share:
        return _direction_of_share(text, found)
    text = _ASIDE.sub(lambda match: " " * len(match[0]), text)
    most, least, change = MOST.search(text), LEAST.search(text), CHANGE.search(text)
    if most and re.match(r"ikke|skal under", most[0], re.IGNORECASE):
        return Direction.MOST
    if held := found and (BELOW.search(text[: found.start]) or ABOVE.search(text[: found.start])):
        return Direction.MOST if held.re is BELOW else Direction.LEAST
    # "skal nedbringes med mindst 5" goes down; "skal mindst op på 85" is a floor.
    if change and not ((least and least.start() < change.end()) or (most and most.start() < change.end())):
        return (
            Direction.DOWN if DOWN.search(change[0]) or re.search(r"\bnede?\b", change[0]) else Direction.UP
        )
    down, up = DOWN.search(text), UP.search(text)
    if found is None or found.unit == "procentpoint":
        if down:
            return Direction.DOWN
        if up:
            return Direction.UP
    if most and (not least or most.start() < least.start()):
        return Direction.MOST
    if least:
        return Direction.LEAST
    if found is None:
        return None
    if down and found.change:
        return Direction.DOWN
    lasts = found.unit in _PERIODS and bool(_LASTS.search(text))
    return Direction.MOST if lasts or _within(text, found) else Direction.LEAST


def deadline_of(text: str) -> str | None:
    """Return the last year that a statement names as its time, not as what it is compared with."""
    plain = text
    for pattern in (_BRACKETS, _COMPARED, _LEVEL, _AFTER_ALL, _FROM):
        plain = pattern.sub(lambda match: " " * len(match[0]), plain)
    found = years(plain) or [int(y) for a, b in dates(plain) for y in re.findall(_YEAR, plain[a:b])]
    return str(max(found)) if found else None


def compared_with(text: str) -> str | None:
    """Return what a statement compares itself with, in its own words."""
    if benchmark := BENCHMARK.search(text):
        what = benchmark["what"]
        return "landsgennemsnit" if re.match(r"lands|hele", what, re.IGNORECASE) else what
    for pattern in (_BRACKETS, _COMPARED, _LEVEL, _AGAINST):
        for match in pattern.finditer(text):
            what = " ".join(match["what"].split())
            if any(character.isdigit() for character in what):
                return re.sub(r"^(?:niveauet )?(?:for |fra |i |ved )?(?=\S*\d|udgangen)", "", what)
    return None


def _said_after(following: str) -> str | None:
    """Return the next sentence where it says what the number was: "I 2022 var det 31."."""
    if (
        not _ONCE.search(following)
        or len(following) > 120
        or not re.search(rf"\b{_YEAR}\b|\bi dag\b", following, re.IGNORECASE)
    ):
        return None
    return following if numbers(following) or re.search(r"\b\d+\b", following) else None


def _own_clause(text: str, found: Amount | None) -> str:
    """Return the clause that the number stands in, where another clause goes on with a goal of its own."""
    if found is None:
        return text
    at = text.find(_last_milestone(text)) + found.start
    begin, parts = 0, _AND_THEN.split(text)
    for part in parts:
        begin = text.index(part, begin)
        if begin <= at < begin + len(part):
            return part
    return text


def _last_milestone(text: str) -> str:
    """Return the last clause of "30 er i job i 2024, og 50 er det i 2025": the goal is where it ends."""
    first, joint, last = text.rpartition(", og ")
    both = joint and re.search(rf"\b{_YEAR}", first) and re.search(rf"\b{_YEAR}", last)
    return last if both and amount(first) and amount(last) else text


def _same_place(text: str, found: Amount, compared: str) -> bool:
    at = text.find(compared)
    return at >= 0 and at <= found.start < at + len(compared)


def _unit(text: str, found: Amount | None, compared: str | None) -> str | None:
    if found is None:
        return None
    if found.unit and not found.unit[0].isdigit() and found.unit not in ("det",):
        return found.unit
    if counted := _COUNTED.search(text):
        return counted["unit"].lower()
    beside = next((n.unit for n in numbers(compared or "") if n.unit), None)
    other = next((n.unit for n in numbers(text) if n.unit), None)
    borrowed = beside or other or ("procent" if _PART.search(text) else None)
    return None if borrowed == "procent" and _counts(text, found) else borrowed


def _counts(text: str, found: Amount) -> bool:
    """Return whether a number without a unit is a count beside a share: "570 af borgerne, 83 pct."."""
    return found.value > 100 or bool(_SOME_OF.match(text, found.start))


def _direction_of_share(text: str, found: Amount) -> Direction:
    if found.value == 0:
        return Direction.MOST
    if found.change:
        return Direction.UP if found.share.lower().startswith("fordob") else Direction.DOWN
    return Direction.MOST if MOST.search(text[: found.start]) else Direction.LEAST


def _within(text: str, found: Amount) -> bool:
    return bool(re.search(r"\b(?:inden for|indenfor|senest|under)\s+$", text[: found.start], re.IGNORECASE))


def _year_in(words: str) -> str | None:
    found = years(words) or [int(year) for year in re.findall(_YEAR, words)]
    return str(max(found)) if found else None


def _tidy(value: float) -> float:
    return int(value) if value.is_integer() else value
