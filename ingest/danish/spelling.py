"""What a misspelled word was meant to be, among the words that the plans and the language know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log

from rapidfuzz.distance import OSA

from ingest.danish.words import fold, plain, words

SHORTEST = 5
"""Letters from which a word is long enough to be guessed."""
TWO_SLIPS = 9
"""Letters from which two slips are allowed."""


class Speller:
    """Finds the known word nearest to an unknown one. ``vocabulary`` holds words with how often they stand."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._times: dict[str, int] = {}
        self._written: dict[str, str] = {}
        self._deletions: dict[str, list[str]] = defaultdict(list)
        for word, times in vocabulary.items():
            self._learn(word, times)

    def _learn(self, word: str, times: int) -> None:
        key = fold(word)
        if times > self._times.get(key, 0):
            self._written[key] = word
        self._times[key] = self._times.get(key, 0) + times
        if key.isalpha():
            for reduced in _signatures(plain(key)):
                self._deletions[reduced].append(key)

    def knows(self, word: str) -> bool:
        """Say whether ``word`` stands in the vocabulary, however its å, æ and ø are written."""
        return fold(word) in self._times

    def correct(self, word: str) -> str | None:
        """Return the known word that ``word`` misspells by one or two slips, or None where there is no need or hope."""
        key = fold(word)
        if len(key) < SHORTEST or not key.isalpha() or self.knows(word):
            return None
        ranked = sorted((self._distance(key, candidate), candidate) for candidate in self._candidates(key))
        if not ranked or ranked[0][0] > _allowed(key) + _FREQUENCY:
            return None
        return self._written[ranked[0][1]]

    def _candidates(self, key: str) -> set[str]:
        return {found for reduced in _signatures(plain(key)) for found in self._deletions.get(reduced, ())}

    def _distance(self, key: str, candidate: str) -> float:
        """Return the slips between two words; frequent words come a little nearer, a wrong first letter farther."""
        letters = float(OSA.distance(plain(key), plain(candidate)))
        danish = 0.3 * min(2, OSA.distance(key, candidate)) if plain(key) == plain(candidate) else 0.0
        if letters > _allowed(key):
            return 99.0
        start = 0.5 if key[0] != candidate[0] else 0.0
        return letters + danish + start + _FREQUENCY / (1 + log(1 + self._times[candidate]))

    def joined(self, text: str) -> list[str]:
        """Return the known words that stand in ``text`` as two: "job center" gives "jobcenter"."""
        found = words(text)
        pairs = [
            fold(left.text + link + right.text)
            for left, right in zip(found, found[1:], strict=False)
            for link in ("", "s")
            if text[left.end : right.start] == " " and left.text.isalpha() and right.text.isalpha()
        ]
        return [self._written[pair] for pair in pairs if len(pair) >= SHORTEST and pair in self._times]


_FREQUENCY = 0.4


def _allowed(key: str) -> int:
    return 2 if len(key) >= TWO_SLIPS else 1


def _signatures(key: str) -> Iterable[str]:
    """Return ``key`` and what is left of its first letters when up to two are taken out.

    Words within two slips share at least one; only the first eight letters are looked at, as in SymSpell.
    """
    head = key[:8]
    once = {head[:i] + head[i + 1 :] for i in range(len(head))}
    if len(key) < TWO_SLIPS - 1:
        return {head, *once}
    return {head, *once, *(part[:i] + part[i + 1 :] for part in once for i in range(len(part)))}
