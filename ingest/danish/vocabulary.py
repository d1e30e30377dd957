"""From the words that people use to those that plans use, and abbreviations that a text explains."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import corpus
from ingest.danish.lists import word_list
from ingest.danish.stems import terms

FIRST = 1.0
"""The weight of the nearest official word; each further one weighs ``LATER`` of the one before."""
LATER = 0.8
CLOSE = 0.6
"""The weight of the nearest word that lies close and means something else: alone it supports no answer."""
CLOSE_MARK = "~"
"""What stands before such a word in the file."""
LONGEST_KEY = 4


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everyday words with the official ones, as stems; made by ``read``."""

    entries: Mapping[tuple[str, ...], Mapping[str, float]]
    known: frozenset[str]
    """The stems of all Danish everyday words."""
    written: tuple[str, ...] = ()
    """The Danish everyday words and expressions as they are written."""

    @staticmethod
    def read(path: Path = corpus.ROOT / "vocabulary.toml") -> Vocabulary:
        """Read a vocabulary file: ``everyday = [official, ..., ~close, ...]`` in tables, nearest first."""
        with path.open("rb") as file:
            tables = tomllib.load(file)
        entries: dict[tuple[str, ...], dict[str, float]] = {}
        for table in tables.values():
            for everyday, official in table.items():
                known = entries.setdefault(tuple(terms(everyday)), {})
                for meant, near in weighed(official).items():
                    known[meant] = max(near, known.get(meant, 0.0))
        stems = frozenset(stem for key in entries for stem in key)
        return Vocabulary(entries, stems, tuple(key for table in tables.values() for key in table))

    def knows(self, word: str) -> bool:
        """Say whether a Danish entry is about ``word``, which is then no slip of the pen."""
        return set(terms(word)) <= self.known

    def expand(self, words: Iterable[str]) -> dict[str, float]:
        """Return the stems to look for beside ``words`` (words or stems, in order), with their weights."""
        stems = [stem for word in words for stem in terms(word)]
        added: dict[str, float] = {}
        for _, official in self._standing(stems, 1):
            for stem, weight in official.items():
                added[stem] = max(weight, added.get(stem, 0.0))
        return {stem: weight for stem, weight in added.items() if stem not in stems}

    def expressions(self, words: Iterable[str]) -> list[tuple[tuple[str, ...], Mapping[str, float]]]:
        """Return the stems of each expression of several words in ``words``, with the official ones."""
        return list(self._standing([stem for word in words for stem in terms(word)], 2))

    def _standing(
        self, stems: list[str], shortest: int
    ) -> Iterator[tuple[tuple[str, ...], Mapping[str, float]]]:
        for start in range(len(stems)):
            for width in range(shortest, LONGEST_KEY + 1):
                key = tuple(stems[start : start + width])
                if len(key) == width and key in self.entries:
                    yield key, self.entries[key]


def weighed(official: Sequence[str]) -> dict[str, float]:
    """Return the stems of official words, nearest first, with how much each counts."""
    entry: dict[str, float] = {}
    same = [words for words in official if not words.startswith(CLOSE_MARK)]
    close = [words for words in official if words.startswith(CLOSE_MARK)]
    for weight, expressions in ((FIRST, same), (CLOSE, close)):
        for place, expression in enumerate(expressions):
            found = [term for term in terms(expression) if term not in _SMALL] or terms(expression)
            for stem in found:
                # Half of "langvarig ledig" does not mean what the whole does.
                near = weight * LATER**place / len(found)
                entry[stem] = max(near, entry.get(stem, 0.0))
    return entry


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with Plansvar."""
    return Vocabulary.read()


_SHORT = r"[A-ZÆØÅ][A-Za-zÆØÅæøå]{0,8}[A-ZÆØÅ0-9][A-Za-z0-9]{0,3}"
_BEFORE = re.compile(
    rf"\((?:også kaldet |kaldet |forkortet |kort |i daglig tale )?[\"”“»]?({_SHORT})[\"”“«]?\)"
)
_AFTER = re.compile(
    rf"(?<!\w)({_SHORT})(?:'s|s)?\s*(?:\(|[–—-]\s|,? (?:der )?står for |= ?|: )([^()\n;.]{{4,100}})"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SMALL = word_list("vocabulary.small")
LONGEST_NAME = 10
"""Words that a spelled-out name has at most."""
SHORTEST_ABBREVIATION = 2
INSIDE = 4
"""Letters of the abbreviation that one compound may give."""


def abbreviations(text: str) -> dict[str, str]:
    """Return the abbreviations that ``text`` explains, each with its words; their initials must agree."""
    found: dict[str, str] = {}
    for match in _BEFORE.finditer(text):
        if name := _ending(text[max(0, match.start() - 120) : match.start()], match[1]):
            found.setdefault(match[1], name)
    for match in _AFTER.finditer(text):
        if name := _beginning(match[2], match[1]):
            found.setdefault(match[1], name)
    return found


def _ending(before: str, short: str) -> str | None:
    """Return the shortest run of words at the end of ``before`` whose initials spell ``short``."""
    line = before.rpartition("\n")[2].rstrip(" \"”»'")
    found = list(_WORD.finditer(line))
    for first in range(len(found) - 1, max(-1, len(found) - LONGEST_NAME - 1), -1):
        if found[first].group().lower() not in _SMALL and _spells(found[first:], short):
            return line[found[first].start() : found[-1].end()]
    return None


def _beginning(after: str, short: str) -> str | None:
    """Return the shortest run of words at the beginning of ``after`` whose initials spell ``short``."""
    found = list(_WORD.finditer(after))
    for last in range(1, min(len(found), LONGEST_NAME) + 1):
        if found[last - 1].group().lower() not in _SMALL and _spells(found[:last], short):
            return after[found[0].start() : found[last - 1].end()]
    return None


def _spells(found: list[re.Match[str]], short: str) -> bool:
    """Say whether the letters of ``short`` can be read off the words in order."""
    letters = re.sub(r"\d", "", short.lower())
    names = [match.group().lower() for match in found]
    capitals = [name for name, match in zip(names, found, strict=True) if match.group()[0].isupper()]
    if len(letters) < SHORTEST_ABBREVIATION or letters[0] != names[0][0]:
        return False
    return _consume(letters, names) or (len(capitals) >= len(letters) and _consume(letters, capitals))


def _consume(letters: str, names: list[str]) -> bool:
    """Take each word's first letter, and letters inside it, until letters and words are used up."""
    if not names:
        return not letters
    name, rest = names[0], names[1:]
    if letters and name[0] == letters[0]:
        for taken in range(1, min(len(letters), INSIDE) + 1):
            if _in_order(letters[1:taken], name[1:]) and _consume(letters[taken:], rest):
                return True
    return name in _SMALL and _consume(letters, rest)


def _in_order(letters: str, name: str) -> bool:
    left = iter(name)
    return all(letter in left for letter in letters)
