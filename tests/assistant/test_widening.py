"""A question that asks of all municipalities, or of the others, is not held to the one spoken of before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.followup import Relation, relation
from assistant.understanding import Understanding
from assistant.widening import in_short, of_others, only_of_others

Read = Callable[..., Understanding]
FLEX = "Hvor mange skal være i fleksjob i Lindevang?"
IN_MAY = "Hvor mange var i fleksjob i Lindevang i maj 2023?"


@pytest.mark.parametrize(
    ("text", "others", "only"),
    [
        ("hvad siger de andre kommuner?", True, True),
        ("hvad med resten?", True, True),
        ("og de andre?", True, True),
        ("Hvordan ser det ud i de øvrige kommuner", True, True),
        ("gælder det også de andre", True, True),
        ("what about the others?", True, True),
        ("hvad gør resten af kommunerne for unge?", True, False),
        ("hvad vil de øvrige kommuner med havnen?", True, False),
        ("arbejder Torup sammen med de andre kommuner?", False, False),
        ("er det mere end de andre kommuner?", False, False),
        ("hvilke andre kommuner er med?", False, False),
        ("hvad med de andre mål?", False, False),
        ("hvad skal resten af pengene gå til?", False, False),
    ],
)
def test_the_others_are_told_by_their_words(text: str, others: bool, only: bool) -> None:
    assert (of_others(text), only_of_others(text)) == (others, only)


@pytest.mark.parametrize("question", ["hvad siger de andre kommuner?", "hvad med resten?", "og de andre?"])
def test_the_same_is_asked_of_the_others(understood: Read, question: str) -> None:
    read = understood(question, FLEX)
    assert (read.everywhere, read.municipalities) == (True, ())
    assert {concept.word for concept in read.own_subject} == set()
    assert "fleksjob" in " ".join(read.context)


def test_the_others_are_asked_about_what_the_question_names(understood: Read) -> None:
    read = understood("hvad gør de øvrige kommuner for sygemeldte?", FLEX)
    assert (read.everywhere, read.municipalities, read.context) == (True, (), ())


@pytest.mark.parametrize(
    "question",
    [
        "hvilken kommune har det højeste mål for sygedagpenge?",
        "hvem har det laveste mål for unge?",
        "hvor er der flest på sygedagpenge?",
        "hvem har den største andel af sygemeldte?",
    ],
)
@pytest.mark.parametrize("before", [FLEX, IN_MAY])
def test_who_comes_first_is_asked_of_all_and_of_its_own_subject(
    understood: Read, question: str, before: str
) -> None:
    read = understood(question, before)
    assert (read.everywhere, read.municipalities, read.years, read.context) == (True, (), (), ())


def test_who_has_most_of_a_group_goes_on_about_the_subject_everywhere(understood: Read) -> None:
    read = understood("hvem har flest kvinder?", FLEX)
    assert (read.everywhere, read.municipalities) == (True, ())
    assert "fleksjob" in " ".join(read.context)


def test_of_two_that_are_spoken_of_the_first_is_one_of_them(understood: Read) -> None:
    read = understood("hvem af dem har flest i fleksjob?", "Sammenlign småjob i Torup og Lindevang")
    assert set(read.municipalities) == {"Torup", "Lindevang"}


def test_a_goal_takes_no_month_of_what_was(understood: Read) -> None:
    assert "maj" not in " ".join(understood("hvad er målet?", IN_MAY).context)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("hvad gør de forskellige kommuner for unge?", "hvad gør kommunerne for unge?"),
        ("hvad står der i de enkelte kommuners planer", "hvad står der i kommunernes planer"),
        ("hjælper man dem rundt omkring i kommunerne?", "hjælper man dem i kommunerne?"),
        ("what do the various municipalities do?", "what do all municipalities do?"),
        ("de forskellige tilbud i Torup", "de forskellige tilbud i Torup"),
    ],
)
def test_each_municipality_is_meant_by_several_words(understood: Read, text: str, short: str) -> None:
    assert in_short(text) == short
    assert understood(text).everywhere is (text != short)


def test_a_superlative_points_to_nothing(understood: Read) -> None:
    assert relation(understood("hvad er det højeste tal for sygedagpenge?")) is Relation.OWN
    assert relation(understood("hvad koster det med fleksjob?")) is Relation.SIDE
