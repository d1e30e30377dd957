"""BM25 over Danish stems: what the embedding model is measured beside."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.training.tokens import stems

K1, B = 1.2, 0.75


class BM25:
    """Scores all documents for a query."""

    def __init__(self, documents: Sequence[str]) -> None:
        bags = [Counter(stems(document)) for document in documents]
        lengths = np.array([bag.total() for bag in bags], dtype=np.float64)
        self._norms = K1 * (1 - B + B * lengths / lengths.mean())
        self._postings: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, bag in enumerate(bags):
            for stem, times in bag.items():
                self._postings[stem].append((number, times))

    def scores(self, query: str) -> NDArray[np.float64]:
        """Return one score a document."""
        total = np.zeros(len(self._norms))
        for stem in set(stems(query)) & self._postings.keys():
            numbers, times = np.array(self._postings[stem]).T
            rarity = math.log(1 + (len(total) - len(numbers) + 0.5) / (len(numbers) + 0.5))
            total[numbers] += rarity * times * (K1 + 1) / (times + self._norms[numbers])
        return total


def standardised(scores: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the scores with mean 0 and deviation 1, so that two kinds of scores can be added."""
    values = scores.astype(np.float64)
    result: NDArray[np.float64] = (values - values.mean()) / (values.std() or 1.0)
    return result
