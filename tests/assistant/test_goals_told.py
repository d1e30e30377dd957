"""A question for all goals on a theme is answered with the registered goals, each once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.question import Question

MARSKLEV = """Beskæftigelsesplan 2024
Marsklev Kommune

1. Samarbejde med virksomhederne

Samarbejdet med virksomhederne er vigtigt. Vi vil være en god samarbejdspartner for de lokale virksomheder, og
kvalitet i samarbejdet med virksomhederne går forud for antallet af samarbejder.

2. Mål for 2024

Resultatmål 1: Der gennemføres 14 virksomhedsbesøg om måneden i 2024.

Resultatmål 2: Mindst 70 pct. af
jobordrerne er besat inden for tre uger i 2024.

Resultatmål 3: Antallet af borgere på sygedagpenge skal nedbringes til 210 i 2024.

3. Samlet oversigt

Der gennemføres 14 virksomhedsbesøg om måneden i 2024.
"""
ENGMOSE = """Beskæftigelsesplan 2024
Engmose Kommune

1. Virksomheder

Vi tager telefonen, når en virksomhed ringer om samarbejde. Samarbejdet med virksomhederne er tæt og godt.

2. Mål

Mindst 85 pct. af virksomhederne er tilfredse med rekrutteringen i 2024.

Højst 160 borgere er på sygedagpenge ved udgangen af 2024.
"""
VISITS, ORDERS = "14 virksomhedsbesøg", "besat inden for tre uger"
CONTENT = "85 pct. af virksomhederne"


@pytest.fixture(scope="module")
def assistant(on_plans: Callable[..., Assistant]) -> Assistant:
    return on_plans({"marsklev-2024.txt": MARSKLEV, "engmose-2024.txt": ENGMOSE})


def ask(assistant: Assistant, question: str) -> Answer:
    answer = assistant.ask(Question(question))
    assert not answer.abstained, answer.text
    return answer


@pytest.mark.parametrize(
    "question",
    [
        "Sammenlign kommunernes mål for samarbejdet med virksomhederne",
        "Sammenlign målene for virksomheder i Marsklev og Engmose",
        "Hvilke mål har Marsklev og Engmose for virksomhederne?",
    ],
)
def test_a_comparison_tells_the_goals_and_not_what_is_said_around_them(
    assistant: Assistant, question: str
) -> None:
    answer = ask(assistant, question)
    for words in (VISITS, ORDERS, CONTENT):
        assert answer.text.count(words) == 1, answer.text
    assert "god samarbejdspartner" not in answer.text
    assert "sygedagpenge" not in answer.text


@pytest.mark.parametrize(
    "question", ["Hvilke mål har Marsklev for virksomhederne?", "Hvad er målene for virksomheder i Marsklev?"]
)
def test_each_goal_is_cited_by_itself_and_told_once(assistant: Assistant, question: str) -> None:
    answer = ask(assistant, question)
    assert len(answer.citations) == 2
    assert all(sum(words in c.quote for c in answer.citations) == 1 for words in (VISITS, ORDERS))


def test_a_question_for_one_goal_gets_that_one(assistant: Assistant) -> None:
    answer = ask(assistant, "Hvor mange virksomhedsbesøg vil Marsklev gennemføre om måneden?")
    assert VISITS in answer.text
    assert ORDERS not in answer.text


def test_a_plan_without_goals_on_the_theme_is_answered_from_its_text(assistant: Assistant) -> None:
    answer = ask(assistant, "Hvad siger Engmose om samarbejde med virksomheder?")
    assert "tæt og godt" in answer.text or "tager telefonen" in answer.text


def test_a_thing_named_beside_the_theme_must_stand_in_a_goal(assistant: Assistant) -> None:
    assert VISITS in ask(assistant, "Hvilke mål har Marsklev for virksomhederne?").text
    named = assistant.ask(Question("Hvilke mål har Marsklev for svejsekurser i virksomhederne?"))
    assert named.abstained, named.text
