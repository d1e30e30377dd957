"""What a goal measures, so that goals of several municipalities can stand beside each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from ingest.danish.analysis import analyse
from ingest.danish.lists import word_list
from ingest.danish.stems import stem
from ingest.goals.goal import Goal
from ingest.goals.themes import parted

ALIKE = 0.35
"""Share of weighted words from which two goals measure the same."""
THEMED = 2.0
"""What a theme's word counts beside any other."""
_TIMES = ("uger", "dage", "måneder", "år", "timer", "hverdage", "arbejdsdage")
_COUNT = re.compile(r"\bantal(?:let)?\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:andel\w*|procentdel\w*|\w+grad(?:en)?|ledigheden|frafald\w*)\b", re.IGNORECASE)
_LENGTH = re.compile(r"\b(?:varighed\w*|varer|ventetid\w*)\b", re.IGNORECASE)
_COMMON = frozenset(stem(word) for word in word_list("goals.common"))
"""Words that say nothing of what is measured."""


class Measure(StrEnum):
    """On what kind of scale a goal is measured."""

    COUNT = "count"
    SHARE = "share"
    LENGTH = "length"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a goal measures: the kind of scale, and the terms of what is on it with how often they stand."""

    measure: Measure
    themed: frozenset[str]
    """The words of themes: they say what it is about more than the others do."""
    words: frozenset[str]

    @property
    def terms(self) -> frozenset[str]:
        """Return all its terms."""
        return self.themed | self.words


def indicator(goal: Goal) -> Indicator:
    """Return what a goal measures."""
    themed, rest = parted(goal.statement)
    found = analyse(rest)
    terms = {term for term in found.stems if term not in _COMMON and term.isalpha()}
    return Indicator(_measure(goal), themed, frozenset(terms))


def rarity(indicators: Iterable[Indicator]) -> Counter[str]:
    """Return in how many indicators each term stands."""
    return Counter(term for each in indicators for term in each.terms)


def likeness(a: Indicator, b: Indicator, times: Counter[str], whole: int) -> float:
    """Return from 0 to 1 how much two goals measure the same; 0 where their scales differ in kind."""
    if a.measure is not b.measure:
        return 0.0
    weigh = _Weigher(times, whole, a.themed | b.themed)
    return 2 * weigh(a.terms & b.terms) / ((weigh(a.terms) + weigh(b.terms)) or 1.0)


@dataclass(frozen=True, slots=True)
class _Weigher:
    times: Counter[str]
    whole: int
    themed: frozenset[str]

    def __call__(self, terms: Iterable[str]) -> float:
        rare = {term: log(1 + self.whole / (0.5 + self.times[term])) for term in terms}
        return sum(weight * (THEMED if term in self.themed else 1.0) for term, weight in rare.items())


def _measure(goal: Goal) -> Measure:
    unit, statement = goal.target.unit or "", goal.statement
    if unit in _TIMES or _LENGTH.search(statement):
        return Measure.LENGTH
    if _COUNT.search(statement):
        return Measure.COUNT
    if unit.startswith("procent") or _SHARE.search(statement):
        return Measure.SHARE
    return Measure.COUNT if unit else Measure.OTHER


def aligned(goals: Sequence[tuple[str, Goal]]) -> list[list[int]]:
    """Group (owner, goal) pairs that measure the same, at most one of each owner; return their places.

    The likest pairs are joined first; what is like nothing stands alone. Groups come in the order of their
    first goal, the larger ones first.
    """
    indicators = [indicator(goal) for _, goal in goals]
    group_of = list(range(len(goals)))
    members: dict[int, list[int]] = {n: [n] for n in range(len(goals))}
    for _, a, b in _pairs(goals, indicators):
        one, other = group_of[a], group_of[b]
        owners = [goals[n][0] for n in members[one] + members[other]]
        if one != other and len(owners) == len(set(owners)):
            for n in members[other]:
                group_of[n] = one
            members[one] += members.pop(other)
    return sorted((sorted(group) for group in members.values()), key=lambda group: (-len(group), group[0]))


def _pairs(
    goals: Sequence[tuple[str, Goal]], indicators: Sequence[Indicator]
) -> list[tuple[float, int, int]]:
    times = rarity(indicators)
    found = [
        (alike, a, b)
        for a in range(len(goals))
        for b in range(a + 1, len(goals))
        if goals[a][0] != goals[b][0]
        and indicators[a].measure is indicators[b].measure
        and indicators[a].terms & indicators[b].terms
        and (alike := likeness(indicators[a], indicators[b], times, len(goals))) >= ALIKE
    ]
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))
