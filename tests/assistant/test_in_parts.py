"""Each thing that a question asks has its own answer, or is said not to be in the plans."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer, Reason
from assistant.assistant import Assistant
from assistant.question import Question

Ask = Callable[..., Answer]


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (
            "Hvor mange personer skal være i fleksjob i Torup, og hvor mange i Klitmark?",
            ["Torup: Mindst 240 ", "Klitmark: Det har jeg ikke fundet i planen."],
        ),
        (
            "Hvor mange personer skal være i fleksjob i Torup, og hvor mange i Lindevang i 2023?",
            ["Torup: Mindst 240 ", "Lindevang (Beskæftigelsesplan 2023): Mindst 300 "],
        ),
        (
            "Hvor mange skulle i fleksjob i Lindevang i 2023, og hvor mange i 2025?",
            ["Beskæftigelsesplan 2023: Mindst 300 ", "Beskæftigelsesplan 2025: Mindst 340 "],
        ),
        (
            "Hvor mange skal i fleksjob i Torup i 2024 og i Lindevang i 2025?",
            ["Torup: Mindst 240 ", "Lindevang: Mindst 340 "],
        ),
        (
            "Hvor længe må et sygeforløb vare i Torup, og hvornår får sygemeldte den første samtale?",
            [
                "Et sygeforløb må i gennemsnit højst vare 12 uger",
                "Sygemeldte får den første samtale efter tre",
            ],
        ),
        (
            "Hvor mange pladser er der til sommerjob i Klitmark, og hvad koster det?",
            ["Sommerjob: Der er 45 pladser", "Jeg har ikke fundet svar på: ”hvad koster det”."],
        ),
        (
            "Hvor mange skal i fleksjob i Torup, og hvor mange i Odense?",
            ["Torup: Mindst 240 ", "Der er ingen plan fra Odense i samlingen."],
        ),
        (
            "How many people should be in flex jobs in Torup, and how many in Lindevang?",
            ["Torup: Mindst 240 ", "Lindevang: Mindst 340 "],
        ),
    ],
)
def test_each_part_is_told_on_a_line(ask: Ask, question: str, lines: list[str]) -> None:
    told = ask(question).text.splitlines()
    assert len(told) == len(lines)
    assert all(line.startswith(begins) for line, begins in zip(told, lines, strict=True))


def test_the_citations_are_numbered_through_and_stand_with_their_part(ask: Ask) -> None:
    answer = ask("Hvor mange skal i fleksjob i Torup, og hvor mange i Lindevang?")
    assert [c.n for c in answer.citations] == [1, 2]
    assert [c.plan.identity.municipality for c in answer.citations] == ["Torup", "Lindevang"]
    first, second = answer.text.splitlines()
    assert first.endswith("[1]")
    assert second.endswith("[2]")


def test_one_sentence_that_answers_both_is_told_once(ask: Ask) -> None:
    answer = ask("Hvornår er der sommerjob i Klitmark, og hvor mange pladser er der?")
    assert answer.text.count("45 pladser") == 1
    assert "ikke fundet" not in answer.text


def test_both_cells_of_one_row_are_told_together(ask: Ask) -> None:
    answer = ask("Hvor mange var på sygedagpenge i Havnsø i 2023, og hvad var andelen på landsplan?")
    assert len(answer.citations) == 1
    assert "388" in answer.text
    assert "2,4" in answer.text


def test_where_nothing_is_found_each_plan_is_named_once(ask: Ask) -> None:
    answer = ask("Hvad koster en bil i Klitmark, og hvem betaler den?")
    assert answer.abstained
    assert answer.reason is Reason.NOT_IN_PLANS
    assert answer.text.count("Klitmark, Beskæftigelsesplan 2024") == 1
    assert not answer.understood


def test_a_part_without_a_place_is_about_the_one_before(ask: Ask) -> None:
    """Unsaid whose, the second is not looked for in other municipalities."""
    answer = ask("Hvor mange pladser har sommerjob i parkerne, og hvor mange personer skal være i fleksjob?")
    assert {c.plan.identity.municipality for c in answer.citations} == {"Klitmark"}


def test_the_next_question_goes_on_from_both(ask: Ask) -> None:
    answer = ask("og i Havnsø?", "Hvor mange skal i fleksjob i Torup, og hvor mange i Lindevang?")
    assert {c.identity.municipality for c in answer.searched} == {"Havnsø"}
    assert "fleksjob" in answer.understood


def test_the_chain_answers_in_parts_as_the_assistant_does(assistant: Assistant) -> None:
    question = Question("Hvor mange skal i fleksjob i Torup, og hvor mange i Lindevang?")
    assert assistant.chain.invoke(question) == assistant.ask(question)
    found = {hit.plan.identity.municipality for hit in assistant.find(question)}
    assert found == {"Torup", "Lindevang"}


def test_the_first_of_two_stays_a_comparison_of_all(ask: Ask) -> None:
    answer = ask("Sammenlign målene for fleksjob, og hvem har det højeste?")
    assert {"Torup", "Lindevang"} <= {c.plan.identity.municipality for c in answer.citations}
    assert answer.text.startswith(ask("Sammenlign målene for fleksjob").text.splitlines()[0])


def test_a_last_question_word_is_answered_or_said_not_to_be(ask: Ask) -> None:
    told = ask("Hvor mange skal være i fleksjob i Torup, og hvem har ansvaret for bussen, og hvornår?").text
    assert "”hvem har ansvaret for bussen”" in told
