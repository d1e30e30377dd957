"""When the plans do not answer, and why: each reason, and the questions that only look like one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer, Reason
from assistant.assistant import Assistant
from assistant.question import Question

Ask = Callable[..., Answer]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Hvad koster et pas i Torup?", Reason.NOT_IN_PLANS),
        ("Hvor mange er på ressourceforløb i Klitmark?", Reason.NOT_IN_PLANS),
        ("Hvem er borgmester i Torup?", Reason.NOT_IN_PLANS),
        ("Hvad er hovedstaden i Peru?", Reason.NOT_IN_PLANS),
        ("Hvad er Odenses mål for fleksjob?", Reason.NO_SUCH_MUNICIPALITY),
        ("Og i Odense?", Reason.NO_SUCH_MUNICIPALITY),
        ("Hvad er Torups mål for fleksjob i 2019?", Reason.NO_SUCH_YEAR),
        ("Hvad er Havnsøs mål for uddannelseshjælp i 2031?", Reason.NO_SUCH_YEAR),
        ("Hvor mange er der?", Reason.NOT_ABOUT_PLANS),
        ("Hvad står der?", Reason.NOT_ABOUT_PLANS),
        ("kan du skrive et brev til en borger i Torup om fleksjob", Reason.NOT_ABOUT_PLANS),
        ("", Reason.NO_QUESTION),
        ("?!", Reason.NO_QUESTION),
    ],
)
def test_there_is_no_answer_and_it_says_why(ask: Ask, question: str, reason: Reason) -> None:
    answer = ask(question)
    assert (answer.abstained, answer.reason) == (True, reason), answer.text
    assert answer.citations == ()
    assert answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange er i fleksjob i Klitmark?",
        "Hvor mange personer skal være i fleksjob i Klitmark i 2024?",
        "Hvor mange småjob skal der være i Torup?",
        "Hvor mange uger må et sygeforløb vare i Klitmark?",
        "Hvor mange pladser er der til sommerjob i Torup?",
        "Hvem leder arbejdet for flygtninge i Torup?",
    ],
)
def test_a_number_of_another_municipality_is_never_given(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert not [n for n in ("240", "340", "300", "90", "12 uger", "45", "Ravnkilde") if n in answer.text]
    assert {c.plan.identity.municipality for c in answer.citations} <= {"Klitmark", "Torup"}


@pytest.mark.parametrize("question", ["Hvad koster et pas i Torup?", "Hvad er hovedstaden i Peru?"])
def test_it_names_the_plans_it_searched(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.searched
    assert all(card.location in answer.text for card in answer.searched)


def test_the_plans_at_hand_are_named_when_one_is_missing(ask: Ask) -> None:
    text = ask("Hvad er Odenses mål for fleksjob?").text
    assert all(name in text for name in ("Odense", "Torup", "Klitmark", "Havnsø", "Lindevang"))


def test_the_nearest_passages_are_shown_as_such(ask: Ask) -> None:
    assert ask("Hvor mange uger må et sygeforløb vare i Klitmark?").hits


def test_the_plans_own_no_is_an_answer(ask: Ask) -> None:
    answer = ask("Har Klitmark sat et tal på fleksjob?")
    assert not answer.abstained
    assert "ikke sat et tal på" in answer.text


def test_a_sentence_on_one_year_is_no_answer_for_another(ask: Ask) -> None:
    answer = ask("Hvor mange var på sygedagpenge i Lindevang i 2019?")
    assert answer.abstained
    assert "455" not in answer.text


def test_everyday_words_do_not_decide(ask: Ask) -> None:
    answer = ask("må man gerne bare dukke op på Kajen uden aftale i Havnsø")
    assert not answer.abstained
    assert "værested" in answer.text or "uden at have en aftale" in answer.text


@pytest.mark.parametrize("question", ["hvilke planer nævner åbenthus", "hvilke kommuner har åbent-hus"])
def test_what_the_plan_parts_is_named_by_one_word(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert "Havnsø" in answer.text.splitlines()[0], answer.text
    assert not answer.abstained


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er borgerrådgiver i Torup?",
        "Hvem er leder af messen i Torup?",
        "Hvor mange skal være i fleksjob i uge 14 i Torup?",
        "Hvor mange uger må et sygeforløb vare for de over 77 i Torup?",
    ],
)
def test_an_office_and_a_number_that_are_not_named_are_not_answered(ask: Ask, question: str) -> None:
    assert ask(question).abstained, ask(question).text


def test_a_collection_of_no_known_municipality_says_so(on_plans: Callable[..., Assistant]) -> None:
    plan = "Plan for de ældre\n\n1. Mål\n\nAlle ældre får besøg hver uge.\n"
    answer = on_plans({"plan.txt": plan}).ask(Question("Hvad gør Aarhus for unge?"))
    assert "fra: ingen kommune, jeg kender." in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Min mor er 67, hvor lang tid må et sygeforløb vare i Torup?",
        "jeg er 43 og syg hvor lang tid må et sygeforløb vare i torup",
    ],
)
def test_an_age_only_tells_who_asks(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert "12 uger" in answer.text


def test_the_thing_counted_may_stand_behind_an_adjective(on_plans: Callable[..., Assistant]) -> None:
    plan = (
        "# Beskæftigelsesplan 2024\n\nEngmose Kommune\n\n## Nye borgere\n\n"
        "Der er udmeldt 1 ny flygtning, som Engmose Kommune skal modtage i 2024.\n"
    )
    answer = on_plans({"plan.md": plan}).ask(Question("hvor mange nye flygtnige skal engmose ta imod i 2024"))
    assert "1 ny flygtning" in answer.text


def test_a_rate_is_no_verb_that_may_be_missing(ask: Ask) -> None:
    assert ask("hvad er satsen for fleksjob i torup").abstained


@pytest.mark.parametrize("counted", ["vejledere", "medarbejdere"])
def test_a_share_of_others_is_no_number_of_the_thing_counted(
    on_plans: Callable[..., Assistant], counted: str
) -> None:
    plan = (
        "# Beskæftigelsesplan 2024\n\nEngmose Kommune\n\n## Virksomheder\n\n"
        "Mindst 85 pct. af virksomhederne er tilfredse med deres vejleder i Engmoses jobcenter.\n"
    )
    answer = on_plans({"plan.md": plan}).ask(Question(f"Hvor mange {counted} har Engmoses jobcenter?"))
    assert answer.abstained, answer.text


NEIGHBOURS = """# Plan 2024

Engmose Kommune

## Ydelser

I december 2023 var 212 personer i fleksjob, og 640 fik førtidspension.

Kommunen har taget imod 37 flygtninge. En vuggestue i Engmose by har plads til 48 børn.

Et palliativt hold på tre sygeplejersker kører ud om natten. Der gives rådgivning om gæld hver torsdag.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange får ledighedsydelse i Engmose?",
        "Hvor mange er i skånejob i Engmose?",
        "Hvor mange får folkepension i Engmose?",
        "Hvor mange asylansøgere er der i Engmose?",
        "Hvor mange daginstitutioner er der i Engmose?",
        "Hvilke kommuner har et hospice?",
        "Hvilke kommuner har en borgerrådgiver?",
    ],
)
def test_a_neighbour_of_what_is_asked_for_answers_nothing(
    on_plans: Callable[..., Assistant], question: str
) -> None:
    answer = on_plans({"plan.md": NEIGHBOURS}).ask(Question(question))
    assert answer.abstained, answer.text
