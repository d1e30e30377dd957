"""The values that the register of goals is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GoalKind(StrEnum):
    """Whether a statement says what is to be reached, or what is to be done for it."""

    GOAL = "goal"
    EFFORT = "effort"


class Direction(StrEnum):
    """How a goal's number is to be read: at least, at most, upwards, downwards."""

    LEAST = "mindst"
    MOST = "højst"
    UP = "op"
    DOWN = "ned"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a goal stands: ``plan.text[start:end]``, the page and the nearest heading."""

    start: int
    end: int
    page: int | None
    section: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a goal is measured by. ``value`` is a share in per cent where ``unit`` is "procent"."""

    value: float | None = None
    unit: str | None = None
    direction: Direction | None = None
    deadline: str | None = None
    """The year by which it is to be reached."""
    baseline: str | None = None
    """What it is compared with, in the plan's words: "64 pct. i 2021", "2023", "landsgennemsnit"."""

    @property
    def measurable(self) -> bool:
        """Say whether somebody could tell that the goal has been reached."""
        return self.value is not None or self.baseline is not None


@dataclass(frozen=True, slots=True)
class Goal:
    """A commitment of a plan, in its own words: ``plan.text[start:end] == statement``.

    ``places`` holds every place where the plan says it, this one first: an appendix repeats a chapter.
    """

    plan: str
    kind: GoalKind
    statement: str
    places: tuple[Place, ...]
    target: Target
    themes: tuple[str, ...] = ()
    """Its themes, the one that fits best first."""
    target_group: str | None = None

    @property
    def start(self) -> int:
        """Return where the statement begins in the plan's text."""
        return self.places[0].start

    @property
    def end(self) -> int:
        """Return where the statement ends in the plan's text."""
        return self.places[0].end

    @property
    def page(self) -> int | None:
        """Return the page that the statement stands on."""
        return self.places[0].page

    @property
    def section(self) -> str:
        """Return the nearest heading above the statement."""
        return self.places[0].section
