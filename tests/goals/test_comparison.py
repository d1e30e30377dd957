"""Goals of several municipalities beside each other: like with like, and what cannot be compared is named."""

import pytest

from assistant.comparison import Cell, CellState, note_on
from assistant.registered import theme_named
from ingest.goals.target import target


def cell(statement: str) -> Cell:
    return Cell("A", CellState.FOUND, statement, target(statement))


def test_numbers_of_different_units_are_told() -> None:
    note = note_on([cell("Højst 70 unge er ledige."), cell("Højst 5 pct. er ledige.")], "da")
    assert note == "Tallene kan ikke sammenlignes direkte, for de har forskellige enheder: unge, procent."


def test_a_floor_and_a_ceiling_are_told() -> None:
    note = note_on([cell("Højst 70 pct. er ledige."), cell("Mindst 5 pct. er ledige.")], "da")
    assert note == "Tallene betyder ikke det samme: højst, mindst."


def test_a_ceiling_and_a_way_down_mean_the_same() -> None:
    assert note_on([cell("Højst 7 pct. er ledige."), cell("Ledigheden skal ned på 5 pct.")], "da") == ""


@pytest.mark.parametrize(
    ("said", "theme"),
    [("Unge", "unge"), ("syge", "sygedagpenge"), ("smaajob", "småjob"), ("fodbold", None), ("", None)],
)
def test_a_theme_is_named_as_people_type(said: str, theme: str | None) -> None:
    assert theme_named(said) == theme
