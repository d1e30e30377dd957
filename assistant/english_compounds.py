"""Two words that are one in Danish: "employment plan" is a beskæftigelsesplan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from assistant.wordlists import light_stems, question_words
from ingest.danish.stems import stem
from ingest.danish.words import fold

LINKS = ("s", "", "e")
"""What holds the parts of a compound together, the commonest first."""
PART = 3
"""Letters that a part has at least."""


def compound(first: Iterable[str], second: Iterable[str], counts: Mapping[str, int]) -> str | None:
    """Return the compound of two words, in any of their Danish words, that the plans hold; None without one.

    ``counts`` are the stems of the plans with how often each stands there.
    """
    heads = [word for word in first if _joins(word)]
    tails = [word for word in second if len(word) >= PART and word.isalpha() and not _asks(word)]
    joined = ((head, f"{head}{link}{tail}") for (head, tail), link in product(product(heads, tails), LINKS))
    # What only looks like an ending makes no other word.
    return next((word for head, word in joined if stem(word) in counts and stem(word) != stem(head)), None)


def _joins(word: str) -> bool:
    return len(word) >= PART and word.isalpha() and not _asks(word) and stem(word) not in light_stems()


def _asks(word: str) -> bool:
    return fold(word) in question_words()
