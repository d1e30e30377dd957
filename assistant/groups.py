"""The group of people that a question asks about: a number of another group, or of everyone, is no answer."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import corpus
from assistant.collection import analysed
from assistant.leaning import refers
from assistant.matching import Concept
from assistant.units import Unit
from ingest.danish.analysis import Analysis
from ingest.danish.stems import stem
from ingest.danish.words import fold

YOUNG, OLD = 30, 50
"""Years of age up to which people are young, and from which they are old, where a text gives ages."""
_UP_TO = re.compile(r"\b(?:under |indtil |(?:\d\d ?(?:-|–|og|til) ?))(?P<age>\d\d)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:over|fra|ældre end) (?P<age>\d\d)\b|\b(?P<on>\d\d)(?:-årige| år (?:og|eller))", re.IGNORECASE
)

_GOES_ON = re.compile(
    r"\b(?:heraf|hvoraf|deraf|(?:af|blandt) (?:dem|disse)|(?:er|var|gælder|blev) det)\b", re.IGNORECASE
)
"""How a sentence counts a part of those in the one before: "Blandt kvinderne er det hver tredje"."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the people: ``asked`` are the stems it is asked about with, ``told`` those that tell of it."""

    sort: str
    name: str
    asked: frozenset[str]
    told: frozenset[str]
    unasked: frozenset[str]
    """Words that tell of it and name one person or thing: "min mand" are not the men."""


@cache
def _groups() -> tuple[Group, ...]:
    """Return the groups of ``corpus/groups.toml``."""
    with (corpus.ROOT / "groups.toml").open("rb") as file:
        return tuple(
            _group(sort, name, said["asked"].split(), said["told"].split())
            for sort, names in tomllib.load(file).items()
            for name, said in names.items()
        )


def _group(sort: str, name: str, asked: Sequence[str], told: Sequence[str]) -> Group:
    stems = frozenset(map(stem, asked))
    return Group(sort, name, stems, stems | frozenset(map(stem, told)), frozenset(map(fold, told)))


def asked_about(concepts: Sequence[Concept]) -> tuple[Group, ...]:
    """Return the groups that some concepts ask about."""
    return tuple(group for group in _groups() if any(_names(concept, group) for concept in concepts))


def names_group(concept: Concept) -> bool:
    """Say whether a concept is a group of people."""
    return any(_names(concept, group) for group in _groups())


def _names(concept: Concept, group: Group) -> bool:
    return concept.stem in group.asked and fold(concept.word) not in group.unasked


def instead_of(concepts: Sequence[Concept]) -> set[str]:
    """Return the stems of groups that others take the place of: who asks of men no longer asks of women."""
    named = asked_about(concepts)
    sorts = {group.sort for group in named}
    return {stem for group in _groups() if group.sort in sorts for stem in group.asked}


def tells_of(text: str, groups: Sequence[Group]) -> bool:
    """Say whether a text speaks of each of some groups."""
    return all(_tells(group, text, analysed(text)) for group in groups)


def around(unit: Unit, headings: bool = True) -> str:
    """Return a unit with all it stands under, and with the sentence before where it goes on about that."""
    before = unit.before if refers(unit.text) or _GOES_ON.search(unit.text) else ""
    path = (unit.title, *unit.path) if headings else ()
    return "\n".join((*path, unit.lead, before, *unit.columns, unit.text))


def _tells(group: Group, text: str, found: Analysis) -> bool:
    if any(each in found.stems or each in found.parts for each in group.told):
        return True
    if group.name == "young":
        return any(int(age["age"]) <= YOUNG for age in _UP_TO.finditer(text))
    return group.name == "old" and any(int(age["age"] or age["on"]) >= OLD for age in _FROM.finditer(text))
