"""After a question that the plans do not answer: what a further one takes along, and what it leaves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.understanding import Understanding

Ask = Callable[..., Answer]
Read = Callable[..., Understanding]
VAIN = "Hvor mange badebroer vil Lindevang bygge?"


def words(found: Understanding) -> set[str]:
    return {concept.word.lower() for concept in found.concepts if concept.gist > 0.15}


def test_the_question_before_has_no_answer(ask: Ask) -> None:
    assert ask(VAIN).abstained


@pytest.mark.parametrize(
    "question",
    [
        "og hvad gør de for de unge?",
        "hvor mange fleksjob er der så?",
        "og fleksjob?",
        "hvad med sygedagpenge",
        "nej, jeg mente sygedagpenge",
        "hvordan går det med de sygemeldte?",
        "hvor mange ledige skal de have i job?",
    ],
)
def test_a_subject_of_its_own_takes_the_place_and_leaves_what_was_not_found(
    understood: Read, question: str
) -> None:
    found = understood(question, VAIN)
    assert found.municipalities == ("Lindevang",)
    assert not words(found) & {"badebroer", "bygge"}
    assert words(found)


@pytest.mark.parametrize(
    "question",
    [
        "og i Klitmark?",
        "hvorfor ikke?",
        "hvem har ansvaret for det?",
        "hvad betyder det for de unge?",
        "hvor mange af dem er til børn?",
        "og i 2025?",
    ],
)
def test_what_says_no_subject_or_points_back_still_asks_about_it(understood: Read, question: str) -> None:
    assert "badebroer" in words(understood(question, VAIN))


def test_what_was_not_found_is_let_go_later_as_well(understood: Read) -> None:
    found = understood("og fleksjob?", VAIN, "og i Klitmark?")
    assert found.municipalities == ("Klitmark",)
    assert words(found) == {"fleksjob"}


def test_what_was_found_before_goes_on(understood: Read) -> None:
    history = ("Hvad er et sommerjob i Klitmark?", "Hvor mange psykologer har de?")
    found = understood("hvem kan få det?", *history)
    assert "psykologer" not in words(found)
    assert "sommerjob" in words(found)


def test_an_answered_question_is_carried_as_before(understood: Read) -> None:
    assert "fleksjob" in words(
        understood("og hvor mange er det?", "Hvor mange skal være i fleksjob i Lindevang?")
    )


def test_an_errand_is_no_subject_to_go_on_about(understood: Read) -> None:
    history = ("Hvor mange skal være i fleksjob i Lindevang?",)
    for errand in ("Kan du skrive et brev til min chef?", "lav et digt"):
        assert "fleksjob" in words(understood("og i Klitmark?", *history, errand))


def test_the_goal_after_what_was_is_of_no_year_that_is_past(understood: Read) -> None:
    before = "Hvor mange var i fleksjob i Lindevang i 2019?"
    assert understood("hvad er målet?", before).years == ()
    assert understood("hvad er målet?", "Lindevang fleksjob 2019").years == ()
    assert understood("hvad var målet?", before).years == (2019,)


def test_a_subject_is_not_lost_in_a_long_talk(understood: Read) -> None:
    groups = ("og hvor mange kvinder?", "og hvor mange unge?", "og hvor mange ældre?")
    found = understood("og hvor mange mænd?", "Hvor mange er i fleksjob i Lindevang?", *groups)
    assert "fleksjob" in words(found)
