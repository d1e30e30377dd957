"""The gazetteer: every way to write a municipality's name that is certain, and what only looks like one."""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache

import corpus
from ingest.danish.lexicon import lexicon
from ingest.danish.words import fold, plain

HALF = 4
"""Letters of half a double name that may stand for the whole."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 98, with other spellings under which it is known."""

    name: str
    region: str
    spellings: tuple[str, ...]


def _read() -> tuple[Municipality, ...]:
    with (corpus.ROOT / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Municipality(row["name"], row["region"], tuple(s for s in row["spellings"].split("|") if s))
            for row in csv.DictReader(file)
        )


MUNICIPALITIES = _read()
"""All 98, by region."""


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Every way to write a name that is certain, also in haste, and the names themselves for guessing."""

    certain: dict[str, str]
    hasty: dict[str, str]
    names: dict[str, str]


@lru_cache(maxsize=64)
def gazetteer(known: frozenset[str]) -> Gazetteer:
    """Return the 98 and the names of ``known``, which may be invented."""
    certain: dict[str, str] = {}
    names: dict[str, str] = {}
    spelled = [(m.name, (m.name, *m.spellings)) for m in MUNICIPALITIES]
    spelled += [(name, (name,)) for name in sorted(known)]
    for name, spellings in spelled:
        for spelling in spellings:
            key = fold(spelling)
            names.setdefault(key, name)
            for form in (key, f"{key}s", f"{key}'s", f"{key}’s", f"{key}'", f"{key}’"):
                certain.setdefault(form, name)
    for half, name in _halves(known, certain).items():
        for form in (half, f"{half}s"):
            certain.setdefault(form, name)
    hasty = {plain(form): name for form, name in certain.items() if plain(form) != form}
    return Gazetteer(certain, hasty, names)


def _halves(known: frozenset[str], certain: Collection[str]) -> dict[str, str]:
    """Return the halves of the collection's double names, where they are no other place and no word."""
    pieces = [(fold(half), name) for name in known if "-" in name for half in name.split("-")]
    said = [half for half, _ in pieces]
    return {
        half: name
        for half, name in pieces
        if len(half) >= HALF and said.count(half) == 1 and half not in certain and not is_word(half)
    }


@cache
def _elsewhere() -> frozenset[str]:
    """Return the places that are near a municipality's name and are none."""
    lines = (corpus.ROOT / "towns.txt").read_text(encoding="utf-8").splitlines()
    towns = [fold(line) for line in lines if line and not line.startswith("#")]
    return frozenset((*towns, *(f"{town}s" for town in towns)))


def is_word(key: str) -> bool:
    """Say whether a folded word is one of the language, or a place that is no municipality."""
    return key in _common() or key in _elsewhere()


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon())
