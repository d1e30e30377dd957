"""Finding in a large collection: the indexes choose, and nothing is lost that scoring everything finds."""

from __future__ import annotations

import pytest

from assistant import finding
from assistant.assistant import Assistant
from assistant.collection import Collection
from assistant.grams import padded, times
from assistant.question import Question
from assistant.units import units
from ingest.library import Library

QUESTIONS = (
    "Hvad er målet for sygedagpenge?",
    "hvor mange ledige er der",
    "Hvem følger op på planen?",
    "Hvordan samarbejder jobcenteret med virksomheder?",
)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every collection count as a large one."""
    monkeypatch.setattr(finding, "SCOPED", 0)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_the_indexes_choose_holds_the_best_passage(
    library: Library, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    everything = Assistant(library).find(Question(question))
    monkeypatch.setattr(finding, "SCOPED", 0)
    chosen = Assistant(library).find(Question(question))
    assert chosen[0].passage == everything[0].passage


@pytest.mark.usefixtures("large")
def test_every_municipality_is_looked_at_where_all_are_asked(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "CANDIDATES_IN_ALL", 1)
    monkeypatch.setattr(finding, "JUDGED_IN_ALL", 1)
    assistant = Assistant(library)
    answer = assistant.ask(Question("Hvilke kommuner skriver om ledige?"))
    owners = {card.identity.municipality for card in library.current()}
    assert {card.identity.municipality for card in answer.searched} == owners
    assert {hit.plan.identity.municipality for hit in answer.hits} == owners


def test_the_units_of_a_passage_are_those_of_its_plan(library: Library) -> None:
    for card in library.current():
        plan = library.plan(card.id)
        whole = units(plan)
        for passage in plan.passages:
            inside = tuple(unit for unit in whole if passage.start <= unit.start < passage.end)
            assert units(plan, passage.start, passage.end) == inside


def test_looking_at_every_vector_finds_what_the_index_finds(library: Library) -> None:
    vector = library.encoder.encode_question("virksomheder og rekruttering")
    exact = Collection(library).nearest(vector, 5)
    assert exact == [key for key, _ in library.nearest(vector, 5)]


def test_passages_read_alone_are_those_of_their_plans(library: Library) -> None:
    passages = [passage for card in library.current() for passage in library.plan(card.id).passages]
    keys = [(passage.plan, passage.ordinal) for passage in passages]
    assert library.catalogue.passages_at(keys) == dict(zip(keys, passages, strict=True))
    assert library.catalogue.terms_at(keys) == library.catalogue.terms([c.id for c in library.cards()])


def test_counts_looked_up_one_by_one_are_those_of_the_vocabulary(library: Library) -> None:
    counts = Collection(library).rarity.counts
    vocabulary = library.catalogue.vocabulary()
    assert {term: counts[term] for term in vocabulary} == vocabulary
    assert "findesikke" not in counts


@pytest.mark.parametrize(
    ("gram", "text", "count"),
    [("ana", "banana", 2), (" i ", "i i i", 3), ("båd", "både båd", 2), ("xyz", "båd", 0)],
)
def test_grams_that_share_letters_are_all_counted(gram: str, text: str, count: int) -> None:
    assert times(gram, padded(text)) == count
