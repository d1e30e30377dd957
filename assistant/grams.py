"""Character n-grams: they meet where words are inflected, joined or misspelled in ways no rule foresaw."""

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
    """TF-IDF over the character 3- to 5-grams of some texts; only a question's own grams are ever counted."""

    texts: Mapping[K, str]

    @classmethod
    def of(cls, texts: Mapping[K, str]) -> GramIndex[K]:
        """Make ``texts`` ready to be searched."""
        return cls({key: padded(text) for key, text in texts.items()})

    def scores(self, question: str) -> dict[K, float]:
        """Return how much of the question's gram weight each text holds, with its own weight evened out."""
        weights = dict.fromkeys(self.texts, 0.0)
        for gram in grams(question):
            found = {key: times(gram, text) for key, text in self.texts.items() if gram in text}
            if found:
                idf = math.log((1 + len(self.texts)) / len(found))
                for key, count in found.items():
                    weights[key] += (1.0 + math.log(count)) * idf * idf
        return {key: weight / math.sqrt(_gram_count(self.texts[key]) or 1) for key, weight in weights.items()}


@lru_cache(maxsize=4_096)
def padded(text: str) -> str:
    """Return the words of a text in lower case, with a space before and after each."""
    return " " + " ".join(re.findall(r"[^\W_]+", text.lower())) + " "


def grams(text: str) -> Mapping[str, int]:
    """Return the character n-grams of a text with a space at each word's ends."""
    words = padded(text)
    return Counter(words[i : i + n] for n in SIZES for i in range(len(words) - n + 1))


def times(gram: str, text: str) -> int:
    """Return how often a gram stands in a text, also where two share letters."""
    count = 0
    at = text.find(gram)
    while at >= 0:
        count += 1
        at = text.find(gram, at + 1)
    return count


def _gram_count(text: str) -> int:
    return sum(max(0, len(text) - n + 1) for n in SIZES)
