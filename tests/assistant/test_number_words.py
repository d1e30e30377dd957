"""Number words and figures are one, in the question and in the plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.collection import analysed
from assistant.matching import Concept, presence
from assistant.number_words import in_figures
from assistant.understanding import Understanding
from assistant.weights import DEFAULT

WRITTEN = ["Forsøget er toårigt", "Et to-årigt forsøg", "Forsøget er 2-årigt", "Forsøget er 2 årigt"]


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("asked", ["toårigt", "to-årigt", "2-årigt", "2 årigt", "2årigt"])
def test_a_joined_number_is_found_however_it_is_written(
    understood: Callable[..., Understanding], asked: str, text: str
) -> None:
    concepts = understood(f"Hvorfor er forsøget kun {asked}?").concepts
    own = [c for c in concepts if c.gist and c.word in ("2", "årigt")]
    assert len(own) == 2
    assert all(_held(concept, text) for concept in own)


@pytest.mark.parametrize(("asked", "text"), [("fem", "Vi har 5 løfter"), ("5", "Vi har fem løfter")])
def test_a_number_is_found_as_word_and_as_figure(
    understood: Callable[..., Understanding], asked: str, text: str
) -> None:
    (number,) = [c for c in understood(f"Hvad er de {asked} løfter?").concepts if c.word == asked]
    assert _held(number, text)


@pytest.mark.parametrize("text", ["Forsøget er treårigt", "Forsøget er 3-årigt", "Der er to forsøg"])
def test_another_number_of_years_is_another(understood: Callable[..., Understanding], text: str) -> None:
    concepts = understood("Hvorfor er forsøget toårigt?").concepts
    assert not all(_held(concept, text) for concept in concepts if concept.word in ("2", "årigt"))


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("en etårig aftale", "en 1 årig aftale"),
        ("en 13-ugers periode", "en 13 ugers periode"),
        ("det mangeårige samarbejde", "det mangeårige samarbejde"),
        ("en 112-årig tradition", "en 112-årig tradition"),
    ],
)
def test_only_numbers_are_taken_apart(text: str, apart: str) -> None:
    assert in_figures(text) == apart


def _held(concept: Concept, text: str) -> bool:
    return presence(concept, analysed(text), DEFAULT) > DEFAULT.part_presence
