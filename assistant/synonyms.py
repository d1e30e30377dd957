"""The words under which plans count the same thing, and the groups they count: ``corpus/measured.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

import corpus

GROUPS, WHO = "Grupper", "Hvem"
_FIGURES = re.compile(r"\s*\d[\d.,]*")

Matcher = tuple[dict[str, str], re.Pattern[str]]


def counted(text: str) -> tuple[frozenset[str], str]:
    """Return what is counted in ``text``, each under one name, and what is left of the text."""
    found, rest = _taken(text, _things())
    # "200 virksomheder har haft besøg": a number may stand inside an expression, or be a part of one.
    more, rest = _taken(_FIGURES.sub("", rest), _things())
    return found | more, rest


def groups(text: str) -> frozenset[str]:
    """Return the groups that ``text`` names."""
    return _taken(text, _groups())[0]


def says_who(word: str) -> bool:
    """Say whether a theme's word says whom a goal is about, and not what is measured."""
    return _who()[1].fullmatch(word) is not None


def in_order(names: Iterable[str]) -> list[str]:
    """Return names of what is counted as a reader expects them: "flygtninge, i arbejde"."""
    wanted = set(names)
    held = [
        name
        for table, lists in _tables().items()
        if table not in (GROUPS, WHO)
        for name in lists
        if name in wanted
    ]
    return sorted(held, key=lambda name: name.startswith("i "))


def _taken(text: str, matcher: Matcher) -> tuple[frozenset[str], str]:
    names, pattern = matcher
    found: set[str] = set()

    def take(match: re.Match[str]) -> str:
        found.add(names[match.lastgroup or ""])
        return " "

    rest = pattern.sub(take, text)
    return frozenset(found), rest


@cache
def _things() -> Matcher:
    things = (words for table, words in _tables().items() if table not in (GROUPS, WHO))
    return _matcher({name: said for words in things for name, said in words.items()})


@cache
def _groups() -> Matcher:
    return _matcher(_tables()[GROUPS])


@cache
def _who() -> Matcher:
    return _matcher(_tables()[WHO])


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    with (corpus.ROOT / "measured.toml").open("rb") as file:
        return tomllib.load(file)


def _matcher(lists: Mapping[str, list[str]]) -> Matcher:
    words = [(word, name) for name, said in lists.items() for word in said]
    words.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    names = {f"w{n}": name for n, (_, name) in enumerate(words)}
    terms = (f"(?P<w{n}>{_pattern(word)})" for n, (word, _) in enumerate(words))
    return names, re.compile(rf"(?<!\w)(?:{'|'.join(terms)})", re.IGNORECASE)


def _pattern(term: str) -> str:
    """Return a word as the beginning of words, an expression as it stands: "i job" is not "i jobcenteret"."""
    spaced = r"\s+".join(re.escape(word) for word in term.split())
    return rf"{spaced}(?!\w)" if " " in term else rf"{spaced}\w*"
