"""The report as Markdown, short enough for a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.compare import Comparison, Pair
from eval.diagnosis import diagnose
from eval.outcome import outcome
from eval.report.report import Report
from eval.row import Row
from eval.score import Score
from eval.summary import Breakdown
from eval.verdict import judged, verdict
from eval.wording import Wording


def to_markdown(report: Report) -> str:
    """Return the gate, the comparison, the figures and the questions that went wrong."""
    words = Wording(report.language)
    lead = words.say("report_lead", good=report.good, count=len(report.run.rows))
    parts = [f"# {words.say('report_title', name=report.run.stamp.questions)}", lead]
    if report.checks:
        parts += _gate(report, words)
    if report.comparison:
        parts += _comparison(report.comparison, words)
    parts += _figures(report, words)
    parts += _failures(report.failed, words)
    return "\n\n".join(parts) + "\n"


def _gate(report: Report, words: Wording) -> list[str]:
    verdict = words.say("gate_passed" if report.passed else "gate_failed")
    rows = [
        (words.limit(each), words.held(each), words.say("limit_kept" if each.passed else "limit_broken"))
        for each in report.checks
    ]
    return [
        f"## {verdict}",
        _table([words.say(f"gate_{name}") for name in ("limit", "figure", "verdict")], rows),
    ]


def _comparison(comparison: Comparison, words: Wording) -> list[str]:
    lead = words.say(
        "comparison_lead",
        before=words.moment(comparison.before.stamp.started_at),
        broke=len(comparison.broke),
        mended=len(comparison.mended),
        count=len(comparison.pairs),
    )
    head = [
        words.say(name)
        for name in ("table_metric", "table_count", "before", "after", "change", "chance", "table_verdict")
    ]
    rows = [
        (
            words.title(each.metric),
            str(each.change.rows),
            words.figure(each.metric, each.before),
            words.figure(each.metric, each.after),
            words.change(each.metric, each.change),
            words.chance(each.corrected),
            judged(each, words),
        )
        for each in comparison.differences
        if each.p is not None
    ]
    flips = [*_flips("broke", comparison.broke, words), *_flips("mended", comparison.mended, words)]
    told = " ".join([lead, *verdict(comparison, words)])
    return [f"## {words.say('comparison')}", told, _table(head, rows), *flips]


def _flips(heading: str, pairs: Sequence[Pair], words: Wording) -> list[str]:
    if not pairs:
        return []
    lines = [
        f"- **{_plain(pair.after.case.id)}** {_plain(pair.after.case.question)}: "
        f"{words.outcome(outcome(pair.before))} → {words.outcome(outcome(pair.after))}"
        for pair in pairs
    ]
    return [f"### {words.say(heading)}", "\n".join(lines)]


def _figures(report: Report, words: Wording) -> list[str]:
    head = [words.say(f"table_{name}") for name in ("metric", "value", "interval", "count")]
    rows = [
        (
            words.title(each.metric),
            words.figure(each.metric, each.estimate),
            words.interval(each.metric, each.estimate),
            str(each.estimate.rows),
        )
        for each in report.summary.total.figures
    ]
    broken_down = [_breakdown(each, words) for each in report.summary.breakdowns]
    steps = [_steps(report, words)] if report.summary.steps else []
    return [f"## {words.say('figures')}", _table(head, rows), *broken_down, *steps]


def _breakdown(breakdown: Breakdown, words: Wording) -> str:
    names = breakdown.metrics
    head = [words.say(f"table_by_{breakdown.by}"), words.say("table_count")]
    rows = [
        [words.group(breakdown, group), str(group.rows)]
        + [words.figure(*group.shown(name)) for name in names]
        for group in breakdown.groups
    ]
    return _table(head + [words.say(f"short_{name}") for name in names], rows)


def _steps(report: Report, words: Wording) -> str:
    head = [words.say(f"table_{name}") for name in ("step", "middle", "most", "part")]
    return _table(head, [words.step_time(each) for each in report.summary.steps])


def _failures(rows: Sequence[Row], words: Wording) -> list[str]:
    lines = [
        f"- **{_plain(row.case.id)}** {_plain(row.case.question)} — {_plain(row.error or _why(row, words))}"
        for row in rows
    ]
    return [f"## {words.say('filter_failed')}", "\n".join(lines)] if lines else []


def _why(row: Row, words: Wording) -> str:
    return words.why(Score(None, diagnose(row)))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(_plain(cell) for cell in line)} |" for line in lines)


def _plain(cell: str) -> str:
    """Return text as one line in which nothing is taken for markup."""
    line = " ".join(cell.split())
    for sign in "\\`*_|[":
        line = line.replace(sign, f"\\{sign}")
    return line.replace("<", "&lt;")
