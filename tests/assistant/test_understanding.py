"""Where a question looks, for which years, and what a follow-up takes from the conversation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.asked import AnswerKind
from assistant.understanding import Understanding

Read = Callable[..., Understanding]
MISSING = "Odense"
FLEX = "Hvor mange personer skal være i fleksjob i Torup?"


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Hvad er målet for fleksjob i Torup?", {"Torup"}),
        ("Hvad er Torups mål?", {"Torup"}),
        ("hvad er målet i torup kommune", {"Torup"}),
        ("Hvad gør Torup Kommunes jobcenter?", {"Torup"}),
        ("Hvad er målet i Havnsø?", {"Havnsø"}),
        ("hvad er maalet i havnsoe", {"Havnsø"}),
        ("Hvad er målet i Lindevangs plan?", {"Lindevang"}),
        ("Hvad er målet i Lindevagn?", {"Lindevang"}),
        ("Hvad er målet i Klitmrak Kommune?", {"Klitmark"}),
        ("Torup eller Klitmark: hvem har flest i fleksjob?", {"Torup", "Klitmark"}),
        ("Hvad er målet for fleksjob?", set()),
    ],
)
def test_municipalities_are_known_however_they_are_written(
    understood: Read, question: str, named: set[str]
) -> None:
    assert set(understood(question).municipalities) == named


@pytest.mark.parametrize("question", ["Hvad er målet i Odense?", "Hvad er Odense Kommunes mål for småjob?"])
def test_a_municipality_outside_the_collection_is_missing(understood: Read, question: str) -> None:
    read = understood(question)
    assert (read.municipalities, read.missing) == ((), (MISSING,))


def test_one_at_hand_and_one_missing_are_kept_apart(understood: Read) -> None:
    read = understood("Hvad siger Odense og Torup om fleksjob?")
    assert (read.municipalities, read.missing) == (("Torup",), (MISSING,))


@pytest.mark.parametrize(
    "question",
    [
        "Hvad gør alle kommunerne for unge?",
        "Hvilke mål har kommunerne for fleksjob?",
        "Hvad siger samtlige kommuner om fleksjob?",
        "Hvilke kommuner har småjob?",
        "Sammenlign planernes mål for sygedagpenge",
        "What do all municipalities say about flex jobs?",
    ],
)
def test_a_question_can_ask_of_all(understood: Read, question: str) -> None:
    assert understood(question).everywhere


@pytest.mark.parametrize("question", ["Hvad gør kommunen for unge?", "Får alle unge en mentor i Torup?"])
def test_a_word_like_all_does_not_make_it_all_municipalities(understood: Read, question: str) -> None:
    assert not understood(question).everywhere


@pytest.mark.parametrize(
    ("question", "years", "edition"),
    [
        ("Hvad var målet i 2023?", (2023,), None),
        ("Hvad siger planen for 2023 om fleksjob?", (2023,), 2023),
        ("Hvad stod der i beskæftigelsesplanen fra 2023?", (2023,), 2023),
        ("Hvad skete der fra 2023 til 2025?", (2023, 2025), None),
        ("Hvad er målet?", (), None),
    ],
)
def test_years_are_read(understood: Read, question: str, years: tuple[int, ...], edition: int | None) -> None:
    read = understood(question)
    assert (read.years, read.edition) == (years, edition)


@pytest.mark.parametrize(
    ("question", "history", "places", "words"),
    [
        ("Og i Klitmark?", (FLEX,), {"Klitmark"}, {"fleksjob"}),
        ("Hvad med Lindevang?", (FLEX,), {"Lindevang"}, {"fleksjob"}),
        ("Og Havnsøs?", (FLEX,), {"Havnsø"}, {"fleksjob"}),
        ("Hvad med 2022?", (FLEX,), {"Torup"}, {"fleksjob"}),
        ("Hvor mange af dem er kvinder?", (FLEX,), {"Torup"}, {"fleksjob", "kvind"}),
        ("Hvornår skal det være nået?", (FLEX,), {"Torup"}, {"fleksjob"}),
        ("Og i Klitmark?", (FLEX, "Og i Lindevang?"), {"Klitmark"}, {"fleksjob"}),
        (
            "Hvad med Havnsø?",
            ("Hvad er målet for sygedagpenge i Torup?", "Og i Klitmark?", "Og i 2023?"),
            {"Havnsø"},
            {"sygedagpeng"},
        ),
        ("Hvad gør de for unge?", ("Hvad er Torups mål for fleksjob?",), {"Torup"}, {"ung"}),
    ],
)
def test_a_follow_up_takes_what_it_leaves_unsaid(
    understood: Read, question: str, history: tuple[str, ...], places: set[str], words: set[str]
) -> None:
    read = understood(question, *history)
    assert set(read.municipalities) == places
    assert words <= {concept.stem for concept in read.concepts}
    assert read.carried


def test_a_follow_up_keeps_the_kind_of_answer(understood: Read) -> None:
    assert understood("Og i Klitmark?", FLEX).kind is AnswerKind.NUMBER


def test_a_new_year_replaces_the_old_one(understood: Read) -> None:
    assert understood("Hvad med 2022?", "Hvad var målet for fleksjob i Torup i 2024?").years == (2022,)


def test_a_question_of_its_own_takes_the_place_and_no_subject(understood: Read) -> None:
    read = understood("Hvornår holdes sommerjob?", FLEX)
    assert read.municipalities == ("Torup",)
    assert "fleksjob" not in {concept.stem for concept in read.concepts}


def test_a_question_of_all_forgets_the_place(understood: Read) -> None:
    assert understood("Hvilke mål har alle kommunerne for småjob?", FLEX).municipalities == ()


def test_what_the_user_filters_by_wins(understood: Read) -> None:
    read = understood("Hvad er målet i Torup?", municipalities=("Klitmark",))
    assert read.municipalities == ("Klitmark",)
    assert not read.everywhere


def test_a_whole_question_after_another_is_its_own(understood: Read) -> None:
    earlier = "Hvad er målet for fleksjob i Torup?"
    for question in (
        "Hvor mange ladepunkter til biler skal der være i Torup i 2030?",
        "Og hvem har ansvaret for planens opfølgning og budget i Torup?",
    ):
        assert "fleksjob" not in {concept.stem for concept in understood(question, earlier).concepts}


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Hvor mange unge har Torup?", "unge"),
        ("hvor mange er på sygedagpenge i Torup", "sygedagpenge"),
        ("Hvor mange nye pladser er der?", "pladser"),
        ("Hvor længe varer det?", None),
    ],
)
def test_what_is_counted_is_a_thing_and_no_verb(understood: Read, question: str, counted: str | None) -> None:
    found = understood(question).counted
    assert (found.word if found else None) == counted


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Hvad er målet for fleksjob i Torup?", True),
        ("Sammenlign hvor mange Torup og Klitmark vil have i fleksjob", True),
        ("Sammenlign sommerjob i Torup og Klitmark", False),
        ("Hvem holder messen?", False),
    ],
)
def test_it_is_known_when_goals_are_asked_for(understood: Read, question: str, asks: bool) -> None:
    assert understood(question).asks_for_goals is asks
