"""Whether a question names a row of a table or a column, in its own words or in others for the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.collection import analysed
from assistant.matching import Concept
from assistant.wordlists import question_stems
from ingest.danish.stems import stem

SAME = 1.0
"""How near another word must be to mean the same as the one that was asked with."""
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
_TOTAL = re.compile(r"^(?:i alt|total(?:t)?|sum|samlet|hele kommunen)\b|\b(?:i alt|total)$", re.IGNORECASE)
_ALL = re.compile(r"\b(?:i alt|ialt|samle[dt]e?|totalt?e?|sammenlagt|tilsammen|alt i alt)\b", re.IGNORECASE)

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
    """Say whether a row sums up the others: "I alt"."""
    return bool(_TOTAL.search(label.strip()))


def asks_for_total(question: str) -> bool:
    """Say whether a question asks for the sum: "det samlede budget"."""
    return bool(_ALL.search(question))


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
    same = {concept.stem, *(other for other, near in concept.others if near >= SAME)}
    parts = [part for part, _ in concept.parts]
    if any(part in _WIDE for part in parts):
        same |= {part for part in parts if part not in _WIDE}
    return frozenset(same)


@lru_cache(maxsize=10_000)
def _content(label: str) -> frozenset[str]:
    """Return the stems of a label that a question must name; all of them where it has only wide words."""
    stems = frozenset(analysed(label).stems)
    return (stems - question_stems() - _WIDE) or stems
