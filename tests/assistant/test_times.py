"""The time a number is of: what a question asks for, what a text states, and whether they agree."""

import pytest

from assistant.times import Period, agrees, lasts_otherwise, of_another_time, only_tells_time, periods
from assistant.units import Unit
from ingest.plan import BlockKind


def unit(text: str, kind: BlockKind = BlockKind.PARAGRAPH, **around: str) -> Unit:
    columns = tuple(around.pop("columns", "").split("|"))
    return Unit("p", 0, len(text), kind, text, ("Tallene bag",), columns=columns, **around)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("i 2. kvartal 2022", (2022, 4), (2022, 6)),
        ("2. kvt. 2022 antal personer", (2022, 4), (2022, 6)),
        ("i andet år: 1. halvår 2023", (2023, 1), (2023, 6)),
        ("ultimo 3. kvartal 2021", (2021, 7), (2021, 9)),
        ("ved udgangen af august 2023", (2023, 8), (2023, 8)),
        ("den 1. december 2024", (2024, 12), (2024, 12)),
        ("i sept. 2020", (2020, 9), (2020, 9)),
        ("ved udgangen af 2023", (2023, 10), (2023, 12)),
        ("sommeren 2021", (2021, 6), (2021, 8)),
        ("i 2024", (2024, 1), (2024, 12)),
        ("I januar samme år", (2023, 1), (2023, 1)),
    ],
)
def test_a_time_is_read(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    ends = [12 * year + month - 1 for year, month in (first, last)]
    assert periods(text, 2023) == (Period(*ends),)


def test_each_year_of_several_is_a_time() -> None:
    assert [period.first // 12 for period in periods("2024-2026")] == [2024, 2025, 2026]
    assert periods("mellem kl. 8 og 15 den 4. maj") == ()


@pytest.mark.parametrize(
    ("stated", "question", "other"),
    [
        ("I juni 2022 var 2,1 pct. ledige.", "hvor mange var ledige i september 2023", True),
        ("I juni 2022 var 2,1 pct. ledige.", "hvor mange var ledige i 2. kvartal 2022", False),
        ("I 2021 kom der 400 opkald.", "hvor mange opkald kom der i januar 2022", True),
        ("I 2021 kom der 400 opkald.", "hvor mange opkald kom der i 2023", True),
        ("I 2021 kom der 400 opkald.", "hvor mange opkald kom der", False),
        # What a goal starts from is told with its time too.
        ("Højst 80 i 2025 (95 i 3. kvartal 2023).", "hvor mange var der i 3. kvartal 2023", False),
        ("I maj 2023 var det 2,2 pct. mod 2,9 pct. i maj 2022.", "hvor mange pct. var det i maj 2022", False),
        ("Det er faldet siden foråret 2021 og er i maj 2022 på 70.", "hvor mange var det i april 2021", True),
        ("Der er 70 pladser.", "hvor mange pladser er der i maj 2024", False),
    ],
)
def test_a_sentence_of_another_time_is_known(stated: str, question: str, other: bool) -> None:
    assert of_another_time(unit(stated), question) is other


def test_the_same_year_is_that_of_the_sentence_before() -> None:
    then = unit("I januar samme år var den 4,1 pct.", before="I juli 2023 var ledigheden 1,2 pct.")
    assert not of_another_time(then, "hvad var ledigheden i januar 2023")
    assert of_another_time(then, "hvad var ledigheden i januar 2024")


@pytest.mark.parametrize(
    ("columns", "question", "other"),
    [
        ("Ydelse|2. kvt. 2023 antal", "hvor mange i 4. kvartal 2023", True),
        ("Ydelse|2. kvt. 2023 antal", "hvor mange i maj 2023", False),
        # The column of a change tells what it is measured from, and is no number of that time.
        ("Ydelse (3. kvt. 2023)|Antal|Ændring siden 3. kvt. 2022", "hvor mange i 3. kvartal 2022", True),
        ("Ydelse|Antal", "hvor mange i maj 2023", False),
        # A year alone is a matter of the columns.
        ("Ydelse|2022|2023", "hvor mange i 2024", False),
    ],
)
def test_a_row_of_another_time_is_known(columns: str, question: str, other: bool) -> None:
    row = unit("Fleksjob\t160\t4", BlockKind.ROW, columns=columns)
    assert of_another_time(row, question) is other


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("hvor mange har fået fleksjob i over fem år", True),
        ("hvor mange har fået fleksjob i mere end 3 år", False),
        ("hvor mange er i fleksjob", False),
        # A year is no length that a table must name.
        ("hvor mange har været i fleksjob i over et år", False),
    ],
)
def test_a_row_of_another_length_is_known(question: str, other: bool) -> None:
    row = unit("Fleksjob\t160\t1,5", BlockKind.ROW, columns="Ydelse|Mere end 3 år|Andel")
    assert lasts_otherwise(row, question) is other


def test_a_sentence_of_another_length_is_known() -> None:
    asked = "hvor mange har fået fleksjob i over to år"
    assert lasts_otherwise(unit("160 er i fleksjob."), asked)
    assert not lasts_otherwise(unit("160 har været i fleksjob i mere end 2 år."), asked)


def test_another_word_for_the_same_time_agrees() -> None:
    assert agrees(unit("I juni 2021 var 44 pct. i job."), "hvor mange var i job i sommeren 2021")
    assert not agrees(unit("I august 2023 var 44 pct. i job."), "hvor mange var i job i efteråret 2023")
    assert not agrees(unit("I 2023 var 44 pct. i job."), "hvor mange var i job i efteråret 2023")


@pytest.mark.parametrize(
    ("word", "is_time"), [("sommeren", True), ("juni", True), ("kvartal", True), ("sommerjob", False)]
)
def test_words_for_times_are_known(word: str, is_time: bool) -> None:
    assert only_tells_time(word) is is_time
