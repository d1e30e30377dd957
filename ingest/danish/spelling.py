"""What a misspelled word was meant to be, among the words that the plans and the language know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ingest.danish.words import fold, plain, words

SHORTEST = 5
"""Letters from which a word is long enough to be guessed."""
TWO_SLIPS = 9
"""Letters from which two slips are allowed."""
ONE, TWO = 1, 2
_FIRST_LETTER = 0.5
_DANISH_LETTER = 0.3
_RARE = 0.9


def likeness(written: str, meant: str) -> float:
    """Return the share of a word's letters that stand as they were written, from 0 to 1."""
    key, other = fold(written), fold(meant)
    return 1.0 - float(OSA.distance(key, other)) / max(len(key), len(other), 1)


class Speller:
    """Finds the known word nearest to an unknown one, by a vocabulary of words and their counts."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._times: dict[str, int] = {}
        self._written: dict[str, str] = {}
        for word, times in vocabulary.items():
            key = fold(word)
            if key not in self._times or times > vocabulary[self._written[key]]:
                self._written[key] = word
            self._times[key] = self._times.get(key, 0) + times
        self._typed: dict[str, str] = {}
        for key in sorted(self._times, key=lambda key: self._times[key]):
            self._typed[plain(key)] = key
        self._by_length: dict[int, dict[str, str]] = defaultdict(dict)
        for key in self._times:
            if key.isalpha():
                self._by_length[len(key)][key] = plain(key)

    def knows(self, word: str) -> bool:
        """Say whether ``word`` stands in the vocabulary, however its å, æ and ø are written."""
        return fold(word) in self._times

    def typed(self, word: str) -> str | None:
        """Return the known word that ``word`` is on a keyboard without æ, ø and å: "arbejdslos"."""
        key = fold(word)
        meant = self._typed.get(plain(word))
        # An æ, ø or å that was typed is one that is meant.
        kept = meant is not None and all(a == b for a, b in zip(key, meant, strict=True) if a in "æøå")
        return self._written[meant] if meant is not None and kept and meant != key else None

    def correct(self, word: str) -> str | None:
        """Return the known word that ``word`` misspells by one or two slips, or None."""
        key = fold(word)
        if len(key) < SHORTEST or not key.isalpha() or self.knows(word):
            return None
        ranked = sorted((self._distance(key, candidate), candidate) for candidate in self._candidates(key))
        return self._written[ranked[0][1]] if ranked else None

    def _candidates(self, key: str) -> list[str]:
        allowed = TWO if len(key) >= TWO_SLIPS else ONE
        return [
            str(found[2])
            for length in range(max(SHORTEST - 1, len(key) - allowed), len(key) + allowed + 1)
            for found in process.extract(
                plain(key), self._by_length[length], scorer=OSA.distance, score_cutoff=allowed, limit=None
            )
        ]

    def _distance(self, key: str, candidate: str) -> float:
        """Return the slips between two words; a wrong first letter and a rare word are less likely."""
        letters = float(OSA.distance(plain(key), plain(candidate)))
        danish = _DANISH_LETTER * (OSA.distance(key, candidate) - letters)
        start = _FIRST_LETTER if plain(key)[0] != plain(candidate)[0] else 0.0
        return letters + danish + start + _RARE / (1 + log(1 + self._times[candidate]))

    def joined(self, text: str) -> list[str]:
        """Return the known words that stand in ``text`` as two: "job center" gives "jobcenter"."""
        pairs = [
            fold(left.text + link + right.text)
            for left, right in pairwise(words(text))
            for link in ("", "s")
            if text[left.end : right.start] == " " and left.text.isalpha() and right.text.isalpha()
        ]
        return [self._written[pair] for pair in pairs if len(pair) > SHORTEST and pair in self._times]
