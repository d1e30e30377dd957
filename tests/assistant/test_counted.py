"""A number answers "hvor mange" only where it counts the thing asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.fitness import fitness
from assistant.honesty import counts_thing
from assistant.judging import Verdict
from assistant.understanding import Understanding
from assistant.units import Unit
from assistant.weights import DEFAULT
from ingest.plan import BlockKind


@pytest.mark.parametrize(
    ("question", "text", "counts"),
    [
        ("Hvor mange vejledere har biblioteket?", "Biblioteket har 12 vejledere.", True),
        (
            "Hvor mange vejledere har biblioteket?",
            "85 pct. er trygge ved samtalen med deres vejleder.",
            False,
        ),
        ("Hvor mange vejledere har biblioteket?", "To lokaler bruges af vejledere om aftenen.", False),
        ("Hvor mange virksomheder er med?", "Mindst 40 pct. af virksomhederne er med.", True),
        ("Hvor mange er i fleksjob?", "340 personer er i fleksjob.", True),
        ("Hvor mange er i fleksjob?", "Andelen i fleksjob er 3 pct.", True),
    ],
)
def test_the_noun_by_the_number_is_what_it_counts(
    understood: Callable[..., Understanding], question: str, text: str, counts: bool
) -> None:
    unit = Unit("p", 0, len(text), BlockKind.PARAGRAPH, text, ())
    asked = understood(question)
    verdict = Verdict(unit, 0.0, 0.0, fitness(unit, asked), 0.0, 0.0)
    assert counts_thing(verdict, asked, DEFAULT) is counts


def test_an_adverb_beside_the_verb_is_not_counted(understood: Callable[..., Understanding]) -> None:
    assert getattr(understood("Hvor mange venter lige nu på en plads?").counted, "word", None) != "lige"
