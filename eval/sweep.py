"""A search for the best settings: chosen on the dev slice, reported once on the held-out slice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.compare import Comparison, compare
from eval.intervals import Estimate
from eval.metrics.metric import Metric
from eval.plans import Plans
from eval.questions import QuestionSet, Slice
from eval.record import Answerer
from eval.run import Run, run
from eval.stamp import Setting, make_stamp
from eval.summary import pool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Settings to try, and how to get an answerer that has them (made only when its turn comes)."""

    settings: tuple[Setting, ...]
    answerer: Callable[[], Answerer]


@dataclass(frozen=True, slots=True)
class Trial:
    """A candidate, its run on the dev slice, and its figure there."""

    candidate: Candidate
    run: Run
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Sweep:
    """Every trial, in the order given, the one chosen, and how it did on what it was not chosen by.

    ``held_out`` compares it with the first candidate, the settings of today. It is None where the set
    has no held-out slice, and then nothing is known of how the choice does on other questions.
    """

    metric: Metric
    trials: tuple[Trial, ...]
    chosen: Trial
    held_out: Comparison | None


def sweep(
    questions: QuestionSet, candidates: Sequence[Candidate], plans: Plans, metric: Metric, model: str = ""
) -> Sweep:
    """Try every candidate on the dev slice and choose the best; of equals, the first.

    The first candidate should be the settings of today. Raises ValueError where there is none.
    """
    trials = tuple(_trial(each, questions.only("dev"), plans, metric, model) for each in candidates)
    chosen = max(trials, key=lambda trial: _merit(metric, trial.estimate))
    return Sweep(metric, trials, chosen, _held_out(questions, trials[0], chosen, plans, model))


def _trial(candidate: Candidate, questions: QuestionSet, plans: Plans, metric: Metric, model: str) -> Trial:
    done = _run(candidate, questions, plans, model)
    return Trial(candidate, done, pool(metric, done.rows))


def _held_out(
    questions: QuestionSet, today: Trial, chosen: Trial, plans: Plans, model: str, name: Slice = "held-out"
) -> Comparison | None:
    unseen = questions.only(name)
    if not unseen.cases:
        return None
    return compare(*(_run(each.candidate, unseen, plans, model) for each in (today, chosen)))


def _run(candidate: Candidate, questions: QuestionSet, plans: Plans, model: str) -> Run:
    stamp = make_stamp(questions, plans.cards, model=model, settings=candidate.settings)
    return run(questions, candidate.answerer(), plans, stamp)


def _merit(metric: Metric, estimate: Estimate) -> float:
    """Return a figure that is higher where the metric is better; no data is the worst."""
    if not estimate.known:
        return float("-inf")
    return estimate.value if metric.higher_is_better else -estimate.value
