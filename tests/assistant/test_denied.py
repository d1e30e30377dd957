"""What somebody is without is not what a text is about, unless that is asked."""

from __future__ import annotations

import pytest

from assistant.denied import affirmed


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Teamet hjælper syge uden dagpengeret.", False),
        ("Holdet er for unge uden ret til dagpenge.", False),
        ("De er ikke længere berettiget til dagpenge.", False),
        ("Dagpenge udbetales uden for åbningstiden.", True),
        ("Man må ikke være passiv på dagpenge.", True),
    ],
)
def test_a_denied_thing_is_left_out(text: str, kept: bool) -> None:
    assert ("dagpenge" in affirmed(text, "Hvad gælder om dagpenge?").lower()) is kept


@pytest.mark.parametrize(
    "question",
    ["Hvad gør I for dem uden dagpengeret?", "Hvem mangler dagpenge?", "Hvad får dagpengeløse?"],
)
def test_a_question_of_those_without_reads_it_all(question: str) -> None:
    text = "Teamet hjælper syge uden dagpengeret."
    assert affirmed(text, question) == text
