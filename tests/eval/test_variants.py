"""The settings that a search may change really change the assistant, and never the collection itself."""

from pathlib import Path

import pytest

from assistant.question import Question
from assistant.weights import DEFAULT
from eval.stamp import Setting
from eval.variants import variants
from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Library
from ingest.settings import Settings

PLANS = Path(__file__).parents[1] / "assistant" / "plans"


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return Settings(store=tmp_path_factory.mktemp("variants") / "store")


@pytest.fixture(scope="module")
def library(settings):
    opened = Library.open(settings)
    assert not add_files(opened, [PLANS], Overrides()).failed
    yield opened
    opened.close()


def lengths(variant):
    found = variant.answerer.find(Question("Hvad er målet for de unge?"))
    return [len(hit.passage.text) for hit in found]


def test_no_settings_are_the_assistant_of_today(library, settings):
    with variants(library, settings) as made:
        variant = made.make(())
        assert variant.model == library.encoder.fingerprint
        assert variant.answerer.collection().library is library
        assert variant.answerer._weights == DEFAULT


def test_a_weight_is_tried_on_the_collection_itself(library, settings):
    with variants(library, settings) as made:
        assistant = made.make((Setting("support", "0.9"),)).answerer
        assert assistant.collection().library is library
        assert assistant._weights.support == 0.9


def test_smaller_passages_are_tried_on_a_copy_that_is_gone_afterwards(library, settings):
    before = [card.passages for card in library.cards()]
    with variants(library, settings) as made:
        today = made.make(())
        smaller = made.make((Setting("longest", "120"), Setting("shortest", "20")))
        copy = smaller.answerer.collection().library.folder
        assert max(lengths(smaller)) < max(lengths(today))
        assert copy.is_dir()
        again = made.make((Setting("longest", "120"), Setting("shortest", "20"), Setting("dense", "0")))
        assert again.answerer.collection().library.folder == copy
    assert not copy.exists()
    assert [card.passages for card in library.cards()] == before


def test_another_prompt_is_another_model_and_needs_no_rebuild_of_the_collection(library, settings):
    with variants(library, settings) as made:
        prompted = made.make((Setting("query_prompt", "spørgsmål: "),))
        assert prompted.model != library.encoder.fingerprint
        assert lengths(prompted)
    assert library.encoder.fingerprint == made.make(()).model
