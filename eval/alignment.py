"""How well the rows of a comparison hold like beside like: ``python -m eval.alignment LABELS.jsonl PLAN...``.

A line of labels names a row and the goals that belong in it, each as [document, the beginning of its words];
goals that no line names stand alone. A pair of goals of two plans is right when both are labelled for one
row; goals of rows that are ``near`` may stand beside each other or not. Each wrong and missed pair is
printed.
With ``--parts`` each part of the alignment is switched off in turn.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from pydantic import BaseModel

from assistant.alignment import ALIGNING, Aligning, aligned
from eval.goals import read_plan
from eval.plans import document_name
from eval.quotes import find_all
from ingest.goals.extraction import goals
from ingest.goals.goal import Goal, GoalKind
from ingest.plan import Plan

Owned = tuple[str, Goal]
Pair = frozenset[Owned]


class LabelledRow(BaseModel):
    """A line of labels: what is measured, the goals that measure it, the rows that are nearly the same."""

    row: str
    goals: list[tuple[str, str]]
    near: list[str] = []


@dataclass(frozen=True, slots=True)
class Truth:
    """The labels as pairs of goals of different plans; ``missing`` quotes are no goals in the register."""

    goals: tuple[Owned, ...]
    alike: frozenset[Pair]
    near: frozenset[Pair]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs that the rows put together, held against the labels."""

    right: frozenset[Pair]
    false: frozenset[Pair]
    missed: frozenset[Pair]

    @property
    def precision(self) -> float:
        """Return the share of the pairs put together that belong together."""
        return _share(len(self.right), len(self.right) + len(self.false))

    @property
    def recall(self) -> float:
        """Return the share of the pairs that belong together that were put together."""
        return _share(len(self.right), len(self.right) + len(self.missed))

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return _share(2 * len(self.right), 2 * len(self.right) + len(self.false) + len(self.missed))


PARTS = {
    "everything": ALIGNING,
    "what is counted weighs as other words": replace(ALIGNING, counted=1.0),
    "themes' words weigh as others": replace(ALIGNING, themed=1.0),
    "a count never beside a share": replace(ALIGNING, other_scale=0.0),
    "a count as near a share as a count": replace(ALIGNING, other_scale=1.0),
    "all groups alike": replace(ALIGNING, other_group=1.0),
    "joined by the likest pair": replace(ALIGNING, together=0.0),
}


def truth(plans: Iterable[Plan], rows: Sequence[LabelledRow]) -> Truth:
    """Find the labelled goals in the plans."""
    read = {document_name(plan.document.source): plan for plan in plans}
    owned = [(name, goal) for name, plan in read.items() for goal in _goals(plan)]
    row_of: dict[Owned, str] = {}
    missing = []
    for said, name, quote in ((row.row, *each) for row in rows for each in row.goals):
        held = [each for each in owned if each[0] == name and _holds(read[name], each[1], quote)]
        if held:
            row_of[held[0]] = said
        else:
            missing.append(f"{name}: {quote}")
    near = {frozenset((row.row, other)) for row in rows for other in row.near}
    pairs = [(a, b) for a, b in combinations(row_of, 2) if a[0] != b[0]]
    alike = frozenset(frozenset(pair) for pair in pairs if row_of[pair[0]] == row_of[pair[1]])
    close = frozenset(frozenset((a, b)) for a, b in pairs if frozenset((row_of[a], row_of[b])) in near)
    return Truth(tuple(owned), alike, close, tuple(missing))


def measure(labelled: Truth, aligning: Aligning = ALIGNING) -> Alignment:
    """Align the goals theme by theme, as a comparison does, and hold the pairs against the labels."""
    themes = sorted({theme for _, goal in labelled.goals for theme in goal.themes})
    put: set[Pair] = set()
    reachable: set[Pair] = set()
    for theme in themes:
        pool = [each for each in labelled.goals if theme in each[1].themes]
        reachable |= {frozenset(pair) for pair in combinations(pool, 2)}
        for group in aligned(pool, aligning):
            put |= {frozenset((pool[a], pool[b])) for a, b in combinations(group, 2)}
    wanted = labelled.alike & reachable
    return Alignment(
        frozenset(put & wanted), frozenset(put - wanted - labelled.near), frozenset(wanted - put)
    )


def _goals(plan: Plan) -> list[Goal]:
    return [goal for goal in goals(plan) if goal.kind is GoalKind.GOAL]


def _holds(plan: Plan, goal: Goal, quote: str) -> bool:
    spans = list(find_all(quote, plan.text))
    return any(start < place.end and place.start < end for start, end in spans for place in goal.places)


def _share(some: int, whole: int) -> float:
    return some / whole if whole else float("nan")


def _lines(found: Alignment, labelled: Truth) -> Iterator[str]:
    yield from (f"not in the register: {each}" for each in labelled.missing)
    for name, pairs in (("false", found.false), ("missed", found.missed)):
        for pair in sorted(sorted(f"{owner}: {_said(goal)}" for owner, goal in pair) for pair in pairs):
            yield f"{name:<7} {pair[0]}\n        {pair[1]}"
    yield _figures("", found)


def _figures(name: str, found: Alignment) -> str:
    counts = f"{len(found.right)} right, {len(found.false)} false, {len(found.missed)} missed"
    return f"| {name} | {found.precision:.3f} | {found.recall:.3f} | {found.f1:.3f} | {counts} |"


def _said(goal: Goal) -> str:
    return " ".join(goal.statement.split())


def _files(paths: Iterable[Path]) -> list[Path]:
    return [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]


def main() -> None:
    """Measure the alignment of the goals of plans against labels."""
    parser = argparse.ArgumentParser(description="How well the rows of a comparison hold like beside like.")
    parser.add_argument("labels", type=Path, help="a file of labelled rows")
    parser.add_argument("plans", type=Path, nargs="+", help="the plans, or folders of them")
    parser.add_argument("--parts", action="store_true", help="switch off each part of the alignment in turn")
    asked = parser.parse_args()
    lines = asked.labels.read_text(encoding="utf-8").splitlines()
    rows = [LabelledRow.model_validate_json(line) for line in lines if line.strip()]
    labelled = truth([read_plan(path) for path in _files(asked.plans)], rows)
    if asked.parts:
        shown = [_figures(name, measure(labelled, aligning)) for name, aligning in PARTS.items()]
    else:
        shown = list(_lines(measure(labelled), labelled))
    sys.stdout.write("".join(f"{line}\n" for line in shown))


if __name__ == "__main__":
    main()
