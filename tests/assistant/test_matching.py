"""BM25 over fields, and how fully a text holds a concept: what must hold for any terms, and Danish rows."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.matching import Concept, Rarity, bm25f, presence
from assistant.weights import DEFAULT
from ingest.danish.analysis import analyse
from ingest.passage_terms import PassageTerms

RARITY = Rarity({"fleksjob": 3, "ung": 40, "mål": 90}, 100, 60.0)
STEMS = st.sampled_from(["fleksjob", "ung", "mål", "ledig", "mentor"])
CONCEPTS = st.builds(
    Concept,
    word=STEMS,
    stem=STEMS,
    others=st.lists(st.tuples(STEMS, st.floats(0.0, 1.0)), max_size=2).map(tuple),
)


def terms(text: str) -> PassageTerms:
    words = text.split()
    return PassageTerms(heads=Counter(), stems=Counter(words), parts=Counter())


def score(concept: Concept, text: str) -> float:
    return bm25f([concept], terms(text), RARITY, DEFAULT)


FLEX = Concept("fleksjob", "fleksjob")


@settings(deadline=None)  # the first one reads the word list
@given(st.integers(0, 30))
def test_one_more_occurrence_never_counts_less(times: int) -> None:
    """The length is held: words are exchanged, none added."""
    filler = ["andet"] * 40
    fewer = " ".join(["fleksjob"] * times + filler[times:])
    more = " ".join(["fleksjob"] * (times + 1) + filler[times + 1 :])
    assert score(FLEX, more) > score(FLEX, fewer)


def test_a_shorter_text_with_the_word_counts_more() -> None:
    assert score(FLEX, "fleksjob andet") > score(FLEX, "fleksjob " + "andet " * 60)


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    assert RARITY.of(FLEX) > RARITY.of(Concept("unge", "ung")) > RARITY.of(Concept("mål", "mål")) > 0


def test_an_unknown_word_is_the_rarest() -> None:
    assert RARITY.idf("kvantefysik") > RARITY.idf("fleksjob")


def test_a_text_without_the_words_gets_nothing() -> None:
    assert score(FLEX, "helt andre ord") == 0.0


@settings(deadline=None)
@given(CONCEPTS, st.lists(STEMS, max_size=6))
def test_presence_is_a_share(concept: Concept, words: list[str]) -> None:
    assert 0.0 <= presence(concept, analyse(" ".join(words)), DEFAULT) <= 1.0


SYG = Concept("sygedagpengemodtagere", "sygedagpengemodtag", (("sygedagpeng", 0.55), ("modtag", 0.45)), ())
LEDIG = Concept("arbejdsløse", "arbejdsløs", (), (("ledig", 1.0),))


@pytest.mark.parametrize(
    ("concept", "better", "worse"),
    [
        (FLEX, "Hun har et fleksjob.", "Der er fleksjobansatte."),
        (FLEX, "Der er fleksjobansatte.", "Hun har et arbejde."),
        (SYG, "Antallet af sygedagpengemodtagere falder.", "De er på sygedagpenge."),
        (SYG, "De er på sygedagpenge.", "De er i arbejde."),
        (LEDIG, "De er arbejdsløse.", "De er ledige."),
        (LEDIG, "De er ledige.", "De er ansatte."),
        (LEDIG, "De er ledige.", "Der er ledighedsforløb."),
        (LEDIG, "Der er ledighedsforløb.", "De er ansatte."),
    ],
)
def test_the_word_itself_is_held_best(concept: Concept, better: str, worse: str) -> None:
    assert presence(concept, analyse(better), DEFAULT) > presence(concept, analyse(worse), DEFAULT)


def test_the_word_itself_is_held_whole() -> None:
    assert presence(FLEX, analyse("Fleksjobbet er fast."), DEFAULT) == 1.0
