"""Whether a question names a table's cell by its row and column."""

import pytest

from assistant.judging import names_cell
from assistant.matching import Concept
from assistant.units import Unit
from ingest.danish.stems import stem
from ingest.plan import BlockKind

COLUMNS = ("Ydelse", "Antal personer", "Andel i hele landet")


def named(row: str, question: str, columns: tuple[str, ...] = COLUMNS) -> bool:
    unit = Unit("p", 0, len(row), BlockKind.ROW, row, (), columns=columns)
    light = ("i", "alt", "hele", "andel", "antal", "hvad", "er", "for", "blev")
    asked = [Concept(w, stem(w), gist=0.15 if w in light else 1.0) for w in question.lower().split()]
    return names_cell(unit, asked)


@pytest.mark.parametrize(
    ("row", "question", "expected"),
    [
        ("Fleksjob\t61\t2,5", "fleksjob andel i hele landet", True),
        ("Fleksjob\t61\t2,5", "antal personer i fleksjob", True),
        ("Fleksjob\t61\t2,5", "hvor mange fleksjob", False),
        ("Tidlig pension\t61\t2,5", "pension andel i hele landet", False),
        ("I alt\t900\t14,1", "andel i alt i hele landet", False),
    ],
)
def test_a_cell_is_named_by_its_whole_label_and_a_whole_column(
    row: str, question: str, expected: bool
) -> None:
    assert named(row, question) is expected


def test_a_question_for_the_goal_names_no_column_of_old_goals() -> None:
    columns = ("Mål i den forrige plan", "Målet var", "Resultatet blev")
    assert not named("Fleksjob\t61\t58", "hvad er målet for fleksjob", columns)
    assert named("Fleksjob\t61\t58", "hvad blev resultatet for fleksjob", columns)


def test_a_row_without_columns_has_no_cells_to_name() -> None:
    assert not named("Fleksjob\t61", "fleksjob antal personer", ())
