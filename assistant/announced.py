"""The list that a heading or a sentence announces: under it, further down, or under a heading alike."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.collection import analysed
from assistant.units import Unit
from ingest.danish.numbers import numbers
from ingest.plan import BlockKind

LONGEST_LIST = 900
"""Characters of a list that is given whole."""
FURTHER = 4
"""Sentences that may stand between a heading, or the sentence that announces a list, and the list."""
AHEAD = 60
"""Units among which a heading alike is looked for."""


def section(index: int, units: Sequence[Unit]) -> list[Unit]:
    """Return the units after one, up to the next heading."""
    following = units[index + 1 : index + 40]
    ends = (place for place, one in enumerate(following) if one.kind is BlockKind.HEADING)
    return list(following[: next(ends, len(following))])


def group_of(units: Sequence[Unit], group: int) -> list[Unit]:
    """Return the items of one list."""
    return [unit for unit in units if unit.group == group]


def announced(unit: Unit, index: int, units: Sequence[Unit]) -> list[Unit]:
    """Return the list further down that has as many items as a sentence says: "har fem mål"."""
    if unit.kind is not BlockKind.PARAGRAPH:
        return []
    following = section(index, units)
    said = {number.value for number in numbers(unit.text)}
    for place in following[: FURTHER + 1]:
        if place.group >= 0:
            items = group_of(following, place.group)
            return items if len(items) in said and _whole(items) else []
    return []


def under_alike(heading: Unit, index: int, units: Sequence[Unit]) -> list[Unit]:
    """Return a later heading like this one and its list, of as many items as is said under this one.

    "Planens pejlemærker" tells of three pejlemærker, and they stand under "Planens pejlemærker 2030:".
    """
    stems = analysed(heading.text).stems
    told = section(index, units)[: FURTHER + 1]
    if any(one.group >= 0 for one in told):
        return []
    said = {
        number.value
        for one in told
        for number in numbers(one.text)
        if set(analysed(number.words).stems) & set(stems)
    }
    for place in range(index + 1, min(len(units), index + AHEAD)):
        other = units[place]
        shared = set(stems) & set(analysed(other.text).stems)
        if other.kind is BlockKind.HEADING and len(shared) * 2 > len(stems):
            below = section(place, units)
            items = group_of(below, below[0].group) if below and below[0].group >= 0 else []
            if len(items) in said and _whole(items):
                return [other, *items]
    return []


def _whole(items: Sequence[Unit]) -> bool:
    return len(items) > 1 and sum(len(item.text) for item in items) <= LONGEST_LIST
