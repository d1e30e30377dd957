"""A run of a question set as tables: the figures, the questions, and what flipped since another run."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

from eval.compare import Comparison
from eval.diagnosis import diagnose
from eval.metrics.catalogue import METRICS
from eval.outcome import outcome
from eval.report.report import Report
from eval.row import Row
from eval.score import Score
from eval.wording import Wording
from ingest.texts import text
from ui.exports.sheet import CellValue, Sheet

_ASKED = ("id", "kind", "question", "ending", "why", "answer", "citations", "quotes")


def run_sheets(report: Report) -> tuple[Sheet, ...]:
    """Return the tables of a report, one sheet each."""
    words = Wording(report.language)
    sheets = [_figures(report, words), _questions(report, words)]
    if report.comparison:
        sheets += [_differences(report.comparison, words), _flips(report.comparison, words)]
    return tuple(sheets)


def _figures(report: Report, words: Wording) -> Sheet:
    names = ("metric", "value", "low", "high", "count", "meaning")
    rows = [
        (
            words.title(each.metric),
            _known(each.estimate.value),
            _known(each.estimate.low),
            _known(each.estimate.high),
            each.estimate.rows,
            words.meaning(each.metric),
        )
        for each in report.summary.total.figures
    ]
    return Sheet(
        text("eval.figures", words.language),
        tuple(text(f"eval.table_{name}", words.language) for name in names),
        tuple(rows),
    )


def _questions(report: Report, words: Wording) -> Sheet:
    heads = [text(f"eval.column_{name}", words.language) for name in _ASKED]
    heads += [words.title(metric) for metric in METRICS]
    return Sheet(
        text("eval.questions", words.language),
        tuple(heads),
        tuple(_line(row, words) for row in report.run.rows),
    )


def _line(row: Row, words: Wording) -> tuple[CellValue, ...]:
    told = (
        row.case.id,
        words.kind(row.case.kind),
        row.case.question,
        words.outcome(outcome(row)),
        words.why(Score(None, diagnose(row))),
        row.answer or row.error,
        "\n".join(f"[{each.n}] {words.place(each)}" for each in row.cited),
        "\n".join(gold.quote for gold in row.case.evidence),
    )
    return (*told, *(row.score(metric.name).value for metric in METRICS))


def _differences(comparison: Comparison, words: Wording) -> Sheet:
    heads = [
        text(f"eval.{name}", words.language)
        for name in ("table_metric", "table_count", "before", "after", "change")
    ]
    heads += [
        text("eval.table_low", words.language),
        text("eval.table_high", words.language),
        text("eval.chance", words.language),
    ]
    rows: list[tuple[CellValue, ...]] = []
    for each in comparison.differences:
        estimates = (each.before, each.after, each.change)
        values = [_known(estimate.value) for estimate in estimates]
        bounds = _known(each.change.low), _known(each.change.high)
        rows.append((words.title(each.metric), each.change.rows, *values, *bounds, each.corrected))
    return Sheet(text("eval.comparison", words.language), tuple(heads), tuple(rows))


def _flips(comparison: Comparison, words: Wording) -> Sheet:
    names = ("id", "question", "ending_before", "ending_after", "answer_before", "answer_after")
    heads = tuple(text(f"eval.column_{name}", words.language) for name in names)
    return Sheet(text("eval.flips", words.language), heads, tuple(_flip_rows(comparison, words)))


def _flip_rows(comparison: Comparison, words: Wording) -> Iterator[tuple[CellValue, ...]]:
    for pair in (*comparison.broke, *comparison.mended):
        before, after = pair.before, pair.after
        endings = (words.outcome(outcome(row)) for row in (before, after))
        answers = (row.answer or row.error for row in (before, after))
        yield (after.case.id, after.case.question, *endings, *answers)


def _known(value: float) -> float | None:
    """Return a figure, or an empty cell where there is no data."""
    return None if isnan(value) else value
