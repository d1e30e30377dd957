"""The report as one HTML file that needs nothing else, not even a network."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval.diagnosis import diagnose
from eval.metrics.catalogue import METRICS
from eval.outcome import cites, includes, outcome
from eval.report.highlight import mark_passage, mark_quote
from eval.report.plot import bar
from eval.report.report import Report
from eval.score import Score
from eval.verdict import judged, verdict
from eval.wording import Wording

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def to_html(report: Report) -> str:
    """Return the whole report as one page."""
    words = Wording(report.language)
    return _TEMPLATES.get_template("report.html").render(
        report=report,
        words=words,
        say=words.say,
        metrics=METRICS,
        bar=bar,
        verdict=verdict,
        judged=judged,
        outcome=outcome,
        includes=includes,
        cites=cites,
        diagnosis=lambda row: words.why(Score(None, diagnose(row))),
        mark_passage=mark_passage,
        mark_quote=mark_quote,
    )
