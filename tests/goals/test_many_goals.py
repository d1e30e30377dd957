"""A plan of some hundred goals: what is the same is found, and a statement is not read for each pair."""

from collections.abc import Callable, Sequence
from itertools import combinations

import pytest

from ingest.danish.stems import terms
from ingest.goals import contradictions as comparing
from ingest.goals import repeats
from ingest.goals.contradictions import contradictions
from ingest.goals.extraction import goals
from ingest.goals.goal import Goal, GoalKind, Place, Target
from ingest.goals.likely import Likely
from ingest.plan import Plan

Make = Callable[..., Plan]
AREAS, PEOPLE = 40, ("ledige", "sygemeldte", "flygtninge", "fleksjobbere", "dimittender")
COUNT = AREAS * len(PEOPLE)
OTHER = (17, 60, 161)
"""The goals that the appendix gives another number than the chapter."""
STATEMENTS = (
    "Alle unge i Nord har en mentor.", "Alle unge i Nord har en mentor og en plan.", "Unge har en plan.",
    "Alle unge i Nord har en fast mentor.", "Alle unge i Syd har en mentor.", "Mentor har alle unge i Nord.",
    "Mindst 40 pct. af de unge i Nord har en mentor.", "To ud af tre unge har en mentor.",
    "Mentor.", "–", "…",
    "Unge med mentor\t66,7 pct.", "Unge med mentor\t67 pct.", "67 pct. af de unge har en mentor.",
)  # fmt: skip


def chapter(changed: Sequence[int] = ()) -> str:
    lines = []
    for n in range(COUNT):
        who, number = PEOPLE[n % len(PEOPLE)], 1000 + n + (5000 if n in changed else 0)
        lines.append(f"- Antallet af {who} i kvarter {n // len(PEOPLE)} skal ned på {number} i 2024.")
    return "\n".join(lines)


@pytest.fixture
def plan(make_plan: Make) -> Plan:
    return make_plan(f"# Beskæftigelsesplan 2024\n\n## Mål\n\n{chapter()}\n\n## Bilag\n\n{chapter(OTHER)}\n")


def test_what_is_said_twice_and_what_differs_among_hundreds(plan: Plan) -> None:
    found = goals(plan)
    assert len(found) == COUNT + len(OTHER)
    assert [len(goal.places) for goal in found].count(2) == COUNT - len(OTHER)
    differing = [each.numbers for each in contradictions(found, plan)]
    assert differing == [(1000 + n, 6000 + n) for n in OTHER]


def test_each_statement_is_read_a_few_times_and_not_for_each_pair(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, calls = goals(plan), {"amount": 0, "same": 0}
    amount, same = comparing.amount, repeats._same

    def counted_amount(text: str) -> object:
        calls["amount"] += 1
        return amount(text)

    def counted_same(*pair: repeats._Read) -> bool:
        calls["same"] += 1
        return same(*pair)

    monkeypatch.setattr(comparing, "amount", counted_amount)
    monkeypatch.setattr(repeats, "_same", counted_same)
    told = contradictions(found, plan)
    assert told
    assert calls["amount"] <= 2 * len(found)
    assert len(goals(plan)) == len(found)
    assert calls["same"] <= 10 * COUNT


def test_nothing_that_is_the_same_is_left_out_unseen() -> None:
    values = (None, 40.0, 66.7, 67.0)
    made = [
        Goal(
            "p1",
            kind,
            text,
            (Place(n, n + len(text), 1, ""),),
            Target(value, "procent" if value else None),
            ("unge",),
        )
        for n, text in enumerate(STATEMENTS)
        for value in values
        for kind in GoalKind
    ]
    likely = Likely(frozenset(terms(goal.statement)) for goal in made)
    seen: set[tuple[int, int]] = set()
    for n, goal in enumerate(made):
        key = (frozenset(terms(goal.statement)), goal.target.value, None)
        seen.update((m, n) for m in likely.of(*key))
        likely.add(n, *key)
    read = [repeats._read(goal) for goal in made]
    same = {(m, n) for m, n in combinations(range(len(made)), 2) if repeats._same(read[m], read[n])}
    assert same
    assert same <= seen < set(combinations(range(len(made)), 2))
