"""A run and a comparison as Excel: numbers as numbers, no data as an empty cell, words never as formulas."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from math import nan

import pytest
from openpyxl import load_workbook

from eval.compare import compare
from eval.plans import Plans
from eval.questions import Case, Gold, QuestionSet
from eval.report.report import Report, make_report
from eval.run import run
from eval.stamp import make_stamp
from eval.wording import Wording
from ingest.library import Library
from ui.eval_downloads import to_excel
from ui.eval_figures import figures, tiles
from ui.eval_flips import sentences

LONG = Gold("sandkilde", "Et sygedagpengeforløb varer i gennemsnit højst 13,5 uger.")
CASES = (
    Case(
        "e1", "number", "Hvor langt er et sygedagpengeforløb?", True, evidence=(LONG,), must_include=("13,5",)
    ),
    Case("e2", "none", '=HYPERLINK("x")', False),
)


@pytest.fixture
def report(assistant, library: Library, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.setattr("eval.stamp.commit", lambda: "c0ffee")
    plans = Plans(library.current(), library.plan)
    questions = QuestionSet("mine", CASES)
    stamp = make_stamp(questions, plans.cards)
    before = run(questions, assistant, plans, stamp)
    after = replace(before, rows=(replace(before.rows[0], answer="Højst 14.", cited=()), before.rows[1]))
    return make_report(after, compare(before, after))


def sheets(report: Report) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(BytesIO(to_excel(report)))
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in book}


def test_every_figure_and_question_has_its_line(report: Report) -> None:
    read = sheets(report)
    assert list(read) == ["Tallene", "Spørgsmålene", "Sammenlignet med en tidligere k", "Ændrede svar"]
    named = {line[0]: line for line in read["Tallene"]}
    assert named["Rigtige svar"][1:3] == (1, None)
    assert named["Tal med enhed og år"][1:5] == (None, None, None, 0)
    assert [line[0] for line in read["Spørgsmålene"]] == ["Id", "e1", "e2"]
    assert nan not in [cell for lines in read.values() for line in lines for cell in line]


def test_words_are_no_formulas(report: Report) -> None:
    book = load_workbook(BytesIO(to_excel(report)))
    cells = [cell for row in book["Spørgsmålene"].iter_rows() for cell in row]
    asked = next(cell for cell in cells if str(cell.value).startswith("=HYPERLINK"))
    assert asked.data_type == "s"


def test_a_single_run_has_no_comparison(report: Report) -> None:
    assert list(sheets(make_report(report.run))) == ["Tallene", "Spørgsmålene"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_data_is_said_and_never_0(report: Report, language) -> None:
    words = Wording(language)
    shown = f"{figures(report.summary, words)}{tiles(report.summary, words)}"
    nothing = words.say("no_data")
    assert f'<b class="pv-none">{nothing}</b>' in shown
    assert "nan" not in shown


def test_two_equal_runs_are_said_to_be_equal(report: Report) -> None:
    told = sentences(compare(report.run, report.run), Wording())
    assert "Tallene er ens i de to kørsler." in told
    assert "tilfældigheder" not in told
