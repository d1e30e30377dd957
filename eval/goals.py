"""How well the register finds goals labelled by hand: ``python -m eval.goals SET.jsonl PLAN...``.

A goal counts as found when its statement overlaps the labelled quote. Each missed, false and differing one is
printed: a figure should be read, not only seen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from eval.plans import document_name
from eval.quotes import find_all
from ingest.goals.extraction import goals
from ingest.goals.goal import Goal, GoalKind
from ingest.identity import identify
from ingest.passages import passages
from ingest.plan import Plan
from ingest.reading.read import read

FIELDS = ("value", "unit", "direction", "deadline", "theme")


class Labelled(BaseModel):
    """A line of a set of goals: what a person found in a plan."""

    document: str
    quote: str
    theme: str
    value: float | None = None
    unit: str | None = None
    direction: str | None = None
    deadline: str | None = None
    baseline: str | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """A labelled goal and the extracted one that overlaps it, if any; ``wrong`` names what differs."""

    labelled: Labelled
    goal: Goal | None
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """One plan's goals held against its labels."""

    document: str
    matches: tuple[Matched, ...]
    false: tuple[Goal, ...]

    @property
    def found(self) -> int:
        """Return how many labelled goals were found."""
        return sum(match.goal is not None for match in self.matches)


def measure(plan: Plan, labels: Sequence[Labelled]) -> Measured:
    """Hold a plan's goals against its labels."""
    extracted = [goal for goal in goals(plan) if goal.kind is GoalKind.GOAL]
    matches = [_match(plan, label, extracted) for label in labels]
    taken = {goal for goal in extracted if any(_overlaps(plan, goal, label) for label in labels)}
    false = tuple(goal for goal in extracted if goal not in taken)
    return Measured(document_name(plan.document.source), tuple(matches), false)


def shares(measured: Iterable[Measured]) -> dict[str, tuple[int, int]]:
    """Return how many of how many were right: recall, precision, and each field among the goals found."""
    plans = list(measured)
    matches = [match for each in plans for match in each.matches]
    found = [match for match in matches if match.goal is not None]
    false = sum(len(each.false) for each in plans)
    right = {name: sum(name not in match.wrong for match in found) for name in FIELDS}
    return {
        "recall": (len(found), len(matches)),
        "precision": (len(found), len(found) + false),
        **{name: (count, len(found)) for name, count in right.items()},
    }


def read_plan(path: Path) -> Plan:
    """Read a file as a plan that no store knows."""
    document = read(path)
    id_ = document.sha256[:12]
    return Plan(id_, document, identify(document, None), passages(document, id_))


def _match(plan: Plan, label: Labelled, extracted: Sequence[Goal]) -> Matched:
    over = [goal for goal in extracted if _overlaps(plan, goal, label)]
    if not over:
        return Matched(label, None)
    best = min(over, key=lambda goal: len(_wrong(label, goal)))
    return Matched(label, best, _wrong(label, best))


def _overlaps(plan: Plan, goal: Goal, label: Labelled) -> bool:
    spans = list(find_all(label.quote, plan.text))
    return any(start < place.end and place.start < end for start, end in spans for place in goal.places)


def _wrong(label: Labelled, goal: Goal) -> tuple[str, ...]:
    said = goal.target
    direction = said.direction.value if said.direction else None
    pairs = {
        "value": (label.value, said.value),
        "unit": (label.unit, said.unit),
        "direction": (label.direction, direction),
        "deadline": (label.deadline, said.deadline),
        "theme": (label.theme, goal.themes[0] if goal.themes else None),
    }
    return tuple(name for name, (wanted, got) in pairs.items() if wanted != got)


def _lines(measured: Sequence[Measured]) -> Iterator[str]:
    for each in measured:
        yield f"{each.document}: {each.found} / {len(each.matches)}, false {len(each.false)}"
        for match in each.matches:
            if match.goal is None:
                yield f"  missed: {match.labelled.quote}"
            elif match.wrong:
                yield f"  differs: {match.labelled.quote}"
                yield from (f"    {_difference(match, name)}" for name in match.wrong)
        yield from (f"  false: {' '.join(goal.statement.split())}" for goal in each.false)
    for name, (right, of) in shares(measured).items():
        yield f"{name:<10} {right / of if of else float('nan'):.3f}  ({right}/{of})"


def _difference(match: Matched, name: str) -> str:
    goal = match.goal
    got = "" if goal is None else goal.themes if name == "theme" else getattr(goal.target, name)
    return f"{name}: {getattr(match.labelled, name)} / {got}"


def _files(paths: Iterable[str]) -> list[Path]:
    given = [Path(path) for path in paths]
    return [file for path in given for file in (sorted(path.iterdir()) if path.is_dir() else [path])]


def main() -> None:
    """Measure the plans that the arguments name against a set of labelled goals."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    labels = [Labelled.model_validate_json(line) for line in lines if line.strip()]
    plans = [path for path in _files(sys.argv[2:]) if any(each.document == path.stem for each in labels)]
    measured = [
        measure(read_plan(path), [each for each in labels if each.document == path.stem]) for path in plans
    ]
    sys.stdout.write("".join(f"{line}\n" for line in _lines(measured)))


if __name__ == "__main__":
    main()
