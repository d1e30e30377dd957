"""What somebody is without is not what a text is about, and a plan that says no does not say yes."""

from __future__ import annotations

import pytest

from assistant.denied import affirmed, asks_who_does_not, refuses


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Teamet hjælper syge uden dagpengeret.", False),
        ("Holdet er for unge uden ret til dagpenge.", False),
        ("De er ikke længere berettiget til dagpenge.", False),
        ("Dagpenge udbetales uden for åbningstiden.", True),
        ("Man må ikke være passiv på dagpenge.", True),
    ],
)
def test_a_denied_thing_is_left_out(text: str, kept: bool) -> None:
    assert ("dagpenge" in affirmed(text, "Hvad gælder om dagpenge?").lower()) is kept


@pytest.mark.parametrize(
    "question",
    ["Hvad gør I for dem uden dagpengeret?", "Hvem mangler dagpenge?", "Hvad får dagpengeløse?"],
)
def test_a_question_of_those_without_reads_it_all(question: str) -> None:
    text = "Teamet hjælper syge uden dagpengeret."
    assert affirmed(text, question) == text


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("Lilleby er ikke med i samarbejdet, fordi der er for langt.", True),
        ("Byrådet har ikke sat tal på ventetiden.", True),
        ("Der er ikke afsat penge til ordningen i 2024.", True),
        ("I 2024 deltager kommunen ikke længere.", True),
        ("Lilleby er med, selv om ikke alle var enige.", False),
        ("Kommunen lægger vægt på, at ingen må vente.", False),
        ("Der må ikke gå mere end 14 dage.", False),
        ("Kommunen var ikke med i 2023, men er det nu.", False),
        ("Indsatsen er ikke kun for unge.", False),
        ("Der er ikke ventetid på ordningen.", False),
        ("Kommunen har ikke færre end 12 mentorer.", False),
        ("Kommunen er med, og vi lader ikke nogen stå tilbage.", False),
    ],
)
def test_a_plan_says_no_in_its_own_name(text: str, no: bool) -> None:
    assert refuses(text, "Lilleby") is no


def test_a_plan_of_nobody_refuses_only_in_its_own_words() -> None:
    assert not refuses("Alle skal med, og ikke alle vil.", "")
    assert refuses("Kommunen er ikke med.", "")


@pytest.mark.parametrize(
    ("question", "negated"),
    [
        ("Hvilke kommuner er ikke med i puljen?", True),
        ("Hvilke kommuner har ingen kystlivredder?", True),
        ("hvilke kommuner mangler et mål for støj", True),
        ("Hvilken kommune, der ikke har et bad, får et?", True),
        ("Hvilke kommuner har mål for unge uden job?", False),
        ("Hvilke kommuner hjælper arbejdsløse?", False),
    ],
)
def test_which_do_not_is_asked_in_many_ways(question: str, negated: bool) -> None:
    assert asks_who_does_not(question) is negated
