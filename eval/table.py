"""The figures of a run as a table for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from eval.intervals import Estimate
from eval.metrics.catalogue import HEADLINES
from eval.metrics.metric import Metric
from eval.summary import Figure, Group, Summary
from ingest.texts import Language, text


def table(summary: Summary, language: Language = "da") -> str:
    """Return the total of every metric, then a line for each kind of question and municipality."""
    parts = [_total(summary.total, language)]
    for heading, groups in (("by_kind", summary.by_kind), ("by_municipality", summary.by_municipality)):
        if groups:
            parts.append(_breakdown(text(f"eval.table_{heading}", language), groups, language))
    return "\n\n".join(parts)


def show(metric: Metric, estimate: Estimate, language: Language = "da") -> str:
    """Return a figure as it is read ("91,1 %", "0,85"), or "no data"."""
    if not estimate.known:
        return text("eval.no_data", language)
    return show_value(metric, estimate.value, language)


def show_value(metric: Metric, value: float, language: Language = "da") -> str:
    """Return a value of a metric as it is read."""
    if metric.share:
        written = f"{100 * value:.1f} %"
    else:
        written = f"{value:.0f}" if metric.name == "length" else f"{value:.2f}"
    return written.replace(".", ",") if language == "da" else written


def show_interval(metric: Metric, estimate: Estimate, language: Language = "da") -> str:
    """Return the 95 % interval ("84,2 % – 96,0 %"), or nothing where it cannot be estimated."""
    if not estimate.known or estimate.low != estimate.low:
        return ""
    low, high = (show_value(metric, each, language) for each in (estimate.low, estimate.high))
    return f"{low} – {high}"


def group_name(group: Group, language: Language = "da") -> str:
    """Return the name of a kind of question in words; a municipality's name is its own."""
    try:
        return text(f"eval.kind_{group.name}", language)
    except KeyError:
        return group.name


def _total(group: Group, language: Language) -> str:
    names = ("metric", "value", "interval", "count")
    head = [text(f"eval.table_{name}", language) for name in names]
    return _aligned([head, *(_line(figure, language) for figure in group.figures)])


def _line(figure: Figure, language: Language) -> list[str]:
    metric, estimate = figure.metric, figure.estimate
    shown = show(metric, estimate, language), show_interval(metric, estimate, language)
    return [metric.title(language), *shown, str(estimate.rows)]


def _breakdown(heading: str, groups: Sequence[Group], language: Language) -> str:
    shown = [next(f.metric for f in groups[0].figures if f.metric.name == name) for name in HEADLINES]
    head = [
        heading,
        text("eval.table_count", language),
        *(text(f"eval.short_{name}", language) for name in HEADLINES),
    ]
    lines = [
        [group_name(group, language), str(group.rows)]
        + [show(metric, group.figure(metric.name), language) for metric in shown]
        for group in groups
    ]
    return _aligned([head, *lines])


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    """Pad every column to its widest cell: the first to the left, the others to the right."""
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )
