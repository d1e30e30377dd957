"""The marks [1] in an answer, and which sentence of it they belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.danish.sentences import sentences

_MARK = re.compile(r"\s*\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an answer without its marks, and the numbers of the citations that it carries."""

    text: str
    marks: tuple[int, ...]


def without_marks(answer: str) -> str:
    """Return the answer as it reads, without [1]."""
    return _MARK.sub("", answer)


def statements(answer: str) -> tuple[Statement, ...]:
    """Split an answer into sentences, each with the marks that stand in it or right after it."""
    plain = without_marks(answer)
    spans = [span for span in sentences(plain) if any(map(str.isalnum, plain[slice(*span)]))]
    marked: list[list[int]] = [[] for _ in spans]
    for mark, place in _marks(answer):
        before = [n for n, (start, _) in enumerate(spans) if start < place]
        if before:
            marked[before[-1]].append(mark)
    return tuple(
        Statement(plain[slice(*span)], tuple(marks)) for span, marks in zip(spans, marked, strict=True)
    )


def _marks(answer: str) -> list[tuple[int, int]]:
    """Return each mark's number, and where it stood in the answer without marks."""
    places: list[tuple[int, int]] = []
    removed = 0
    for found in _MARK.finditer(answer):
        places.append((int(found[1]), found.start() - removed))
        removed += len(found.group())
    return places
