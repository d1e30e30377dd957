"""The assistant as others use it: as a chain, as a retriever, from many threads, on plans that change."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from langchain_core.runnables import Runnable

from assistant.answer import Answer, Reason
from assistant.assistant import REMEMBERED, Assistant
from assistant.question import Question
from assistant.retriever import PlanRetriever
from assistant.turn import Turn
from ingest.library import Library
from ingest.reading.read import read

TORUP = Question("Hvor mange personer skal være i fleksjob i Torup?")


def test_each_step_runs_alone(assistant: Assistant) -> None:
    understood = assistant.understanding.invoke(TORUP)
    assert isinstance(understood, Turn)
    assert understood.understood.municipalities == ("Torup",)
    assert understood.shares == ()
    found = assistant.finding.invoke(understood)
    assert [share.name for share in found.shares] == ["Torup"]
    assert "240" in assistant.writing.invoke(found).text


def test_the_steps_compose_with_other_runnables(assistant: Assistant) -> None:
    assert isinstance(assistant.chain, Runnable)
    assert "240" in (assistant.chain | (lambda answer: answer.text)).invoke(TORUP)


def test_the_chain_answers_as_the_assistant_does(assistant: Assistant) -> None:
    assert assistant.chain.invoke(TORUP) == assistant.ask(TORUP)


def test_a_batch_is_answered_in_order(assistant: Assistant) -> None:
    questions = [Question(f"Hvad er {name}s mål for fleksjob?", id=name) for name in ("Torup", "Lindevang")]
    assert [answer.id for answer in assistant.chain.batch(questions)] == ["Torup", "Lindevang"]


def test_the_same_question_has_the_same_answer(assistant: Assistant) -> None:
    assert assistant.ask(TORUP) == assistant.ask(TORUP)


def test_the_retriever_finds_as_the_assistant_does(assistant: Assistant, library: Library) -> None:
    documents = PlanRetriever(assistant=assistant, k=2).invoke(TORUP.text)
    hits = assistant.find(TORUP)[:2]
    assert [document.id for document in documents] == [hit.passage.key for hit in hits]
    first = documents[0]
    plan = library.plan(first.metadata["plan"])
    assert plan.text[first.metadata["start"] : first.metadata["end"]] == first.page_content
    expected = {"municipality": "Torup", "year": 2024, "page": 1, "source": "torup-2024.txt"}
    assert first.metadata.items() >= expected.items()
    scores = [document.metadata["score"] for document in documents]
    assert scores == sorted(scores, reverse=True)


def test_the_retriever_keeps_its_scope(assistant: Assistant) -> None:
    found = PlanRetriever(assistant=assistant, municipalities=("Lindevang",), year=2023).invoke("fleksjob")
    assert {(d.metadata["municipality"], d.metadata["year"]) for d in found} == {("Lindevang", 2023)}


def words(value: object) -> str:
    """Return every string that a value holds, however deep."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "\n".join(map(words, value))
    if is_dataclass(value) and not isinstance(value, type):
        return "\n".join(words(getattr(value, field.name)) for field in fields(value))
    return ""


@pytest.mark.parametrize("number", ["010190-1234", "0101901234", "010190 1234", "01.01.90-1234"])
@pytest.mark.parametrize(
    "question", ["Jeg hedder {} og vil vide, hvor mange der er i fleksjob i Torup", "Hvad er {}?"]
)
def test_a_cpr_number_comes_back_nowhere(assistant: Assistant, question: str, number: str) -> None:
    asked = question.format(number)
    for answer in (assistant.ask(Question(asked)), assistant.ask(Question("Og i Klitmark?", (asked,)))):
        assert number not in words(answer)
        assert "1234" not in words(answer)


def test_an_empty_store_says_so(small_library: Callable[..., Library]) -> None:
    answer = Assistant(small_library()).ask(TORUP)
    assert (answer.abstained, answer.reason) == (True, Reason.EMPTY_COLLECTION)
    assert answer.searched == answer.citations == answer.hits == ()
    assert answer.text


def test_plans_are_seen_and_forgotten_at_once(
    small_library: Callable[..., Library], plan_folder: Path
) -> None:
    library = small_library("klitmark-2024.txt")
    assistant = Assistant(library)
    assert assistant.ask(TORUP).abstained
    card = library.add(read(plan_folder / "torup-2024.txt")).card
    assert "240" in assistant.ask(TORUP).text
    library.remove(card.id)
    assert assistant.ask(TORUP).abstained


def test_many_threads_ask_while_a_plan_is_added(
    small_library: Callable[..., Library], plan_folder: Path
) -> None:
    library = small_library("torup-2024.txt")
    assistant = Assistant(library)

    def one(number: int) -> Answer | None:
        if number == 5:
            library.add(read(plan_folder / "klitmark-2024.txt"))
            return None
        return assistant.ask(TORUP)

    with ThreadPoolExecutor(8) as pool:
        answers = [answer for answer in pool.map(one, range(24)) if answer]
    assert len(answers) == 23
    assert {answer.citations[0].quote for answer in answers} == {
        "Mindst 240 personer er i fleksjob ved udgangen af 2024."
    }


def test_the_answer_speaks_the_language_that_was_set(library: Library) -> None:
    answer = Assistant(library, "en").ask(Question("Hvad koster et pas i Torup?"))
    assert answer.text.startswith("I have not found it in the plans")


def test_a_long_conversation_is_not_answered_anew_at_each_turn(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant = Assistant(library)
    history: tuple[str, ...] = ()
    for turn in range(REMEMBERED + 4):
        words = f"Hvad er Torups mål for fleksjob i {2010 + turn}?"
        assistant.ask(Question(words, history))
        history = (*history, words)
    found: list[Turn] = []
    find = assistant._find
    monkeypatch.setattr(assistant, "_find", lambda turn: (found.append(turn), find(turn))[1])
    assistant.ask(Question("Og for sygedagpenge?", history))
    assert len(found) == 1


def test_a_plan_that_is_removed_while_a_question_is_answered_is_left_out(
    small_library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = small_library("torup-2024.txt", "lindevang-2025.md")
    assistant = Assistant(library)
    find, torup = assistant._find, [c.id for c in library.current() if c.identity.municipality == "Torup"]

    def find_while_another_removes(turn: Turn) -> Turn:
        if torup:
            library.remove(torup.pop())
        return find(turn)

    monkeypatch.setattr(assistant, "_find", find_while_another_removes)
    answer = assistant.ask(Question("Hvad er kommunernes mål for fleksjob?"))
    assert {citation.plan.identity.municipality for citation in answer.citations} == {"Lindevang"}


@pytest.mark.parametrize("question", ["Hvad er målet for fleksjob?", "Og for unge, hvad er målet i Torup?"])
def test_a_municipality_chosen_that_has_no_plan_is_named(ask: Callable[..., Answer], question: str) -> None:
    answer = ask(question, municipalities=("Odense",))
    assert answer.reason is Reason.NO_SUCH_MUNICIPALITY
    assert answer.text.startswith("Der er ingen plan fra Odense i samlingen")
    both = ask("Hvad er målet for fleksjob?", municipalities=("Odense", "Torup"))
    assert both.citations
    assert "ingen plan fra Odense" in both.text


def test_a_year_chosen_that_no_plan_is_for_is_named(ask: Callable[..., Answer]) -> None:
    assert "om 2019 i" in ask("Hvad er målet for fleksjob?", year=2019).text
