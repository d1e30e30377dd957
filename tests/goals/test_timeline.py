"""What changed from one plan year to the next: in words that the cells prove."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cells import Cell, CellState
from assistant.comparison import compare_question
from assistant.editions import editions, newest
from assistant.timeline import changes, tally, timeline_question, timeline_theme
from ingest.goals.target import target
from ingest.identity import Overrides
from ingest.library import Library
from ingest.plan import Identity, PlanCard
from ingest.reading.read import read
from ingest.settings import Settings


def cell(year: str, statement: str | None) -> Cell:
    if statement is None:
        return Cell(year, CellState.NOT_FOUND)
    return Cell(year, CellState.FOUND, statement, target(statement))


STEPS = [
    (None, "Flere er i job.", ["new"], "Nyt i 2024: Flere er i job"),
    ("Flere er i job.", None, ["gone"], "Ikke længere i 2024. I 2022 stod der: Flere er i job"),
    ("Højst 9 pct. er ledige.", "Højst 7 pct. er ledige.", ["lowered"],
     "Sænket fra 9 pct. (2022) til 7 pct. (2024). Målet er skærpet."),
    ("Mindst 9 pct. er i job.", "Mindst 7 pct. er i job.", ["lowered"],
     "Sænket fra 9 pct. (2022) til 7 pct. (2024). Målet er lempet."),
    ("Mindst 60 borgere er i småjob i 2022.", "Mindst 75 borgere er i småjob i 2024.", ["raised"],
     "Hævet fra 60 borgere (2022) til 75 borgere (2024). Målet er skærpet."),
    ("Antallet skal nedbringes med 5 pct.", "Antallet skal nedbringes med 8 pct.", ["raised"],
     "Hævet fra 5 pct. (2022) til 8 pct. (2024). Målet er skærpet."),
    ("Mindst 60 borgere er i småjob i 2022.", "Mindst 60 borgere er i småjob i 2024.", ["same"],
     "Samme tal i 2022 og 2024: 60 borgere."),
    ("Mindst 60 borgere er i småjob i 2022.", "Mindst 60 borgere er i småjob i 2026.", ["same", "moved"],
     "Fristen er flyttet fra 2022 til 2026."),
    ("Mindst 60 borgere er i småjob.", "Mindst 60 borgere er i småjob i 2026.", ["same", "moved"],
     "Har fået en frist: 2026."),
    ("Mindst 60 borgere er i småjob i 2026.", "Mindst 60 borgere er i småjob.", ["same", "moved"],
     "Har ikke længere en frist (før 2026)."),
    ("Flere er i job.", "Mindst 60 pct. er i job.", ["other"], "Har fået et tal i 2024: 60 pct."),
    ("Mindst 60 pct. er i job.", "Flere er i job.", ["other"], "Tallet fra 2022 (60 pct.) er væk i 2024."),
    ("Flere er i job.", "Flere skal i job.", ["other"], "Står i både 2022 og 2024, uden tal."),
    ("Mindst 65 pct. besættes inden for 21 dage.", "Mindst 70 pct. besættes inden for 14 dage.", ["unlike"],
     "Fra 65 pct. (2022) til 70 pct. (2024), men tallene kan ikke sammenlignes. "
     "Tallene har ikke samme tids- eller aldersgrænse: 21 dage (2022); 14 dage (2024)."),
    (None, None, [], None),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "kinds", "words"), STEPS)
def test_a_step_is_told(before: str | None, after: str | None, kinds: list[str], words: str | None) -> None:
    told = changes([cell("2022", before), cell("2024", after)], [2022, 2024], "da")
    assert [remark.kind for remark in told] == kinds
    assert words is None or told[-1].words == words
    here = {n for n, statement in enumerate((before, after)) if statement}
    assert all(remark.cells and set(remark.cells) <= here for remark in told)


def test_each_step_of_several_years_is_told() -> None:
    row = [
        cell(str(year), f"Højst {share} pct. er ledige.") for year, share in ((2020, 9), (2022, 7), (2024, 8))
    ]
    assert [remark.kind for remark in changes(row, [2020, 2022, 2024], "da")] == ["lowered", "raised"]


def card(
    id_: str, first: int | None, last: int | None = None, kind: str = "plan", source: str = ""
) -> PlanCard:
    identity = Identity("A", first, last or first, kind, f"{kind.capitalize()} {first or ''}".strip())
    return PlanCard(id_, source or f"{id_}.txt", "txt", identity, 1, 1, 1, "")


EDITIONS = [
    ([card("b", 2024), card("a", 2022)], ["2022", "2024"]),
    ([card("b", 2024, 2025), card("a", 2024)], ["2024", "2024-2025"]),
    ([card("a", 2024), card("b", 2024)], ["2024 (a.txt)", "2024 (b.txt)"]),
    ([card("a", 2024), card("b", 2025, kind="politik")], ["Plan 2024", "Politik 2025"]),
    ([card("a", None), card("b", 2025)], ["Plan (a.txt)", "2025"]),
    ([], []),
]


@pytest.mark.parametrize(("cards", "names"), EDITIONS)
def test_plan_years_are_columns_with_names_of_their_own(cards: list[PlanCard], names: list[str]) -> None:
    assert [edition.name for edition in editions(cards)] == names


def test_the_newest_plan_of_each_kind_counts_though_it_has_no_goals() -> None:
    cards = [card("a", 2022), card("b", 2024), card("c", 2023, kind="politik"), card("d", None, kind="x")]
    assert newest(cards) == {"b", "c", "d"}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(Settings(store=tmp_path / "store"))
    years = {
        2022: "- Højst 90 fuldtidspersoner er på sygedagpenge.\n- Et sygeforløb varer højst 14 uger.\n",
        2024: "- Højst 80 fuldtidspersoner er på sygedagpenge.\n- Ingen sygemeldte venter over to uger.\n",
    }
    for year, goals in years.items():
        file = tmp_path / f"plan-{year}.md"
        file.write_text(f"# Beskæftigelsesplan {year}\n\n## Vores mål\n\n{goals}", encoding="utf-8")
        library.add(read(file), Overrides("Eksempelby", year))
    yield library
    library.close()


def test_a_timeline_of_two_plans(library: Library) -> None:
    found = timeline_theme(library, "Eksempelby", "sygedagpenge")
    assert (found.timeline, found.municipalities) == ("Eksempelby", ("2022", "2024"))
    counts = tally(found)
    assert (counts["lowered"], counts["gone"], counts["new"]) == (1, 1, 1)
    assert len(found.citations) == 4


def test_a_timeline_of_a_theme_without_goals_and_of_nobody(library: Library) -> None:
    none = timeline_theme(library, "Eksempelby", "klima")
    assert none.municipalities == ("2022", "2024")
    assert not none.citations
    nobody = timeline_theme(library, "Ingensteds", "klima")
    assert nobody.municipalities == ()


def test_a_figure_that_is_no_goal_has_neither_deadline_nor_direction(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "status.md"
    told = "# Beskæftigelsesplan 2026\n\n## Status\n\nI 2023 havde jobcentret 63 medarbejdere i alt.\n"
    file.write_text(told, encoding="utf-8")
    library.add(read(file), Overrides("Prøvelev", 2026))
    asked = ("Hvor mange medarbejdere har jobcentret?", "Hvor mange er på sygedagpenge?")
    figure, *_ = compare_question(library, asked[0], ["Prøvelev"]).rows[0].cells
    goal, *_ = compare_question(library, asked[1], ["Eksempelby"]).rows[0].cells
    assert (figure.target.value, figure.target.direction, figure.target.deadline) == (63, None, None)
    assert (goal.target.value, goal.target.direction) == (80, "højst")


def test_a_question_is_put_to_each_year_by_itself(library: Library) -> None:
    found = timeline_question(library, "Eksempelby", "Hvor mange er på sygedagpenge?")
    values = [cell.target.value for cell in found.rows[0].cells]
    assert values == [90, 80]
    assert [citation.plan.identity.first_year for citation in found.citations] == [2022, 2024]
