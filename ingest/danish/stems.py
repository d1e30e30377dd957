"""Stems: the form under which the inflections of a word are found."""

from __future__ import annotations

from functools import lru_cache

from snowballstemmer import stemmer

from ingest.danish.words import fold, tokens

_SIGNS = {"%": "procent", "pct": "procent"}
_SNOWBALL = stemmer("danish")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of ``word``; numbers and words with digits stay as they are."""
    key = fold(word.replace("’", "'").removesuffix("'s"))
    key = _SIGNS.get(key, key)
    if not key.isalpha():
        return key
    return str(_SNOWBALL.stemWord(key))


def terms(text: str) -> list[str]:
    """Return the stems of all words of ``text``, question words among them."""
    return [stem(word) for word in tokens(text)]
