"""The reports of a run, written beside its rows."""

from __future__ import annotations

from pathlib import Path

from eval.report.data import to_csv, to_json
from eval.report.html import to_html
from eval.report.markdown import to_markdown
from eval.report.report import Report


def write(report: Report, folder: Path) -> Path:
    """Write every form of a report into ``folder`` and return the page for people."""
    page = folder / "report.html"
    page.write_text(to_html(report), encoding="utf-8")
    (folder / "report.md").write_text(to_markdown(report), encoding="utf-8")
    (folder / "report.json").write_text(to_json(report), encoding="utf-8")
    # Danish Excel reads a CSV file as UTF-8 only where it begins with a byte order mark.
    (folder / "report.csv").write_text(to_csv(report), encoding="utf-8-sig", newline="")
    return page
