"""What is long and odd is read once, not for every text that may answer, and a document not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from assistant import assistant, doers, parts
from assistant.answer import Answer
from assistant.collection import Collection
from assistant.dialogue import Said, said
from assistant.spelling import corrected
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.danish.spelling import Speller
from ingest.library import Library
from ingest.plan import BlockKind

TEXTS = [f"Der var {count} på holdet, og Jytte Sandholm stod for det." for count in range(20, 60)]


@dataclass
class Counting:
    """A pattern that counts how often it is asked."""

    asked: list[str] = field(default_factory=list)

    def search(self, text: str) -> None:
        self.asked.append(text)


def test_a_question_for_a_part_is_read_once(
    understood: Callable[..., Understanding], monkeypatch: pytest.MonkeyPatch
) -> None:
    pattern = Counting()
    monkeypatch.setattr(parts, "_ASKS", pattern)
    question = "hvor mange af " * 140
    concepts = understood(question).concepts
    pattern.asked.clear()
    for text in TEXTS:
        unit = Unit("p", 0, len(text), BlockKind.PARAGRAPH, text, ())
        assert not parts.only_the_whole(unit, f"{question}dem", concepts)
        assert not parts.asks_for_part(f"{question}dem")
    assert pattern.asked == [f"{question}dem"]


def test_a_question_for_a_doer_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = Counting()
    monkeypatch.setattr(doers, "_ASKS_FOR_WHOM", pattern)
    question = "og hvem " * 240
    assert {doers.does(text, question) for text in TEXTS} == {1.0}
    assert pattern.asked == [question]


def test_a_word_is_spelled_once_however_often_it_is_said(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    correct = Speller.correct
    monkeypatch.setattr(Speller, "correct", lambda self, word: (asked.append(word), correct(self, word))[1])
    assert corrected("blorpfik æ " * 100, Collection(library)) == "blorpfik æ " * 100
    assert asked.count("blorpfik") == 1


def test_an_earlier_document_is_not_read(ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(text: str) -> Said:
        read.append(text)
        return said(text)

    monkeypatch.setattr(assistant, "said", noted)
    document = "Vi skriver til jer om fleksjob. " * 1_500
    assert ask("Hvor mange personer skal være i fleksjob i Torup?", document).citations
    assert document not in read
