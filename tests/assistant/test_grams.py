"""Character n-grams: they meet across inflection, compounds and slips, and never go below nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.grams import GramIndex, grams

TEXTS = {
    "syg": "Sygedagpengemodtagere får en samtale.",
    "flex": "Der oprettes fleksjob i kommunen.",
    "ung": "Unge uden uddannelse mødes på værestedet.",
}


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("sygedagpenge", "syg"),
        ("sygdagpenge modtager", "syg"),
        ("flexjob", "flex"),
        ("fleksjobbet", "flex"),
        ("uddanelse for unge", "ung"),
    ],
)
def test_the_right_text_is_found_in_spite_of_the_spelling(question: str, best: str) -> None:
    scores = GramIndex.of(TEXTS).scores(question)
    assert max(scores, key=lambda key: scores[key]) == best


@given(st.text(max_size=60))
def test_every_text_has_a_score_of_nothing_or_more(question: str) -> None:
    scores = GramIndex.of(TEXTS).scores(question)
    assert scores.keys() == TEXTS.keys()
    assert min(scores.values()) >= 0.0


@given(st.text(max_size=60))
def test_case_and_signs_make_no_difference(text: str) -> None:
    assert grams(text) == grams(f"  {text}!? ")


def test_nothing_in_common_is_nothing() -> None:
    assert set(GramIndex.of({"a": "båd"}).scores("xyzq").values()) == {0.0}
