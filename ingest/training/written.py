"""The texts written for training: words that mean the same, and questions with the sentence that answers."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from random import Random

import corpus
from ingest.training.tokens import SHORTEST, WORD, stems

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``start:end`` of a sentence that name one of the concepts."""

    start: int
    end: int
    others: tuple[str, ...]
    """What else the concept is called."""


class Concepts:
    """Groups of words and phrases that mean the same or nearly so."""

    def __init__(self, groups: list[tuple[str, ...]]) -> None:
        self.groups = groups
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._stems: dict[str, str] = {}
        names: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for group in groups:
            for name in group:
                key = tuple(self._stem(word) for word in WORD.findall(name))
                names[key] += [other for other in group if other != name]
        self._names = {key: tuple(others) for key, others in names.items() if len("".join(key)) >= SHORTEST}
        self._longest = max(map(len, self._names), default=0)

    def mentions(self, words: list[str]) -> list[Mention]:
        """Return where the words name a concept, the longest name first, none overlapping."""
        keys = [self._stem(word) for word in words]
        found, start = [], 0
        while start < len(keys):
            end = next((end for end in self._ends(keys, start)), None)
            if end is not None:
                found.append(Mention(start, end, self._names[tuple(keys[start:end])]))
            start = end or start + 1
        return found

    def reworded(self, words: list[str], random: Random, share: float) -> list[str]:
        """Return the words with ``share`` of the concepts in them called something else."""
        said = list(words)
        for mention in reversed(self.mentions(words)):
            if random.random() < share:
                said[mention.start : mention.end] = random.choice(mention.others).split()
        return said

    def _ends(self, keys: list[str], start: int) -> list[int]:
        ends = range(min(len(keys), start + self._longest), start, -1)
        return [end for end in ends if tuple(keys[start:end]) in self._names]

    def _stem(self, word: str) -> str:
        if word not in self._stems:
            self._stems[word] = " ".join(stems(word))
        return self._stems[word]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in everyday words, and a sentence in a plan's words that answers it."""

    question: str
    sentence: str


def read_concepts() -> Concepts:
    """Return the concepts of ``concepts.txt``."""
    return Concepts([tuple(name.strip() for name in line.split(";")) for line in _lines("concepts.txt")])


def read_questions() -> list[Asked]:
    """Return the pairs of ``questions.txt``."""
    halves = (line.split("|") for line in _lines("questions.txt"))
    return [Asked(question.strip(), sentence.strip()) for question, sentence in halves]


def read_held_out() -> list[tuple[str, list[str]]]:
    """Return questions that are never trained on, each with parts of the names of the acts that answer it."""
    halves = (line.split("|") for line in _lines("held_out.txt"))
    return [(question.strip(), [act.strip() for act in acts.split(";")]) for question, acts in halves]


def municipalities() -> list[str]:
    """Return the names of the municipalities."""
    with (corpus.ROOT / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return [row["name"] for row in csv.DictReader(file)]


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
