"""The figures of a run as tables and bars. Pure; a figure without data says so and is never 0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.intervals import Estimate
from eval.metrics.metric import Metric
from eval.report.plot import bar
from eval.report.report import Report, Share
from eval.summary import Breakdown, Figure, Group, Summary
from eval.wording import Wording
from ui.markup import Html, element, join

FIGURES = "pv-figures"
"""The kind of table whose cells are figures."""
WORDS = "pv-words"
"""That whose cells are words."""
SCORES = "pv-figures pv-scores"
"""That whose last cells are sentences."""
TESTED = "pv-figures pv-tested"
"""That of a comparison: a narrow screen shows the verdict without the p-value."""
TILES = ("right", "truthfulness", "recall_5", "citation_recall", "abstention_recall", "wrong_municipality")
"""The figures that are read first."""


def endings(report: Report, words: Wording) -> Html:
    """Return how the questions ended: a bar of all of them, and what its colours mean."""
    lead = words.say("report_lead", good=report.good, count=len(report.run.rows))
    parts = [
        element("span", class_=f"is-{share.outcome.value}", style=f"width:{share.percent:.3f}%")
        for share in report.shares
    ]
    stack = element("div", *parts, class_="pv-stack", role="img", aria_label=words.say("report_endings"))
    legend = element("ul", *(_legend(share, words) for share in report.shares), class_="pv-legend")
    return element("section", element("p", lead, class_="pv-lead"), stack, legend, class_="pv-endings")


def tiles(summary: Summary, words: Wording) -> Html:
    """Return the figures that are read first, each with what it says."""
    return element("div", *(_tile(*summary.total.shown(name), words) for name in TILES), class_="pv-tiles")


def figures(summary: Summary, words: Wording) -> Html:
    """Return every figure with its interval; each name opens what it says."""
    heads = [words.say(f"table_{name}") for name in ("metric", "value")]
    heads += ["", words.say("table_interval"), words.say("table_count")]
    return table(heads, [_figure(figure, words) for figure in summary.total.figures])


def breakdown(each: Breakdown, words: Wording) -> Html:
    """Return the most telling figures for each group of questions."""
    heads = [words.say(f"table_by_{each.by}"), words.say("table_count")]
    heads += [words.say(f"short_{name}") for name in each.metrics]
    return table(heads, [_group(each, group, words) for group in each.groups])


def steps(summary: Summary, words: Wording) -> Html:
    """Return where the time went."""
    heads = [words.say(f"table_{name}") for name in ("step", "middle", "most", "part")]
    return table(heads, [words.step_time(each) for each in summary.steps])


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], kind: str = FIGURES) -> Html:
    """Return a table whose first column names the rows; the others are figures, or words."""
    head = element("thead", element("tr", *(element("th", name, scope="col") for name in heads)))
    body = element("tbody", *(_row(cells) for cells in rows))
    return element("div", element("table", head, body), class_=f"pv-table pv-rows {kind}", tabindex="0")


def meaning(metric: Metric, words: Wording) -> Html:
    """Return a metric's name, which opens what it says."""
    parts = element("summary", words.title(metric)), element("p", words.meaning(metric))
    return element("details", *parts, class_="pv-meaning")


def _legend(share: Share, words: Wording) -> Html:
    colour = element("i", class_=f"is-{share.outcome.value}")
    return element("li", colour, words.outcome(share.outcome), " ", element("b", str(share.count)))


def _tile(metric: Metric, estimate: Estimate, words: Wording) -> Html:
    value = element("p", words.figure(metric, estimate), class_="pv-value")
    interval = words.interval(metric, estimate)
    range_ = (
        element("p", words.say("tile_interval", interval=interval), class_="pv-range") if interval else ""
    )
    return element("div", meaning(metric, words), value, range_, class_="pv-tile")


def _figure(figure: Figure, words: Wording) -> list[str]:
    metric, estimate = figure.metric, figure.estimate
    value = element("b", words.figure(metric, estimate), class_="" if estimate.known else "pv-none")
    interval = words.interval(metric, estimate)
    return [meaning(metric, words), value, _bar(metric, estimate), interval, str(estimate.rows)]


def _bar(metric: Metric, estimate: Estimate) -> Html:
    drawn = bar(metric, estimate)
    if drawn is None:
        return join([])
    range_ = element("i", style=f"left:{drawn.low:.2f}%;width:{drawn.high - drawn.low:.2f}%")
    dot = element("b", style=f"left:{drawn.value:.2f}%")
    return element("span", range_, dot, class_="pv-bar", aria_hidden="true")


def _group(each: Breakdown, group: Group, words: Wording) -> list[str]:
    shown = (group.shown(name) for name in each.metrics)
    cells = [words.figure(*figure) if figure[1].known else _nothing(words) for figure in shown]
    return [words.group(each, group), str(group.rows), *cells]


def _nothing(words: Wording) -> Html:
    return element("span", words.say("no_data"), class_="pv-none")


def _row(cells: Sequence[str]) -> Html:
    first, *others = cells
    return element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in others))
