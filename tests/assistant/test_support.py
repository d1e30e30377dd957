"""How much of a question a unit is thought to hold."""

from __future__ import annotations

import pytest

from assistant.asked import AnswerKind
from assistant.honesty import support
from assistant.judging import Verdict
from assistant.matching import Concept, Rarity
from assistant.understanding import Understanding
from assistant.units import Unit
from assistant.weights import DEFAULT
from ingest.danish.stems import stem
from ingest.danish.vocabulary import CLOSE
from ingest.plan import BlockKind

RARITY = Rarity({}, 100, 50.0)


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Sundhedspolitik 2024-2028", True),
        ("Sundhedspolitikken", True),
        ("Klimaplan 2024", False),
        ("", False),
    ],
)
def test_a_word_that_names_the_plan_is_held_by_all_of_it(title: str, held: bool) -> None:
    text = "Politikerne har vedtaget fire principper."
    unit = Unit("p", 0, len(text), BlockKind.PARAGRAPH, text, (), title=title)
    asked = tuple(Concept(word, stem(word)) for word in ("principper", "sundhedspolitik"))
    understood = Understanding("", AnswerKind.LIST, (), (), (), False, asked)
    found = support(Verdict(unit, 0.0, 0.0, 0.0, 0.0, 0.0), understood, text, RARITY, DEFAULT)
    assert (found.share == pytest.approx(1.0)) is held


def test_a_close_word_alone_supports_no_answer() -> None:
    close = CLOSE * DEFAULT.other_presence
    assert close < DEFAULT.named
    assert 1.0 - close > DEFAULT.miss
