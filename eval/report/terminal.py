"""The report as plain text for a terminal."""

from __future__ import annotations

from eval.compare import Comparison, Pair
from eval.report.columns import aligned
from eval.report.report import Report
from eval.summary import Breakdown, Figure, Group, Summary
from eval.wording import Wording


def to_text(report: Report) -> str:
    """Return the figures, by kind of question and by municipality, what flipped, and the gate."""
    words = Wording(report.language)
    summary = report.summary
    parts = [_total(summary.total, words)]
    parts += [_breakdown(each, words) for each in summary.breakdowns]
    if summary.steps:
        parts.append(_steps(summary, words))
    if report.comparison:
        parts += _flips(report.comparison, words)
    if report.checks:
        parts.append(_gate(report, words))
    return "\n\n".join(parts)


def _total(group: Group, words: Wording) -> str:
    head = [words.say(f"table_{name}") for name in ("metric", "value", "interval", "count")]
    return aligned([head, *(_figure(figure, words) for figure in group.figures)])


def _figure(figure: Figure, words: Wording) -> list[str]:
    metric, estimate = figure.metric, figure.estimate
    shown = words.figure(metric, estimate), words.interval(metric, estimate)
    return [words.title(metric), *shown, str(estimate.rows)]


def _breakdown(breakdown: Breakdown, words: Wording) -> str:
    names = breakdown.metrics
    head = [words.say(f"table_by_{breakdown.by}"), words.say("table_count")]
    lines = [
        [words.group(breakdown, group), str(group.rows)]
        + [words.figure(*group.shown(name)) for name in names]
        for group in breakdown.groups
    ]
    return aligned([head + [words.say(f"short_{name}") for name in names], *lines])


def _steps(summary: Summary, words: Wording) -> str:
    head = [words.say(f"table_{name}") for name in ("step", "middle", "most", "part")]
    return aligned([head, *(words.step_time(each) for each in summary.steps)])


def _flips(comparison: Comparison, words: Wording) -> list[str]:
    lists = (("broke", comparison.broke), ("mended", comparison.mended))
    return [
        "\n".join([f"{words.say(heading)} ({len(pairs)})", *(_flip(pair, words) for pair in pairs)])
        for heading, pairs in lists
    ]


def _flip(pair: Pair, words: Wording) -> str:
    before, after = (words.outcome(outcome) for outcome in pair.outcomes)
    return f"  {pair.after.case.id}  {pair.after.case.question}\n      {before} → {after}"


def _gate(report: Report, words: Wording) -> str:
    verdict = words.say("gate_passed" if report.passed else "gate_failed")
    lines = [
        [words.limit(check), words.held(check), words.say("limit_kept" if check.passed else "limit_broken")]
        for check in report.checks
    ]
    return f"{verdict}\n{aligned(lines)}"
