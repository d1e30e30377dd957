"""The rows of a comparison: goals of several owners that measure the same, beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.indicator import Indicator, Measure, indicator
from ingest.goals.goal import Goal

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Aligning:
    """What alignment depends on; ``docs/ablations.md`` tells what each part brings."""

    alike: float = 0.57
    """How like two goals are that measure the same, from 0 to 1."""
    together: float = 0.9
    """The share of that which the goals of two groups have on average, where they are joined."""
    counted: float = 3.0
    """What it is that is counted, beside any other word."""
    themed: float = 2.0
    """What a theme's word counts beside any other."""
    other_scale: float = 0.8
    """How like a count and a share of the same are, and a number and none."""
    other_group: float = 0.6
    """How like goals for other groups are."""


ALIGNING = Aligning()


def aligned(goals: Sequence[tuple[str, Goal]], by: Aligning = ALIGNING) -> list[list[int]]:
    """Group (owner, goal) pairs that measure the same, at most one of each owner; return their places.

    The likest pairs are joined first, and only where the two groups are like on the whole; what is like
    nothing stands alone. The larger groups come first, then those whose first goal does.
    """
    like = likeness([indicator(goal) for _, goal in goals], by)
    groups = _Groups([owner for owner, _ in goals], like, by.alike * by.together)
    for a, b in _pairs(like, by.alike):
        groups.join(a, b)
    return sorted(groups.all(), key=lambda group: (-len(group), group[0]))


class _Groups:
    """Goals on their way into rows: each stands alone at first."""

    def __init__(self, owners: Sequence[str], like: Matrix, together: float) -> None:
        self._owners, self._like, self._together = owners, like, together
        self._group_of = list(range(len(owners)))
        self._members: dict[int, list[int]] = {n: [n] for n in range(len(owners))}
        self._refused: set[tuple[int, int, int, int]] = set()

    def all(self) -> list[list[int]]:
        """Return the places in each group, in order."""
        return [sorted(group) for group in self._members.values()]

    def join(self, a: int, b: int) -> None:
        """Join the groups of two goals, unless they share an owner or are not alike on the whole."""
        one, other = self._group_of[a], self._group_of[b]
        if one == other:
            return
        one, other = min(one, other), max(one, other)
        # Two groups that did not fit are asked about again only when one of them has grown.
        tried = (one, len(self._members[one]), other, len(self._members[other]))
        if tried in self._refused:
            return
        if not self._fit(self._members[one], self._members[other]):
            self._refused.add(tried)
            return
        for n in self._members[other]:
            self._group_of[n] = one
        self._members[one] += self._members.pop(other)

    def _fit(self, one: Sequence[int], other: Sequence[int]) -> bool:
        if {self._owners[n] for n in one} & {self._owners[n] for n in other}:
            return False
        return float(self._like[np.ix_(one, other)].mean()) >= self._together


def likeness(indicators: Sequence[Indicator], by: Aligning = ALIGNING) -> Matrix:
    """Return from 0 to 1 how much each two goals measure the same: (n, n)."""
    vectors = _vectors([dict(_weighed(each, by)) for each in indicators])
    scales = np.array([[_scales(a, b, by) for b in Measure] for a in Measure], dtype=np.float32)
    kinds = [list(Measure).index(each.measure) for each in indicators]
    found: Matrix = (vectors @ vectors.T) * scales[np.ix_(kinds, kinds)]
    found[_apart(indicators)] *= by.other_group
    return found


def _weighed(each: Indicator, by: Aligning) -> Iterator[tuple[str, float]]:
    """Yield each term with its weight; a theme's word that is also found by itself counts as the theme's."""
    yield from ((term, 1.0) for term in each.words)
    yield from ((term, by.themed) for term in each.themed)
    yield from ((f"={name}", by.counted) for name in each.counted)


def _vectors(weighed: Sequence[dict[str, float]]) -> Matrix:
    """Return a vector of length 1 for each goal, or of nothing but 0 where it says nothing."""
    terms = {term: n for n, term in enumerate(dict.fromkeys(term for each in weighed for term in each))}
    vectors = np.zeros((len(weighed), len(terms)), dtype=np.float32)
    for n, each in enumerate(weighed):
        for term, weight in each.items():
            vectors[n, terms[term]] = weight
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Matrix = vectors / np.maximum(lengths, np.finfo(np.float32).tiny)
    return unit


def _apart(indicators: Sequence[Indicator]) -> NDArray[np.bool_]:
    """Return which two goals each name a group that the other does not: (n, n)."""
    names = sorted({name for each in indicators for name in each.groups})
    held = np.array([[name in each.groups for name in names] for each in indicators], dtype=np.float32)
    held = held.reshape(len(indicators), len(names))
    more = (held @ (1 - held).T) > 0
    return np.logical_and(more, more.T)


def _scales(a: Measure, b: Measure, by: Aligning) -> float:
    """Return how like two kinds of scale are: how long something lasts is never how many there are."""
    if a is b:
        return 1.0
    return 0.0 if Measure.LENGTH in (a, b) and Measure.OTHER not in (a, b) else by.other_scale


def _pairs(like: Matrix, alike: float) -> list[tuple[int, int]]:
    rows, columns = np.nonzero(np.triu(like >= alike, 1))
    order = np.lexsort((columns, rows, -like[rows, columns]))
    return [(int(rows[n]), int(columns[n])) for n in order]
