"""Asking on in a conversation: what was told is not told again, and words that only steer carry nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer, Reason
from assistant.dialogue import said
from assistant.places import Place, retells
from assistant.understanding import Understanding, of_all
from assistant.units import Unit
from ingest.plan import BlockKind

Ask = Callable[..., Answer]
Read = Callable[..., Understanding]
FLEX = "Hvor mange skal være i fleksjob i Lindevang?"
SICK = "Hvad er Lindevangs mål for sygedagpenge?"


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("hvad gør de ved det?", (FLEX,)),
        ("hvad gør de ved det?", (FLEX, "hvor mange er det?")),
        ("er det nok?", (SICK,)),
        ("og hvordan gør de det?", (SICK, "hvad gør kommunen ved det?")),
    ],
)
def test_another_question_is_not_answered_with_what_was_told(
    ask: Ask, question: str, history: tuple[str, ...]
) -> None:
    told = ask(history[0]).citations
    assert not {c.quote for c in ask(question, *history).citations} & {c.quote for c in told}


@pytest.mark.parametrize(
    ("question", "before", "words"),
    [
        ("hvornår skal det være nået?", FLEX, "2025"),
        ("hvorfor?", "Hvor mange unge må være på uddannelseshjælp i Havnsø?", "fordi mange unge venter"),
        ("hvad er det så i Lindevang?", FLEX, "340"),
    ],
)
def test_what_was_told_is_told_again_where_it_answers_this_too(
    ask: Ask, question: str, before: str, words: str
) -> None:
    assert words in ask(question, before).text


def test_a_sentence_is_told_again_in_nearly_its_own_words() -> None:
    def unit(text: str, plan: str = "plan") -> Unit:
        return Unit(plan, 900, 900 + len(text), BlockKind.ITEM, text, ())

    told = (Place("plan", 0, 60, (), frozenset(), quote="Antallet af ledige skal falde til 200 i 2025."),)
    assert retells(unit("Antallet af ledige skal falde"), told)
    assert not retells(unit("Ledige får en mentor i den første uge"), told)
    assert not retells(unit("Antallet af ledige skal falde til 150 i 2026."), told)
    assert not retells(unit("Antallet af ledige skal falde", "en anden"), told)


@pytest.mark.parametrize(
    ("turn", "asked"),
    [
        ("tilbage til Torup, hvad er målet for fleksjob?", "Torup, hvad er målet for fleksjob?"),
        ("Nu til Torup", "Torup"),
        ("okay så hvad er målet?", "hvad er målet?"),
        ("lige et andet spørgsmål: hvem er leder?", "hvem er leder?"),
        ("ok hvad er målet?", "hvad er målet?"),
        ("Okay, lad os gå videre til Klitmark", "Klitmark"),
        ("nej, tilbage til Torup", "Torup"),
        ("Hvor mange vender tilbage til arbejdet?", "Hvor mange vender tilbage til arbejdet?"),
        ("Nu hvor reglerne er ændret, hvad er målet?", "Nu hvor reglerne er ændret, hvad er målet?"),
        ("Godt arbejdsmiljø, hvad er målet?", "Godt arbejdsmiljø, hvad er målet?"),
        ("tilbage til", "tilbage til"),
    ],
)
def test_words_that_only_steer_the_talk_are_no_part_of_the_question(turn: str, asked: str) -> None:
    assert said(turn).text == asked


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("hvem har den laveste ledighed af dem alle", True),
        ("hvad med dem alle sammen?", False),
        ("hvor ligger det bedst af alle?", True),
        ("og samlet?", True),
        ("Hvor mange er der samlet i Torup?", False),
        ("Hvor stor en andel af alle ledige er unge?", False),
    ],
)
def test_a_question_may_end_by_asking_of_all(text: str, whole: bool) -> None:
    assert of_all(text) is whole


def test_of_them_all_reaches_beyond_the_municipality_spoken_of(understood: Read) -> None:
    read = understood("hvem har flest i fleksjob af dem alle?", "Hvad er målet for småjob i Lindevang?")
    assert (read.everywhere, read.municipalities) == (True, ())


def test_whether_something_holds_elsewhere_too_rests_on_more_than_common_words(ask: Ask) -> None:
    answer = ask("gælder det også i Torup?", "Hvem kan få et sommerjob i Klitmark?")
    assert answer.reason is Reason.NOT_IN_PLANS


def test_what_is_taken_along_is_shown_in_a_few_words(understood: Read) -> None:
    talk = (SICK, "og i Torup?", "hvem har ansvaret?", "hvor mange er det?", "hvad så i 2023?")
    assert understood("og hvorfor?", *talk).context == ("sygedagpenge", "Torup", "2023")
    assert understood("og i Torup?", SICK).context == ("mål for sygedagpenge",)
    asked = understood("og hvorfor?", "Hvor mange sommerjob er der i Klitmark i juli 2024?")
    assert asked.context == ("sommerjob", "Klitmark", "juli 2024")


def test_a_month_is_let_go_for_another_time(understood: Read) -> None:
    read = understood("og i maj 2024?", "Hvor mange sommerjob er der i Klitmark i juli 2024?")
    assert "juli" not in {concept.word for concept in read.concepts}
