"""Whether a question names a row of a table or a column, in its own words or in others for the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.collection import analysed
from assistant.matching import Concept
from assistant.wordlists import question_stems
from ingest.danish.compounds import split
from ingest.danish.stems import stem
from ingest.danish.vocabulary import vocabulary
from ingest.danish.words import words

SAME = 1.0
"""How near another word must be to mean the same as the one that was asked with."""
CLEAR = 0.5
"""How near a word of the vocabulary must be to be one that plans use for a thing."""
PART = 0.5
"""The share of a label from which a question may be about its row."""
_WIDE = frozenset(
    stem(word)
    for word in (
        "personer",
        "fuldtidspersoner",
        "helårspersoner",
        "borgere",
        "modtagere",
        "antal",
        "antallet",
    )
)
"""Words of a label that a question leaves out: "Borgere i småjob" are those in småjob."""
_CLASS = re.compile(r"^[a-zæøå]-")
"""The letter of "a-dagpenge", which people leave out."""
_TOTAL = re.compile(r"(?:i alt|total(?:t)?|sum|samlet)", re.IGNORECASE)
_ALL = frozenset(
    stem(word) for word in ("alt", "ialt", "samlede", "samlet", "total", "totale", "sammenlagt", "tilsammen")
)
_TELLING = re.compile(r"\d|\w\W+\w")
"""A heading of several words, or a year: one word may stand in any question."""
_POINTED_AT = re.compile(r"(?:[\"”“„»«']|\b(?:under|kolonnen?|rækken?|rubrikken)\s)\s*$", re.IGNORECASE)
"""What stands before a heading of one word that is asked for as a heading."""


def named(label: str, concepts: Sequence[Concept]) -> float:
    """Return how much of a label a question names, from 0 to 1."""
    asked = frozenset().union(*(meant(concept) for concept in concepts))
    content = _content(label)
    return len(content & asked) / len(content) if content else 0.0


def is_total(label: str) -> bool:
    """Say whether a row is the sum of the others: "I alt"."""
    return bool(_TOTAL.fullmatch(label.strip(" :")))


def sums_up(label: str, concepts: Sequence[Concept]) -> bool:
    """Say whether a row is the sum of the others and a sum is asked for: "det samlede budget"."""
    return is_total(label) and any(concept.stem in _ALL for concept in concepts)


def named_in_full(heading: str, question: str) -> bool:
    """Say whether a whole heading stands in a question, one of a single word as the name of a column."""
    said, found = _standing(heading, question)
    return any(_TELLING.search(heading) or _POINTED_AT.search(said[:start]) for start in found)


def label_in_full(label: str, question: str) -> bool:
    """Say whether the whole label of a row stands in a question, "I alt" as the name of a row."""
    said, found = _standing(label, question)
    return any(_POINTED_AT.search(said[:start]) or not is_total(label) for start in found)


def _standing(words: str, question: str) -> tuple[str, list[int]]:
    """Return a question in small letters, and where in it the words begin."""
    said, sought = (" ".join(text.lower().split()) for text in (question, words))
    if not sought:
        return said, []
    return said, [match.start() for match in re.finditer(rf"(?<!\w){re.escape(sought)}(?!\w)", said)]


def meant(concept: Concept) -> frozenset[str]:
    """Return the stems that mean what is asked: "kontanthjælpsmodtagere" are those on kontanthjælp."""
    others = (other for other, near in concept.others if near >= SAME and _is_same(concept.stem, other))
    return frozenset((concept.stem, _without_wide(concept.word.lower()), *others))


@lru_cache(maxsize=10_000)
def _is_same(asked: str, other: str) -> bool:
    """Say whether another word is for the same thing; "ledighedsydelse" leads to fleksjob, and is none."""
    return asked not in _official() or vocabulary().expand([other]).get(asked, 0.0) >= SAME


@cache
def _official() -> frozenset[str]:
    """Return the stems of the words that plans use where people use others."""
    return frozenset(
        stem for meant in vocabulary().entries.values() for stem, near in meant.items() if near >= CLEAR
    )


@lru_cache(maxsize=10_000)
def _content(label: str) -> frozenset[str]:
    """Return the stems of a label that a question must name; all of them where it has only wide words."""
    stems = frozenset(analysed(label).stems)
    shorter = {stem(word.text): _without_wide(word.text.lower()) for word in words(label)}
    return frozenset(shorter.get(s, s) for s in stems - question_stems() - _WIDE) or stems


def _without_wide(word: str) -> str:
    """Return the stem of a word without the people it names: "ydelse" for "ydelsesmodtagere"."""
    word = _CLASS.sub("", word)
    *before, last = split(word) or (word,)
    if not before or stem(last) not in _WIDE:
        return stem(word)
    return stem(word[: -len(last)].removesuffix("s"))
