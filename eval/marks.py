"""The marks [1] in an answer, and which sentence of it rests on which citation."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\s*\[(\d+)\]")
_MARKS = re.compile(r"(?:\s*\[\d+\])+")
_STOP = re.compile(r"\n+|[.!?][\"'”»)]*(?P<marks>(?:\s*\[\d+\])*)\s+(?=[A-ZÆØÅ0-9\"”„«(•–-])")
_NO_STOP = re.compile(
    r"(?:\b(?:bl\.a|ca|f\.eks|fx|evt|inkl|jf|kl|m\.fl|mio|m\.v|nr|pct|pr|s|stk|vedr)|\b\d{1,2})\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an answer without its marks, and the numbers of the citations it rests on."""

    text: str
    marks: tuple[int, ...]


def without_marks(answer: str) -> str:
    """Return the answer as it reads, without [1]."""
    return _MARK.sub("", answer)


def statements(answer: str) -> tuple[Statement, ...]:
    """Split an answer into sentences, each with the marks that stand in it or right after it."""
    found = (
        Statement(without_marks(sentence).strip(), tuple(int(mark) for mark in _MARK.findall(sentence)))
        for sentence in _sentences(answer)
    )
    return tuple(each for each in found if any(character.isalnum() for character in each.text))


def _sentences(answer: str) -> list[str]:
    sentences: list[str] = []
    start = 0
    for stop in _STOP.finditer(answer):
        if stop["marks"] or not _NO_STOP.search(answer[start : stop.start() + 1]):
            sentences.append(answer[start : stop.end()])
            start = stop.end()
    return _marks_to_the_left([*sentences, answer[start:]])


def _marks_to_the_left(sentences: list[str]) -> list[str]:
    """Move marks that begin a sentence ("... 2030.\\n[1] Næste") to the sentence they follow."""
    moved: list[str] = []
    for sentence in sentences:
        leading = _MARKS.match(sentence)
        if leading and moved:
            moved[-1] += leading.group()
            sentence = sentence[leading.end() :]
        moved.append(sentence)
    return moved
