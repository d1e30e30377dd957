"""Which of the goals read so far may say the same as the next one: those that share a number or a rare word.

It only leaves out what cannot be the same; whether the rest is, is for ``repeats`` to weigh.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

SAME = 0.8
"""Share of common words from which two statements without numbers say the same."""
_NO_WORD = frozenset(("",))
"""Stands for the words of a statement without any: it is like others without any."""


class Likely:
    """The goals of a plan by what they share. Each is asked for before it is added, in the plan's order."""

    def __init__(self, statements: Iterable[frozenset[str]]) -> None:
        """Count in how many of the plan's ``statements`` a word stands: a rare one parts the most."""
        self._often = Counter(word for words in statements for word in words)
        self._by_number: dict[float, list[int]] = defaultdict(list)
        self._by_label: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[tuple[bool, str], list[int]] = defaultdict(list)
        self._by_rarest: dict[tuple[bool, str], list[int]] = defaultdict(list)

    def of(self, words: frozenset[str], value: float | None, label: str | None) -> set[int]:
        """Return the places in order of the goals added that may say the same.

        Numbers are the same within a half. Of two statements, one of which may have no number, all words of
        the shorter stand in the longer, its rarest among them, or ``SAME`` of both are common; then one of
        the rarest of each stands in the other.
        """
        found = set(self._by_label.get(label, ()) if label is not None else ())
        if value is not None:
            for near in (-1, 0, 1):
                found.update(self._by_number.get(value // 1 + near, ()))
        rare = self._rarest_first(words)
        for valued in (False,) if value is not None else (False, True):
            for word in rare[: len(rare) - int(SAME * len(rare)) + 1]:
                found.update(self._by_word.get((valued, word), ()))
            for word in rare:
                found.update(self._by_rarest.get((valued, word), ()))
        return found

    def add(self, n: int, words: frozenset[str], value: float | None, label: str | None) -> None:
        """Add the ``n``-th goal."""
        if label is not None:
            self._by_label[label].append(n)
        if value is not None:
            self._by_number[value // 1].append(n)
        rare = self._rarest_first(words)
        self._by_rarest[value is not None, rare[0]].append(n)
        for word in rare:
            self._by_word[value is not None, word].append(n)

    def _rarest_first(self, words: frozenset[str]) -> Sequence[str]:
        return sorted(words or _NO_WORD, key=lambda word: (self._often[word], word))
