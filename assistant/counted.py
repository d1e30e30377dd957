"""What a question for a number counts: in "hvor mange borgere er i fleksjob?" the borgere."""

from __future__ import annotations

import re

from assistant.matching import Concept
from ingest.danish.stems import stem
from ingest.danish.words import fold, words

_HOW_MANY = re.compile(
    r"\b(?:hvor mange|how many|flest|færrest|flere|færre|most|fewest|more|fewer)\b", re.IGNORECASE
)
_QUALIFIERS = frozenset(
    (
        *("af", "andre", "flere", "nye", "de", "der", "det", "den", "dem", "disse", "på", "for", "om"),
        *("nu", "så", "egentlig", "egne", "egen", "eget", "stadig", "i", "dag", "alt"),
        *("en", "et", "til", "igennem", "adspurgte", "spurgte", "samtlige"),
        *("year", "of", "the", "new", "other", "it", "there", "them", "these"),
    )
)
VERBS = frozenset(
    stem(word) for word in ("er", "har", "bliver", "får", "skal", "kan", "vil", "må", "går", "står", "kommer")
)
"""Verbs that may stand between "hvor mange" and what is counted: "hvor mange er på sygedagpenge"."""
_BESIDE = frozenset(
    stem(word) for word in ("lige", "allerede", "endnu", "altid", "typisk", "normalt", "ofte")
)
"""Adverbs that may stand there too: "hvor mange står lige nu på venteliste"."""
_OF_THEM = re.compile(r"\b(?:mange|many) (?:\w+ )?(?:af|of) (?:dem|disse|them|these)\b", re.IGNORECASE)
"""A part of those spoken of, who are counted by no word of the question."""
_NEAR = 4
"""Words after "hvor mange" among which the thing counted stands."""


def thing_counted(text: str, found: tuple[Concept, ...]) -> Concept | None:
    """Return the thing that is counted: the noun soon after "hvor mange" or "how many"."""
    asked = _HOW_MANY.search(text)
    if asked is None or _OF_THEM.search(text):
        return None
    by_word = {concept.word: concept for concept in found}
    following = [by_word[word.text] for word in words(text[asked.end() :])[:_NEAR] if word.text in by_word]
    things = (c for c in following if c.stem not in VERBS and c.stem not in _BESIDE)
    return next((c for c in things if fold(c.word) not in _QUALIFIERS), None)
