"""What a misspelled question means to say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.asked import AnswerKind
from assistant.understanding import Understanding


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hvornar", "hvornår"),
        ("arbejdslos", "arbejdsløs"),
        ("efterrløn", "efterløn"),
        ("nyancommen", "nyankommen"),
        ("Hvornaar", "Hvornaar"),
        ("vem", "hvem"),
        ("vor mange", "hvor mange"),
        ("hva", "hvad"),
        ("mal", "mål"),
        ("pa", "på"),
    ],
)
def test_a_slip_of_the_pen_is_put_right(
    understood: Callable[..., Understanding], typed: str, meant: str
) -> None:
    assert understood(f"{typed} er der i Torup").text == f"{meant} er der i Torup"


@pytest.mark.parametrize(
    "text",
    [
        "Hvad gør Torup for bange unge?",
        "Er min far i Torup?",
        "Vis målene i Torup",
        "Går der en bus om morgenen i Torup?",
        "Skriv, hvordan unge følte sig klædt på i Torup",
        "Hvad gør Torup ved mal?",
        "Hvad er Trup Kommunes mål?",
        "Hvad betyder KLXZ i 2024?",
    ],
)
def test_what_is_no_slip_stays(understood: Callable[..., Understanding], text: str) -> None:
    assert understood(text).text == text


def test_a_misspelled_question_word_asks_what_it_asks(understood: Callable[..., Understanding]) -> None:
    assert understood("hvornar begynder kurset i Torup?").kind is AnswerKind.DATE
