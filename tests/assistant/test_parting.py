"""A question that asks several things is parted, and one that only says much is not."""

from __future__ import annotations

import pytest

from assistant.parting import Part, parts

KNOWN = ("Torup", "Lindevang", "Klitmark", "Havnsø")


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        (
            "Hvor mange skal i fleksjob i Torup, og hvor mange i Lindevang?",
            ["Hvor mange skal i fleksjob i Torup", "Hvor mange skal i fleksjob i Lindevang?"],
        ),
        (
            "hvor mange indbyggere har torup og hvor mange har lindevang",
            ["hvor mange indbyggere har torup", "hvor mange indbyggere har lindevang?"],
        ),
        (
            "Hvor længe varer kurset ifølge planen for 2023, og hvor længe ifølge planen for 2025?",
            [
                "Hvor længe varer kurset ifølge planen for 2023",
                "Hvor længe varer kurset ifølge planen for 2025?",
            ],
        ),
        (
            "Hvor mange hold er der i Torup i 2021 og i Lindevang i 2. kvartal 2022?",
            [
                "Hvor mange hold er der i Torup i 2021?",
                "Hvor mange hold er der i Lindevang i 2. kvartal 2022?",
            ],
        ),
        (
            "Hvad er målet i Torups plan for 2024 og Lindevangs for 2025?",
            ["Hvad er målet i Torups plan for 2024?", "Hvad er målet i Lindevangs plan for 2025?"],
        ),
        ("Hvad koster bussen, og hvornår kører den?", ["Hvad koster bussen", "hvornår kører den?"]),
        ("Hvem leder holdet? Og hvornår begyndte det?", ["Hvem leder holdet", "hvornår begyndte det?"]),
        (
            "Hvilken aldersgruppe er Kajen for, og hvilken er Havnen for?",
            ["Hvilken aldersgruppe er Kajen for", "hvilken aldersgruppe er Havnen for?"],
        ),
        (
            "Hvad koster bussen, og hvem kører den, og hvornår?",
            ["Hvad koster bussen", "hvem kører den", "hvornår?"],
        ),
        (
            "Sammenlign priserne på bussen, og hvem har den højeste?",
            ["Sammenlign priserne på bussen", "hvem har den højeste?"],
        ),
        (
            "How many live in Torup, and how many in Lindevang?",
            ["How many live in Torup", "How many live in Lindevang?"],
        ),
    ],
)
def test_each_part_can_be_read(question: str, texts: list[str]) -> None:
    assert [part.text for part in parts(question, KNOWN)] == texts


@pytest.mark.parametrize(
    "question",
    [
        "Hvad siger planen om, hvem der har ansvaret, og hvordan det måles?",
        "Hvem bestemmer, hvor længe man kan være der, og hvem der betaler?",
        "Hvilke tilbud er der til unge og ældre i Torup og Lindevang?",
        "Er der et mål for fleksjob, og hvor stort er det?",
        "Kan man flytte sin samtale, og hvor gør man det?",
        "Hvem har flest i fleksjob, og hvor mange er det?",
        "Hvor mange pladser er der vinteren 2024/2025?",
        "Hvad er målet i Torup og Lindevang i 2024?",
        "Kan du hjælpe? Hvor mange hold er der i Torup?",
        "Hej",
        "",
    ],
)
def test_what_asks_one_thing_stays_whole(question: str) -> None:
    assert parts(question, KNOWN) == (Part(question),)


def test_a_part_says_how_it_stands_to_the_one_before() -> None:
    found = parts("Hvor mange er der i Torup, og hvor mange i Lindevang? Og hvem leder holdet?", KNOWN)
    assert [(part.again, part.goes_on) for part in found] == [(False, False), (True, False), (False, True)]


def test_a_long_list_of_questions_is_asked_as_it_stands() -> None:
    question = " ".join(f"Hvad koster nummer {n}?" for n in "abcdef")
    assert parts(question, KNOWN) == (Part(question),)
