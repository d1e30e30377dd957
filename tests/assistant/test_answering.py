"""Answers on five small plans: the right passage wins, and every citation proves what it stands beside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.answering import declined
from assistant.choosing import Share
from assistant.collection import Collection
from assistant.question import Question
from assistant.understanding import Understanding
from ingest.library import Library

Ask = Callable[..., Answer]

FACTS = [
    ("Hvor mange personer skal være i fleksjob i Torup?", "240", "Torup", 2024),
    ("hvor mange skal vaere i fleksjob i torup", "240", "Torup", 2024),
    ("Hvad er målet for fleksjob i Lindevang?", "340", "Lindevang", 2025),
    ("Hvad var målet for fleksjob i Lindevang i 2023?", "300", "Lindevang", 2023),
    ("Hvad siger Lindevangs plan for 2023 om sygedagpenge?", "410", "Lindevang", 2023),
    ("Hvad er Lindevangs mål for sygedagpenge i 2025?", "370", "Lindevang", 2025),
    ("Hvor mange fuldtidspersoner er på sygedagpenge i Havnsø?", "388", "Havnsø", 2024),
    ("Hvor mange får kontanthjælp i Havnsø?", "214", "Havnsø", 2024),
    ("Hvor lang tid må et sygeforløb vare i Torup?", "12 uger", "Torup", 2024),
    ("Hvad er Kajen?", "værested", "Havnsø", 2024),
    ("hvad betyder VIB", "Virksomhedsindsats i Byen", "Havnsø", 2024),
    ("Hvornår er der åbent hus for virksomheder i Havnsø?", "12. september 2024", "Havnsø", 2024),
    ("Hvem leder arbejdet for flygtninge i Havnsø?", "Sofie Ravnkilde", "Havnsø", 2024),
    ("Hvilke principper følger ungeteamet i Havnsø?", "Ingen venter mere end fem dage", "Havnsø", 2024),
    ("Hvor mange pladser er der til sommerjob i Klitmark?", "45 pladser", "Klitmark", 2024),
    ("Hvad gør Torup om repatriering?", "vejleder alle borgere", "Torup", 2024),
    ("Hvorfor skal antallet på uddannelseshjælp ned i Havnsø?", "venter for længe", "Havnsø", 2024),
]
OTHERS = [
    "Hvad er kommunernes mål for fleksjob?",
    "Sammenlign Torups og Lindevangs mål for fleksjob",
    "Hvilke kommuner har et mål for småjob?",
    "Hvad gør Havnsø for unge?",
    "Hvad er der af fælles mål for landet?",
    "Hvor mange er i fleksjob i Klitmark?",
]


@pytest.mark.parametrize(("question", "words", "municipality", "year"), FACTS)
def test_the_right_sentence_of_the_right_plan(
    ask: Ask, question: str, words: str, municipality: str, year: int
) -> None:
    answer = ask(question)
    assert not answer.abstained, answer.text
    assert words in answer.text
    first = answer.citations[0].plan.identity
    assert (first.municipality, first.first_year) == (municipality, year)


@pytest.mark.parametrize("question", [fact[0] for fact in FACTS] + OTHERS)
def test_every_citation_stands_word_for_word_on_its_page(ask: Ask, library: Library, question: str) -> None:
    answer = ask(question)
    for citation in answer.citations:
        plan = library.plan(citation.plan.id)
        assert plan.text[citation.start : citation.end] == citation.quote != ""
        assert plan.document.page_at(citation.start) == citation.page
        assert plan.document.page_at(citation.end - 1) == citation.page
        assert "\f" not in citation.quote
    assert answer.dropped == 0


@pytest.mark.parametrize("question", [fact[0] for fact in FACTS] + OTHERS)
def test_marks_and_citations_are_the_same_in_order(ask: Ask, question: str) -> None:
    answer = ask(question)
    marks = [int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)]
    assert list(dict.fromkeys(marks)) == [c.n for c in answer.citations]
    assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    places = {(c.plan.id, c.start, c.end) for c in answer.citations}
    assert len(places) == len(answer.citations)


@pytest.mark.parametrize("question", [fact[0] for fact in FACTS] + OTHERS)
def test_citations_come_from_the_plans_searched(ask: Ask, question: str) -> None:
    answer = ask(question)
    searched = {card.id for card in answer.searched}
    assert {c.plan.id for c in answer.citations} | {h.plan.id for h in answer.hits} <= searched


@pytest.mark.parametrize("question", [fact[0] for fact in FACTS])
def test_the_passage_that_answers_is_the_first_hit(ask: Ask, question: str) -> None:
    answer = ask(question)
    first, citation = answer.hits[0].passage, answer.citations[0]
    assert first.plan == citation.plan.id
    assert first.start <= citation.start < first.end


def test_several_municipalities_get_a_paragraph_each(ask: Ask) -> None:
    answer = ask("Hvor mange personer skal være i fleksjob i Torup og Lindevang?")
    lines = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert "240" in lines["Torup"]
    assert "340" in lines["Lindevang"]


def test_a_list_of_municipalities_gives_each_its_own(ask: Ask) -> None:
    answer = ask("Hvor mange personer skal være i fleksjob i Klitmark, Lindevang og Torup?")
    lines = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert "240" in lines["Torup"]
    assert "340" in lines["Lindevang"]
    assert "[" not in lines["Klitmark"]


def test_editions_stand_side_by_side_when_both_years_are_named(ask: Ask) -> None:
    answer = ask("Hvad var Lindevangs mål for fleksjob i 2023 og 2025?")
    assert "300" in answer.text
    assert "340" in answer.text


def test_which_goes_through_every_plan(ask: Ask) -> None:
    answer = ask("Hvilke kommuner har sommerjob?")
    first, *_, last = answer.text.splitlines()
    assert first == "Klitmark."
    assert all(name in last for name in ("Havnsø", "Lindevang", "Torup"))
    assert {card.identity.municipality for card in answer.searched} == {
        "Havnsø",
        "Klitmark",
        "Lindevang",
        "Torup",
    }


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hvilke kommuner vejleder om repatriering?", {"Torup"}),
        ("Hvilke planer skriver om demens?", {"Klitmark"}),
        ("Hvilken kommune har et værested for unge?", {"Havnsø"}),
        ("Hvilke kommuner nævner ministerens fire mål?", {"Havnsø", "Klitmark", "Lindevang", "Torup"}),
    ],
)
def test_which_names_those_and_no_others(ask: Ask, question: str, names: set[str]) -> None:
    said = ask(question).text.splitlines()[0].removesuffix(".").replace(" og ", ", ")
    assert set(said.split(", ")) == names


def test_which_sets_those_apart_whose_plan_says_no(ask: Ask) -> None:
    first, *lines = ask("Hvilke kommuner er med i Fjordjob?").text.splitlines()
    assert first == "Havnsø."
    assert "Planen siger nej hos: Torup." in lines
    assert "Torup" not in lines[-1]


def test_which_are_not_is_answered_by_those_whose_plan_says_no(ask: Ask) -> None:
    first, *lines = ask("Hvilke kommuner er ikke med i Fjordjob?").text.splitlines()
    assert first == "Torup."
    assert "Det modsatte står i planen hos: Havnsø." in lines


def test_who_is_in_it_is_not_answered_by_who_is_not(ask: Ask) -> None:
    assert "Torup" not in ask("Hvem er med i Fjordjob?").text.split(" [")[0]


def test_a_signature_set_as_a_heading_says_who_holds_an_office(ask: Ask) -> None:
    assert "Ditte Holk" in ask("hvem er borgmester i havnsø").text


def test_a_missing_municipality_is_told_beside_the_others(ask: Ask) -> None:
    answer = ask("Hvad siger Odense og Torup om repatriering?")
    assert not answer.abstained
    assert "Odense" in answer.text.splitlines()[-1]


def test_the_owner_is_told_where_the_question_names_none(ask: Ask) -> None:
    assert ask("Hvor mange pladser er der til sommerjob?").text.startswith("Klitmark: ")


@pytest.mark.parametrize(
    ("question", "history", "words", "municipality"),
    [
        ("Og i Lindevang?", ("Hvor mange skal være i fleksjob i Torup?",), "340", "Lindevang"),
        ("Hvad med 2023?", ("Hvad er målet for fleksjob i Lindevang?",), "300", "Lindevang"),
        (
            "Og i Torup?",
            ("Hvad er målet for sygedagpenge i Lindevang?", "Og hvad er målet for fleksjob?"),
            "240",
            "Torup",
        ),
    ],
)
def test_a_follow_up_is_answered_and_says_how_it_was_read(
    ask: Ask, question: str, history: tuple[str, ...], words: str, municipality: str
) -> None:
    answer = ask(question, *history)
    assert words in answer.text
    assert answer.citations[0].plan.identity.municipality == municipality
    assert answer.understood


def test_a_users_filter_is_kept(ask: Ask) -> None:
    answer = ask("Hvad er målet for fleksjob?", municipalities=("Lindevang",), year=2023)
    assert "300" in answer.text
    assert len(answer.searched) == 1


def test_words_shared_by_all_plans_are_quoted_from_the_one_asked(ask: Ask) -> None:
    for name in ("Havnsø", "Klitmark", "Torup"):
        answer = ask(f"Hvor mange mål har beskæftigelsesministeren udpeget ifølge {name}?")
        assert "fire mål" in answer.text
        assert {c.plan.identity.municipality for c in answer.citations} == {name}


def test_plans_of_one_municipality_are_told_apart_where_plans_are_asked_for(ask: Ask) -> None:
    first = ask("Hvilke planer har et mål for fleksjob?").text.splitlines()[0]
    assert "Torup" in first
    assert "Lindevang (Beskæftigelsesplan 2023)" in first
    assert "Lindevang (Beskæftigelsesplan 2025)" in first


@pytest.mark.parametrize(
    ("owners", "told"),
    [
        (["Torup"] * 2, "Torup"),
        (["Torup"] * 30, "30 planer fra Torup"),
        ([f"By {n}" for n in range(40)], "40 planer fra 40 kommuner"),
    ],
)
def test_many_plans_are_counted_where_nothing_was_found(
    collection: Collection, understood: Callable[..., Understanding], owners: list[str], told: str
) -> None:
    card = collection.cards[0]
    cards = tuple(
        replace(card, id=f"{n}", identity=replace(card.identity, municipality=owner))
        for n, owner in enumerate(owners)
    )
    question = Question("Hvad er hovedstaden i Peru?")
    answer = declined(question, understood(question.text), [Share(cards, ())], collection, "da")
    assert told in answer.text
    assert answer.searched == cards
    assert len(answer.text) < 250
