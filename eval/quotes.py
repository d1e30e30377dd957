"""Where a quote stands in a text, whatever layout did to its spaces, hyphens and quotation marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_IGNORED = frozenset("-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\"'`´’‘‚‛“”„‟«»‹›\ufeff\u200b")


def squash(text: str) -> str:
    """Return ``text`` as quotes are compared: NFC, without whitespace, hyphens and quotation marks."""
    return _squashed(text)[0]


def find(quote: str, text: str) -> tuple[int, int] | None:
    """Return the (start, end) of the first place in ``text`` where ``quote`` stands, or None."""
    return next(find_all(quote, text), None)


def find_all(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield each (start, end) in ``text`` where ``quote`` stands, first to last, without overlap."""
    wanted = squash(quote)
    there, starts, ends = _squashed(text)
    at = there.find(wanted) if wanted else -1
    while at >= 0:
        last = at + len(wanted) - 1
        yield starts[at], ends[last]
        at = there.find(wanted, last + 1)


def holds(text: str, quote: str) -> bool:
    """Say whether ``quote`` stands in ``text``."""
    return find(quote, text) is not None


@lru_cache(maxsize=256)
def _squashed(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return the squashed text and where, in ``text``, each of its characters starts and ends."""
    kept = [
        (character, offset, offset + len(cluster))
        for offset, cluster in _clusters(text)
        for character in unicodedata.normalize("NFC", cluster)
        if not character.isspace() and character not in _IGNORED
    ]
    characters, starts, ends = zip(*kept, strict=True) if kept else ((), (), ())
    return "".join(characters), starts, ends


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character with the combining marks that follow it: only together do they become NFC."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        yield from enumerate(text)
        return
    start = 0
    for offset in range(1, len(text) + 1):
        if offset == len(text) or not unicodedata.combining(text[offset]):
            yield start, text[start:offset]
            start = offset
