"""Example questions read like Danish and come from a place in a plan."""

from collections.abc import Callable

import pytest

from ingest.plan import Plan
from ui.examples import candidates

LONG = "Teksten under overskriften er lang nok til at svare på noget. " * 5


def asked(*plans: Plan) -> list[str]:
    return [candidate.question for candidate in candidates(plans)]


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("Mål 2: Kortere sygeforløb", "Hvad er Sandkildes mål om kortere sygeforløb?"),
        ("Resultatmål 3a: Flere i job", "Hvad er Sandkildes mål om flere i job?"),
        ("Flere unge i uddannelse", "Hvad vil Sandkilde gøre for at få flere unge i uddannelse?"),
        ("2.1 Unge uden uddannelse", "Hvad skriver Sandkilde om unge uden uddannelse?"),
        ("UNGE UDEN UDDANNELSE", "Hvad skriver Sandkilde om unge uden uddannelse?"),
        ("Fokusområde 2. Sæsonbroen", "Hvad skriver Sandkilde om ”Sæsonbroen”?"),
    ],
)
def test_headings_become_questions(make_plan: Callable[..., Plan], heading: str, question: str) -> None:
    plan = make_plan(
        f"# Plan\n## {heading}\nBroen hjælper unge uden uddannelse. Det sker på Sæsonbroen. {LONG}\n"
    )
    assert question in asked(plan)


@pytest.mark.parametrize(
    "heading",
    [
        "Indhold",
        "Indledning",
        "Bilag 1",
        "Hvorfor en plan",
        "Sådan ser det ud i Sandkilde",
        "Vi vil mere",
        "Kommunen skal spare",
        "<script>alert(1)</script>",
        "**Fed** og [1]",
        "Beskæftigelsesplan 2024",
        "Antal $x$ og :red[y]",
        "2024",
        "",
    ],
)
def test_other_headings_do_not(make_plan: Callable[..., Plan], heading: str) -> None:
    assert asked(make_plan(f"# Plan\n## {heading}\n{LONG}\n")) == []


def test_what_is_counted_becomes_a_question(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan("# Plan\nAntallet af langtidsledige skal højst være 90.\n", municipality="Brønderslev")
    assert asked(plan) == ["Hvad er Brønderslevs mål for antallet af langtidsledige?"]


def test_a_name_in_s_gets_an_apostrophe(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan("# Plan\nAndelen af unge i job skal op.\n", municipality="Randers")
    assert asked(plan) == ["Hvad er Randers’ mål for andelen af unge i job?"]


def test_an_abbreviation_that_the_plan_explains_becomes_a_question(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan("# Plan\nDet kaldes Fast Aktiv Kontakt (FAK) i daglig tale.\n")
    assert asked(plan) == ["Hvad står FAK for i Sandkildes plan?"]


def test_the_plans_take_turns_and_the_place_is_given(make_plan: Callable[..., Plan]) -> None:
    text = f"# Plan\n## Flere unge i job\n{LONG}\n## Færre sygemeldte\n{LONG}\n"
    other = text.replace("Flere unge i job", "Flere på hold").replace("Færre sygemeldte", "Færre på ydelse")
    plans = [make_plan(text), make_plan(other, municipality="Halmvig")]
    found = list(candidates(plans))
    assert [c.plan for c in found] == [plans[0].id, plans[1].id] * 2
    for candidate in found:
        plan = next(p for p in plans if p.id == candidate.plan)
        assert plan.text[candidate.start : candidate.end].startswith(("Flere", "Færre"))


def test_the_year_tells_two_plans_of_one_kind_apart(make_plan: Callable[..., Plan]) -> None:
    text = "# Plan\nAntallet af ledige skal ned.\n"
    assert asked(make_plan(text), make_plan(text + "Mere.\n")) == [
        "Hvad er Sandkildes mål for antallet af ledige i 2024?"
    ]


def test_no_topic_comes_twice(make_plan: Callable[..., Plan]) -> None:
    text = "# Plan\nAntallet af ledige skal ned.\n"
    assert len(asked(make_plan(text), make_plan(text, municipality="Halmvig"))) == 1


def test_a_plan_of_nobody_gives_no_questions(make_plan: Callable[..., Plan]) -> None:
    assert asked(make_plan("# Plan\nAntallet af ledige skal ned.\n", municipality="")) == []
