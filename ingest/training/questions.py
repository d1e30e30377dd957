"""Question sets over plans, made ready for measuring a ranking: passages, scopes and right passages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.danish.sentences import sentences
from ingest.training.written import municipalities

PASSAGE = 800
"""Characters of a passage; questions are asked over passages, not over plans."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage of a plan."""

    document: str
    text: str

    @property
    def sentences(self) -> list[str]:
        """Return its sentences."""
        return [self.text[start:end] for start, end in sentences(self.text)] or [self.text]


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """A question and the chunks that hold its answer, among those it was put to."""

    text: str
    scope: NDArray[np.int64]
    right: frozenset[int]


def chunks(folder: Path) -> list[Chunk]:
    """Return the plans' texts in passages of whole paragraphs."""
    return [
        Chunk(path.stem, text)
        for path in sorted(folder.glob("*.txt"))
        for text in _passages(path.read_text(encoding="utf-8").replace("\f", "\n\n"))
    ]


def _passages(text: str) -> Iterator[str]:
    held = ""
    for line in re.split(r"\n\s*\n|(?<=[.:])\n", text):
        if held and len(held) + len(line) > PASSAGE:
            yield held
            held = ""
        held = f"{held}\n{line}".strip()
    if held:
        yield held


def read_set(path: Path, passages: list[Chunk]) -> Iterator[PlanQuestion]:
    """Return the questions of a set that have an answer and no history, scoped by the place they name."""
    documents = np.array([chunk.document for chunk in passages])
    squeezed = [_squeezed(chunk.text) for chunk in passages]
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        named = [name for name in sorted(set(documents)) if _names(row["question"], name)]
        scope = np.flatnonzero(np.isin(documents, named or documents))
        quotes = [(proof["document"], _squeezed(proof["quote"])[:40]) for proof in row["evidence"]]
        right = {
            place
            for place in scope.tolist()
            if any(documents[place] == document and quote in squeezed[place] for document, quote in quotes)
        }
        if row["answerable"] and not row["history"] and right:
            yield PlanQuestion(row["question"], scope, frozenset(right))


def without_places(text: str) -> str:
    """Return a question without the municipality that it names: the name says where to look, not for what."""
    names = "|".join(map(re.escape, municipalities()))
    return re.sub(rf"(?i)\b(?:i )?(?:{names})s?\b(?: kommunes?\b)?", " ", text)


def _names(question: str, document: str) -> bool:
    return document.partition("-")[0] in re.sub("ø", "oe", question.lower())


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())
