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


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where a text names a kind of plan, with the years it gives there, if any."""

    kind: str
    words: str
    start: int
    first_year: int | None = None
    last_year: int | None = None


@cache
def _names() -> dict[str, list[str]]:
    with (corpus.ROOT / "plan_kinds.toml").open("rb") as file:
        return tomllib.load(file)


def _pattern(kind: str) -> re.Pattern[str]:
    between = rf"{INFLECTION}(?:[\s:,–-]+(?:for|i|perioden|årene|\w+\s+kommunes?)){{0,3}}[\s:,–-]*"
    return re.compile(rf"(?<!\w)(?P<kind>{kind})(?:{between}{YEARS}|{INFLECTION}(?!\w))", re.IGNORECASE)


@cache
def _known() -> re.Pattern[str]:
    return _pattern("|".join(re.escape(kind) for kind in sorted(_names()["kinds"], key=len, reverse=True)))


@cache
def _other() -> re.Pattern[str]:
    return _pattern(rf"\w{{3,}}(?:{'|'.join(_names()['endings'])})")


def namings(text: str) -> list[Naming]:
    """Return where ``text`` names a kind of plan: those of corpus/plan_kinds.toml, or else any "...plan"."""
    known = [_naming(match) for match in _known().finditer(text)]
    if known:
        return known
    other = [_naming(match) for match in _other().finditer(text)]
    return [naming for naming in other if naming.kind not in _names()["not_a_plan"]]


def _naming(match: re.Match[str]) -> Naming:
    first, last = match["first"], match["last"]
    first_year = int(first) if first else None
    last_year = int(last if not last or len(last) == 4 else first[:2] + last) if last else first_year
    return Naming(match["kind"].lower(), " ".join(match[0].split()), match.start(), first_year, last_year)
