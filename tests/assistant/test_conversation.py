"""Conversations as a caseworker has them: each turn goes on where the answer before stood."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer, Reason
from assistant.followup import Relation, relation
from assistant.understanding import Understanding

Ask = Callable[..., Answer]
Read = Callable[..., Understanding]
FLEX = "Hvor mange skal være i fleksjob i Lindevang?"
SICK = "Hvad er Lindevangs mål for sygedagpenge?"


@pytest.mark.parametrize(
    ("question", "how"),
    [
        ("og i Klitmark?", Relation.PART),
        ("Klitmark?", Relation.PART),
        ("hvad med 2023", Relation.PART),
        ("hvad er det så i Torup?", Relation.PART),
        ("kun de unge", Relation.PART),
        ("og kvinderne?", Relation.PART),
        ("hvem har ansvaret?", Relation.SIDE),
        ("og hvad er fristen?", Relation.SIDE),
        ("hvornår skal det være nået", Relation.SIDE),
        ("hvorfor?", Relation.SIDE),
        ("hvor mange af dem er kvinder?", Relation.SIDE),
        ("hvad koster den", Relation.SIDE),
        ("hvor mange pladser er der på hvert hold?", Relation.SIDE),
        ("Hvad er målet for småjob?", Relation.OWN),
        ("Hvornår holdes messen?", Relation.OWN),
        ("Og hvem har ansvaret for sommerjob i Klitmark?", Relation.OWN),
    ],
)
def test_how_a_question_stands_to_the_one_before(understood: Read, question: str, how: Relation) -> None:
    assert relation(understood(question)) is how


@pytest.mark.parametrize(
    ("question", "history", "words"),
    [
        ("hvem besøger arbejdspladserne?", (FLEX,), "Karen Toftlund"),
        ("hvorfor?", ("Hvor mange unge må være på uddannelseshjælp i Havnsø?",), "fordi mange unge venter"),
        ("hvornår skal det være nået?", (FLEX,), "2025"),
        ("hvor mange pladser er der?", ("Hvad er sommerjob i Klitmark?",), "45 pladser"),
        ("hvor mange pladser er der?", ("Hvem kan få et sommerjob?", "hvor?"), "45 pladser"),
        ("er det alt?", (SICK,), "Det tidligere mål var for let at nå"),
        ("uddyb", (FLEX,), "Karen Toftlund"),
        ("nej jeg mente Torup", (FLEX,), "240"),
        ("nej, jeg mente Torup", ("Hvad er målet for fleksjob i Klitmark?", "tak"), "240"),
        ("og i Torup?", (FLEX, "tak", "hej"), "240"),
        ("og i Torup?", (FLEX, "?"), "240"),
        ("Hvor mange skal i småjob?", (FLEX, "hvem besøger arbejdspladserne?"), "90"),
        ("hvad var det året før?", ("Hvad er Lindevangs mål for fleksjob i 2024?",), "300"),
        ("hvad stod der i den forrige plan?", (FLEX,), "300"),
    ],
)
def test_a_conversation_goes_on_where_it_stood(
    ask: Ask, question: str, history: tuple[str, ...], words: str
) -> None:
    assert words in ask(question, *history).text


@pytest.mark.parametrize(
    ("question", "history", "reason"),
    [
        ("tak", (FLEX,), Reason.NO_QUESTION),
        ("hej", (), Reason.NO_QUESTION),
        ("hvad kan du?", (FLEX,), Reason.NO_QUESTION),
        ("uddyb", (), Reason.NO_QUESTION),
        ("???", (FLEX,), Reason.NO_QUESTION),
        ("😀", (FLEX,), Reason.NO_QUESTION),
        ("og i Odense?", (FLEX,), Reason.NO_SUCH_MUNICIPALITY),
        ("hvad koster det?", (FLEX,), Reason.NOT_IN_PLANS),
        ("hvorfor?", ("Hvad er sommerjob i Klitmark?",), Reason.NOT_IN_PLANS),
        ("er det alt?", (SICK, "uddyb"), Reason.NO_MORE),
    ],
)
def test_a_turn_that_cannot_be_answered_says_why(
    ask: Ask, question: str, history: tuple[str, ...], reason: Reason
) -> None:
    answer = ask(question, *history)
    assert (answer.reason, answer.citations) == (reason, ())


def test_a_year_that_the_next_municipality_has_no_plan_for_is_let_go_and_the_plan_named(ask: Ask) -> None:
    answer = ask("og i Torup?", "Hvor mange skal være i fleksjob i Lindevang i 2025?")
    assert answer.text.startswith("Beskæftigelsesplan 2024: Mindst 240")
    asked = ask("og i Torup i 2025?", "Hvor mange skal være i fleksjob i Lindevang i 2025?")
    assert asked.reason is Reason.NO_SUCH_YEAR


def test_friendly_words_are_answered_in_kind_and_search_nothing(ask: Ask) -> None:
    answer = ask("tak", FLEX)
    assert answer.text.startswith("Selv tak")
    assert (answer.searched, answer.hits, answer.understood) == ((), (), "")


def test_what_is_told_when_more_is_asked_for_is_new(ask: Ask) -> None:
    first, more = ask(FLEX), ask("uddyb", FLEX)
    told = {(citation.start, citation.end) for citation in first.citations}
    assert not told & {(citation.start, citation.end) for citation in more.citations}
    assert {c.plan.id for c in more.citations} == {first.citations[0].plan.id}


@pytest.mark.parametrize(
    ("question", "history", "context"),
    [
        ("hvem besøger arbejdspladserne?", (FLEX,), ("Lindevang",)),
        ("hvem har ansvaret?", (FLEX,), ("fleksjob", "Lindevang")),
        ("og i Klitmark?", (FLEX,), ("fleksjob",)),
        ("hvornår er fristen?", (FLEX, "og i Torup?"), ("fleksjob", "Torup")),
        ("Hvornår holdes messen?", ("Hvad er Torups mål for fleksjob?",), ("Torup",)),
        (
            "Hvor mange skal i småjob?",
            ("Hvad er Lindevangs mål for fleksjob i 2023?",),
            ("Lindevang", "2023"),
        ),
        ("Hvor mange skal i småjob i Torup?", (FLEX,), ()),
    ],
)
def test_what_a_follow_up_was_read_with_is_shown(
    understood: Read, question: str, history: tuple[str, ...], context: tuple[str, ...]
) -> None:
    assert understood(question, *history).context == context


def test_the_subject_of_a_question_follows_through_several_turns(understood: Read) -> None:
    read = understood("og hvornår?", SICK, "hvem har ansvaret?", "og hvad er udgangspunktet?")
    assert "sygedagpeng" in read.taken
    assert "ansvar" not in read.taken
    assert read.subject == SICK


def test_a_new_subject_takes_nothing_along(understood: Read) -> None:
    read = understood("Hvem holder sommerjob i Klitmark?", FLEX, "hvem har ansvaret?")
    assert (read.taken, read.places, read.municipalities) == (frozenset(), (), ("Klitmark",))


def test_an_answer_is_the_same_whether_the_conversation_was_held_here_or_is_told(
    ask: Ask, library: object
) -> None:
    from assistant.assistant import Assistant
    from assistant.question import Question

    alone = Assistant(library)  # type: ignore[arg-type]
    assert alone.ask(Question("hvem har ansvaret?", (FLEX,))) == ask("hvem har ansvaret?", FLEX)


def test_a_long_conversation_is_read_no_further_back_than_needed(ask: Ask) -> None:
    assert ask("og i Torup?", *(["Hvad er sommerjob i Klitmark?"] * 40), FLEX).text.count("240") == 1
