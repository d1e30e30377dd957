"""Whom to call: a question that asks it, and a text that tells it."""

from __future__ import annotations

import pytest

from assistant.contacts import asks_for_contact, tells_contact


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("hvem skal man ringe til om en rampe", True),
        ("Hvem kan pårørende kontakte i weekenden?", True),
        ("hvem ringer jeg til", True),
        ("Who should I call about rent?", True),
        ("Hvem kan henvende sig i åben rådgivning?", False),
        ("Hvem henvender kurset sig til?", False),
        ("Hvem ringer til borgerne før besøget?", False),
    ],
)
def test_what_asks_for_a_contact(question: str, asks: bool) -> None:
    assert asks_for_contact(question) is asks


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Pårørende kan ringe til Natlinjen.", True),
        ("Borgerservice, tlf. 12 34 56 78", True),
        ("Skriv til pleje@havnsoe.example", True),
        ("Henvendelse sker til Boligteamet.", True),
        ("Kontaktperson: Inger Falk", True),
        ("Vi ringer til alle, der har søgt om en plads.", False),
        ("Konsulenterne holder tæt kontakt med foreningerne.", False),
        ("Vejlederne har ringe kendskab til ordningen.", False),
    ],
)
def test_what_tells_one(text: str, tells: bool) -> None:
    assert tells_contact(text, "Hvem skal man ringe til?") is tells
