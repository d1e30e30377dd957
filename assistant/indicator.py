"""What a goal measures, so that goals of several municipalities can stand beside each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.synonyms import counted, groups, says_who
from ingest.danish.lists import word_list
from ingest.danish.stems import stem, terms
from ingest.goals.goal import Goal
from ingest.goals.themes import parted

TIMES = ("uger", "dage", "måneder", "år", "timer", "hverdage", "arbejdsdage")
"""Units of how long something lasts."""
_KINDS = re.compile(
    r"\b(?:(?P<count>antal(?:let)?)"
    r"|(?P<share>andel\w*|(?:pct\.?|procent) af|procentdel\w*|\w+grad(?:en)?|ledigheden|frafald\w*)"
    r"|(?P<length>varighed\w*|varer|ventetid\w*))\b",
    re.IGNORECASE,
)
_COMMON = frozenset(stem(word) for word in word_list("goals.common"))
"""Words that say nothing of what is measured."""
_PEOPLE = word_list("numbers.people")
_ASIDE = re.compile(r"\([^()]*\)")
_AFTER = re.compile(r",\s*hvor\b.*|\bmed henblik på\b.*", re.IGNORECASE | re.DOTALL)
"""What a goal adds of the way there."""


class Measure(StrEnum):
    """On what kind of scale a goal is measured."""

    COUNT = "count"
    SHARE = "share"
    LENGTH = "length"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a goal measures: the kind of scale, and the words that say what is on it."""

    measure: Measure
    counted: frozenset[str]
    """What is counted, under the name that all words for it share."""
    themed: frozenset[str]
    """The words of themes that say what it is about: more than the others do."""
    words: frozenset[str]
    """What else it says."""
    groups: frozenset[str]
    """Whom it is about, where it says so."""


def indicator(goal: Goal) -> Indicator:
    """Return what a goal measures."""
    return _indicator(goal.statement, goal.target.unit or "")


@lru_cache(maxsize=20_000)
def _indicator(statement: str, unit: str) -> Indicator:
    measure = measure_of(statement, unit)
    plain = _AFTER.sub("", _ASIDE.sub(" ", statement))
    things, rest = counted(plain)
    found, rest = parted(rest)
    themed = frozenset(word for word in found if not says_who(word))
    words = frozenset(term for term in terms(rest) if term.isalpha() and term not in _COMMON) | found - themed
    if measure is Measure.COUNT and unit not in _PEOPLE and not says_who(unit):
        themed |= {stem(unit)} & words  # What is counted says more than what is said of it.
    return Indicator(measure, things, themed, words, groups(plain))


def measure_of(statement: str, unit: str) -> Measure:
    """Return on what kind of scale a statement is measured: its unit says it, or its first word that does."""
    if unit in TIMES:
        return Measure.LENGTH
    if unit and not unit.startswith("procent"):
        return Measure.COUNT
    if said := _KINDS.search(statement):
        return Measure(said.lastgroup or "")
    return Measure.SHARE if unit else Measure.OTHER
