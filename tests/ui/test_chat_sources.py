"""Places in plans, also in those that are gone."""

from collections.abc import Callable
from pathlib import Path

from assistant.answer import Citation, Hit
from corpus.sample.manifest import read_manifest
from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Library
from ingest.plan import Plan
from ui.sources import cited, found, is_invented


def test_a_sample_is_marked_as_invented_even_when_it_is_gone(empty_library: Library) -> None:
    sample = next(plan for plan in read_manifest() if plan.look == "text")
    add_files(empty_library, [sample.path], Overrides())
    card = empty_library.cards()[0]
    passage = empty_library.plan(card.id).passages[0]
    citation = Citation(1, card, 1, "", passage.text, passage.start, passage.end)
    assert cited(empty_library, citation).invented
    empty_library.remove(card.id)
    place = cited(empty_library, citation)
    assert place.invented
    assert place.removed
    assert place.passage[0].text == passage.text
    assert found(empty_library, Hit(passage, card, 1.0)).invented


def test_other_plans_are_not(make_plan: Callable[..., Plan]) -> None:
    assert not is_invented(make_plan("# Plan\nKommunen findes.\n"))
    assert is_invented(make_plan("# Plan\nOpdigtet eksempel: kommunen findes ikke.\n"))


def test_every_sample_is_told_by_its_text(empty_library: Library) -> None:
    result = add_files(empty_library, [Path(plan.path) for plan in read_manifest()], Overrides())
    assert not result.failed
    for card in empty_library.cards():
        assert is_invented(empty_library.plan(card.id)), card.source
