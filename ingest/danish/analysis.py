"""One call that gives everything the lexical index knows about a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ingest.danish.compounds import inner
from ingest.danish.stems import stem
from ingest.danish.words import fold, tokens

BEGINNING = 5
"""Letters by which stems that may be of one family are looked up."""


@dataclass(frozen=True)
class Analysis:
    """The terms of a text with how often they stand there, in three fields that are weighed apart.

    ``stems`` holds every word, ``parts`` the parts of compounds, ``folded`` every word as it is inflected.
    """

    stems: Counter[str]
    parts: Counter[str]
    folded: Counter[str]

    @cached_property
    def beginning(self) -> Mapping[str, Sequence[str]]:
        """Return the stems by their first letters, the short ones left out."""
        found: dict[str, list[str]] = {}
        for each in self.stems:
            if len(each) >= BEGINNING:
                found.setdefault(each[:BEGINNING], []).append(each)
        return found

    @property
    def length(self) -> int:
        """Return the number of words."""
        return self.stems.total()


def analyse(text: str) -> Analysis:
    """Return the terms of ``text`` with their counts."""
    counted = Counter(tokens(text))
    stems: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    folded: Counter[str] = Counter()
    for word, times in counted.items():
        key, root, pieces = _forms(word)
        folded[key] += times
        stems[root] += times
        for piece in pieces:
            parts[piece] += times
    return Analysis(stems, parts, folded)


@lru_cache(maxsize=200_000)
def _forms(word: str) -> tuple[str, str, tuple[str, ...]]:
    return fold(word), stem(word), tuple(stem(piece) for piece in inner(word))
