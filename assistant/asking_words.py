"""The words that a question asks with, set right: what is asked for turns on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from assistant.concepts import OWNERS
from assistant.wordlists import common_stems, question_words
from ingest.danish.everyday import is_word
from ingest.danish.language import is_english
from ingest.danish.lists import word_list
from ingest.danish.spelling import SHORTEST, Speller
from ingest.danish.stems import stem
from ingest.danish.words import words

_RUN_TOGETHER = re.compile(
    r"\b(hvor|how)(mange|meget|ofte|tit|længe|stort?|store|lang|many|much|often|long)(tid)?\b", re.IGNORECASE
)


def set_right(text: str, counts: Mapping[str, int]) -> str:
    """Return a question with its asking words spelled and parted as they should be: "hvormange komuner".

    ``counts`` are the stems of the collection: a word of the plans is none that is misspelled.
    """
    parted = _RUN_TOGETHER.sub(lambda found: " ".join(filter(None, found.groups())), text)
    if is_english(parted):
        return parted
    for word in reversed(words(parted)):
        if written := _written().get(word.text):
            parted = f"{parted[: word.start]}{written}{parted[word.end :]}"
            continue
        known = is_word(word.text) or stem(word.text) in counts or stem(word.text) in common_stems()
        if len(word.text) >= SHORTEST and not known:
            meant = _speller().correct(word.text)
            parted = f"{parted[: word.start]}{meant or word.text}{parted[word.end :]}"
    return parted


@cache
def _written() -> dict[str, str]:
    """Return short forms as people say them, in small letters, with how they are written: "ta", "blir"."""
    return dict(form.split("=") for form in word_list("spoken.forms"))


@cache
def _speller() -> Speller:
    return Speller(dict.fromkeys((word for word in question_words() | OWNERS if len(word) >= SHORTEST), 1))
