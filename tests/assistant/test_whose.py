"""A turn of a place and small words: the same of others instead, of some fewer, or of some more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.understanding import Understanding

Read = Callable[..., Understanding]
FLEX = "Hvad er målet for fleksjob i Klitmark?"
BOTH = "Sammenlign målene for fleksjob i Klitmark og Torup"


@pytest.mark.parametrize(
    "turn",
    [
        "ok, men i Torup i stedet for",
        "prøv lige med Torup",
        "nej, jeg mente Torup alligevel",
        "kun Torup",
        "tag Torup i stedet",
        "hvad så med Torup nu igen",
        "try Torup instead",
    ],
)
def test_small_words_around_a_place_ask_for_nothing(
    understood: Read, ask: Callable[..., Answer], turn: str
) -> None:
    read = understood(turn, FLEX)
    assert (read.municipalities, read.own_subject) == (("Torup",), ())
    assert "240" in ask(turn, FLEX).text


@pytest.mark.parametrize(
    ("turn", "before", "asked"),
    [
        ("fjern Klitmark", BOTH, {"Torup"}),
        ("uden Torup", BOTH, {"Klitmark"}),
        ("ikke Torup", BOTH, {"Klitmark"}),
        ("kun Torup", BOTH, {"Torup"}),
        ("tilføj Lindevang", BOTH, {"Klitmark", "Torup", "Lindevang"}),
        ("tag også Torup med", FLEX, {"Torup"}),
        ("fjern Klitmark", FLEX, {"Klitmark"}),
    ],
)
def test_places_are_taken_out_of_a_comparison_and_into_it(
    understood: Read, turn: str, before: str, asked: set[str]
) -> None:
    assert set(understood(turn, before).municipalities) == asked


def test_one_less_of_all_leaves_the_others(understood: Read) -> None:
    left = understood("fjern Torup", "Hvem har flest i fleksjob?")
    assert "Klitmark" in left.municipalities
    assert "Torup" not in left.municipalities
    assert not left.everywhere


@pytest.mark.parametrize(
    "turn", ["Hvad gør Torup for ledige?", "Har Torup ikke en café?", "prøv cykler i Torup"]
)
def test_a_turn_that_says_more_asks_it(understood: Read, turn: str) -> None:
    assert understood(turn, FLEX).own_demands
