"""Where the answer before stood, and how near to it a unit of a plan is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from assistant.answer import Citation
from assistant.collection import analysed
from assistant.units import Unit
from ingest.danish.numbers import figures
from ingest.plan import BlockKind

SAME, BESIDE, SECTION, NEXT = 1.0, 0.8, 0.5, 0.3
"""How near the very words are, the same list or the next sentence, the same heading, and the next one."""
FURTHER = 600
"""Characters that are told when more is asked for."""
ALIKE = 0.6
"""The share of the shorter's words from which two sentences are taken to say the same."""
REACH = 400
"""Characters around a cited place that are read as the same matter: about two sentences either way."""

BRANCH = 2_000
"""So many where the next heading stands under the same one above: a theme's goals, and what is done."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a plan that an answer quoted, and the headings and the list that they stand under."""

    plan: str
    start: int
    end: int
    path: tuple[str, ...]
    lists: frozenset[int]
    told: bool = False
    """Whether the very words have given what is asked for: who asks again for a number wants another."""
    quote: str = ""


def place_of(citation: Citation, units: Sequence[Unit]) -> Place:
    """Return where a citation stands among the units of its plan; a heading stands with what is under it."""
    quoted = [unit for unit in units if unit.start < citation.end and citation.start < unit.end]
    items = frozenset(unit.group for unit in quoted if unit.kind is BlockKind.ITEM)
    path = _path(quoted[-1]) if quoted else ()
    return Place(citation.plan.id, citation.start, citation.end, path, items, quote=citation.quote)


def nearness(unit: Unit, cited: Sequence[Place]) -> float:
    """Return how near a unit is to what was answered before: 0 elsewhere, 1 in the same words."""
    return max((_near(unit, place) for place in cited if place.plan == unit.plan), default=0.0)


def retells(unit: Unit, told: Sequence[Place]) -> bool:
    """Say whether a unit says what was told before, there or in nearly the same words elsewhere."""
    return any(_overlap(unit, place) or _says_again(unit, place) for place in told)


def _overlap(unit: Unit, place: Place) -> bool:
    return unit.plan == place.plan and unit.start < place.end and place.start < unit.end


def _says_again(unit: Unit, place: Place) -> bool:
    if unit.plan != place.plan or not figures(unit.text) <= figures(place.quote):
        return False
    here, there = set(analysed(unit.text).stems), set(analysed(place.quote).stems)
    return len(here & there) > ALIKE * min(len(here), len(there))


def _near(unit: Unit, place: Place) -> float:
    if _overlap(unit, place):
        return NEXT if place.told else SAME
    if unit.group in place.lists:
        return BESIDE
    apart = max(unit.start - place.end, place.start - unit.end)
    if _path(unit) != place.path:
        beside = len(place.path) > 1 and _path(unit)[: len(place.path) - 1] == place.path[:-1]
        return NEXT if apart <= (BRANCH if beside else 2 * REACH) else 0.0
    # The next row of a table is about another thing.
    if apart > REACH or unit.kind is BlockKind.ROW:
        return SECTION
    return BESIDE - (BESIDE - SECTION) * max(0, apart) / REACH


def _path(unit: Unit) -> tuple[str, ...]:
    return (*unit.path, unit.text) if unit.kind is BlockKind.HEADING else unit.path


def around(cited: Sequence[Place], units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return a few sentences from after the cited places under the same heading, or else from before."""
    if not cited:
        return ()
    last = max(cited, key=lambda place: place.end)
    first = min((place for place in cited if place.path == last.path), key=lambda place: place.start)
    beside = [unit for unit in units if unit.path == last.path and unit.kind is not BlockKind.HEADING]
    after = _within([unit for unit in beside if unit.start >= last.end])
    if after or last.told:
        return after
    return _within([unit for unit in beside if unit.end <= first.start])


def _within(units: Sequence[Unit]) -> tuple[Unit, ...]:
    lengths = accumulate(len(unit.text) for unit in units)
    return tuple(unit for unit, length in zip(units, lengths, strict=True) if length <= FURTHER)
