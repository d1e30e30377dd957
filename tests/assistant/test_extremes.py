"""Whose number is the highest: said of numbers on one scale only."""

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.asked import AnswerKind, answer_kind, ranks
from assistant.extremes import comparable, figure, ranked
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.plan import BlockKind

Understood = Callable[..., Understanding]


def unit(text: str, *columns: str, lead: str = "") -> Unit:
    kind = BlockKind.ROW if columns else BlockKind.PARAGRAPH
    return Unit("p", 0, len(text), kind, text, (), lead=lead, columns=columns)


@pytest.mark.parametrize(
    ("question", "municipalities"),
    [
        ("Hvilken kommune har flest i fleksjob?", 0),
        ("hvem har den laveste ledighed", 0),
        ("Hvilken kommune har den største andel unge?", 0),
        ("Which municipality has the lowest unemployment?", 0),
        ("Har Torup flere i fleksjob end Havnsø?", 2),
        ("Er ledigheden højere i Torup end i Havnsø?", 2),
        ("Hvor er ledigheden lavest, i Torup eller Havnsø?", 2),
        ("Hvem har færrest ledige af Torup og Havnsø?", 2),
    ],
)
def test_a_question_asks_who_has_most(question: str, municipalities: int) -> None:
    assert ranks(question, answer_kind(question), municipalities)


@pytest.mark.parametrize(
    ("question", "municipalities"),
    [
        ("Hvilke kommuner har et mål for fleksjob?", 0),
        ("Hvad er det største problem i Torup og Havnsø?", 2),
        ("Hvad gør Torup og Havnsø for at få flere i job?", 2),
        ("Hvor mange skal mindst i job i Torup og Havnsø?", 2),
        ("Hvilket område er størst i Torup?", 1),
        ("Hvem leder det største team?", 0),
    ],
)
def test_another_question_does_not(question: str, municipalities: int) -> None:
    kind = answer_kind(question)
    assert kind is not AnswerKind.COMPARISON
    assert not ranks(question, kind, municipalities)


ASKED = "Hvilken kommune har flest ledige?"


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (("70 ledige i 2024.", "90 ledige i 2024."), ("Højest er Havnsø med 90", "lavest Torup med 70")),
        (("90 ledige i 2024.", "90 ledige i 2024."), ("samme tal",)),
        (("70 ledige i 2021.", "90 ledige i 2024."), ("forskellige år", "2021 (Torup)")),
        (("70 ledige i 2024.", "9 pct. var ledige i 2024."), ("en andel",)),
        (("70 ledige i 2024.", "Højst 90 ledige i 2024."), ("Nogle er mål (Havnsø)",)),
        (("70 ledige i 2024.", "Antallet reduceres til 90 ledige i 2024."), ("Nogle er mål (Havnsø)",)),
        (("70 ledige.", "Der er mange ledige."), ()),
    ],
)
def test_the_highest_is_named_where_numbers_can_be_compared(
    understood: Understood, told: tuple[str, str], held: tuple[str, ...]
) -> None:
    said = ranked([("Torup", unit(told[0])), ("Havnsø", unit(told[1]))], understood(ASKED), "da")
    assert all(words in said for words in held)
    assert bool(said) is bool(held)


def test_one_number_is_not_ranked(understood: Understood) -> None:
    assert ranked([("Torup", unit("70 ledige i 2024."))], understood(ASKED), "da") == ""


ROW = ("Ledige\t61\t1,9 pct.\t2,5 pct.", "Ydelse (2023)", "Antal", "Andel", "Hele landet")


@pytest.mark.parametrize(
    ("question", "row", "value", "measure", "year"),
    [
        (ASKED, ROW, 61.0, "fuldtidspersoner", "2023"),
        ("Hvilken kommune har den største andel ledige?", ROW, 1.9, "procent", "2023"),
        (
            ASKED,
            ("Ledige\t40\t61\t80", "Emne", "2019", "2023", "Skøn 2030"),
            61.0,
            "fuldtidspersoner",
            "2023",
        ),
    ],
)
def test_a_row_gives_its_newest_number_of_the_kind(
    understood: Understood, question: str, row: tuple[str, ...], value: float, measure: str, year: str
) -> None:
    found = figure(unit(*row, lead="Antal fuldtidspersoner"), understood(question))
    assert (found.value, found.unit, found.deadline) == (value, measure, year)


def test_a_number_in_brackets_is_what_it_was_before(understood: Understood) -> None:
    assert figure(unit("I alt er 70 (90 i fjor) ledige."), understood(ASKED)).value == 70.0


BY = "Andelen af kvinder i job skal øges med 10 pct. i forhold til 2019."
TO = "Andelen af flygtninge i job skal i 2025 være mindst 58 pct."


@pytest.mark.parametrize(
    ("question", "told", "expected"),
    [
        ("Hvem har det højeste mål for flygtninge i job?", (BY, TO), TO),
        ("Hvem har det højeste mål for flygtninge i job?", (TO, BY), TO),
        ("Hvem vil øge andelen i job mest?", (BY, TO), BY),
        ("Hvem har det højeste mål for flygtninge i job?", (BY,), BY),
        ("Hvem har det højeste mål for flygtninge i job?", ("Flere skal i job.", TO), TO),
    ],
)
def test_of_several_goals_the_level_is_compared(
    understood: Understood, question: str, told: tuple[str, ...], expected: str
) -> None:
    assert comparable([unit(one) for one in told], understood(question)).text == expected


def test_the_answer_begins_with_why_nobody_has_most(ask: Callable[..., Answer]) -> None:
    answer = ask("Hvilken kommune har det højeste mål for fleksjob?")
    # "Fire mål" of Klitmark is no number of people, and the two others are for different years.
    assert "personer (Lindevang, Torup); mål (Klitmark)" in answer.text.splitlines()[0]
    assert {"Lindevang", "Torup"} <= {c.plan.identity.municipality for c in answer.citations}
