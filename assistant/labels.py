"""What a row of a comparison is called."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.indicator import Indicator, Measure, indicator
from assistant.synonyms import in_order
from ingest.goals.goal import Goal
from ingest.texts import Language, text

LONGEST_LABEL = 90
"""Characters of the longest label that is a goal's own words."""


def labels(rows: Sequence[Sequence[Goal]], language: Language) -> list[str]:
    """Return a name for each row; where two would be called the same, the later says it in a goal's words."""
    named: list[str] = []
    for goals in rows:
        name = label(goals, language)
        named.append(shortened(goals[0].statement) if name in named else name)
    return named


def label(goals: Sequence[Goal], language: Language) -> str:
    """Return what the goals of a row measure in a few words: "Antal: unge på uddannelseshjælp"."""
    found = [indicator(goal) for goal in goals]
    measure = found[0].measure
    if len(goals) == 1 or measure is Measure.OTHER or not (shared := _shared(found)):
        return shortened(goals[0].statement)
    groups = [goal.target_group for goal in goals if goal.target_group]
    telling = [group for group in groups if all(word in group.lower() for word in shared)]
    # What most say, or the shortest: longer words often say more than what is common.
    group = min(telling, key=lambda said: (-telling.count(said), len(said))) if telling else ", ".join(shared)
    if any(each.measure is not measure for each in found):
        return f"{group[:1].upper()}{group[1:]}"
    return text(f"goals.row_{measure.value}", language, group=group)


def shortened(statement: str) -> str:
    """Return a statement in a line that is not too long."""
    words = " ".join(statement.split()).rstrip(".")
    return words if len(words) <= LONGEST_LABEL else f"{words[:LONGEST_LABEL].rsplit(' ', 1)[0]} …"


def _shared(found: Sequence[Indicator]) -> list[str]:
    """Return what all goals of a row count, or else the themes' words that they share."""
    counted = frozenset.intersection(*(each.counted for each in found))
    themed = frozenset.intersection(*(each.themed for each in found))
    return in_order(counted) or sorted(themed)
