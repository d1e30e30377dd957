"""Whether a unit gives the number asked for."""

import pytest

from assistant.counting import ENOUGH, counts
from assistant.matching import Concept
from assistant.units import Unit
from ingest.danish.stems import stem
from ingest.plan import BlockKind


def unit(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Unit:
    return Unit("p", 0, len(text), kind, text, ())


def fits(
    text: str, question: str, counted: str | None = None, kind: BlockKind = BlockKind.PARAGRAPH
) -> float:
    thing = Concept(counted, stem(counted)) if counted else None
    return counts(unit(text, kind), thing, [Concept(word, stem(word)) for word in question.split()])


@pytest.mark.parametrize(
    ("text", "question", "counted"),
    [
        ("Der er 14 besøg om ugen.", "hvor mange besøg", "besøg"),
        ("Der er ikke længere et mål for antallet af besøg.", "hvor mange besøg", "besøg"),
        ("Udvalget holder ingen besøg i år.", "hvor mange besøg", "besøg"),
        ("Antallet af besøg på skolen skal op til 14.", "hvor mange besøg", "besøg"),
    ],
)
def test_the_number_or_the_plan_s_own_no_answers(text: str, question: str, counted: str | None) -> None:
    assert fits(text, question, counted) == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "Vil firmaerne anbefale os? Ja = 84 %",
        "64 personer fik svar.",
        "31 pct. svarede ja.",
        "Antallet af ledige skal ned til 90.",
    ],
)
def test_people_and_shares_may_be_what_is_counted(text: str) -> None:
    assert fits(text, "hvor mange firmaer", "firmaer") >= ENOUGH


@pytest.mark.parametrize(
    "text", ["Der er tolv buslinjer.", "Vi holder 14 kurser.", "Der er ikke mangel på noget."]
)
def test_numbers_of_other_things_do_not(text: str) -> None:
    assert fits(text, "hvor mange besøg", "besøg") < ENOUGH


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Butikker med mere end 20 vagter får besøg.", 0.0),
        ("Butikker, der har haft flere end 20 vagter, får besøg.", 0.0),
        ("Vi ringer, hvis der mangler flere end fem vagter.", 0.0),
        ("Når kommunen skal finde over 30 vagter, holdes et møde.", 0.0),
        ("Hallen har mere end 20 pladser til 14 vagter.", 1.0),
        ("Der er over 30 vagter i hallen.", 1.0),
    ],
)
def test_a_number_that_tells_which_are_meant_counts_none(text: str, least: float) -> None:
    found = fits(text, "hvor mange vagter", "vagter")
    assert found == 1.0 if least else found < ENOUGH


@pytest.mark.parametrize(
    ("row", "question", "least"),
    [
        ("Fleksjob\t61\t0,5", "hvor mange fleksjob", 1.0),
        ("Følte du dig godt hørt af din sagsbehandler?\t81 %", "hvor mange følte sig hørt", ENOUGH),
    ],
)
def test_a_row_s_label_is_named_or_is_a_sentence(row: str, question: str, least: float) -> None:
    assert fits(row, question, "fleksjob", BlockKind.ROW) >= least


def test_another_row_is_not_the_one() -> None:
    assert fits("Tidlig pension\t111", "hvor mange fleksjob", "fleksjob", BlockKind.ROW) < ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "Højst 180 unge er ledige.",
        "Mindst 340 personer i fleksjob (mål 3).",
        "64 pct. er tilfredse.",
        "Antallet af unge er 90.",
    ],
)
def test_people_are_not_a_number_of_goals(text: str) -> None:
    assert fits(text, "hvor mange mål", "mål") < ENOUGH
    assert fits("Planen har fem indsatsområder og 17 mål.", "hvor mange mål", "mål") == 1.0
