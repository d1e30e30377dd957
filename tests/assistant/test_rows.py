"""How a table row is told: the columns asked for, with unit and time, and nothing of the others."""

import pytest

from assistant.rows import told_row
from assistant.units import Unit
from ingest.danish.stems import terms
from ingest.plan import BlockKind

BENEFITS = (
    "Ydelser i 3. kvt. 2023",
    "Antal personer i Vigby",
    "Andel i Vigby (pct.)",
    "Andel i hele landet (pct.)",
)
BENEFITS += ("Udvikling i Vigby på et år",)
YEARS = ("Emne", "2019", "2024", "Skøn 2030")
HEALTH = ("Andel af voksne (pct.)", "Vigby 2017", "Vigby 2023", "Regionen 2023")
MONEY = ("Indsats", "Budget 2023 (mio. kr.)", "Budget 2024 (mio. kr.)")
COUNTED = ("Ydelse", "Vigby", "Andel 16-66 år", "Hele landet")
GOALS = ("Nr.", "Lokalt mål", "Frist")
DONE = ("Mål", "Målet var", "Resultatet blev")


def told(
    row: str, columns: tuple[str, ...], question: str, lead: str = "", path: tuple[str, ...] = ()
) -> str:
    unit = Unit("p", 0, len(row), BlockKind.ROW, row, path, lead, columns=columns)
    # The names of places and small words are no concepts of a question.
    return told_row(unit, set(terms(question)) - {"vigby", "i"}, question)


@pytest.mark.parametrize(
    ("row", "columns", "question", "expected"),
    [
        (
            "Fleksjob\t61\t2,5\t2,2\t0,1",
            BENEFITS,
            "hvor mange er i fleksjob i vigby",
            "Fleksjob: 61 (Antal personer i Vigby, 3. kvt. 2023)",
        ),
        (
            "Fleksjob\t61\t2,5\t2,2\t0,1",
            BENEFITS,
            "Hvor stor en andel er i fleksjob?",
            "Fleksjob: 2,5 pct. (Andel i Vigby, 3. kvt. 2023)",
        ),
        (
            "Fleksjob\t61\t2,5\t2,2\t0,1",
            BENEFITS,
            "hvor stor del er i fleksjob",
            "Fleksjob: 2,5 pct. (Andel i Vigby, 3. kvt. 2023)",
        ),
        (
            "Fleksjob\t61\t2,5\t2,2\t0,1",
            BENEFITS,
            "Hvor mange procent er i fleksjob i hele landet?",
            "Fleksjob: 2,2 pct. (Andel i hele landet, 3. kvt. 2023)",
        ),
        (
            "Fleksjob\t61\t2,5\t2,2\t0,1",
            BENEFITS,
            "andel i fleksjob i vigby ift. hele landet",
            "Fleksjob: 2,5 pct. (Andel i Vigby, 3. kvt. 2023); 2,2 pct. (Andel i hele landet, 3. kvt. 2023)",
        ),
        (
            "Fleksjob\t61\t2,5\t2,2\t0,1",
            BENEFITS,
            "Hvordan har fleksjob udviklet sig?",
            "Fleksjob: 0,1 (Udvikling i Vigby på et år, 3. kvt. 2023)",
        ),
        (
            "Fleksjob\t61\t2,5\t2,2\t0,1",
            BENEFITS,
            "Hvad er tallet for fleksjob under Andel i Vigby (pct.)?",
            "Fleksjob: 2,5 (Andel i Vigby (pct.), 3. kvt. 2023)",
        ),
        ("Plejeboliger\t40\t44\t52", YEARS, "hvor mange plejeboliger i 2024", "Plejeboliger: 44 (2024)"),
        ("Plejeboliger\t40\t44\t52", YEARS, "hvor mange plejeboliger er der nu", "Plejeboliger: 44 (2024)"),
        (
            "Plejeboliger\t40\t44\t52",
            YEARS,
            "hvor mange plejeboliger",
            "Plejeboliger: 40 (2019); 44 (2024); 52 (Skøn 2030)",
        ),
        ("Ryger\t17\t13\t11", HEALTH, "hvor mange røg i 2023", "Ryger: 13 pct. (Vigby 2023)"),
        (
            "Ryger\t17\t13\t11",
            HEALTH,
            "hvordan har rygning udviklet sig fra 2017 til 2023",
            "Ryger: 17 pct. (Vigby 2017); 13 pct. (Vigby 2023)",
        ),
        ("Mentorer\t5,6\t6,1", MONEY, "penge til mentorer i 2024", "Mentorer: 6,1 mio. kr. (Budget 2024)"),
        (
            "4\tHøjst 30 på ledighedsydelse\tjuni 2025",
            GOALS,
            "hvor mange på ledighedsydelse",
            "Højst 30 på ledighedsydelse (Lokalt mål 4); juni 2025 (Frist)",
        ),
        ("Fleksjob\t61\t58", DONE, "hvad blev resultatet for fleksjob", "Fleksjob: 58 (Resultatet blev)"),
        (
            "Fleksjob\t61\t58",
            DONE,
            "fortæl om fleksjob",
            "Fleksjob: 61 (Målet var); 58 (Resultatet blev)",
        ),
        (
            "Kurser\t1. maj\t4.000 kr.",
            ("Tiltag", "Frist", "Udgift"),
            "hvad er fristen",
            "Kurser: 1. maj (Frist)",
        ),
    ],
)
def test_the_columns_asked_for_are_told(
    row: str, columns: tuple[str, ...], question: str, expected: str
) -> None:
    assert told(row, columns, question) == expected


def test_a_bare_number_is_told_with_what_the_caption_says_it_counts() -> None:
    caption = "Antal fuldtidspersoner på to ydelser, 3. kvartal 2023:"
    said = told(
        "Sygedagpenge\t77\t2,4 pct.\t2,2 pct.", COUNTED, "hvor mange på sygedagpenge i vigby", caption
    )
    assert said == "Sygedagpenge: 77 (Vigby, Antal fuldtidspersoner på to ydelser, 3. kvartal 2023)"


def test_a_sentence_above_a_table_is_no_caption() -> None:
    lead = "Antallet faldt i 2019, da fabrikken lukkede."
    assert told("Sygedagpenge\t77", ("Ydelse", "Vigby"), "sygedagpenge", lead) == "Sygedagpenge: 77 (Vigby)"


def test_a_heading_over_a_table_tells_its_time() -> None:
    heading = "Tallene i 2. kvartal 2021"
    said = told("Fleksjob\t61", ("Ydelse", "Antal personer"), "hvor mange i fleksjob", heading, (heading,))
    assert said == "Fleksjob: 61 (Antal personer, 2. kvartal 2021)"


def test_a_row_without_cells_is_its_label() -> None:
    assert told("Fleksjob\t", ("Ydelse", "Antal"), "fleksjob") == "Fleksjob"


def test_a_column_that_is_a_unit_is_told_as_one() -> None:
    assert told("Jobklubben\t2,5", ("Post", "Mio. kr."), "penge til jobklubben") == "Jobklubben: 2,5 mio. kr."
