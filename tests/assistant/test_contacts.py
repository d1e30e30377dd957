"""Whom to call and when it is open: a question that asks it, and a text that tells it."""

from __future__ import annotations

import pytest

from assistant.contacts import asks_for_contact, tells_contact, tells_hours


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


HOURS = "hvornår har genbrugsbutikken åbent"


@pytest.mark.parametrize(
    ("question", "text", "tells"),
    [
        (HOURS, "Butikken holder åbent tirsdag og torsdag.", True),
        (HOURS, "Der er åbent kl. 10-15.", True),
        (HOURS, "Butikken har åbent 09.30-14.", True),
        (HOURS, "Vi holder en åben dialog med butikken.", False),
        (HOURS, "Butikken blev besøgt af 900 i 2023.", False),
        (HOURS, "Butikken er åben fra den 3. maj 2025.", True),
        ("hvad er åbningstiderne i jobhuset", "Jobhuset åbner døre for de unge.", False),
        ("hvornår er puljen åben for ansøgninger", "Puljen åbner den 1. marts.", True),
        ("hvornår åbner det nye sundhedshus", "Huset står færdigt i 2027.", True),
        ("hvornår åbner det nye sundhedshus", "Huset åbner mange muligheder.", False),
        ("hvornår blev fritidscafeen lukket", "Caféen lukkede efter sommerferien.", True),
        ("siden hvornår har caféen haft åbent", "Caféen har været i gang siden 2020.", True),
        ("when is the library open", "Biblioteket er åbent for alle.", False),
        ("hvem holder dialogen åben", "Konsulenten holder dialogen åben.", True),
    ],
)
def test_opening_hours_are_days_or_times(question: str, text: str, tells: bool) -> None:
    assert tells_hours(text, question) is tells
