"""What a person says of a goal that the program has read: kept beside it, and counted in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields, replace

from ingest.goals.goal import Direction, Goal, GoalKind, Place, Target

OVERLAP = 0.5
"""Share of the shorter statement from which two stretches of a plan are the same goal: most of it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read out of a goal's words, and may be read wrongly."""

    themes: tuple[str, ...] = ()
    value: float | None = None
    unit: str | None = None
    direction: Direction | None = None
    deadline: str | None = None
    baseline: str | None = None
    target_group: str | None = None

    @classmethod
    def of(cls, goal: Goal) -> Reading:
        """Return how a goal is read."""
        aim = goal.target
        return cls(
            goal.themes, aim.value, aim.unit, aim.direction, aim.deadline, aim.baseline, goal.target_group
        )

    def differs(self, other: Reading) -> tuple[str, ...]:
        """Return the names of the fields in which two readings differ."""
        return tuple(
            each.name for each in fields(self) if getattr(self, each.name) != getattr(other, each.name)
        )


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's reading of a goal beside the program's at that time, and where the goal stood.

    ``rejected`` says that it is no goal at all.
    """

    plan: str
    statement: str
    place: Place
    before: Reading
    after: Reading
    rejected: bool = False
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A goal as it counts, as the program reads it, and what was said of it; the last counts."""

    goal: Goal
    original: Goal
    corrections: tuple[Correction, ...] = ()

    @property
    def rejected(self) -> bool:
        """Say whether a person has said that it is no goal."""
        return bool(self.corrections) and self.corrections[-1].rejected


def matched(
    goals: Sequence[Goal], said: Iterable[tuple[str, Correction]]
) -> tuple[tuple[Corrected, ...], tuple[tuple[str, Correction], ...]]:
    """Put corrections, oldest first, on the goals they are about; return those that fit no goal as well.

    Each correction comes with the plan that it counts for, which may be a newer version of its own.
    """
    corrections = list(said)
    concerned = {plan for plan, _ in corrections}
    by_plan: defaultdict[str, list[int]] = defaultdict(list)
    for number, goal in enumerate(goals):
        if goal.plan in concerned:
            by_plan[goal.plan].append(number)
    held: defaultdict[int, list[Correction]] = defaultdict(list)
    strays: list[tuple[str, Correction]] = []
    for plan, correction in corrections:
        candidates = {number: goals[number] for number in by_plan[plan]}
        found = _standing_there(candidates, correction) if plan == correction.plan else None
        found = _saying_it(candidates, correction) if found is None else found
        if found is None:
            strays.append((plan, correction))
        else:
            held[found].append(correction)
    return tuple(_corrected(goal, held.get(number, ())) for number, goal in enumerate(goals)), tuple(strays)


def applied(goal: Goal, correction: Correction) -> Goal:
    """Return a goal as a person reads it: what was changed as said, the rest as it is read today."""
    now, before, after = astuple(Reading.of(goal)), astuple(correction.before), astuple(correction.after)
    said = Reading(*(c if c != b else n for n, b, c in zip(now, before, after, strict=True)))
    aim = Target(said.value, said.unit, said.direction, said.deadline, said.baseline)
    return replace(goal, kind=GoalKind.GOAL, themes=said.themes, target_group=said.target_group, target=aim)


def _corrected(goal: Goal, corrections: Sequence[Correction]) -> Corrected:
    return Corrected(applied(goal, corrections[-1]) if corrections else goal, goal, tuple(corrections))


def _standing_there(goals: dict[int, Goal], correction: Correction) -> int | None:
    """Return the goal that stands where the corrected one did: there exactly, or for the most part."""
    best, found = OVERLAP, None
    for number, goal in goals.items():
        for place in goal.places:
            if (shared := _overlap(place, correction.place)) >= best:
                best, found = shared, number
                if (place.start, place.end) == (correction.place.start, correction.place.end):
                    return number
    return found


def _saying_it(goals: dict[int, Goal], correction: Correction) -> int | None:
    """Return the goal that says the same words elsewhere."""
    wanted = _words(correction.statement)
    return next((number for number, goal in goals.items() if _words(goal.statement) == wanted), None)


def _overlap(one: Place, other: Place) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / max(1, min(one.end - one.start, other.end - other.start))


def _words(statement: str) -> str:
    return " ".join(statement.casefold().split())
