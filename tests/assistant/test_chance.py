"""Among many passages something always fits: what an answer from them must hold grows with their number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from assistant.chance import FEW, beyond_chance, by_chance
from assistant.collection import Collection, analysed
from assistant.judging import Verdict
from assistant.matching import Rarity
from assistant.understanding import Understanding
from assistant.units import Unit
from assistant.weights import DEFAULT
from ingest.plan import BlockKind

MANY = 20_000


def verdict(text: str, covered: float, own: float) -> Verdict:
    unit = Unit("p", 0, len(text), BlockKind.PARAGRAPH, text, ())
    return Verdict(unit, own, covered, 0.0, 0.0, 0.0)


def holds(understood: Understanding, rarity: Rarity, text: str, share: float, searched: int) -> bool:
    found = verdict(text, share, share)
    return beyond_chance(found, analysed(text), understood, searched, rarity, DEFAULT)


def test_more_passages_hold_more_by_chance() -> None:
    held = [by_chance(passages) for passages in (1, FEW, FEW + 1, 4_000, 40_000)]
    assert held == sorted(held)
    assert held[:2] == [0.0, 0.0] != held[2:4]


@pytest.mark.parametrize(
    ("share", "searched", "expected"),
    [(0.3, FEW, True), (0.3, MANY, False), (0.6, MANY, False), (0.95, MANY, True)],
)
def test_a_weak_unit_answers_only_where_few_were_searched(
    understood: Callable[..., Understanding],
    collection: Collection,
    share: float,
    searched: int,
    expected: bool,
) -> None:
    asked = understood("Hvordan hjælper de sygemeldte tilbage?")
    text = "Sygemeldte får hjælp."
    assert holds(asked, collection.rarity, text, share, searched) is expected


@pytest.mark.parametrize("question", ["Hvad er klokken?", "Hvor mange er der?"])
def test_a_question_that_names_no_thing_has_no_answer_among_many(
    understood: Callable[..., Understanding], collection: Collection, question: str
) -> None:
    asked = understood(question)
    text = "Mødet begynder klokken 17."
    assert [holds(asked, collection.rarity, text, 1.0, n) for n in (FEW, MANY)] == [True, False]


@pytest.mark.parametrize(
    ("change", "expected"), [({}, True), ({"likeness": 0.7}, False), ({"likeness": 0.9}, True)]
)
def test_a_wild_guess_at_a_word_counts_less_among_many(
    understood: Callable[..., Understanding],
    collection: Collection,
    change: dict[str, float],
    expected: bool,
) -> None:
    asked = understood("Fortæl om fleksjob")
    read = tuple(replace(c, **change) if c.word == "fleksjob" else c for c in asked.concepts)
    found = holds(replace(asked, concepts=read), collection.rarity, "Et fleksjob er et job.", 0.95, MANY)
    assert found is expected


def test_a_compound_that_no_passage_has_is_not_held_by_its_parts(
    understood: Callable[..., Understanding], collection: Collection
) -> None:
    def found(words: Sequence[str]) -> bool:
        asked = understood(f"Fortæl om {' og '.join(words)}")
        return holds(asked, collection.rarity, "Der er messe om job og sygdom.", 0.9, MANY)

    assert found(["messe", "job"])
    assert not found(["jobsygdom"])
