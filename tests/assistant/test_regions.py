"""A region's number is none of the municipality's."""

from collections.abc import Callable

import pytest

from assistant.counting import ENOUGH
from assistant.fitness import fitness
from assistant.regions import elsewhere, names_region
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.plan import BlockKind


@pytest.mark.parametrize(
    "text",
    [
        "I hele landet var ledigheden 2,9 pct.",
        "I RAR Sydvest var den 3,3 pct., og i landet som helhed var den 2,9 pct.",
        "På landsplan cykler 31 pct. til arbejde.",
        "Landsgennemsnittet var 14 uger.",
        "I Region Sydvest er der 4.100 ledige, mens der i hele landet er 80.000.",
    ],
)
def test_only_others_are_told_of(text: str) -> None:
    assert elsewhere(text, ("Torup",))


@pytest.mark.parametrize(
    "text",
    [
        "Ledigheden var 2,4 pct. mod 2,9 pct. i hele landet.",
        "I Torup var den 2,4 pct., i hele landet 2,9 pct.",
        "Kommunen ligger på 31 pct., på landsplan er det 33 pct.",
        "Vi har 14 uger. I hele landet er det 15 uger.",
        "Andelen skal ligge 2 procentpoint under landsgennemsnittet.",
        "Ledigheden i hele landet stiger.",
        "Ledigheden var 2,4 pct. i august.",
    ],
)
def test_the_municipality_s_own_is_told_too(text: str) -> None:
    assert not elsewhere(text, ("Torup",))


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("Hvad er ledighedsprocenten i Torup?", False),
        ("Hvad er ledighedsprocenten?", True),
        ("Hvad er ledighedsprocenten i hele landet ifølge Torup?", True),
    ],
)
def test_it_fits_unless_the_municipality_s_is_asked_for(
    understood: Callable[..., Understanding], question: str, fits: bool
) -> None:
    text = "I hele landet var ledighedsprocenten 2,9 pct."
    unit = Unit("p", 0, len(text), BlockKind.PARAGRAPH, text, ())
    assert (fitness(unit, understood(question)) >= ENOUGH) is fits


@pytest.mark.parametrize("question", ["Hvor mange er der på landsplan?", "Hvad er det i Region Sydvest?"])
def test_a_region_can_be_asked_for(question: str) -> None:
    assert names_region(question)


@pytest.mark.parametrize(
    ("text", "question", "fits"),
    [
        ("Kommunen har 900 ansatte.", "Hvor mange ansatte har Torup Kommune?", True),
        ("Torup har 900 ansatte.", "hvor mange ansatte er der i torup", True),
        ("Fabrikken lukkede i maj med 70 ansatte.", "Hvor mange ansatte har Torup Kommune?", False),
        ("Teamet har fire medarbejdere.", "Hvor mange medarbejdere har Torup Kommune?", False),
        ("Fabrikken lukkede i maj med 70 ansatte.", "Hvor mange ansatte havde fabrikken i Torup?", True),
    ],
)
def test_the_staff_of_a_firm_is_not_the_municipality_s(
    understood: Callable[..., Understanding], text: str, question: str, fits: bool
) -> None:
    unit = Unit("p", 0, len(text), BlockKind.PARAGRAPH, text, ())
    assert (fitness(unit, understood(question)) >= ENOUGH) is fits
