"""Who asks which municipality is told the one, by what its plan alone says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.the_one import asks_for_one
from assistant.understanding import Understanding

Ask = Callable[..., Answer]


@pytest.mark.parametrize(
    ("question", "one"),
    [
        ("Hvilken kommune har sommerjob?", True),
        ("Hvilken af kommunerne har sommerjob?", True),
        ("Which municipality has summer jobs?", True),
        ("Hvilke kommuner har sommerjob?", False),
        ("Hvilken plan nævner sommerjob?", False),
        ("Hvilken kommune har flest i fleksjob?", False),
    ],
)
def test_the_singular_asks_for_one(
    understood: Callable[..., Understanding], question: str, one: bool
) -> None:
    assert asks_for_one(understood(question)) is one


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hvilken kommune har sommerjob i parkerne?", "Klitmark."),
        ("Hvilken kommune er ikke med i Fjordjob?", "Torup."),
        ("Hvilken kommune har været med i Fjordjob siden 2020?", "Havnsø."),
        ("Hvilken kommune arbejder med de fire mål?", "Havnsø, Klitmark, Lindevang og Torup."),
    ],
)
def test_the_one_that_holds_it_is_named_first(ask: Ask, question: str, first: str) -> None:
    """What all plans say answers only where it answers in full."""
    assert ask(question).text.splitlines()[0] == first


def test_one_that_holds_less_is_named_as_alike(ask: Ask) -> None:
    answer = ask("Hvilken kommune driver caféen Havlyset på havnen?")
    assert "Noget, der ligner, har jeg fundet hos: Torup." in answer.text
    assert "Torup" not in {c.plan.identity.municipality for c in answer.citations}
