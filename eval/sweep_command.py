"""What ``plansvar eval SET --sweep GRID`` does: try, choose, ask the held-out questions once, keep it all."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from eval.command import BROKEN, PASSED, say_progress
from eval.grid import Grid, GridError, load_grid
from eval.mistakes import load
from eval.plans import Plans
from eval.questions import QuestionSet
from eval.report.data import estimate_json
from eval.report.trials import trials_text
from eval.stamp import Setting
from eval.sweep import Candidate, Search, Sweep, Variant, sweep
from ingest.errors import QuestionError
from ingest.texts import Language, text

Maker = Callable[[tuple[Setting, ...]], Variant]
"""Makes an answerer with some settings changed; with none it is that of today."""


@dataclass(frozen=True, slots=True)
class SweepRequest:
    """The arguments of a search. ``runs`` is where runs go that have no ``out``."""

    questions: Path
    grid: Path
    runs: Path
    out: Path | None = None
    language: Language = "da"
    started: datetime = field(default_factory=datetime.now)

    @property
    def folder(self) -> Path:
        """Return where the runs are saved."""
        return self.out or self.runs / f"{self.questions.stem}-sweep-{self.started:%Y%m%d-%H%M%S}"


def sweep_command(request: SweepRequest, make: Maker, plans: Plans) -> int:
    """Try every combination, print what was chosen, and return 0, or 1 where a question broke.

    Raises PlansvarError for a set or a grid that cannot be used, before anything is asked.
    """
    grid = load_grid(request.grid)
    search = Search(*_slices(request, grid, plans), plans, grid.metric, request.folder, say_progress, _begin)
    done = sweep(search, [Candidate(each, partial(make, each)) for each in grid.combinations])
    print(trials_text(done, request.language))
    kept = request.folder / "sweep.json"
    kept.write_text(_json(done), encoding="utf-8")
    print(text("eval.written_to", request.language, path=kept), file=sys.stderr)
    return _verdict(done, request.language)


def _begin(name: str, settings: tuple[Setting, ...]) -> None:
    changed = ", ".join(f"{each.name}={each.value}" for each in settings)
    print(f"{name}  {changed}".rstrip(), file=sys.stderr)


def _slices(request: SweepRequest, grid: Grid, plans: Plans) -> tuple[QuestionSet, QuestionSet]:
    """Return what is chosen by, and what is asked once: another file's questions, or the set's own slice."""
    asked = load(request.questions, plans).accepted()
    dev, held_out = asked.only("dev"), asked.only("held-out")
    if grid.held_out is not None:
        held_out = load(grid.held_out, plans).accepted()
    if not dev.cases:
        raise QuestionError(request.questions, "no_dev_questions")
    both = {case.question for case in dev.cases} & {case.question for case in held_out.cases}
    if both:
        raise GridError(request.grid, "held_out_is_known", count=len(both), first=min(both))
    return dev, held_out


def _verdict(done: Sweep, language: Language) -> int:
    broken = {row.case.id: row.error for run in done.runs for row in run.broken}
    for case, error in broken.items():
        print(f"{case}: {error}", file=sys.stderr)
    if broken:
        print(text("eval.run_broken", language, count=len(broken)), file=sys.stderr)
    return BROKEN if broken else PASSED


def _json(done: Sweep) -> str:
    trials = [
        {
            "settings": {each.name: each.value for each in trial.candidate.settings},
            "chosen": trial is done.chosen,
            "figure": estimate_json(trial.estimate),
        }
        for trial in done.trials
    ]
    held_out = None
    if done.held_out is not None:
        change = done.held_out.difference(done.metric.name)
        held_out = {
            "today": estimate_json(change.before),
            "chosen": estimate_json(change.after),
            "change": estimate_json(change.change),
        }
    content = {"metric": done.metric.name, "trials": trials, "held_out": held_out}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
