"""Which goals fit what a person has chosen, by cases; and numbers as they are typed."""

from collections.abc import Callable

import pytest

from assistant.registered import Register, Registered
from ingest.goals.corrections import Correction, Reading
from ingest.goals.goal import Direction, Goal, GoalKind, Place, Target
from ingest.plan import Identity, Plan, PlanCard
from ui import goals_list
from ui.goal_words import changes
from ui.goals_choice import NO_THEME, Choice, Numbers, Shelf, Standing, chosen, key_of, themes_in
from ui.goals_form import parsed, typed

YOUNG = "Antallet af unge på uddannelseshjælp skal nedbringes til 95 i 2024."
SICK = "Sygedagpengemodtagere skal hurtigere tilbage i arbejde."
OLD = "Mindst 1.995 ældre får besøg."


def goal(plan: str, at: int, statement: str, themes: tuple[str, ...], target: Target = Target()) -> Goal:  # noqa: B008 - a frozen value
    return Goal(plan, GoalKind.GOAL, statement, (Place(at, at + 9, 4, "Mål"),), target, themes)


def card(id_: str, municipality: str | None, first: int, last: int) -> PlanCard:
    identity = Identity(municipality, first, last, "beskæftigelsesplan", f"Beskæftigelsesplan {first}")
    return PlanCard(id_, f"{id_}.pdf", "pdf", identity, 9, 9, 9, "2026-01-01T00:00:00+00:00")


HERE, THERE = card("p1", "Ærøby", 2023, 2024), card("p2", None, 2025, 2025)
READ = goal("p1", 0, YOUNG, ("unge",), Target(95.0, "personer", Direction.DOWN, "2024"))
AS_SAID = goal("p1", 0, YOUNG, ("unge", "småjob"), Target(90.5, "personer", Direction.DOWN, "2024"))
SAID = Correction(
    "p1", YOUNG, READ.places[0], Reading.of(READ), Reading.of(AS_SAID), made_at="2026-02-03T12:00:00+00:00"
)
NONE_AT_ALL = goal("p1", 90, "Møder", ())
NO = Correction("p1", "Møder", NONE_AT_ALL.places[0], Reading(), Reading(), True)
CORRECTED = Registered(AS_SAID, HERE, READ, (SAID,))
PLAIN = Registered(goal("p1", 50, SICK, ("sygedagpenge",)), HERE)
OTHER = Registered(goal("p2", 10, OLD, (), Target(1995.0, "ældre", Direction.LEAST)), THERE)
REJECTED = Registered(NONE_AT_ALL, HERE, NONE_AT_ALL, (NO,))
SHELF = Shelf.of(Register((CORRECTED, PLAIN, OTHER), (REJECTED,)))


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (Choice(), [CORRECTED, PLAIN, OTHER]),
        (Choice(municipalities=("Ærøby",)), [CORRECTED, PLAIN]),
        (Choice(municipalities=("p2.pdf",)), [OTHER]),
        (Choice(year=2024), [CORRECTED, PLAIN]),
        (Choice(year=2025), [OTHER]),
        (Choice(theme="småjob"), [CORRECTED]),
        (Choice(theme=NO_THEME), [OTHER]),
        (Choice(numbers=Numbers.WITH), [CORRECTED, OTHER]),
        (Choice(numbers=Numbers.WITHOUT), [PLAIN]),
        (Choice(standing=Standing.CORRECTED), [CORRECTED]),
        (Choice(standing=Standing.READ), [PLAIN, OTHER]),
        (Choice(standing=Standing.REJECTED), [REJECTED]),
        (Choice(words="sygedagpenge"), [PLAIN]),
        (Choice(words="UNGE uddannelseshjaelp"), [CORRECTED]),
        (Choice(words="aeroeby unge"), [CORRECTED]),
        (Choice(words="95"), [CORRECTED]),
        (Choice(words="2025"), [OTHER]),
        (Choice(words="ung sygedagpengemodtager"), []),
        (Choice(words="sygedagpengemodtagernes arbejder"), [PLAIN]),
        (Choice(words="besøgene"), [OTHER]),
        (Choice(words="unge ældre"), []),
        (Choice(words="  ?! "), [CORRECTED, PLAIN, OTHER]),
        (Choice(words="aeld", theme=NO_THEME, year=2025), [OTHER]),
        (Choice(year=1999), []),
    ],
)
def test_what_fits(choice: Choice, found: list[Registered]) -> None:
    assert list(chosen(SHELF, choice)) == found


def test_a_word_does_not_reach_over_the_end_of_another() -> None:
    """ "af unge" holds no "fun"."""
    assert chosen(SHELF, Choice(words="fun")) == ()


def test_a_goal_is_found_again_by_its_key_also_once_it_is_corrected() -> None:
    before = Registered(READ, HERE)
    assert SHELF.find(key_of(before)) == CORRECTED
    assert SHELF.find(key_of(REJECTED)) == REJECTED
    assert SHELF.find("p9-0-1") is None


def test_the_themes_that_are_there() -> None:
    assert themes_in(SHELF.register.goals) == ["småjob", "sygedagpenge", "unge", NO_THEME]
    assert themes_in([]) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("380", 380), ("1.615", 1615), ("1.615.000", 1615000), ("12,5", 12.5), ("12.5", 12.5), ("0,2", 0.2),
        (" 9,9 ", 9.9), ("-3", -3), ("−3", -3), ("1 615", 1615), ("1.615,5", 1615.5),
    ],
)  # fmt: skip
def test_numbers_as_they_are_typed(words: str, value: float) -> None:
    assert parsed(words) == value


@pytest.mark.parametrize(
    "value", [380.0, 9.9, 0.125, 0.2, 1615.0, 66.66666666666667, 15e9, -3.0, 0.0, 1e-7, 12]
)
def test_a_number_in_the_form_is_read_as_the_same_number(value: float) -> None:
    """In English too: "0.125" would be read as thousands, and "1,615" as a fraction."""
    assert parsed(typed(value)) == value


@pytest.mark.parametrize(
    "words", ["mange", "75 pct.", "1,2,3", "nan", "inf", "1e9", "9" * 400, "½", "٣", ".", "0.125.000"]
)
def test_what_is_no_number(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parsed(words)


def test_what_was_changed_is_told_in_words() -> None:
    assert changes(CORRECTED, "da") == ("Tema: unge → unge, småjob", "Tal: 95 → 90,5")
    assert changes(CORRECTED, "en") == ("Theme: unge → unge, småjob", "Number: 95 → 90.5")


def test_a_row_marks_what_was_corrected_and_what_is_invented() -> None:
    row = goals_list.row(CORRECTED, True, "da")
    assert ">Rettet<" in row
    assert '<strong>90,5</strong> <span lang="da">personer</span>' in row
    assert "<strong>90.5</strong>" in goals_list.row(CORRECTED, True, "en")
    assert "Opdigtet eksempel" in row
    assert "Rettet" not in goals_list.row(PLAIN, False, "da")
    assert ">Ikke et mål<" in goals_list.row(REJECTED, False, "da")


def test_the_day_of_a_correction_is_written_as_in_the_language() -> None:
    assert "Rettet 3.2.2026" in goals_list.corrected(CORRECTED, "da")
    assert "Corrected 2026-02-03" in goals_list.corrected(CORRECTED, "en")


def test_no_word_of_a_plan_becomes_markup(make_plan: Callable[..., Plan]) -> None:
    nasty = "<script>alert(1)</script>"
    bad = goal("p1", 0, nasty, (nasty,), Target(1.0, nasty, None, nasty))
    said = Correction(
        "p1", nasty, bad.places[0], Reading(), Reading(unit=nasty), made_at="2026-02-03T04:05:06+00:00"
    )
    each = Registered(bad, HERE, READ, (said,))
    for html in (goals_list.row(each, False, "da"), goals_list.corrected(each, "da")):
        assert "<script" not in html
