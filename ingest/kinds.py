"""The kinds of plans: finding "Beskæftigelsesplanen for 2024-2025" in running text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

import corpus

YEAR = r"(?:19[89]\d|20[0-4]\d)"
YEARS = rf"(?P<first>{YEAR})(?:\s?(?:[-–—/]|til|og)\s?(?P<last>{YEAR}|\d\d)(?!\d))?"
INFLECTION = r"(?:en|et|n|t|er|erne|ens|ets|s)?"
BETWEEN = r"(?:[\s:,–-]+(?:for|i|perioden|årene|(?:[\w-]+\s+){1,3}kommunes?)){0,3}[\s:,–-]*"
_PERIOD = re.compile(
    rf"\b(?:gælder|dækker|løber|perioden?|planperioden|årene)(?:\s+(?:for|i|fra|perioden|årene)){{0,2}}\s+{YEARS}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where a text names a kind of plan, with the years it gives there, if any.

    ``known`` is False for a kind that is not on our list and only sounds like one.
    """

    kind: str
    words: str
    start: int
    first_year: int | None = None
    last_year: int | None = None
    known: bool = True

    @property
    def years(self) -> tuple[int, int] | None:
        """Return the first and the last year."""
        return (self.first_year, self.last_year) if self.first_year and self.last_year else None


@cache
def _names() -> dict[str, list[str]]:
    with (corpus.ROOT / "plan_kinds.toml").open("rb") as file:
        return tomllib.load(file)


def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<kind>{kind})(?:{INFLECTION}{BETWEEN}{YEARS}|{INFLECTION}(?!\w))", re.IGNORECASE
    )


@cache
def _known() -> re.Pattern[str]:
    return _pattern("|".join(re.escape(kind) for kind in sorted(_names()["kinds"], key=len, reverse=True)))


@cache
def _other() -> re.Pattern[str]:
    return _pattern(rf"\w{{3,}}(?:{'|'.join(_names()['endings'])})")


@cache
def _apart() -> re.Pattern[str]:
    """Match "Plan for beskæftigelsen": a known kind taken apart."""
    apart = {f"{kind.removeprefix(stem).removeprefix('s')} for {stem}" for kind, stem in _stems()}
    return _pattern("|".join(re.escape(words) for words in sorted(apart, key=len, reverse=True)))


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    found = []
    for kind in _names()["kinds"]:
        ending = next((e for e in _names()["endings"] if kind.endswith(e)), "")
        stem = kind.removesuffix(ending)
        if ending and " " not in stem and len(stem) > 3:
            found.append((kind, stem.removesuffix("s")))
    return tuple(found)


def namings(text: str) -> list[Naming]:
    """Return where ``text`` names a kind of plan, in order: one of our list, or any "...plan"."""
    known = [_naming(match) for match in _known().finditer(text)]
    apart = [_naming(match) for match in _apart().finditer(text)]
    taken = {naming.start for naming in known}
    other = [
        _naming(match, known=False)
        for match in _other().finditer(text)
        if match.start() not in taken and match["kind"].lower() not in _names()["not_a_plan"]
    ]
    return sorted((*known, *apart, *other), key=lambda naming: naming.start)


def periods(text: str) -> list[Naming]:
    """Return where ``text`` says for which years something holds: "gælder for perioden 2024-2027"."""
    return [_with_years(match, "", True) for match in _PERIOD.finditer(text)]


def _naming(match: re.Match[str], known: bool = True) -> Naming:
    kind = match["kind"].lower()
    parts = kind.split(" for ")
    if len(parts) == 2:
        kind = next(whole for whole, stem in _stems() if stem == parts[1] and whole.endswith(parts[0]))
    return _with_years(match, kind, known)


def _with_years(match: re.Match[str], kind: str, known: bool) -> Naming:
    first, last = match["first"], match["last"]
    first_year = int(first) if first else None
    last_year = int(last if not last or len(last) == 4 else first[:2] + last) if last else first_year
    if first_year and last_year and not first_year <= last_year <= first_year + 30:
        last_year = first_year
    return Naming(kind, " ".join(match[0].split()), match.start(), first_year, last_year, known)
