"""A row that counts the very thing asked for is told, and no sentence that counts it with others."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from assistant.exactness import counts_alone, is_sum, joins
from assistant.judging import Verdict
from assistant.question import Question
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.danish.stems import stem, terms
from ingest.plan import BlockKind

Understood = Callable[..., Understanding]
ROW = "Fleksjob\t61\t1,9"
COLUMNS = ("Ydelse", "2. kvt. 2023 Antal", "Andel (pct.)")
SUM = "I alt 74 var i fleksjob eller på ledighedsydelse i 2. kvartal 2023."
PLAN = f"""# Vigby Kommune Beskæftigelsesplan 2024

## Hvor mange får en ydelse

{SUM} Det er 2,3 pct. af borgerne.

Tabel 1: Modtagere af ydelser i Vigby Kommune

| Ydelse | Antal i 2. kvartal 2023 | Andel (pct.) |
|---|---|---|
| Fleksjob | 61 | 1,9 |
| Ledighedsydelse | 13 | 0,4 |

## Ledighed

Ledigheden var 2,4 pct. i Vigby Kommune i august. I Region Sydvest var ledigheden 3,3 pct., og i hele
landet var den 2,9 pct.
"""


@pytest.mark.parametrize(
    "text",
    [
        "74 er i fleksjob eller på ledighedsydelse.",
        "74 er på ledighedsydelse eller i fleksjob.",
        "Der er 74 i fleksjob og revalidering.",
        "94 er i fleksjob, på ledighedsydelse eller i revalidering.",
        "94 er i praktik, fleksjob eller skånejob.",
        "74 får løntilskud eller fleksjob.",
        "Revaliderings- eller fleksjob har 74.",
    ],
)
def test_a_sum_is_known_by_what_stands_beside(text: str) -> None:
    assert joins(text, {stem("fleksjob")}, set(terms("hvor mange er i fleksjob")))


@pytest.mark.parametrize(
    "text",
    [
        "61 er i fleksjob, svarende til en andel på 1,9 pct. og dermed flere end før.",
        "61 er i fleksjob og 13 på ledighedsydelse.",
        "61 er i fleksjob og skal hjælpes videre.",
        "61 er i fleksjob, heraf 20 kvinder og 41 mænd.",
        "13 er på ledighedsydelse eller i revalidering.",
    ],
)
def test_a_number_of_its_own_is_no_sum(text: str) -> None:
    assert not joins(text, {stem("fleksjob")}, set(terms("hvor mange er i fleksjob")))


def test_a_sum_that_is_asked_for_is_none() -> None:
    asked = set(terms("hvor mange er i fleksjob eller på ledighedsydelse"))
    assert not joins(SUM, {stem("fleksjob")}, asked)


def verdict(text: str, *columns: str, fits: float = 1.0, path: tuple[str, ...] = ("Ydelser",)) -> Verdict:
    kind = BlockKind.ROW if columns else BlockKind.PARAGRAPH
    return Verdict(
        Unit("p", 0, len(text), kind, text, path, columns=columns),
        0.9,
        0.9,
        fits=fits,
        meaning=0.5,
        total=1.5,
    )


@pytest.mark.parametrize(
    ("question", "row", "alone"),
    [
        ("Hvor mange er i fleksjob?", ROW, True),
        ("Hvor mange var i fleksjob i 2. kvartal 2023?", ROW, True),
        ("Hvor mange var i fleksjob i 2. kvartal 2022?", ROW, False),
        ("Hvor mange var i fleksjob i 3. kvartal 2023?", ROW, False),
        ("Hvor mange er i fleksjob?", "Nye fleksjob\t9\t0,1", False),
        ("Hvad er målet for fleksjob?", ROW, False),
        ("Hvorfor er der så mange i fleksjob?", ROW, False),
    ],
)
def test_a_row_counts_alone_what_its_whole_label_names(
    understood: Understood, question: str, row: str, alone: bool
) -> None:
    assert counts_alone(verdict(row, *COLUMNS), understood(question)) is alone


def test_a_row_takes_the_place_of_a_sum_under_its_own_heading_only(understood: Understood) -> None:
    asked, row = understood("Hvor mange er i fleksjob?"), verdict(ROW, *COLUMNS)
    assert is_sum(verdict(SUM), row, asked)
    assert not is_sum(verdict(SUM, path=("Sidste år",)), row, asked)
    assert not is_sum(verdict(ROW, *COLUMNS), row, asked)


@pytest.fixture(scope="module")
def vigby(on_plans: Callable[..., Assistant]) -> Assistant:
    return on_plans({"vigby-2024.md": PLAN})


@pytest.mark.parametrize(
    ("question", "held", "left_out"),
    [
        ("Hvor mange var i fleksjob i Vigby i 2. kvartal 2023?", "61", ("74",)),
        ("Hvor mange er på ledighedsydelse i Vigby?", "13", ("74",)),
        ("Hvor mange er i fleksjob eller på ledighedsydelse i Vigby?", "74", ()),
        ("Hvad er ledigheden i hele landet ifølge Vigby?", "2,9 pct.", ()),
    ],
)
def test_the_very_number_is_told(
    vigby: Assistant, question: str, held: str, left_out: tuple[str, ...]
) -> None:
    told = vigby.ask(Question(question)).text
    assert held in told
    assert not any(other in told for other in left_out)


def test_the_municipality_s_number_is_told_before_a_region_s(vigby: Assistant) -> None:
    told = vigby.ask(Question("Hvad er ledigheden i Vigby?")).text
    assert told.startswith("Ledigheden var 2,4 pct. i Vigby")
