"""Which language a question is asked in."""

from __future__ import annotations

from ingest.danish.english import english
from ingest.danish.everyday import is_word
from ingest.danish.lists import word_list
from ingest.danish.words import tokens

_ENGLISH = word_list("language.english")
_DANISH = word_list("language.danish")


def is_english(text: str) -> bool:
    """Say whether a short text is English rather than Danish, by its function words or else by the others."""
    found = [word.lower() for word in tokens(text)]
    here, there = sum(word in _ENGLISH for word in found), sum(word in _DANISH for word in found)
    return here > there if here != there else _is_foreign(found)


def _is_foreign(found: list[str]) -> bool:
    """Say whether no fewer words are English alone than Danish alone: "sick leave targets"."""
    read = [(word not in (english().meaning([word]) or (word,)), is_word(word)) for word in found]
    foreign = read.count((True, False))
    return foreign > 0 and foreign >= read.count((False, True))
