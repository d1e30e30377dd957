"""Goals of several municipalities: what can be compared, what cannot, and how they differ."""

from collections.abc import Callable
from itertools import chain

import pytest

from assistant.answer import Citation
from assistant.cells import Cell, CellState, Row
from assistant.comparison import empty, finished
from assistant.differences import differences
from assistant.labels import LONGEST_LABEL, label, labels
from assistant.near_theme import near_themes
from assistant.registered import theme_named
from assistant.scale import hindrances, meaning, scales, unit_class
from ingest.goals.goal import Goal, GoalKind, Place
from ingest.goals.target import target
from ingest.plan import Identity, PlanCard

CARD = PlanCard("p", "p.txt", "txt", Identity("A", 2024, 2024, "plan", "Plan"), 1, 1, 1, "")


def cell(statement: str | None, name: str = "A") -> Cell:
    if statement is None:
        return Cell(name, CellState.NOT_FOUND)
    proof = Citation(0, CARD, 1, "", statement, 0, len(statement))
    return Cell(name, CellState.FOUND, statement, target(statement), proof)


def cells(*statements: str | None) -> list[Cell]:
    return [cell(statement, name) for statement, name in zip(statements, "ABCDEFGH", strict=False)]


def goal(statement: str, group: str | None = None) -> Goal:
    place = Place(0, len(statement), None, "")
    return Goal("p", GoalKind.GOAL, statement, (place,), target(statement), (), group)


APART = [
    ("unit", "Højst 70 unge er på kursus.", "Højst 70 fuldtidspersoner, alle unge, er på kursus."),
    ("count_share", "Højst 70 borgere er ledige.", "Højst 5 pct. er ledige."),
    ("sense", "Antallet skal nedbringes til 70 pct.", "Antallet skal nedbringes med 15 pct."),
    ("base", "Antallet skal nedbringes med 5 pct. i forhold til 2019.",
     "Antallet skal nedbringes med 15 pct. i forhold til 2021."),
    ("bound", "Højst 70 pct. er ledige.", "Mindst 5 pct. er ledige."),
    ("limit", "Mindst 70 pct. besættes inden for 21 dage.", "Mindst 65 pct. besættes inden for 14 dage."),
    ("limit", "Mindst 70 pct. besættes inden for 21 dage.", "Mindst 65 pct. besættes."),
    ("group", "Mindst 70 pct. af kvinder er i job.", "Mindst 65 pct. af unge er i job."),
    ("deadline", "Mindst 70 pct. er i job i 2025.", "Mindst 65 pct. er i job i 2030."),
]  # fmt: skip
TOGETHER = [
    ("Højst 7 pct. er ledige.", "Ledigheden skal ned på 5 pct."),
    ("Højst 70 unge er ledige.", "Antallet af unge skal ned på 65 personer."),
    ("Antallet skal ned på 290 fuldtidspersoner.", "Højst 288 helårspersoner er på ydelsen."),
    ("Et forløb varer højst 14 uger (16,1 uger i 2021).", "Et forløb varer højst 13,5 uger."),
    ("Højst 70 unge er på uddannelseshjælp.", "Højst 65 personer er på uddannelseshjælp."),
]


@pytest.mark.parametrize(("reason", "one", "other"), APART)
def test_what_cannot_be_compared_is_told(reason: str, one: str, other: str) -> None:
    assert [remark.kind for remark in hindrances(cells(one, other), "da")] == [reason]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_numbers_of_one_unit_and_meaning_stand_on_one_scale(one: str, other: str) -> None:
    (scale,) = scales(cells(one, other))
    assert scale.cells == (0, 1)
    assert hindrances(cells(one, other), "da") == ()


def test_the_reason_names_who_says_what() -> None:
    (remark,) = hindrances(cells("Højst 70 borgere er ledige.", "Højst 5 pct. er ledige."), "da")
    assert remark.words == (
        "Tallene kan ikke sammenlignes direkte, for nogle er et antal og andre en andel: "
        "personer (A); procent (B)."
    )
    assert remark.cells == (0, 1)


def test_a_row_without_numbers_has_no_scale() -> None:
    row = cells("Flere unge er i job.", None)
    assert scales(row) == ()
    assert hindrances(row, "da") == ()
    assert meaning("Flere unge er i job.", target("Flere unge er i job.")) is None


@pytest.mark.parametrize(
    ("unit", "kind"),
    [("Unge", "personer"), ("sygedagpengemodtagere", "personer"), ("helårspersoner", "fuldtidspersoner"),
     ("personbiler", "personbiler"), ("kr.", "kr."), (None, "")],
)  # fmt: skip
def test_a_unit_counts_persons_or_something_else(unit: str | None, kind: str) -> None:
    assert unit_class(unit) == kind


TOLD = [
    (("Højst 70 pct. er ledige i 2025.", "Højst 5 pct. er ledige i 2025.", "Højst 9 pct. er ledige i 2025."),
     ["Højest er A med 70 pct. i 2025, lavest B med 5 pct. i 2025."]),
    (("Højst 1.615 borgere er ledige.", "Højst 1.615 borgere er ledige."),
     ["A og B har samme tal: 1.615 borgere."]),
    (("Antallet af borgere skal ned på 95 i 2024.", "Antallet af borgere skal falde i 2024."),
     ["A vil ned på 95 borgere i 2024; B nævner intet tal."]),
    (("Mindst 7 pct. er i job.", "Mindst 7 pct. er i job.", "Flere er i job."),
     ["A og B har samme tal: 7 pct.", "A og B sætter tal på; C nævner intet tal."]),
    (("Antallet skal nedbringes.", "Antallet skal øges."), ["B vil op, A vil ned."]),
    (("Højst 9 pct. er ledige i 2024.", "Højst 9 pct. er ledige i 2030."),
     ["A og B har samme tal: 9 pct.", "Først er A (2024), sidst B (2030)."]),
    (("Højst 9 pct. er ledige i 2024.", "Højst 9 pct. er ledige."),
     ["A og B har samme tal: 9 pct.", "A sætter en frist (2024); B nævner ingen."]),
    (("Mindst 60 pct. er i job (57 pct. i 2023).", "Mindst 60 pct. er i job (48 pct. i 2023)."),
     ["A og B har samme tal: 60 pct.",
      "Længst fra udgangspunktet vil B: fra 48 til 60 pct. (+12 procentpoint). "
      "Kortest vil A: fra 57 til 60 pct. (+3 procentpoint)."]),
    (("Højst 90 borgere er ledige (120 borgere i 2023).", None, None),
     ["A vil fra 120 til 90 borgere (−25 pct.).", "I samlingens planer er det kun fundet hos A."]),
    (("Flere er i job.", "Flere er i job.", None), ["Hos C er det ikke fundet i planen."]),
    (("Mindst 70 pct. besættes inden for 14 dage (68 pct. inden for 21 dage i 2023).", "Flere besættes."),
     ["A vil mindst have 70 pct.; B nævner intet tal."]),
    ((None, None), []),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "told"), TOLD)
def test_differences_are_told_in_words(statements: tuple[str | None, ...], told: list[str]) -> None:
    assert [remark.words for remark in differences(cells(*statements), "da")] == told


@pytest.mark.parametrize("statements", [statements for statements, _ in TOLD])
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_difference_names_only_what_its_cells_say(statements, language) -> None:
    """Each figure of a sentence stands in a cell that it points to, or is how far two of them are apart."""
    row = cells(*statements)
    for remark in differences(row, language):
        assert remark.cells
        names = {row[n].municipality for n in remark.cells}
        others = {each.municipality for each in row} - names
        assert not [name for name in others if f" {name} " in f" {remark.words} ".replace(",", " ")]
        figures = set(chain.from_iterable(target_figures(row[n]) for n in remark.cells))
        said = {word.strip(".,;:()") for word in remark.words.split() if word.strip("(")[:1].isdigit()}
        assert said <= figures | {str(len(remark.cells)), str(len(row))}


def target_figures(held: Cell) -> set[str]:
    words = (held.text or "").replace("(", " ").replace(")", " ").split()
    figures = {word.strip(".,;") for word in words if word[:1].isdigit()}
    return figures | {figure.replace(".", ",") for figure in figures}


def test_many_names_are_cut_short() -> None:
    row = [cell("Flere er i job.", f"K{n}") for n in range(90)] + [cell("Mindst 5 pct. er i job.", "X")]
    (remark,) = differences(row, "da")
    assert remark.words.endswith("K0, K1, K2, K3 og 86 andre nævner intet tal.")
    assert len(remark.cells) == 91


def test_citations_are_numbered_through() -> None:
    rows = [
        Row("a", (cell("Flere er i job."), cell(None), cell("Flere er i job."))),
        Row("b", (cell("Ja."),)),
    ]
    numbers = [
        [each.citation.n if each.citation else None for each in row.cells] for row in finished(rows, "da")
    ]
    assert numbers == [[1, None, 2], [3]]


def test_an_empty_plan_is_not_a_missing_plan() -> None:
    assert empty("A", {"A"}).state is CellState.NOT_FOUND
    assert empty("B", {"A"}).state is CellState.NOT_IN_COLLECTION


LABELS: list[tuple[list[Goal], str]] = [
    ([goal("Antallet af unge på uddannelseshjælp skal ned på 9.", "unge på uddannelseshjælp"),
      goal("Højst 70 unge er på uddannelseshjælp.", "unge")], "Antal: unge på uddannelseshjælp"),
    ([goal("60 borgere på kontanthjælp er i småjob.", "borgere på kontanthjælp"),
      goal("45 borgere har lønnede timer.", "borgere")], "Antal: småjob"),
    ([goal("Mindst 7 pct. af flygtninge er i arbejde.", "flygtninge"),
      goal("Halvdelen af flygtninge har et arbejde.", "flygtninge")], "Andel: flygtninge, i arbejde"),
    ([goal("Mindst 60 borgere er i småjob.", "borgere"),
      goal("Mindst 20 pct. af borgerne har lønnede timer.", "borgerne")], "Småjob"),
    ([goal("Alle mødes\nmed respekt.")], "Alle mødes med respekt"),
]  # fmt: skip


@pytest.mark.parametrize(("goals", "said"), LABELS)
def test_a_row_is_called_by_what_its_goals_have_in_common(goals: list[Goal], said: str) -> None:
    assert label(goals, "da") == said


def test_no_two_rows_are_called_the_same_and_none_is_long() -> None:
    twice = [LABELS[0][0], [*LABELS[0][0][::-1]], [goal("Ord " * 60)]]
    called = labels(twice, "da")
    assert len(set(called)) == 3
    assert max(map(len, called)) <= LONGEST_LABEL + 2


@pytest.mark.parametrize(
    ("said", "theme"),
    [("Unge", "unge"), ("syge", "sygedagpenge"), ("smaajob", "småjob"), ("fodbold", None), ("", None)],
)
def test_a_theme_is_named_as_people_type(said: str, theme: str | None) -> None:
    assert theme_named(said) == theme


@pytest.mark.parametrize(
    ("said", "near"),
    [("sygemeldte", "sygedagpenge"), ("sygedapenge", "sygedagpenge"), ("fleksjob", "handicap og fleksjob"),
     ("integration", "flygtninge og integration"), ("jobordrer", "virksomheder og arbejdskraft")],
)  # fmt: skip
def test_a_theme_that_is_none_is_guessed(said: str, near: str) -> None:
    assert near_themes(said)[0] == near


@pytest.mark.parametrize("said", ["fodbold", "", "x", "%&"])
def test_what_is_like_no_theme_is_not_guessed(said: str) -> None:
    guess: Callable[[str], tuple[str, ...]] = near_themes
    assert guess(said) == ()
