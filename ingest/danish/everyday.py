"""Words that the language knows, also where no law and no plan holds them."""

from __future__ import annotations

from functools import cache

import corpus
from ingest.danish.compounds import base
from ingest.danish.lexicon import read
from ingest.danish.stems import stem
from ingest.danish.words import fold


def is_word(word: str) -> bool:
    """Say whether ``word`` is, or regularly inflects, a word of the lexicon or of daily life."""
    key = fold(word)
    known = base(key, read())
    # "Leder" is no form of "led": what the stems keep apart is another word.
    inflected = known is not None and stem(known) == stem(key)
    return key in read().times or inflected or stem(key) in _stems()


@cache
def _stems() -> frozenset[str]:
    """Return the stems of ``corpus/everyday_words``."""
    return frozenset(
        stem(word) for word in (corpus.ROOT / "everyday_words").read_text(encoding="utf-8").split()
    )
