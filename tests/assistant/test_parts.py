"""A part of a whole: which numbers are of those asked about, and which are of all."""

from collections.abc import Callable

import pytest

from assistant.parts import asks_for_part, only_repeats, only_the_whole, tells_part
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.plan import BlockKind

Understood = Callable[..., Understanding]


def unit(text: str) -> Unit:
    return Unit("p", 0, len(text), BlockKind.PARAGRAPH, text, ())


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Der var 74, og 51 af dem cykler.", True),
        ("Vi fik 118 breve, heraf 96 fra Torup.", True),
        ("Fem er ansat, hvoraf to er vikarer.", True),
        ("Af de 36, der var med, cykler 21.", True),
        ("Der var 74 med.", False),
        ("1" * 20_000, False),
        (f"{'1' * 20_000} af dem cykler.", True),
    ],
)
def test_a_part_is_told_as_one(text: str, part: bool) -> None:
    assert tells_part(text) is part


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Hvor mange af deltagerne kom i job?", True),
        ("hvor mange af de 60 sangere bor i Torup", True),
        ("Hvor mange deltagere kom i job?", False),
        ("Hvor stor en del af deltagerne kom i job?", False),
    ],
)
def test_a_part_is_asked_for(question: str, part: bool) -> None:
    assert asks_for_part(question) is part


@pytest.mark.parametrize(
    ("question", "text", "whole"),
    [
        ("Hvor mange af deltagerne kom i job?", "Der er plads til 80 deltagere.", True),
        ("Hvor mange af deltagerne kom i job?", "Der var 22 deltagere, og 15 kom i job.", False),
        ("Hvor mange af deltagerne er mænd?", "Der er 80 deltagere.", True),
        ("Hvor mange deltagere er der?", "Der er 80 deltagere.", False),
    ],
)
def test_the_number_of_all_is_known(understood: Understood, question: str, text: str, whole: bool) -> None:
    assert only_the_whole(unit(text), question, understood(question).concepts) is whole


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("Det drejer sig om 240 borgere.", True),
        ("Af de 240 bor 31 i Torup.", False),
        ("Ti af de 240 bor i Torup.", False),
        # No number, and nothing repeated.
        ("De bor i Torup.", False),
    ],
)
def test_a_number_of_the_question_is_no_answer(text: str, repeats: bool) -> None:
    assert only_repeats(unit(text), "hvor mange af de 240 borgere bor i Torup") is repeats
