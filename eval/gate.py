"""The gate: floors and ceilings for a run's figures, and how much worse than a baseline they may be.

    [floors]
    right = 0.75
    [floors.kind.fact]
    right = 0.80
    [ceilings]
    wrong_municipality = 0.0
    [margins]
    right = 0.05

A figure that there is no data for does not pass: what cannot be seen is not known to be good.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from eval.compare import Comparison
from eval.intervals import Estimate
from eval.metrics.catalogue import METRICS
from eval.metrics.metric import Metric
from eval.questions import KINDS
from eval.summary import Group, Summary
from ingest.errors import PlansvarError

_ROUNDING = 1e-9


class Rule(StrEnum):
    """What a limit is a limit on."""

    FLOOR = "floors"
    CEILING = "ceilings"
    MARGIN = "margins"


@dataclass(frozen=True, slots=True)
class Limit:
    """One line of a gate file. ``kind`` is the kind of question it is for; nothing means all."""

    rule: Rule
    metric: Metric
    value: float
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """The limits of one file."""

    limits: tuple[Limit, ...]

    @property
    def needs_baseline(self) -> bool:
        """Say whether a limit is held against another run."""
        return any(limit.rule is Rule.MARGIN for limit in self.limits)


@dataclass(frozen=True, slots=True)
class Check:
    """A limit, the figure it was held against (for a margin: the change), and whether it holds."""

    limit: Limit
    estimate: Estimate
    passed: bool


class GateError(PlansvarError):
    """A gate file that cannot be used."""


def load_gate(path: Path) -> Gate:
    """Read a gate file. Raises GateError, which names what in it is wrong."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GateError(path, "unreadable_gate", detail=error) from error
    for name in tables or ["-"]:
        _known(path, name, list(Rule))
    return Gate(tuple(limit for rule in Rule for limit in _limits(path, rule, tables.get(rule, {}))))


def check(gate: Gate, summary: Summary, comparison: Comparison | None) -> tuple[Check, ...]:
    """Hold every limit against a run, and the margins against its comparison with the baseline.

    Raises GateError where the gate has margins and there is no baseline.
    """
    if gate.needs_baseline and comparison is None:
        raise GateError("margins", "no_baseline")
    return tuple(
        _within_margin(limit, comparison)
        if comparison and limit.rule is Rule.MARGIN
        else _within(limit, summary)
        for limit in gate.limits
    )


def _within(limit: Limit, summary: Summary) -> Check:
    group = _group(limit, summary)
    estimate = group.figure(limit.metric.name) if group else Estimate.nothing()
    high_enough = estimate.value >= limit.value
    low_enough = estimate.value <= limit.value
    return Check(
        limit, estimate, estimate.known and (high_enough if limit.rule is Rule.FLOOR else low_enough)
    )


def _within_margin(limit: Limit, comparison: Comparison) -> Check:
    """Pass where even the bad end of the interval of the change is within the margin (non-inferiority)."""
    change = comparison.difference(limit.metric.name).change
    low, high = (change.low, change.high) if change.bounded else (change.value, change.value)
    worse_by = -low if limit.metric.higher_is_better else high
    return Check(limit, change, change.known and worse_by <= limit.value + _ROUNDING)


def _group(limit: Limit, summary: Summary) -> Group | None:
    if not limit.kind:
        return summary.total
    return summary.group("kind", limit.kind)


def _limits(path: Path, rule: Rule, table: object, kind: str = "") -> Iterator[Limit]:
    if not isinstance(table, dict):
        raise GateError(path, "no_number_in_gate", name=kind or rule.value)
    for name, value in table.items():
        if name == "kind" and not kind and rule is not Rule.MARGIN and isinstance(value, dict):
            for inner_kind, inner in value.items():
                yield from _limits(path, rule, inner, _known(path, inner_kind, KINDS))
        else:
            _known(path, name, [metric.name for metric in METRICS])
            yield Limit(rule, _metric(name), _number(path, name, value), kind)


def _known(path: Path, name: str, known: Sequence[str]) -> str:
    if name not in known:
        raise GateError(path, "unknown_name", name=name, known=", ".join(known))
    return name


def _metric(name: str) -> Metric:
    return next(metric for metric in METRICS if metric.name == name)


def _number(path: Path, name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise GateError(path, "no_number_in_gate", name=name)
    return float(value)
