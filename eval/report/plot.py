"""Where a figure and its interval are drawn on a bar of a hundred units."""

from __future__ import annotations

from dataclasses import dataclass

from eval.intervals import Estimate
from eval.metrics.metric import Metric

_UNBOUNDED = ("length", "seconds")


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure on a bar from 0 to 100; without an interval ``low`` and ``high`` are the value itself."""

    value: float
    low: float
    high: float


def bar(metric: Metric, estimate: Estimate) -> Bar | None:
    """Return where a figure is drawn; None where there is no data or its scale has no end."""
    if not estimate.known or metric.name in _UNBOUNDED:
        return None
    bottom = -1.0 if metric.name == "truthfulness" else 0.0
    ends = (estimate.low, estimate.high) if estimate.bounded else (estimate.value, estimate.value)
    value, low, high = (100 * (each - bottom) / (1.0 - bottom) for each in (estimate.value, *ends))
    return Bar(value, low, high)
