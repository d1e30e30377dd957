"""Where the time goes: how long each step of answering took. Information for people, held to no limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from assistant.timing import Step
from eval.row import Row


@dataclass(frozen=True, slots=True)
class StepTime:
    """The seconds of one step over the rows that have them: the middle one, and what nine in ten stay within.

    ``share`` is the step's part of the time that all steps took together.
    """

    step: Step
    median: float
    most: float
    share: float
    rows: int


def seconds_of(row: Row, step: Step) -> float | None:
    """Return how long a step took, also where it was taken several times; None where it was not heard of."""
    taken = [lap.seconds for lap in row.steps if lap.step is step]
    return sum(taken) if taken else None


def pace(rows: Sequence[Row]) -> tuple[StepTime, ...]:
    """Return the time of each step, in their order, without those that no row has."""
    taken = {step: [s for row in rows if (s := seconds_of(row, step)) is not None] for step in Step}
    whole = sum(map(sum, taken.values()))
    return tuple(
        StepTime(step, median(seconds), _ninth(seconds), sum(seconds) / whole if whole else 0.0, len(seconds))
        for step, seconds in taken.items()
        if seconds
    )


def _ninth(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=10, method="inclusive")[-1] if len(seconds) > 1 else seconds[0]
