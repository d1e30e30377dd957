"""Which cells of a row a question asks for."""

import pytest

from assistant.columns import asked_for, cells_asked
from assistant.table_cells import Cell
from ingest.danish.stems import terms

BENEFIT = (
    Cell("320", "Antal i Vigby"),
    Cell("2,4", "Andel af de 16-66-årige"),
    Cell("2,0", "Hele landet"),
    Cell("0,3", "Udvikling på et år, Vigby"),
    Cell("0,1", "Udvikling på et år, hele landet"),
)
YEARS = (Cell("40", "2019"), Cell("44", "2024"), Cell("52", "Skøn 2030"))
BUDGET = (Cell("2.900", "Budget 2021 (1.000 kr.)"), Cell("2.450", "Budget 2022 (1.000 kr.)"))
CAME = (Cell("310", "Målet var"), Cell("322", "Resultatet blev"))
TASK = (Cell("Kultur", "Ansvarlig"), Cell("1. maj 2025", "Frist"), Cell("90.000 kr.", "Udgift i 2025"))


@pytest.mark.parametrize(
    ("cells", "question", "told"),
    [
        (BENEFIT, "hvor stor en andel i Vigby og i hele landet", ("2,4", "2,0")),
        # A number beside the country's share is told with the share it is measured against.
        (BENEFIT, "hvor mange i Vigby og i hele landet", ("320", "2,4", "2,0")),
        (BENEFIT, "hvor mange er der pr. indbygger", ("2,4",)),
        (BENEFIT, "er der kommet flere", ("0,3",)),
        (BENEFIT, "hvor mange", ("320",)),
        (YEARS, "hvor mange er der nu i forhold til 2019", ("40", "44")),
        (YEARS, "hvor meget stiger tallet frem til 2030", ("44", "52")),
        (YEARS, "er antallet steget", ("40", "44")),
        (YEARS, "hvor mange i 2030", ("52",)),
        (BUDGET, "hvor meget mindre i 2022 end året før", ("2.900", "2.450")),
        (BUDGET, "hvor meget i 2022", ("2.450",)),
        # That something "var" is asked of no column, and what was is not what should have been.
        (CAME, "hvor mange var i job", ("322",)),
        (CAME, "hvor mange er i job", ("322",)),
        (CAME, "hvad var målet", ("310",)),
        (CAME, "hvor mange i job", ("310", "322")),
        (CAME, "blev målet nået", ("310", "322")),
        (TASK, "hvem har ansvaret, og hvornår er fristen", ("Kultur", "1. maj 2025")),
        (TASK, "hvornår sker det", ("1. maj 2025",)),
        (TASK, "hvem gør det", ("Kultur",)),
        (BENEFIT, "how many are on it", ("320",)),
        (BENEFIT, "what share is on it in Vigby and in the whole country", ("2,4", "2,0")),
        (BENEFIT, "has it fallen", ("0,3",)),
        (TASK, "who does it, and when", ("Kultur", "1. maj 2025")),
    ],
)
def test_the_cells_that_fit_are_chosen(cells: tuple[Cell, ...], question: str, told: tuple[str, ...]) -> None:
    assert tuple(cell.text for cell in asked_for(cells, "", set(terms(question)) - {"i"}, question)) == told


@pytest.mark.parametrize(
    ("cells", "question", "told"),
    [
        (BENEFIT, "hvor mange er der i Vigby, og hvad er andelen", ("320", "2,4")),
        (BENEFIT, "hvor mange er der i Vigby, og hvor stor er udviklingen på et år", ("320", "0,3")),
        (YEARS, "hvor mange er der i 2024, og hvor mange bliver det i 2030", ("44", "52")),
        # What no column tells is asked of something else.
        (BENEFIT, "hvor mange er der i Vigby, og hvem hjælper dem", ("320",)),
        # The country has no number of persons here, and gets none from Vigby.
        (BENEFIT, "hvor mange er der i hele landet", ("2,0",)),
    ],
)
def test_of_two_things_asked_each_has_its_cells(
    cells: tuple[Cell, ...], question: str, told: tuple[str, ...]
) -> None:
    assert tuple(c.text for c in cells_asked(cells, "", set(terms(question)) - {"i"}, question)) == told
