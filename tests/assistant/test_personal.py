"""A personal number, and what is said of its owner, keeps no question from its answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.understanding import Understanding
from ingest.privacy import mask_cpr

NUMBERS = ["010190-1234", "0101901234", "010190 1234", "01.01.90-1234"]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange skal være i fleksjob i Torup i 2024? Borgerens cpr-nummer er {}.",
        "Mit personnummer er {}, hvor mange skal være i fleksjob i Torup i 2024",
        "Jeg sidder med en sag (cpr {}). Hvor mange skal være i fleksjob i Torup i 2024?",
        "Hvor mange skal være i fleksjob i Torup i 2024 cpr {}",
    ],
)
def test_the_rest_of_the_question_is_answered(ask: Callable[..., Answer], question: str, number: str) -> None:
    alone = ask("Hvor mange skal være i fleksjob i Torup i 2024?")
    answer = ask(question.format(number))
    assert not alone.abstained
    assert (answer.abstained, answer.text) == (False, alone.text)
    assert number not in answer.text


@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_told_of_a_person_is_not_demanded(
    understood: Callable[..., Understanding], number: str
) -> None:
    text = mask_cpr(f"En tømrer med cpr {number} er kørt træt. Hvad er målet for fleksjob i Torup?")[0]
    found = {concept.word: concept.gist for concept in understood(text).concepts}
    assert found["tømrer"] == found["træt"] == 0.0
    assert found["fleksjob"] == 1.0
    assert not any("x" in word.lower() or word == "cpr" for word in found if word != "fleksjob")


def test_the_word_for_the_number_is_asked_about_where_no_number_stands(
    understood: Callable[..., Understanding],
) -> None:
    assert "personnummer" in [c.word for c in understood("Hvem må se et personnummer i Torup?").concepts]
