"""Themes of goals, from the files in ``corpus/themes`` that a planner can read and extend."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import corpus

STRONG, WEAK = 10, 1
"""What a theme's own word counts beside a word that many themes use."""
_REST = re.compile(r"\w*")


@dataclass(frozen=True)
class Theme:
    """A theme with the beginnings of the words that belong to it."""

    name: str
    terms: tuple[str, ...]
    weak: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taxonomy:
    """The themes of some kinds of plans; ``default`` is the theme where no word fits."""

    kinds: frozenset[str]
    themes: tuple[Theme, ...]
    default: str | None

    def scores(self, text: str) -> dict[str, int]:
        """Return how much each theme is spoken of in ``text``; those that are not are left out."""
        owners, pattern = _matcher(self)
        found: dict[str, int] = {}
        for match in pattern.finditer(text):
            theme, weight = owners[match.lastgroup or ""]
            found[theme] = found.get(theme, 0) + weight
        return found

    def words(self) -> list[tuple[str, str, int]]:
        """Return every word with its theme and weight, the longest first: it wins where two begin alike."""
        pairs = [(term, t.name, STRONG) for t in self.themes for term in t.terms]
        pairs += [(term, t.name, WEAK) for t in self.themes for term in t.weak]
        return sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))


def taxonomies() -> tuple[Taxonomy, ...]:
    """Return what the files of ``corpus/themes`` say, by file name."""
    return _read()


def theme_names() -> tuple[str, ...]:
    """Return the names of all themes, in the order of the files."""
    return tuple(theme.name for taxonomy in taxonomies() for theme in taxonomy.themes)


def themes_named(text: str) -> frozenset[str]:
    """Return the themes whose own words stand in ``text``."""
    return frozenset(theme for theme, score in _all().scores(text).items() if score >= STRONG)


def parted(text: str) -> tuple[frozenset[str], str]:
    """Return the themes' own words that stand in ``text``, and what is left of it without them."""
    found: set[str] = set()
    terms = [(term, weight) for term, _, weight in _all().words()]
    kept, end = [], 0
    for match in _matcher(_all())[1].finditer(text):
        term, weight = terms[int((match.lastgroup or "t0")[1:])]
        if weight == STRONG and match.start() >= end:
            kept.append(text[end : match.start()])
            rest = _REST.match(text, match.end())
            end = rest.end() if rest else match.end()
            found.add(term)
    return frozenset(found), " ".join([*kept, text[end:]])


def themes_of(parts: Sequence[tuple[int, str]], kind: str) -> tuple[str, ...]:
    """Return the themes of a goal in a plan of ``kind``, best first.

    ``parts`` are the texts that say what it is about, each with its weight: the statement, then headings.
    """
    taxonomy = _taxonomy(kind)
    totals: dict[str, int] = {}
    for weight, text in parts:
        for theme, score in taxonomy.scores(text).items():
            totals[theme] = totals.get(theme, 0) + weight * score
    own = taxonomy.scores(parts[0][1]) if parts else {}
    order = sorted(totals, key=lambda theme: -totals[theme])
    # A heading alone gives one theme; the statement's own strong words may add others.
    chosen = [theme for n, theme in enumerate(order) if n == 0 or own.get(theme, 0) >= STRONG]
    return tuple(chosen) or ((taxonomy.default,) if taxonomy.default else ())


def names_theme(text: str, kind: str) -> bool:
    """Say whether ``text`` holds a word of any theme for such a plan."""
    return bool(_taxonomy(kind).scores(text))


def _taxonomy(kind: str) -> Taxonomy:
    """Return the file for a kind of plan; a kind that no file names is read with all of them."""
    named = [taxonomy for taxonomy in taxonomies() if kind in taxonomy.kinds]
    return named[0] if named else _all()


@cache
def _matcher(taxonomy: Taxonomy) -> tuple[dict[str, tuple[str, int]], re.Pattern[str]]:
    words = taxonomy.words()
    terms = (f"(?P<t{n}>{_spaced(term)})" for n, (term, _, _) in enumerate(words))
    owners = {f"t{n}": (theme, weight) for n, (_, theme, weight) in enumerate(words)}
    return owners, re.compile(rf"(?<!\w)(?:{'|'.join(terms)})", re.IGNORECASE)


@cache
def _all() -> Taxonomy:
    themes = tuple(theme for taxonomy in taxonomies() for theme in taxonomy.themes)
    return Taxonomy(frozenset(), themes, None)


@cache
def _read() -> tuple[Taxonomy, ...]:
    files = sorted((corpus.ROOT / "themes").glob("*.toml"))
    return tuple(_taxonomy_in(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files)


def _taxonomy_in(said: dict[str, object]) -> Taxonomy:
    entries = said["themes"]
    kinds, default = said["kinds"], said.get("default")
    if not isinstance(entries, list) or not isinstance(kinds, list):
        raise TypeError("a file of themes holds a list of kinds and a list of themes")
    themes = tuple(Theme(e["name"], tuple(e["terms"]), tuple(e.get("weak", ()))) for e in entries)
    return Taxonomy(frozenset(kinds), themes, str(default) if default else None)


def _spaced(term: str) -> str:
    return r"\s+".join(re.escape(word) for word in term.split())
