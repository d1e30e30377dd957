"""A search for the best settings: chosen on the dev slice, reported once on the held-out slice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.compare import Comparison, compare
from eval.folder import RunFolder
from eval.intervals import Estimate
from eval.metrics.metric import Metric
from eval.plans import Plans
from eval.questions import QuestionSet
from eval.record import Answerer
from eval.run import Progress, Run, run
from eval.stamp import Setting, make_stamp
from eval.summary import pool


@dataclass(frozen=True, slots=True)
class Variant:
    """An answerer with some settings changed, and the fingerprint of its model."""

    answerer: Answerer
    model: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Settings to try, and how to get an answerer that has them (made only when its turn comes)."""

    settings: tuple[Setting, ...]
    make: Callable[[], Variant]


@dataclass(frozen=True, slots=True)
class Trial:
    """A candidate, its run on the dev slice, and its figure there."""

    candidate: Candidate
    run: Run
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Sweep:
    """Every trial, in the order given, the one chosen, and how it did on what it was not chosen by.

    ``held_out`` compares it with the first candidate, the settings of today. It is None where there are
    no held-out questions, and then nothing is known of how the choice does on others.
    """

    metric: Metric
    trials: tuple[Trial, ...]
    chosen: Trial
    held_out: Comparison | None

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return every run that was made."""
        held_out = (self.held_out.before, self.held_out.after) if self.held_out else ()
        return (*(trial.run for trial in self.trials), *held_out)


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked, of which plans, and which figure chooses; runs are kept below ``folder``, if any."""

    dev: QuestionSet
    held_out: QuestionSet
    plans: Plans
    metric: Metric
    folder: Path | None = None
    progress: Progress | None = None
    begin: Callable[[str, tuple[Setting, ...]], None] | None = None
    """Called before each run with its name and settings."""


def sweep(search: Search, candidates: Sequence[Candidate]) -> Sweep:
    """Try every candidate on the dev slice and choose the best; of equals, the first.

    The first candidate should be the settings of today. Raises ValueError where there is none.
    """
    trials = tuple(_trial(search, n, each) for n, each in enumerate(candidates))
    chosen = max(trials, key=lambda trial: _merit(search.metric, trial.estimate))
    return Sweep(search.metric, trials, chosen, _held_out(search, trials[0], chosen))


def _trial(search: Search, n: int, candidate: Candidate) -> Trial:
    done = _run(search, f"trial-{n:03d}", search.dev, candidate)
    return Trial(candidate, done, pool(search.metric, done.rows))


def _held_out(search: Search, today: Trial, chosen: Trial) -> Comparison | None:
    if not search.held_out.cases:
        return None
    before = _run(search, "held-out-today", search.held_out, today.candidate)
    if chosen is today:
        return compare(before, before)
    return compare(before, _run(search, "held-out-chosen", search.held_out, chosen.candidate))


def _run(search: Search, name: str, questions: QuestionSet, candidate: Candidate) -> Run:
    if search.begin:
        search.begin(name, candidate.settings)
    variant = candidate.make()
    stamp = make_stamp(questions, search.plans.cards, model=variant.model, settings=candidate.settings)
    folder = RunFolder(search.folder / name) if search.folder else None
    return run(questions, variant.answerer, search.plans, stamp, folder=folder, progress=search.progress)


def _merit(metric: Metric, estimate: Estimate) -> float:
    """Return a figure that is higher where the metric is better; no data is the worst."""
    if not estimate.known:
        return float("-inf")
    return estimate.value if metric.higher_is_better else -estimate.value
