"""Which language a question is asked in."""

from __future__ import annotations

from ingest.danish.lists import word_list
from ingest.danish.words import tokens

_ENGLISH = word_list("language.english")
_DANISH = word_list("language.danish")


def is_english(text: str) -> bool:
    """Say whether a short text is English rather than Danish, by its function words; in doubt it is not."""
    found = [word.lower() for word in tokens(text)]
    return sum(word in _ENGLISH for word in found) > sum(word in _DANISH for word in found)
