"""The sets of a store and of the samples can be picked, and a set is put there and taken away again."""

import pytest

import corpus
from eval.mistakes import read
from eval.shelf import SetShelf, ShelvedSet


@pytest.fixture
def shelves(tmp_path):
    return SetShelf(tmp_path)


def test_without_sets_of_its_own_there_are_the_samples_and_each_can_be_read(shelves):
    assert [each.name for each in shelves.sets()] == [
        "questions", "conversations", "english", "validation", "heldout",
    ]  # fmt: skip
    assert all(each.sample and not read(each.path).mistakes for each in shelves.sets())


def test_a_kept_set_is_first_and_can_be_removed(shelves, set_path):
    kept = shelves.keep("mine.jsonl", set_path.read_bytes())
    (shelves.folder / "notes.txt").touch()
    assert [each.name for each in shelves.sets()][:2] == ["mine", "questions"]
    assert shelves.named("mine") == kept
    assert len(read(kept.path).numbered) == 6
    shelves.remove(kept)
    assert shelves.named("mine") is None


@pytest.mark.parametrize("name", ["../outside.jsonl", "/etc/outside.jsonl", "..\\..\\outside.jsonl"])
def test_a_file_name_leads_nowhere_else(shelves, name):
    assert shelves.keep(name, b"{}").path == shelves.folder / "outside.jsonl"


def test_a_sample_stays(shelves):
    sample = next(each for each in shelves.sets() if each.sample)
    shelves.remove(sample)
    shelves.remove(ShelvedSet(corpus.ROOT / "sample" / "questions.jsonl"))
    assert sample.path.exists()
