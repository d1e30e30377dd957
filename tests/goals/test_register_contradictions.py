"""Contradictions are kept with the goals: weighed when goals are found or corrected, gone with their plan."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.registered import Register, register
from ingest.catalogue import Vectors
from ingest.correcting import correct, undo
from ingest.goals.contradictions import contradictions
from ingest.goals.corrections import Reading
from ingest.identity import Overrides
from ingest.library import Library
from ingest.maintenance import rebuild
from ingest.plan import Plan

TEXT = """# Beskæftigelsesplan 2024

## Overblik

- Antallet af langtidsledige skal nedbringes til 95 i 2024.

## Langtidsledige

- Antallet af langtidsledige skal nedbringes til 110 i 2024.
- Mindst 60 pct. af de sygemeldte er i delvist arbejde.
"""


class Letters:
    """An encoder for tests: a vector counts letters."""

    fingerprint = "letters"
    dimension = 26

    def encode_passages(self, texts: list[str]) -> Vectors:
        rows = [[text.lower().count(chr(97 + n)) + 0.01 for n in range(26)] for text in texts]
        return np.array(rows, dtype=np.float32)

    def encode_question(self, text: str) -> Vectors:
        return self.encode_passages([text])[0]


@pytest.fixture
def library(tmp_path: Path, make_plan: Callable[..., Plan]) -> Iterator[Library]:
    library = Library(tmp_path / "store", Letters)
    library.add(make_plan(TEXT).document, Overrides("Sandby", 2024))
    yield library
    library.close()


def numbers(found: Register) -> list[tuple[float, ...]]:
    return [each.contradiction.numbers for each in found.disagreements]


def test_what_is_kept_is_what_is_found(library: Library) -> None:
    (kept,) = register(library).disagreements
    plan = library.plan(kept.plan.id)
    assert (kept.contradiction,) == contradictions(library.catalogue.goals.goals([plan.id]), plan)
    assert kept.contradiction.numbers == (95, 110)
    for citation in kept.citations:
        assert plan.text[citation.start : citation.end] == citation.quote
    touched = [kept.touches(each.goal) for each in register(library).goals]
    assert touched == [True, True, False]


@pytest.mark.parametrize("rejected", [True, False])
def test_a_correction_may_settle_it_and_taking_it_back_brings_it_back(
    library: Library, rejected: bool
) -> None:
    goal = register(library).goals[1].goal
    correct(library, goal, replace(Reading.of(goal), value=95.0), rejected)
    assert numbers(register(library)) == []
    rebuild(library)
    assert numbers(register(library)) == []
    found = register(library)
    said = (found.rejected if rejected else found.goals[1:])[0]
    undo(library, said.corrections, said.plan.id)
    assert numbers(register(library)) == [(95, 110)]


def test_it_goes_with_its_plan(library: Library) -> None:
    plan = register(library).disagreements[0].plan.id
    library.remove(plan)
    assert library.catalogue.contradictions.of([plan]) == ()


def test_a_store_from_before_wants_a_rebuild_and_then_has_them(
    library: Library, make_older: Callable[[Path, int], None]
) -> None:
    library.close()
    make_older(library.folder, 5)
    upgraded = Library(library.folder, Letters)
    assert numbers(register(upgraded)) == []
    rebuild(upgraded)
    assert numbers(register(upgraded)) == [(95, 110)]
    upgraded.close()
