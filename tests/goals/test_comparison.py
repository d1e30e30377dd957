"""Goals of several municipalities beside each other: like with like, and what cannot be compared is named."""

import pytest

from assistant.comparison import Cell, CellState, note_on
from assistant.indicator import Measure, aligned, indicator
from assistant.registered import theme_named
from ingest.goals.goal import Goal, GoalKind, Place
from ingest.goals.target import target


def goal(statement: str) -> Goal:
    place = Place(0, len(statement), None, "")
    return Goal("p", GoalKind.GOAL, statement, (place,), target(statement))


def groups(*statements: tuple[str, str]) -> list[set[str]]:
    pairs = [(owner, goal(statement)) for owner, statement in statements]
    return [{pairs[n][0] for n in group} for group in aligned(pairs)]


ALIKE = [
    (
        "Antallet af fuldtidspersoner på sygedagpenge skal nedbringes til 700 i 2025.",
        "Antallet af sygedagpengemodtagere må højst være 290 fuldtidspersoner.",
    ),
    ("Højst 70 unge er på uddannelseshjælp.", "Antallet på uddannelseshjælp skal nedbringes til 105."),
    (
        "Den gennemsnitlige varighed af et sygedagpengeforløb er højst 9,9 uger.",
        "Et sygedagpengeforløb varer i snit højst 13 uger.",
    ),
    ("60 borgere har været i småjob.", "Mindst 120 borgere på kontanthjælp er i småjob i 2025."),
]
UNLIKE = [
    (
        "Antallet af fuldtidspersoner på sygedagpenge skal nedbringes til 700.",
        "Et sygedagpengeforløb varer i snit højst 13 uger.",
    ),
    ("Andelen af unge på uddannelseshjælp skal falde.", "20 unge bor på skolehjem i 2025."),
    ("Højst 70 unge er på uddannelseshjælp.", "Mindst 300 borgere er i fleksjob."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_measures_the_same_stands_in_one_row(one: str, other: str) -> None:
    assert groups(("A", one), ("B", other)) == [{"A", "B"}]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_what_measures_something_else_does_not(one: str, other: str) -> None:
    assert len(groups(("A", one), ("B", other))) == 2


def test_a_municipality_has_one_cell_in_a_row() -> None:
    same = "Mindst 60 borgere er i småjob."
    assert groups(("A", same), ("A", same), ("B", same)) == [{"A", "B"}, {"A"}]


def test_the_kind_of_scale_is_read_from_words_and_unit() -> None:
    assert indicator(goal("Mindst 60 pct. af de unge er i job.")).measure is Measure.SHARE
    assert indicator(goal("Antallet af unge skal falde.")).measure is Measure.COUNT
    assert indicator(goal("Forløbet varer højst 9 uger.")).measure is Measure.LENGTH
    assert indicator(goal("Alle mødes med respekt.")).measure is Measure.OTHER


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
