"""A question may tell of somebody's case; what is asked is the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.asides import asides, asking
from assistant.understanding import Understanding


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Min far er lige flyttet hjem. Kan han få besøg?", "Kan han få besøg?"),
        ("jeg er helt færdig efter jul. hvem kan jeg tale med", "hvem kan jeg tale med"),
        ("jeg er 51 og slidt op, kan jeg få et fleksjob", "kan jeg få et fleksjob"),
        ("har en borger som vil rejse, hvem hjælper hende", "hvem hjælper hende"),
        ("kan man melde sig til om aftenen, jeg har jo børn", "kan man melde sig til om aftenen"),
    ],
)
def test_what_is_told_of_a_case_is_not_asked(question: str, asked: str) -> None:
    assert asking(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange var der i 2. kvartal 2023?",
        "Hvor mange elever i 9. klasse skal bestå?",
        "Hvad koster det, og hvor længe varer det?",
        "Har en sygemeldt ret til en samtale?",
        "Jeg mangler en plads.",
        "fleksjob i Torup. antal",
        "",
    ],
)
def test_a_question_alone_has_no_asides(question: str) -> None:
    assert asides(question) == []
    assert asking(question) == question.strip()


def test_a_case_is_not_demanded_of_the_answer(understood: Callable[..., Understanding]) -> None:
    found = understood("Min onkel er tømrer og træt. Hvad er målet for fleksjob i Torup?").concepts
    gist = {concept.word: concept.gist for concept in found}
    assert gist["tømrer"] < 0.5 < gist["fleksjob"]


def test_a_name_in_a_case_says_what_it_is_about(understood: Callable[..., Understanding]) -> None:
    found = understood("Min onkel går på Fyrtårnet. Hvem leder det?").concepts
    assert next(concept.gist for concept in found if concept.word == "Fyrtårnet") == 1.0


def test_the_question_is_answered_beside_a_case(ask: Callable[..., Answer]) -> None:
    alone = ask("Hvor mange skal være i fleksjob i Torup?")
    told = ask("Min onkel er tømrer og helt slidt op. Hvor mange skal være i fleksjob i Torup?")
    assert not alone.abstained
    assert told.text == alone.text
