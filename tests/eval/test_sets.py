"""The store's own question sets, and answers from the chat kept in them."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from assistant.question import Question
from eval.mistakes import InvalidSetError, load
from eval.run import evaluate
from eval.sets import SetFolder
from ingest.errors import QuestionError

ASKED = Question("Hvor mange medarbejdere har jobcenteret i Birkelund?")


@pytest.fixture
def sets(tmp_path):
    return SetFolder(tmp_path)


def test_answers_are_kept_as_drafts_that_stand_in_the_plans(sets, shelf, collection):
    declined = Question("Hvad koster et svømmebad?")
    for asked in (ASKED, declined):
        sets.keep(shelf.ask(asked), asked, "fra chatten")
    cases = load(sets.file("fra chatten"), collection).cases
    assert [case.id for case in cases] == ["fra chatten-001", "fra chatten-002"]
    assert [case.answerable for case in cases] == [True, False]
    assert all(case.drafted for case in cases)


def test_the_same_once_more_changes_nothing(sets, shelf):
    first = sets.keep(shelf.ask(ASKED), ASKED, "s")
    before = sets.file("s").read_bytes()
    assert sets.keep(shelf.ask(ASKED), ASKED, "s") == first
    assert sets.file("s").read_bytes() == before
    other = replace(ASKED, municipalities=("Birkelund",))
    assert sets.keep(shelf.ask(other), other, "s").id == "s-002", "with a filter it is another question"


def test_many_at_once_lose_none_and_share_no_id(sets, shelf):
    asked = [replace(ASKED, text=f"{ASKED.text} {n}") for n in range(12)]
    with ThreadPoolExecutor(6) as pool:
        kept = list(pool.map(lambda each: sets.keep(shelf.ask(each), each, "s"), asked))
    assert len({case.id for case in kept}) == 12
    assert len(sets.file("s").read_text("utf-8").splitlines()) == 12


def test_an_accepted_case_from_the_chat_is_right_when_it_is_asked_again(sets, shelf, collection, tmp_path):
    sets.keep(shelf.ask(ASKED), ASKED, "s")
    sets.accept(sets.file("s"), {"s-001", "of another set"})
    (row,) = evaluate(sets.file("s"), shelf, collection).rows
    assert row.score("right").value == row.score("citation_recall").value == 1


def test_a_set_with_lines_that_cannot_be_read_loses_none_of_them(sets):
    sets.path.mkdir()
    sets.file("s").write_text("{\n", encoding="utf-8")
    with pytest.raises(InvalidSetError):
        sets.accept(sets.file("s"), {"s-001"})
    assert sets.file("s").read_text("utf-8") == "{\n"


def test_a_set_that_was_uploaded_under_any_name_can_be_accepted(sets, shelf):
    sets.keep(shelf.ask(ASKED), ASKED, "s")
    odd = sets.file("s").rename(sets.path / "mit sæt (1).jsonl")
    sets.accept(odd, {"s-001"})
    assert '"drafted"' not in odd.read_text("utf-8")


@pytest.mark.parametrize("name", ["", "../andre", "a/b", ".skjult", "con:", "x" * 61, " "])
def test_a_name_that_could_be_another_file_is_refused(sets, shelf, name, tmp_path):
    with pytest.raises(QuestionError, match="cannot be called"):
        sets.keep(shelf.ask(ASKED), ASKED, name)
    assert list(tmp_path.iterdir()) == []


def test_a_set_with_mistakes_is_not_written_into(sets, shelf):
    sets.path.mkdir()
    sets.file("s").write_text("{\n", encoding="utf-8")
    with pytest.raises(InvalidSetError):
        sets.keep(shelf.ask(ASKED), ASKED, "s")
    assert sets.file("s").read_text("utf-8") == "{\n"


def test_a_folder_that_cannot_be_written_is_told(sets, shelf):
    sets.path.write_text("a file where the folder should be")
    with pytest.raises(QuestionError, match="cannot be written"):
        sets.keep(shelf.ask(ASKED), ASKED, "s")
