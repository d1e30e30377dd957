"""A run or a comparison as files: for people, for a pull request, for other programs, for Excel."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from eval.report.data import to_csv, to_json
from eval.report.html import to_html
from eval.report.markdown import to_markdown
from eval.report.report import Report
from ingest.texts import text
from ui.exports.excel import write_excel
from ui.exports.run_sheets import run_sheets

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(report: Report, name: str) -> None:
    """Show a button for each form. A file is made when it is asked for."""
    language = report.language
    st.subheader(text("evalpage.download", language))
    st.caption(text("evalpage.download_help", language))
    forms: tuple[tuple[str, str, str, Callable[[Report], str | bytes]], ...] = (
        ("html", "html", "text/html", to_html),
        ("excel", "xlsx", EXCEL, to_excel),
        ("csv", "csv", "text/csv", _with_mark),
        ("markdown", "md", "text/markdown", to_markdown),
        ("json", "json", "application/json", to_json),
    )
    with st.container(horizontal=True):
        for form, ending, kind, make in forms:
            st.download_button(
                text(f"evalpage.form_{form}", language),
                partial(make, report),
                file_name=f"plansvar-{report.run.stamp.questions}-{name}.{ending}",
                mime=kind,
                on_click="ignore",
                icon=":material/download:",
                key=f"eval-download-{form}",
            )


def to_excel(report: Report) -> bytes:
    """Return the figures, the questions and what was compared as an Excel file."""
    with tempfile.TemporaryDirectory(prefix="plansvar-") as folder:
        path = Path(folder) / "run.xlsx"
        write_excel(path, run_sheets(report))
        return path.read_bytes()


def _with_mark(report: Report) -> bytes:
    """Danish Excel reads a CSV file as UTF-8 only where it begins with a byte order mark."""
    return to_csv(report).encode("utf-8-sig")
