"""Questions as they come in: slips, shouting, stray signs, far too long. None may break anything."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answer import Answer
from ingest.errors import QuestionError
from ingest.library import Library

Ask = Callable[..., Answer]

SAME = [
    "hvor mange personer skal være i fleksjob i torup",
    "HVOR MANGE PERSONER SKAL VÆRE I FLEKSJOB I TORUP???",
    "  Hvor mange personer   skal være i\nfleksjob i Torup ?",
    "Hvor mange personer skal være i flexjob i Torup?",
    "Hvor mange personer skal vaere i fleks job i Torup Kommune",
    "Goddag. Hvor mange personer skal være i fleksjob i Torup? På forhånd tak. Mvh.",
    "Torup: hvor mange personer skal være i fleksjob?",
    "hvor mange persner skal være i fleksjob i Torpu Kommune",
]
ODD = [
    "Torup",
    "2024",
    "fleksjob",
    "[1]",
    "\x00\ufeff\u202e",
    "😀 fleksjob 😀",
    "<script>alert(1)</script>",
    "'; DROP TABLE plans; --",
    '"fleksjob" AND (Torup OR *)',
    "fleksjob NEAR/2 Torup",
    "(?P<a>.*)+$ [a-z",
    "{municipalities} {0} %s",
    "hvor mange hvor mange hvor mange",
    "fleksjob " * 200,
    "a" * 2_000,
]

WORDS = [
    *("hvor", "mange", "hvad", "er", "og", "i", "dem", "alle", "kommuner", "hvilke", "sammenlign", "planen"),
    *("fleksjob", "sygedagpenge", "unge", "mål", "Torup", "Klitmark", "Lindevang", "Odense"),
    *("2023", "2025", "ikke", "for", "?", ","),
]


@pytest.mark.parametrize("question", SAME)
def test_the_same_question_in_other_dress_has_the_same_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.citations, answer.text
    assert answer.citations[0].quote.startswith("Mindst 240 personer er i fleksjob")


@pytest.mark.parametrize("question", ODD, ids=[question[:20] for question in ODD])
def test_an_odd_question_breaks_nothing(ask: Ask, library: Library, question: str) -> None:
    check(ask(question), library)


@pytest.mark.parametrize("question", ["a" * 100_000, "fleksjob 010190-1234 " * 200])
def test_a_document_is_no_question(ask: Ask, question: str) -> None:
    with pytest.raises(QuestionError) as refused:
        ask(question)
    assert "010190-1234" not in str(refused.value)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=9,
    ),
    st.lists(st.sampled_from(["Hvad er Torups mål for fleksjob?", "Og i Klitmark?", "2023", ""]), max_size=3),
)
def test_whatever_is_asked_is_proved(ask: Ask, library: Library, said: list[str], history: list[str]) -> None:
    check(ask(" ".join(said), *history), library)


def check(answer: Answer, library: Library) -> None:
    assert answer.text
    assert answer.abstained == (answer.reason is not None) == (answer.citations == ())
    for citation in answer.citations:
        assert library.plan(citation.plan.id).text[citation.start : citation.end] == citation.quote
    if not answer.abstained:
        marks = [int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)]
        assert list(dict.fromkeys(marks)) == list(range(1, len(answer.citations) + 1))
