"""Whether a unit gives the number that is asked for, and not the number of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.amounts import gives
from assistant.asked import Amount
from assistant.collection import analysed
from assistant.matching import Concept
from assistant.row_labels import PART, named, sums_up
from assistant.units import Unit
from ingest.danish.numbers import Number, numbers
from ingest.danish.stems import stem, terms
from ingest.plan import BlockKind

_ANTAL = re.compile(r"\bantal(?:let)? (?P<of>[^.;:]*)$", re.IGNORECASE)
_ON_IT = re.compile(r"(?:på|i) \w", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:ingen|intet|ikke (?:længere|noget|nogen|et|en|fastsat|sat|opgjort))\b", re.IGNORECASE
)
"""A plan's own no: "der er ikke længere et mål for antallet af besøg"."""
_BOUND = re.compile(
    r"\b(?:når|hvis)\b[^.,;:]*\b(?:mere end|flere end|over|mindst|færre end|under)\s*$"
    r"|\b(?:med|har|haft)\s+(?:mere|flere|færre) end\s*$",
    re.IGNORECASE,
)
"""Before a number that tells which are meant, and counts none: "arbejdspladser med mere end 40 ansatte"."""
SHARE = frozenset(stem(word) for word in ("andel", "del", "procent", "procentdel", "procentpoint", "meget"))
PEOPLE = frozenset(
    stem(word)
    for word in [
        "personer",
        "fuldtidspersoner",
        "helårspersoner",
        "borgere",
        "ledige",
        "unge",
        "mennesker",
        "deltagere",
        "modtagere",
        "elever",
    ]
)
STAFF = frozenset(stem(word) for word in ("ansatte", "medarbejdere", "årsværk", "stillinger"))
PIECES = frozenset(
    stem(word)
    for word in [
        "mål",
        "resultatmål",
        "delmål",
        "målsætninger",
        "ministermål",
        "indsatsområder",
        "fokusområder",
        "temaer",
        "spor",
        "strategispor",
        "principper",
        "pejlemærker",
        "kapitler",
        "tiltag",
        "handlinger",
    ]
)
"""What a plan is made of: its number is told as such, and never by how many people there are."""
ENOUGH = 0.6
"""The fitness from which a number may be the one asked for."""
MERE = 0.3
"""The fitness of a number of something else."""
SENTENCE = 5
"""Different words from which a row's label is a sentence: no question repeats all of it."""
BEHIND = 6
"""Words from a number on in which what it counts stands."""
TIME = frozenset(
    stem(word)
    for word in [
        "minutter",
        "timer",
        "timerne",
        "dage",
        "døgn",
        "uge",
        "uger",
        "måneder",
        "mdr.",
        "år",
        "kvartaler",
        "længe",
        "hurtigt",
        "ventetid",
    ]
)


def counts(
    unit: Unit, counted: Concept | None, concepts: Sequence[Concept], amount: Amount | None = None
) -> float:
    """Say how well a unit gives the number asked for: 1 where it counts the very thing, MERE for a number."""
    asked = {concept.stem for concept in concepts}
    if amount is not None:
        given = gives(unit, amount)
        return min(given, _cell(unit, concepts)) if unit.kind is BlockKind.ROW else given
    if unit.kind is BlockKind.ROW:
        return _cell(unit, concepts)
    if counted is not None and _DENIED.search(unit.text) and counted.stem in analysed(unit.text).stems:
        return 1.0
    found = numbers(unit.text)
    if counted is not None:
        return max((_counted(unit.text, number, counted) for number in found), default=0.0)
    # Where the question does not say of what, any number may be it.
    return max((1.0 if set(terms(n.unit or "")) & asked else ENOUGH for n in found), default=0.0)


def best_number(text: str, counted: Concept | None, least: float) -> Number | None:
    """Return the first number that counts a thing best, ``least`` well; the first where nothing is named."""
    found = numbers(text)
    if counted is None:
        return next(iter(found), None)
    fits = [(_counted(text, number, counted), number) for number in found]
    best = max((fit for fit, _ in fits), default=0.0)
    return next((number for fit, number in fits if fit == best >= least), None)


def _counted(text: str, number: Number, counted: Concept) -> float:
    """Say whether a number counts a thing: it stands in the words after, or the number is one of people."""
    thing = {counted.stem, *(other for other, near in counted.others if near >= 1.0)}
    thing |= TIME if thing & TIME else set()
    unit_stem = stem(number.unit or "")
    if _BOUND.search(text[: number.start]):
        return MERE
    after = analysed(" ".join(text[number.start :].split()[:BEHIND]))
    if thing & PIECES and unit_stem and unit_stem not in thing:
        # "340 personer i fleksjob (mål 3)" is no number of goals.
        return MERE
    if thing & PEOPLE and unit_stem in TIME:
        # "Et forløb på 2 uger for unge" counts nobody.
        return MERE
    if thing & (set(after.stems) | set(after.parts) | {unit_stem}):
        return 1.0
    if antal := _ANTAL.search(text[: number.start]):
        # "Antallet af ledige skal ned til 90": what is counted stands before.
        before = set(analysed(antal["of"]).stems)
        # "Antallet på dagpenge" counts those who are on it.
        people = before & PEOPLE or (thing & PEOPLE and _ON_IT.match(antal["of"]))
        return 1.0 if thing & before else ENOUGH if people and not thing & PIECES else MERE
    return ENOUGH if unit_stem in PEOPLE | SHARE and not thing & PIECES else MERE


def _cell(unit: Unit, concepts: Sequence[Concept]) -> float:
    """Say whether a row holds a number, best where the question names all of a short label."""
    label, _, cells = unit.text.partition("\t")
    if not any(character.isdigit() for character in cells):
        return 0.0
    share = named(label, concepts)
    if share >= 1.0 or sums_up(label, concepts):
        return 1.0
    return ENOUGH if share >= PART or len(analysed(label).stems) >= SENTENCE else MERE
