"""The words that Danish is known by here, and how often each begins or ends a compound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import corpus
from ingest.danish.words import fold


@dataclass(frozen=True)
class Lexicon:
    """Words with three counts: in running text, as a part that others follow, and as a last part."""

    times: Mapping[str, int]
    first: Mapping[str, int]
    last: Mapping[str, int]

    @cached_property
    def first_total(self) -> int:
        """Return how many first parts were counted."""
        return sum(self.first.values()) + 1

    @cached_property
    def last_total(self) -> int:
        """Return how many last parts were counted."""
        return sum(self.last.values()) + 1


@cache
def read() -> Lexicon:
    """Return the lexicon of ``corpus/words``, its words folded."""
    times: dict[str, int] = {}
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for line in (corpus.ROOT / "words").read_text(encoding="utf-8").splitlines():
        word, running, begins, ends = line.split("\t")
        key = fold(word)
        for counts, written in ((times, running), (first, begins), (last, ends)):
            if written != "0":
                counts[key] = counts.get(key, 0) + int(written)
    return Lexicon(times, first, last)


def lexicon() -> Mapping[str, int]:
    """Return the known words, folded, with how often each stands in the text they were counted in."""
    return read().times
