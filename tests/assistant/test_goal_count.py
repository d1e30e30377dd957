"""How many goals a plan has: as it says itself, or counted, each goal shown and cited."""

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.question import Question

SAID = """# Lundby Kommune Beskæftigelsesplan 2024

Ministeren har udmeldt fem vejledende mål. Planen har tre lokale mål. To mål blev nået sidste år.

## Tema 3: Måltider

- Antallet på kontanthjælp skal ned til 90 i 2024.
- Mindst 40 personer i fleksjob i 2024.
- Højst 200 på sygedagpenge i 2024.
"""
SILENT = """# Torup Kommune Beskæftigelsesplan 2024

Ministeren har udmeldt fem vejledende mål.

## Vores mål

- Antallet på kontanthjælp skal nedbringes til 75 i 2024.
- Mindst 55 personer er i fleksjob ved udgangen af 2024.
"""
MANY = """# Holmby Kommune Beskæftigelsesplan 2025

For de fire temaer er der i alt 12 mål, som skal nås i 2025.

## Tema 1: Unge

- Mindst 30 unge skal begynde på en uddannelse i 2025.
"""
FEW = """# Engby Kommune Beskæftigelsesplan 2022

Byrådet har vedtaget to mål for unge, så planen i alt har fem mål.
"""


@pytest.fixture(scope="module")
def plans(on_plans: Callable[..., Assistant]) -> Assistant:
    return on_plans(
        {"lundby-2024.md": SAID, "torup-2024.md": SILENT, "holmby-2025.md": MANY, "engby-2022.md": FEW}
    )


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(Question(question))


@pytest.mark.parametrize(
    "question",
    ["Hvor mange mål har Lundbys beskæftigelsesplan?", "hvor mange mål er der i lundbys plan"],
)
def test_the_plan_s_own_number_is_told(plans: Assistant, question: str) -> None:
    assert ask(plans, question).text.endswith("Planen har tre lokale mål. [1]")


def test_goals_are_counted_where_the_plan_does_not_say(plans: Assistant) -> None:
    answer = ask(plans, "Hvor mange mål har Torup i sin plan?")
    first, *goals = answer.text.splitlines()
    assert first == "Jeg har talt planens mål op og fundet 2:"
    assert len(goals) == len(answer.citations) == 2
    assert "75" in goals[0]
    assert "55" in goals[1]


def test_several_municipalities_are_counted_each(plans: Assistant) -> None:
    told = ask(plans, "Hvor mange mål har Lundby og Torup?").text
    assert "tre lokale mål" in told
    assert "fundet 2" in told


def test_goals_for_something_are_not_counted_with_all(plans: Assistant) -> None:
    assert "fundet 2" not in ask(plans, "Hvor mange mål har Torup for fleksjob?").text


@pytest.mark.parametrize("question", ["Hvem har flest mål?", "Hvilken kommune har flest målsætninger?"])
def test_who_has_most_goals_is_told_by_the_plans_own_numbers(plans: Assistant, question: str) -> None:
    """Neither year nor "skal" hides a plan's number, a sum goes before its parts, and a part is no sum."""
    first = ask(plans, question).text.splitlines()[0]
    assert first.startswith("Højest er Holmby med 12 mål")
    assert "lavest Engby med 5 mål" in first
