"""All registered goals on a theme, where a question asks for them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.asked import AnswerKind
from assistant.collection import analysed
from assistant.finding import Found
from assistant.judging import Verdict
from assistant.matching import presence
from assistant.understanding import GOAL_STEMS, OWN, Understanding
from assistant.weights import Weights
from ingest.goals.goal import Goal
from ingest.goals.themes import parted

LONG = 1_000
"""Characters that the goals may have together."""
HELD = 0.5
"""How fully one of the goals must hold a thing that is named beside their theme."""


def every_goal(
    ranked: Sequence[tuple[float, Verdict, Found]], understood: Understanding, weights: Weights
) -> tuple[Verdict, ...]:
    """Return the registered goals on the theme of a question that asks for them all, each of them once."""
    if not understood.asks_for_every_goal:
        return ()
    stated: dict[Goal, tuple[float, Verdict]] = {}
    for score, verdict, _ in ranked:
        for goal in verdict.goals:
            stated.setdefault(goal, (score, replace(verdict, stated=goal)))
    told: list[Verdict] = []
    left = LONG
    for goal, (score, verdict) in stated.items():
        left -= len(goal.statement)
        if goal.plan == next(iter(stated)).plan and score >= weights.goals * _best(stated) and left >= 0:
            told.append(verdict)
    return tuple(told) if _named_by_some(told, understood, weights) else ()


def _named_by_some(told: Sequence[Verdict], understood: Understanding, weights: Weights) -> bool:
    """Say whether what a question names beside the theme stands in a goal: "varighed" of sygedagpenge."""
    if understood.kind is AnswerKind.COMPARISON:
        return True
    beside = analysed(parted(understood.text)[1]).stems
    named = [
        c for c in understood.concepts if c.gist >= OWN and c.stem in beside and c.stem not in GOAL_STEMS
    ]
    said = [analysed("\n".join((*verdict.unit.path, verdict.unit.text))) for verdict in told]
    return not named or any(presence(concept, text, weights) >= HELD for concept in named for text in said)


def _best(stated: Mapping[Goal, tuple[float, Verdict]]) -> float:
    return max((score for score, _ in stated.values()), default=0.0)
