"""Lines to one line: words that a line end broke are made whole, compounds keep their hyphens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.reading.characters import one_line

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST = re.compile(r"[^\W\d_]+")
_SUSPENDED = re.compile(r"(?:og|eller|samt|til|hhv\.|henholdsvis|m\.v\.|mv\.)\b")


class Vocabulary:
    """How often each word stands whole in the document: the evidence for what a broken word was."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts = Counter(word.lower() for line in lines for word in _WORD.findall(_inner(line)))

    def prefers_hyphen(self, left: str, right: str) -> bool:
        """Say whether "left-right" is written with its hyphen elsewhere, and more often than without."""
        joined, hyphened = (left + right).lower(), f"{left}-{right}".lower()
        return self._counts[hyphened] > self._counts[joined]


def _inner(line: str) -> str:
    """Drop the part of a word at the line's end that a hyphen cut off."""
    return line.rsplit(maxsplit=1)[0] if line.endswith("-") and " " in line else line


def join_lines(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the lines as one, word for word."""
    whole = lines[0].rstrip() if lines else ""
    for line in lines[1:]:
        whole = _join(whole, line.strip(), vocabulary)
    return one_line(whole)


def _join(left: str, right: str, vocabulary: Vocabulary) -> str:
    if left.endswith("\u00ad"):
        return left[:-1] + right
    last, first = _LAST.search(left), _FIRST.match(right)
    if not last or not first:
        between_digits = left[-2:-1].isdigit() and left.endswith("-") and right[:1].isdigit()
        return f"{left}{'' if between_digits else ' '}{right}"
    if _SUSPENDED.match(right) or (first[0][0].isupper() and last[1].islower()):
        return f"{left} {right}"
    if _keeps_hyphen(last[1], first[0], vocabulary):
        return left + right
    return left[:-1] + right


def _keeps_hyphen(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """A single letter, an abbreviation or a capital after the hyphen marks a compound written with one."""
    stem = left.rsplit("-", 1)[-1]
    if len(stem) == 1 or (stem.isupper() and len(stem) > 1) or right[0].isupper():
        return True
    return vocabulary.prefers_hyphen(stem, right)
