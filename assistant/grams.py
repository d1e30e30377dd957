"""Character n-grams: they meet where words are inflected, compounded or misspelled in ways no rule foresaw."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

SIZES = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class GramIndex(Generic[K]):
    """TF-IDF over the character 3- to 5-grams of some texts."""

    counts: Mapping[K, Mapping[str, int]]
    frequency: Mapping[str, int]

    @classmethod
    def of(cls, texts: Mapping[K, str]) -> GramIndex[K]:
        """Count the grams of ``texts``."""
        counts = {key: grams(text) for key, text in texts.items()}
        frequency: Counter[str] = Counter()
        for found in counts.values():
            frequency.update(found.keys())
        return cls(counts, frequency)

    def scores(self, question: str) -> dict[K, float]:
        """Return how much of the question's gram weight each text holds, with its own weight evened out."""
        wanted = {gram: self._idf(gram) for gram in grams(question) if gram in self.frequency}
        return {
            key: sum(
                (1.0 + math.log(found[gram])) * idf * idf for gram, idf in wanted.items() if gram in found
            )
            / math.sqrt(sum(found.values()) or 1)
            for key, found in self.counts.items()
        }

    def _idf(self, gram: str) -> float:
        return math.log((1 + len(self.counts)) / self.frequency[gram])


@lru_cache(maxsize=4_096)
def grams(text: str) -> Mapping[str, int]:
    """Return the character n-grams of a text with a space at each word's ends."""
    padded = " " + " ".join(re.findall(r"[^\W_]+", text.lower())) + " "
    return Counter(padded[i : i + n] for n in SIZES for i in range(len(padded) - n + 1))
