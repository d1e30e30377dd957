"""The cells of a table row: what kind of number each holds, whose it is, and what its words tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.units import Unit
from ingest.danish.numbers import dates

NUMBER = re.compile(r"[-+–]?\d[\d.,\s]*(?P<unit>pct\.?|%)?")


class Measure(StrEnum):
    """What kind of number a column holds."""

    COUNT = "count"
    SHARE = "share"
    CHANGE = "change"


class Place(StrEnum):
    """Whose numbers a column holds, where they are not the municipality's own."""

    OWN = "own"
    REGION = "region"
    COUNTRY = "country"


class Role(StrEnum):
    """What a column of words tells of the row's thing."""

    WHO = "who"
    WHEN = "when"


MEASURED = {
    Measure.CHANGE: re.compile(r"\b(?:udvik|ændr|vækst|stigning|fald\b)", re.IGNORECASE),
    Measure.SHARE: re.compile(r"andel|\bpct\b|procent|%", re.IGNORECASE),
    Measure.COUNT: re.compile(r"\b(?:antal|fuldtids|helårs|personer|borgere)", re.IGNORECASE),
}
PLACES = {
    Place.COUNTRY: re.compile(
        r"\b(?:(?:hele|resten af|i|end) landet|landet som helhed|lands\w+|på landsplan|nationalt?|danmark\w*"
        r"|whole country|denmark)\b",
        re.IGNORECASE,
    ),
    Place.REGION: re.compile(r"\b(?:region\w*|RAR)\b", re.IGNORECASE),
}
ROLES = {
    Role.WHO: (
        re.compile(r"\b(?:hvem|hvis ansvar|ansvar\w*|who|responsible)\b", re.IGNORECASE),
        re.compile(r"\b(?:ansvar|ejer|leder|tovholder|udføres af|hvem)", re.IGNORECASE),
    ),
    Role.WHEN: (
        re.compile(r"\b(?:hvornår|frist\w*|deadline|hvilken dato|tidsfrist\w*|when)\b", re.IGNORECASE),
        re.compile(r"\b(?:frist|dato|deadline|tid|start|slut|hvornår)", re.IGNORECASE),
    ),
}
"""How a question asks for each role, and how its column is headed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row and the heading of its column."""

    text: str
    heading: str

    @property
    def measure(self) -> Measure | None:
        """Return what kind of number it is, by its heading or its own unit."""
        named = measure_named(self.heading)
        number = NUMBER.fullmatch(self.text)
        return named or (Measure.SHARE if number and number["unit"] else None)

    @property
    def place(self) -> Place:
        """Return whose number it is."""
        return next((place for place, cue in PLACES.items() if cue.search(self.heading)), Place.OWN)

    @property
    def bare(self) -> bool:
        """Say whether it is a number alone."""
        return bool(NUMBER.fullmatch(self.text))

    @property
    def role(self) -> Role | None:
        """Return what its words tell, by the heading; a date tells when."""
        named = next((role for role, (_, cue) in ROLES.items() if cue.search(self.heading)), None)
        return named or (Role.WHEN if dates(self.text) and not self.bare else None)


def cells_of(unit: Unit) -> list[Cell]:
    """Return the cells of a row that hold something, each with the heading of its column."""
    _, *texts = (part.strip() for part in unit.text.split("\t"))
    return [Cell(t, h.strip()) for t, h in zip(texts, unit.columns[1:], strict=False) if t]


def measure_named(words: str) -> Measure | None:
    """Return the kind of number that a heading or a caption tells."""
    return next((measure for measure, cue in MEASURED.items() if cue.search(words)), None)


def places_named(words: str) -> set[Place]:
    """Return the places that words name: the country, a region."""
    return {place for place, cue in PLACES.items() if cue.search(words)}
