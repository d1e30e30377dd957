"""A run in figures: every metric over all rows, and broken down by what the rows have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from eval.intervals import Estimate, Sample, mean, median
from eval.metrics.catalogue import HEADLINES, METRICS
from eval.metrics.metric import Metric
from eval.pace import StepTime, pace
from eval.row import Row


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric over some rows."""

    metric: Metric
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Group:
    """Some rows of a run under one name (a kind of question, a municipality), and their figures."""

    name: str
    rows: int
    figures: tuple[Figure, ...]

    def shown(self, name: str) -> tuple[Metric, Estimate]:
        """Return the metric ``name`` and its figure."""
        return next((each.metric, each.estimate) for each in self.figures if each.metric.name == name)

    def figure(self, name: str) -> Estimate:
        """Return the figure of the metric ``name``."""
        return self.shown(name)[1]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Groups of rows by one thing (kind, municipality, reason), and the metrics that say most of it."""

    by: str
    groups: tuple[Group, ...]
    metrics: tuple[str, ...] = HEADLINES


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a run, in total and broken down; a breakdown without rows is left out."""

    total: Group
    breakdowns: tuple[Breakdown, ...]
    steps: tuple[StepTime, ...] = ()

    def group(self, by: str, name: str) -> Group | None:
        """Return one group of a breakdown, or None where it has no rows."""
        groups = (group for each in self.breakdowns if each.by == by for group in each.groups)
        return next((group for group in groups if group.name == name), None)


def summarise(rows: Sequence[Row]) -> Summary:
    """Return all figures of some rows. A row of several municipalities counts in each of them."""
    breakdowns = (
        Breakdown("kind", _groups(rows, lambda row: (row.case.kind,))),
        Breakdown("municipality", _groups(rows, lambda row: row.municipalities)),
        Breakdown("slice", _slices(rows)),
        Breakdown("reason", _groups(rows, _reasons), ("abstention_precision", "abstention_reason")),
    )
    return Summary(_group("", rows), tuple(each for each in breakdowns if each.groups), pace(rows))


def _slices(rows: Sequence[Row]) -> tuple[Group, ...]:
    """Return the figures of both slices, where a set has both."""
    groups = _groups(rows, lambda row: (row.case.slice,))
    return groups if len(groups) > 1 else ()


def _reasons(row: Row) -> tuple[str, ...]:
    return (row.reason.value,) if row.abstained and row.reason else ()


def pool(metric: Metric, rows: Iterable[Row]) -> Estimate:
    """Return one metric over rows. Rows it says nothing of are left out, never counted as 0."""
    return (median if metric.pooled == "median" else mean)(samples(metric, rows))


def samples(metric: Metric, rows: Iterable[Row]) -> list[Sample]:
    """Return the scored values of one metric."""
    scores = ((row.case.group, row.score(metric.name)) for row in rows)
    return [Sample(score.value, score.weight, group) for group, score in scores if score.value is not None]


def _groups(rows: Sequence[Row], names: Callable[[Row], tuple[str, ...]]) -> tuple[Group, ...]:
    found = sorted({name for row in rows for name in names(row)})
    return tuple(_group(name, [row for row in rows if name in names(row)]) for name in found)


def _group(name: str, rows: Sequence[Row]) -> Group:
    return Group(name, len(rows), tuple(Figure(metric, pool(metric, rows)) for metric in METRICS))
