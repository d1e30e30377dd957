"""Which numbers of a row can be put on one scale, and why the others cannot. Pure: cells in, findings out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.cells import NOTHING, Cell, CellState, Remark
from assistant.indicator import TIMES
from assistant.synonyms import groups
from ingest.danish.lists import word_list
from ingest.danish.numbers import numbers
from ingest.goals.amount import amount
from ingest.goals.goal import Direction, Target
from ingest.texts import Language, text

FULL_TIME = "fuldtidspersoner"
PERSONS = "personer"
_FULL_TIME = re.compile(r"(?:fuldtids|helårs)\w*")
_PERSONS = re.compile(
    r"\w*(?:borgere?|personer?|modtagere?|medarbejdere?|kvinder?|mænd|elever?|flygtninge?|pårørende)"
)
_PEOPLE = word_list("numbers.people")
_BRACKETS = re.compile(r"\([^()]*\)")
_FLOOR = (Direction.LEAST, Direction.UP)
_ONE = {"uger": "uge", "dage": "dag", "måneder": "måned", "timer": "time"}
_YOUNG = re.compile(r"\buddannelseshjælp", re.IGNORECASE)


class Trait(StrEnum):
    """What two numbers must have in common to be put on one scale."""

    UNIT = "unit"
    SENSE = "sense"
    BASE = "base"
    BOUND = "bound"
    LIMIT = "limit"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number means. Two that mean the same can be put on one scale."""

    unit: str
    sense: str
    """"level": how many there are to be; "change": by how much; "gap": how far from others."""
    base: str
    """What a change or a gap is measured from."""
    bound: str
    """"floor": at least; "ceiling": at most."""
    limit: str
    """The time that the number is bound to: "inden for 21 dage"."""
    group: str

    def said(self, trait: Trait) -> str:
        """Return what it is in one respect."""
        return str(getattr(self, trait.value))


@dataclass(frozen=True, slots=True)
class Scale:
    """Cells whose numbers mean the same, by their places in the row."""

    meaning: Meaning
    cells: tuple[int, ...]


@lru_cache(maxsize=50_000)
def meaning(statement: str, target: Target) -> Meaning | None:
    """Return what a goal's number means, or None where it has none."""
    if target.value is None:
        return None
    sense = _sense(statement, target)
    base = "" if sense == "level" else target.baseline or ""
    limit = ", ".join(limits(statement, target))
    return Meaning(unit_class(target.unit), sense, base, _bound(target), limit, _group(statement))


def unit_class(unit: str | None) -> str:
    """Return what a unit counts: "unge" and "borgere" are persons, which full-time persons are not."""
    word = (unit or "").lower()
    if _FULL_TIME.fullmatch(word):
        return FULL_TIME
    return PERSONS if word in _PEOPLE or _PERSONS.fullmatch(word) else word


def scales(cells: Sequence[Cell]) -> tuple[Scale, ...]:
    """Return the scales that the cells' numbers can be put on, those with most cells first."""
    found: dict[Meaning, list[int]] = {}
    for n, cell in enumerate(cells):
        said = meaning(cell.text or "", cell.target) if cell.state is CellState.FOUND else None
        if said is not None:
            found.setdefault(said, []).append(n)
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[1][0]))
    return tuple(Scale(said, tuple(places)) for said, places in ordered)


def hindrances(cells: Sequence[Cell], language: Language) -> tuple[Remark, ...]:
    """Say why the numbers of a row cannot be put on one scale, one sentence for each reason."""
    found = scales(cells)
    kinds = ((trait, _parted(_concerned(found, trait), trait)) for trait in Trait)
    said = tuple(_hindrance(trait, parts, cells, language) for trait, parts in kinds if len(parts) > 1)
    return (*said, *_times(cells, found, language))


def _concerned(found: Sequence[Scale], trait: Trait) -> list[Scale]:
    """Return the scales that can differ in a trait: a change of 15 per cent is no share of anything."""
    if trait is Trait.UNIT:
        return [scale for scale in found if scale.meaning.sense == "level"]
    if trait is Trait.BASE:
        return [scale for scale in found if scale.meaning.sense != "level"]
    return list(found)


def _hindrance(
    trait: Trait, parts: dict[str, tuple[int, ...]], cells: Sequence[Cell], language: Language
) -> Remark:
    units = set(parts) if trait is Trait.UNIT else set()
    key = "count_share" if "procent" in units and units & {PERSONS, FULL_TIME} else trait.value
    named = "; ".join(f"{_word(trait, said, language)} ({_names(cells, at)})" for said, at in parts.items())
    places = tuple(sorted(n for at in parts.values() for n in at))
    return Remark(text(f"compare.apart_{key}", language, parts=named), places, key)


def _times(cells: Sequence[Cell], found: Sequence[Scale], language: Language) -> tuple[Remark, ...]:
    """Say where numbers on one scale are for different years: comparable, but not as of one time."""
    parts: dict[str, tuple[int, ...]] = {}
    for n in sorted(n for scale in found if len(scale.cells) > 1 for n in scale.cells):
        if due := cells[n].target.deadline:
            parts[due] = (*parts.get(due, ()), n)
    if len(parts) < 2:
        return ()
    named = "; ".join(f"{due} ({_names(cells, parts[due])})" for due in sorted(parts))
    places = tuple(sorted(n for at in parts.values() for n in at))
    return (Remark(text("compare.apart_deadline", language, parts=named), places, "deadline"),)


def _parted(found: Sequence[Scale], trait: Trait) -> dict[str, tuple[int, ...]]:
    parts: dict[str, tuple[int, ...]] = {}
    for scale in found:
        said = scale.meaning.said(trait)
        parts[said] = tuple(sorted((*parts.get(said, ()), *scale.cells)))
    return parts


def _word(trait: Trait, said: str, language: Language) -> str:
    if trait in (Trait.SENSE, Trait.BOUND) and said:
        return text(f"compare.{trait.value}_{said}", language)
    return said or text(f"compare.no_{trait.value}", language)


def _names(cells: Sequence[Cell], places: Iterable[int]) -> str:
    return ", ".join(cells[n].municipality for n in places)


def _sense(statement: str, target: Target) -> str:
    against = target.baseline is not None and not any(character.isdigit() for character in target.baseline)
    if against and target.unit in ("procentpoint", "procent"):
        return "gap"
    found = amount(statement)
    moves = target.direction in (Direction.UP, Direction.DOWN)
    changed = found is not None and found.change and found.value == target.value and moves
    return "change" if changed or target.unit == "procentpoint" else "level"


def _bound(target: Target) -> str:
    if target.direction is None:
        return ""
    return "floor" if target.direction in _FLOOR else "ceiling"


def limits(words: str, target: Target = NOTHING) -> list[str]:
    """Return the times in ``words`` beside the number: "13 uger" of a length is the number itself."""
    own = {target.value, *(each.value for each in numbers(target.baseline or ""))}
    found = [each for each in numbers(_BRACKETS.sub(" ", words)) if each.unit in TIMES]
    beside = {
        (each.value, each.unit or "") for each in found if each.unit != target.unit or each.value not in own
    }
    return sorted(f"{value:g} {_ONE.get(unit, unit) if value == 1 else unit}" for value, unit in beside)


def _group(statement: str) -> str:
    young = {"unge"} if _YOUNG.search(statement) else set()
    return ", ".join(sorted(groups(_BRACKETS.sub(" ", statement)) | young))
