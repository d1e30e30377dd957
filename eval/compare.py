"""Two runs of one set, question by question: what flipped, where it failed, and whether it is chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eval.intervals import Estimate, Sample, holm, mean, median, randomisation_test
from eval.metrics.catalogue import HEADLINES, METRICS
from eval.metrics.metric import Metric
from eval.outcome import Outcome, outcome
from eval.questions import Case
from eval.row import Row
from eval.run import Run
from eval.summary import samples

CERTAIN = 0.05
"""Below this a corrected p is by custom not held to be chance."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One case, answered in both runs."""

    before: Row
    after: Row

    @property
    def outcomes(self) -> tuple[Outcome, Outcome]:
        """Return how the question ended before and after."""
        return outcome(self.before), outcome(self.after)

    @property
    def broke(self) -> bool:
        """Say whether it was right before and is not any more."""
        before, after = self.outcomes
        return before.good and not after.good

    @property
    def mended(self) -> bool:
        """Say whether it was not right before and is now."""
        before, after = self.outcomes
        return after.good and not before.good


@dataclass(frozen=True, slots=True)
class Difference:
    """What a metric rose (+) or fell (-) by over the pairs that both runs scored.

    ``p`` and ``corrected`` (by Holm, for the number of metrics tested) are None where nothing was tested.
    """

    metric: Metric
    before: Estimate
    after: Estimate
    change: Estimate
    p: float | None = None
    corrected: float | None = None

    @property
    def is_same(self) -> bool:
        """Say whether the figure is the same in both runs, whatever single questions did."""
        return self.change.known and self.change.value == 0

    @property
    def is_certain(self) -> bool:
        """Say whether it is more than chance explains, corrected for how many were tested."""
        return self.corrected is not None and self.corrected < CERTAIN

    @property
    def is_better(self) -> bool | None:
        """Say whether the change is for the better; None where there is none."""
        if not self.change.known or self.change.value == 0:
            return None
        return (self.change.value > 0) is self.metric.higher_is_better


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs held together. ``unpaired`` are cases that only one has, or whose gold is not the same."""

    before: Run
    after: Run
    pairs: tuple[Pair, ...]
    differences: tuple[Difference, ...]
    unpaired: tuple[str, ...]

    @property
    def broke(self) -> tuple[Pair, ...]:
        """Return the questions that were right and are not any more."""
        return tuple(pair for pair in self.pairs if pair.broke)

    @property
    def mended(self) -> tuple[Pair, ...]:
        """Return the questions that were not right and are now."""
        return tuple(pair for pair in self.pairs if pair.mended)

    def difference(self, name: str) -> Difference:
        """Return the difference in the metric ``name``."""
        return next(each for each in self.differences if each.metric.name == name)


def compare(before: Run, after: Run) -> Comparison:
    """Hold two runs together."""
    earlier = {row.case.id: row for row in before.rows}
    pairs = tuple(
        Pair(earlier[row.case.id], row)
        for row in after.rows
        if row.case.id in earlier and _same(row.case, earlier[row.case.id].case)
    )
    paired = {pair.after.case.id for pair in pairs}
    ids = dict.fromkeys(row.case.id for run in (before, after) for row in run.rows)
    differences = _tested([_difference(metric, pairs) for metric in METRICS])
    return Comparison(before, after, pairs, differences, tuple(each for each in ids if each not in paired))


def _same(one: Case, other: Case) -> bool:
    """Say whether two cases ask and expect the same; a note or a cluster does not matter."""
    plain = (replace(case, note="", cluster="", slice="dev", drafted=False) for case in (one, other))
    return next(plain) == next(plain)


def _difference(metric: Metric, pairs: Sequence[Pair]) -> Difference:
    scored = [pair for pair in pairs if _both_scored(metric, pair)]
    before = samples(metric, [pair.before for pair in scored])
    after = samples(metric, [pair.after for pair in scored])
    change = [replace(new, value=new.value - old.value) for old, new in zip(before, after, strict=True)]
    pool = median if metric.pooled == "median" else mean
    return Difference(metric, pool(before), pool(after), pool(change), _p(metric, change))


def _both_scored(metric: Metric, pair: Pair) -> bool:
    return all(row.score(metric.name).value is not None for row in (pair.before, pair.after))


def _p(metric: Metric, change: Sequence[Sample]) -> float | None:
    if metric.name not in HEADLINES or not change:
        return None
    return randomisation_test([each.value * each.weight for each in change])


def _tested(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """Correct the p-values for how many there are."""
    corrected = iter(holm([each.p for each in differences if each.p is not None]))
    return tuple(each if each.p is None else replace(each, corrected=next(corrected)) for each in differences)
