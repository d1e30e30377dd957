"""English words and expressions with what plans call them in Danish, also where they are inflected."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import corpus
from ingest.danish.spelling import Speller

SHORTEST = 6
"""Letters from which a word is guessed: English has many short words that are near to each other."""
ROOT = 3
"""Letters that a word keeps when its ending is taken off."""
VERBS = "does ..., did ..."
"""The table of verbs with their present and past in Danish."""
_DOUBLED = "bdgklmnprt"
_PLURAL = frozenset(("people", "children", "women", "men", "staff", "police"))
_NO_PLURAL = ("ss", "us", "is", "'s")


@dataclass(frozen=True, slots=True)
class English:
    """``corpus/english.toml``: what each expression, a tuple of words, is called in Danish, nearest first."""

    entries: Mapping[tuple[str, ...], tuple[str, ...]]
    longest: int
    speller: Speller
    finite: Mapping[tuple[str, ...], tuple[str, ...]]
    """What a verb after "does" and after "did" is in Danish."""

    def meaning(self, spoken: Sequence[str]) -> tuple[str, ...] | None:
        """Return what an expression is in Danish, its first or last word in any form; None if unknown."""
        *before, last = spoken
        forms = [(*before, form) for form in bases(last)]
        if before:
            forms += [(form, *spoken[1:]) for form in bases(spoken[0])]
        return next((self.entries[form] for form in forms if form in self.entries), None)

    def guessed(self, word: str) -> tuple[str, ...] | None:
        """Return what a misspelled word is in Danish; its first letter is thought to be right."""
        meant = self.speller.correct(word) if len(word) >= SHORTEST else None
        return self.entries.get((meant,)) if meant and meant[0] == word[0] else None


@cache
def english() -> English:
    """Return the English words that come with Plansvar."""
    with (corpus.ROOT / "english.toml").open("rb") as file:
        tables = tomllib.load(file)
    finite = _keyed(tables.pop(VERBS))
    entries = {key: danish for table in tables.values() for key, danish in _keyed(table).items()}
    alone = dict.fromkeys((key[0] for key in entries if len(key) == 1), 1)
    return English(entries, max(map(len, entries)), Speller(alone), finite)


def _keyed(table: Mapping[str, list[str]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(re.sub(r"-|'(?!\w)", " ", key).split()): tuple(danish) for key, danish in table.items()}


def bases(word: str) -> Iterator[str]:
    """Return a word and what it may be an inflection of, the likeliest first: "studies" of "study"."""
    yield word
    for ending, put in (
        ("'s", ("",)), ("'", ("",)), ("ies", ("y",)), ("es", ("e", "")), ("s", ("",)), ("ied", ("y",)),
        ("ed", ("e", "")), ("ing", ("", "e")), ("est", ("", "e")), ("er", ("", "e")), ("ly", ("",)),
    ):  # fmt: skip
        root = word.removesuffix(ending)
        if root == word or len(root) < ROOT:
            continue
        yield from (f"{root}{letter}" for letter in put)
        if ending in ("ed", "ing", "er", "est") and root[-1] == root[-2] and root[-1] in _DOUBLED:
            yield root[:-1]


def is_plural(word: str) -> bool:
    """Say whether a word looks like several things: "targets", "people"."""
    return word in _PLURAL or (word.endswith("s") and not word.endswith(_NO_PLURAL) and len(word) > ROOT)
