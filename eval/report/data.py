"""The report for other programs: JSON with every figure, CSV with a line for each question."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from math import isnan

from assistant.timing import Step
from eval.compare import Comparison
from eval.gate import Check
from eval.intervals import Estimate
from eval.metrics.catalogue import METRICS
from eval.outcome import outcome
from eval.pace import StepTime, seconds_of
from eval.report.report import Report
from eval.row import Row
from eval.summary import Group

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_json(report: Report) -> str:
    """Return the figures, the gate and the comparison; the rows stand in ``rows.jsonl`` beside it."""
    stamp = report.run.stamp
    summary = report.summary
    content = {
        "questions": stamp.questions,
        "count": stamp.count,
        "commit": stamp.commit,
        "model": stamp.model,
        "store_sha256": stamp.store_sha256,
        "started_at": stamp.started_at,
        "settings": {each.name: each.value for each in stamp.settings},
        "errors": [row.case.id for row in report.run.broken],
        "outcomes": {share.outcome.value: share.count for share in report.shares},
        "figures": _group(summary.total),
        "by": {each.by: {group.name: _group(group) for group in each.groups} for each in summary.breakdowns},
        "steps": {each.step.value: _step(each) for each in summary.steps},
        "gate": {"passed": report.passed, "limits": [_check(each) for each in report.checks]},
        "comparison": _comparison(report.comparison) if report.comparison else None,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def to_csv(report: Report) -> str:
    """Return a line for each question: how it ended, and the value of every metric."""
    file = io.StringIO()
    writer = csv.writer(file)
    names = [metric.name for metric in METRICS]
    steps = [f"seconds_{step.value}" for step in Step]
    writer.writerow(
        ["id", "kind", "question", "outcome", "abstained", "reason", "answer", "error", *names, *steps]
    )
    for row in report.run.rows:
        writer.writerow(_line(row, names))
    return file.getvalue()


def _line(row: Row, names: Sequence[str]) -> list[object]:
    case, reason = row.case, row.reason.value if row.reason else ""
    told = case.id, case.kind, case.question, outcome(row).value, row.abstained, reason, row.answer, row.error
    values = (row.score(name).value for name in names)
    times = (seconds_of(row, step) for step in Step)
    return [*map(cell, told), *("" if value is None else value for value in (*values, *times))]


def cell(told: object) -> object:
    """Return a cell that a spreadsheet does not take for a formula."""
    return f"'{told}" if isinstance(told, str) and told.startswith(_FORMULA) else told


def _group(group: Group) -> dict[str, object]:
    return {each.metric.name: estimate_json(each.estimate) for each in group.figures}


def _step(each: StepTime) -> dict[str, object]:
    return {"median": each.median, "most": each.most, "share": each.share, "rows": each.rows}


def estimate_json(estimate: Estimate) -> dict[str, object]:
    """Return a figure, its interval and what it rests on; null where there is no data."""
    value, low, high = (
        None if isnan(each) else each for each in (estimate.value, estimate.low, estimate.high)
    )
    return {"value": value, "low": low, "high": high, "rows": estimate.rows, "clusters": estimate.clusters}


def _check(check: Check) -> dict[str, object]:
    limit = check.limit
    told = {"rule": limit.rule.value, "metric": limit.metric.name, "kind": limit.kind or None}
    return told | {"limit": limit.value, "figure": estimate_json(check.estimate), "passed": check.passed}


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "before": comparison.before.stamp.started_at,
        "broke": [pair.after.case.id for pair in comparison.broke],
        "mended": [pair.after.case.id for pair in comparison.mended],
        "unpaired": list(comparison.unpaired),
        "differences": {
            each.metric.name: estimate_json(each.change) | {"p": each.p, "p_holm": each.corrected}
            for each in comparison.differences
        },
    }
