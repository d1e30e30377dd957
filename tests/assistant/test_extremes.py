"""Whose number is the highest: said of numbers on one scale only."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.answer import Answer, Reason
from assistant.asked import AnswerKind, answer_kind
from assistant.extremes import comparable, figure, ranked
from assistant.superlatives import Contest, contest, in_amounts, in_numbers
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
        ("Hvor er der flest i fleksjob?", 0),
        ("hvor er ledigheden lavest", 0),
        ("Hvilken kommune udbetaler mest i kontanthjælp?", 0),
        ("Hvem betaler mindst i sygedagpenge?", 0),
        ("Hvem har mest sygefravær?", 0),
        ("Hvor er sygefraværet mindst?", 0),
        ("Which municipality spends most on activation?", 0),
    ],
)
def test_a_question_asks_who_has_most(question: str, municipalities: int) -> None:
    assert contest(question, answer_kind(question), municipalities) is Contest.NUMBERS


@pytest.mark.parametrize(
    ("question", "municipalities"),
    [
        ("Hvilke kommuner har et mål for fleksjob?", 0),
        ("Hvad er det største problem i Torup og Havnsø?", 2),
        ("Hvad gør Torup og Havnsø for at få flere i job?", 2),
        ("Hvor mange skal mindst i job i Torup og Havnsø?", 2),
        ("Hvilket område er størst i Torup?", 1),
        ("Hvem leder det største team?", 0),
        ("Hvem er den største arbejdsgiver?", 0),
        ("Hvor ligger den største virksomhed?", 0),
        ("Hvem har mest brug for støtte?", 0),
        ("Hvor er der mindst 40 i fleksjob?", 0),
        ("Hvilke kommuner har et mål på mindst 40 pct.?", 0),
        ("Hvilke kommuner har tilbud til de mest sårbare borgere?", 0),
        ("Hvilke kommuner hjælper borgere, der har det sværest og klarer sig dårligst?", 0),
    ],
)
def test_another_question_does_not(question: str, municipalities: int) -> None:
    kind = answer_kind(question)
    assert kind is not AnswerKind.COMPARISON
    assert contest(question, kind, municipalities) is None


@pytest.mark.parametrize(
    ("question", "municipalities"),
    [
        ("Hvilken kommune er dårligst til integration?", 0),
        ("Hvem er bedst til fleksjob?", 0),
        ("Hvilken kommune har det mest ambitiøse mål?", 0),
        ("Hvilken kommune gør mest for de unge?", 0),
        ("Hvem har de bedste resultater?", 0),
        ("Hvem er bedst til fleksjob, Torup eller Havnsø?", 2),
        ("Er Torup bedre end Havnsø til at få unge i job?", 2),
        ("Which municipality does the most for young people?", 0),
    ],
)
def test_a_question_asks_what_no_number_tells(question: str, municipalities: int) -> None:
    assert contest(question, answer_kind(question), municipalities) is Contest.JUDGEMENT


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Hvilken kommune er størst?", "hvilken kommune har flest indbyggere?"),
        ("Hvem er mindst?", "hvem har færrest indbyggere?"),
        ("Hvilket problem er størst?", "Hvilket problem er størst?"),
        ("Hvilken kommune har størst ledighed?", "Hvilken kommune har størst ledighed?"),
    ],
)
def test_the_largest_municipality_is_that_of_most_people(question: str, read: str) -> None:
    assert in_numbers(question) == read


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
        (("70 ledige.", "Der er mange ledige."), ("kun fundet et tal hos Torup",)),
        (("Der er få ledige.", "Der er mange ledige."), ()),
    ],
)
def test_the_highest_is_named_where_numbers_can_be_compared(
    understood: Understood, told: tuple[str, str], held: tuple[str, ...]
) -> None:
    first, second = (unit(one) for one in told)
    said = ranked([("Torup", first), ("Havnsø", second)], understood(ASKED), "da", {second})
    assert all(words in said for words in held)
    assert bool(said) is bool(held)


def test_one_number_is_not_ranked(understood: Understood) -> None:
    said = ranked([("Torup", unit("70 ledige i 2024."))], understood(ASKED), "da")
    assert said.startswith("Jeg har kun fundet et tal hos Torup")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (ASKED, "Langtidsledige er ledige, der har søgt job i mindst 12 måneder."),
        ("Hvor er ledigheden lavest?", "Ledigheden steg med knap 30 pct. på et år."),
        ("Hvor er ledigheden lavest?", "Der var 300 ledige."),
        ("Hvilken kommune udbetaler mest i kontanthjælp?", "60 personer fik kontanthjælp."),
        ("Hvem har mest sygefravær?", "Vi har to større projekter om sygefravær."),
    ],
)
def test_a_number_of_something_else_wins_nothing(understood: Understood, question: str, told: str) -> None:
    assert figure(unit(told), understood(question)).value is None
    assert comparable([unit(told)], understood(question)) is None


@pytest.mark.parametrize(
    ("before", "year"),
    [("I 2023 var 40 i fleksjob.", None), ("Sådan så det ud i 2023.", "2023"), ("", None)],
)
def test_a_year_is_not_lent_by_what_counts_something_else(
    understood: Understood, before: str, year: str | None
) -> None:
    said = replace(unit("Der er 70 ledige."), before=before)
    assert figure(said, understood(ASKED)).deadline == year


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
    units = [unit(one) for one in told]
    assert getattr(comparable(units, understood(question), set(units)), "text", None) == expected


def test_the_answer_begins_with_why_nobody_has_most(ask: Callable[..., Answer]) -> None:
    answer = ask("Hvilken kommune har det højeste mål for fleksjob?")
    # "Fire mål" of Klitmark is no number of people, and the two others are for different years.
    assert "personer (Lindevang, Torup); mål (Klitmark)" in answer.text.splitlines()[0]
    assert {"Lindevang", "Torup"} <= {c.plan.identity.municipality for c in answer.citations}


@pytest.mark.parametrize(
    "question",
    ["Hvem er bedst til fleksjob?", "Hvilken kommune har det mest ambitiøse mål for fleksjob?"],
)
def test_nobody_is_named_where_nothing_can_be_counted(ask: Callable[..., Answer], question: str) -> None:
    answer = ask(question)
    assert answer.abstained
    assert answer.reason is Reason.NOT_MEASURED


@pytest.mark.parametrize("further", ["og færrest?", "og hvem har færrest?"])
def test_a_follow_up_still_asks_who_is_first(understood: Understood, further: str) -> None:
    assert understood(further, "Hvilken kommune har flest i fleksjob?").ranks


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        (
            "Hvem spørger oftest de ledige, Torup eller Havnsø?",
            "hvor ofte spørger de ledige, Torup eller Havnsø?",
        ),
        (
            "hvem er hurtigst til at svare, torup eller havnsø",
            "hvor hurtigt er til at svare, torup eller havnsø",
        ),
        ("spørger Torup eller Havnsø oftest de ledige?", "hvor ofte spørger Torup eller Havnsø de ledige?"),
        ("Hvem skal hurtigst muligt i arbejde i Torup og Havnsø?", ""),
        ("Hvad bruger Torup og Havnsø oftest?", ""),
        ("Hvem har den hurtigste sagsbehandling, Torup eller Havnsø?", ""),
    ],
)
def test_who_is_soonest_is_told_by_how_soon_each_is(question: str, amount: str) -> None:
    assert in_amounts(question) == (amount or question)


def test_each_tells_how_soon(ask: Callable[..., Answer]) -> None:
    lines = ask(
        "Hvem har den første samtale med sygemeldte hurtigst, Torup eller Klitmark?"
    ).text.splitlines()
    assert lines[0].startswith("Torup: Sygemeldte får den første samtale efter tre uger.")
    assert lines[1] == "Klitmark: Det har jeg ikke fundet i planen."
