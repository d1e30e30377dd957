"""A plan that announces another number of goals than it lists, and one goal with two numbers."""

from collections.abc import Callable

import pytest

from ingest.goals.contradictions import Contradiction, ContradictionKind, contradictions
from ingest.goals.extraction import goals
from ingest.plan import Plan

Make = Callable[..., Plan]


def found(plan: Plan) -> tuple[Contradiction, ...]:
    return contradictions(goals(plan), plan)


def labels(*names: str) -> str:
    lines = (f"Resultatmål {name}: Mindst {n + 41} borgere er i job i 2024." for n, name in enumerate(names))
    return "\n\n".join(lines)


COUNTED = {
    "figures": "Planen har i alt 3 resultatmål.",
    "words": "I alt er der tre resultatmål.",
    "adjectives": "Byrådet har vedtaget planen med tre nemme og konkrete resultatmål.",
    "a reference": "Bilaget gentager de tre resultatmål i Beskæftigelsesplan 2024.",
}
AGREED = {
    "what is listed": "Planen har i alt 4 resultatmål.",
    "parts that add up": "Der er tre lokale resultatmål og 1 fælles. Planen har i alt fire resultatmål.",
    "some of them": "To af de fire resultatmål i planen er nye, og planen gælder i alt ét år.",
    "each chapter": "I hvert kapitel i planen er der to resultatmål.",
    "a group's": "Planen har to resultatmål for de unge.",
    "last year's": "Planen for 2022 havde i alt ni resultatmål.",
    "the minister's": "Ministeren har i alt udmeldt fem resultatmål.",
    "another noun": "Planen har i alt seks delmål.",
}


@pytest.mark.parametrize("name", COUNTED)
def test_another_number_than_announced(name: str, make_plan: Make) -> None:
    plan = make_plan(f"# Beskæftigelsesplan 2024\n\n{COUNTED[name]}\n\n{labels('1a', '1b', '2a', '2b')}\n")
    (one,) = found(plan)
    assert (one.kind, one.what, one.numbers) == (ContradictionKind.COUNT, "resultatmål", (3, 4))
    assert [plan.text[said.place.start : said.place.end] for said in one.said] == [s.words for s in one.said]
    assert len(one.said) == 5


@pytest.mark.parametrize("name", AGREED)
def test_a_number_with_an_innocent_reason(name: str, make_plan: Make) -> None:
    assert (
        found(make_plan(f"# Beskæftigelsesplan 2024\n\n{AGREED[name]}\n\n{labels('1a', '1b', '2a', '2b')}\n"))
        == ()
    )


def test_a_goal_listed_twice_counts_once_and_a_heading_over_goals_not(make_plan: Make) -> None:
    chapter = f"## Resultatmål 1: Flere i job\n\n{labels('1a', '1b', '2')}"
    text = f"Planen har i alt tre resultatmål.\n\n{chapter}\n\n## Bilag\n\n{labels('1a', '1b', '2')}\n"
    assert found(make_plan(f"# Beskæftigelsesplan 2024\n\n{text}")) == ()


TWO_NUMBERS = {
    "a chapter and an appendix": (
        "Antallet af langtidsledige skal nedbringes til 95 i 2024.",
        "Antallet af langtidsledige skal nedbringes til 90 i 2024.",
        (95, 90),
    ),
    "said in other words": (
        "Antallet af langtidsledige skal ned til 95 personer ved udgangen af 2024.",
        "Højst 90 langtidsledige i 2024.",
        (95, 90),
    ),
    "a baseline in one of them": (
        "Andelen af unge i uddannelse skal øges til 70 pct. i 2024 i forhold til 64 pct. i 2022.",
        "Andelen af unge i uddannelse skal øges til 72 pct. i 2024.",
        (70, 72),
    ),
}
TWO_GOALS = {
    "two years": (
        "Antallet af langtidsledige skal nedbringes til 95 i 2024.",
        "Antallet af langtidsledige skal nedbringes til 80 i 2025.",
    ),
    "two quarters": (
        "Mindst 20 ledige skal have et kursus i 1. kvartal 2024.",
        "Mindst 30 ledige skal have et kursus i 2. kvartal 2024.",
    ),
    "two groups": (
        "Antallet af ledige kvinder skal nedbringes til 95 i 2024.",
        "Antallet af ledige mænd skal nedbringes til 90 i 2024.",
    ),
    "two ages": (
        "Mindst 80 pct. af unge på 18-24 år er i uddannelse i 2024.",
        "Mindst 60 pct. af unge på 25-29 år er i uddannelse i 2024.",
    ),
    "a level and a change": (
        "Antallet af langtidsledige skal nedbringes til 95 i 2024.",
        "Antallet af langtidsledige skal nedbringes med 12 i 2024.",
    ),
    "two units": (
        "Antallet af langtidsledige skal nedbringes til 95 i 2024.",
        "Andelen af langtidsledige skal nedbringes til 2,5 pct. i 2024.",
    ),
    "a floor and a ceiling": (
        "Mindst 40 ledige er på kursus i 2024.",
        "Højst 60 ledige er på kursus i 2024.",
    ),
    "two services": (
        "Mindst 80 pct. af brugerne er tilfredse i 2024.",
        "Mindst 85 pct. af brugerne er tilfredse i 2024.",
    ),
}  # fmt: skip


def two_places(first: str, second: str) -> str:
    return f"# Beskæftigelsesplan 2024\n\n## Fokus\n\nMål 1: {first}\n\n## Kaj og Kanal\n\nMål 1: {second}\n"


@pytest.mark.parametrize("name", TWO_NUMBERS)
def test_one_goal_with_two_numbers(name: str, make_plan: Make) -> None:
    first, second, numbers = TWO_NUMBERS[name]
    (one,) = found(make_plan(two_places(first, second)))
    assert (one.kind, one.numbers) == (ContradictionKind.NUMBER, numbers)
    assert [said.place.section for said in one.said] == ["Fokus", "Kaj og Kanal"]


@pytest.mark.parametrize("name", TWO_GOALS)
def test_two_goals_are_no_contradiction(name: str, make_plan: Make) -> None:
    assert found(make_plan(two_places(*TWO_GOALS[name]))) == ()


def test_common_words_contradict_a_summary(make_plan: Make) -> None:
    text = two_places(*TWO_GOALS["two services"]).replace("Kaj og Kanal", "Bilag 2: Oversigt over mål")
    (one,) = found(make_plan(text))
    assert one.numbers == (80, 85)


def test_labels_without_numbers_are_told_apart_by_what_they_say(make_plan: Make) -> None:
    lines = [
        f"Lokalt mål: Mindst {n} {who} er i job." for n, who in ((40, "unge"), (50, "ældre"), (60, "mænd"))
    ]
    text = "Planen har to lokale mål.\n\n" + "\n\n".join([*lines, "## Bilag", lines[0]])
    (one,) = found(make_plan(f"# Beskæftigelsesplan 2024\n\n{text}\n"))
    assert (one.what, one.numbers, len(one.said)) == ("lokale mål", (2, 3), 4)


LISTS = {
    "signs": ("Vi har to mål:\n\n- Flere i job.\n- Flere i skole.\n- Færre syge.", [(2, 3)]),
    "numbers": ("Udvalget har valgt fire mål for 2024:\n\n1. Flere i job.\n2. Flere i skole.", [(4, 2)]),
    "as many as it says": ("Vi har to mål:\n\n- Flere i job.\n- Flere i skole.", []),
    "and more than goals": ("Vi har et mål og to delmål og nogle tiltag:\n\n- Job.\n- Skole.\n- Ro.", []),
    "some of them": ("To af de tre mål er nye:\n\n- Flere i job.\n- Flere i skole.", []),
    "the minister's": ("Ministeren har udmeldt fem mål:\n\n- Flere i job.\n- Flere i skole.", []),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_under_a_line_that_counts_it(name: str, make_plan: Make) -> None:
    text, numbers = LISTS[name]
    plan = make_plan(f"# Beskæftigelsesplan 2024\n\n{text}\n\nSlut.\n")
    assert [each.numbers for each in found(plan)] == numbers
