"""The lists of words that ask, help to ask, or say little of what a question is about."""

from __future__ import annotations

from functools import cache

import corpus
from ingest.danish.stems import stem
from ingest.danish.vocabulary import vocabulary
from ingest.danish.words import fold, words


@cache
def question_words() -> frozenset[str]:
    """Return ``corpus/question_words.txt``: words that ask, join or name the plans, of little weight."""
    return frozenset(fold(word) for word in _listed("question_words.txt"))


@cache
def question_stems() -> frozenset[str]:
    """Return the stems of those words."""
    return frozenset(stem(word) for word in question_words())


@cache
def light_stems() -> frozenset[str]:
    """Return the stems of ``corpus/light_words.txt``: words that help to ask, and seldom say what about."""
    return frozenset(stem(word) for word in _listed("light_words.txt"))


@cache
def common_stems() -> frozenset[str]:
    """Return the stems of ``corpus/common_words.txt``: everyday words that an answer can do without."""
    return frozenset(stem(word) for word in _listed("common_words.txt"))


@cache
def side_stems() -> frozenset[str]:
    """Return the stems of ``corpus/side_words.txt``: words for a side of a thing, not for the thing."""
    return frozenset(stem(word) for word in _listed("side_words.txt"))


def spoken() -> frozenset[str]:
    """Return all words that people ask with, as they are written."""
    lists = ("question_words.txt", "light_words.txt", "common_words.txt", "everyday_words")
    asked = (word for name in lists for word in _listed(name))
    known = (part for key in vocabulary().written for part in words(key))
    return frozenset(fold(word) for word in (*asked, *(part.text for part in known)) if word.isalpha())


def _listed(name: str) -> list[str]:
    lines = (corpus.ROOT / name).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
