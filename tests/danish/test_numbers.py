import pytest

from ingest.danish.numbers import dates, figures, numbers, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("75% af de unge", [(75.0, "procent")]),
        ("75 pct. er i job", [(75.0, "procent")]),
        ("75 procent", [(75.0, "procent")]),
        ("stige med 0,2 procentpoint", [(0.2, "procentpoint")]),
        ("et fald på 3 %-point", [(3.0, "procentpoint")]),
        ("i alt 1.615 borgere", [(1615.0, "borgere")]),
        ("100.000 kr.", [(100_000.0, "kr.")]),
        ("9,9 uge i gennemsnit", [(9.9, "uger")]),
        ("afholde to jobmesser", [(2.0, "jobmesser")]),
        ("mindst 380 fuldtidspersoner", [(380.0, "fuldtidspersoner")]),
        ("12 mio. kr. om året", [(12_000_000.0, "kr.")]),
        ("fra 12 til 15 procent", [(12.0, "procent"), (15.0, "procent")]),
        ("en plan og et mål", []),
        ("en uge", [(1.0, "uger")]),
        ("Planen gælder 2024-2025.", []),
        ("den 31. dec. 2016", []),
        ("§ 12, stk. 2, og side 5", []),
        ("Ring på tlf. 12 34 56 78", []),
        ("Mål 3: flere i job", []),
        ("1. Indledning", []),
        ("inden 4. uge", []),
        ("COVID-19 og 2a", []),
        ("de tre lokale mål", [(3.0, "mål")]),
        ("18 forskellige private virksomheder", [(18.0, "virksomheder")]),
        ("0,0 -0,1", [(0.0, None), (-0.1, None)]),
        ("60 aktivitetsparate borgere", [(60.0, "borgere")]),
        ("25 ledige deltager", [(25.0, "ledige")]),
        ("én indgang og én borger", []),
        ("8 Kilde: egne tal", []),
        ("efter Covid 19 og covid-19", []),
        ("2 og 3 uger", [(2.0, "uger"), (3.0, "uger")]),
        ("288  helårspersoner", [(288.0, "helårspersoner")]),
        ("3 ud af 4", [(3.0, None), (4.0, None)]),
    ],
)
def test_quantities_and_what_is_none(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(number.value, number.unit) for number in numbers(text)] == expected


def test_a_range_has_two_ends() -> None:
    (number,) = numbers("Svar gives inden for 48-96 timer.")
    assert (number.value, number.high, number.unit) == (48.0, 96.0, "timer")


def test_between_is_a_range() -> None:
    (number,) = numbers("unge mellem 18 og 30 år")
    assert (number.value, number.high, number.unit) == (18.0, 30.0, "år")


def test_numbers_stand_where_they_say() -> None:
    text = "Fra 9,9 uge til højst 8 uger, for 1.200 borgere og tre kommuner."
    assert all(text[number.start : number.end] == number.words for number in numbers(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beskæftigelsesplan 2024-2026", [2024, 2025, 2026]),
        ("Plan 2022/23", [2022, 2023]),
        ("i 2019, 2020 og 2021", [2019, 2020, 2021]),
        ("2.024 kr. og 2000 borgere", []),
        ("den 1. maj 2023", [2023]),
        ("12024 og 20245", []),
    ],
)
def test_years(text: str, expected: list[int]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    "date",
    [
        "oktober 2016",
        "31. dec. 2016",
        "1. januar",
        "2. kvartal 2023",
        "ultimo 2022",
        "inden udgangen af 2022",
        "01.02.2024",
        "1. halvår 2025",
        "udgangen af juni 2024",
    ],
)
def test_dates(date: str) -> None:
    text = f"Det sker {date}, siger planen."
    assert [text[start:end] for start, end in dates(text)] == [date]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9. klasse", {"9"}),
        ("Otte af 1.615 borgere", {"8", "1615"}),
        ("16-66 år, jf. spor 2b", {"16", "66", "2"}),
        ("ingen tal", set()),
    ],
)
def test_figures_are_all_whole_numbers_whatever_they_name(text: str, expected: set[str]) -> None:
    assert figures(text) == expected


def test_a_figure_of_hundreds_of_digits_counts_nothing() -> None:
    assert numbers(f"Der er {'9' * 400} borgere i ordningen.") == []
    assert [number.value for number in numbers("Der er 1.234.567 borgere.")] == [1234567]
