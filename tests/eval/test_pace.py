"""Where the time goes is told in every report, and held to no limit."""

import json
from dataclasses import replace

import pytest

from assistant.timing import Lap, Step, timed
from eval.gate import GateError, load_gate
from eval.metrics.catalogue import METRICS
from eval.pace import pace, seconds_of
from eval.report.data import to_csv, to_json
from eval.report.html import to_html
from eval.report.markdown import to_markdown
from eval.report.report import make_report
from eval.report.terminal import to_text
from eval.run import evaluate, reopen


class Timed:
    """An answerer that tells its steps."""

    def __init__(self, shelf):
        self.shelf = shelf

    def ask(self, question):
        with timed(Step.FIND):
            answer = self.shelf.ask(question)
        with timed(Step.WRITE):
            return answer


@pytest.fixture
def run(set_path, shelf, collection, tmp_path):
    return evaluate(set_path, Timed(shelf), collection, out=tmp_path / "run")


def test_each_row_has_its_steps_and_keeps_them(run, tmp_path):
    assert all([lap.step for lap in row.steps] == [Step.FIND, Step.WRITE] for row in run.rows)
    assert all(sum(lap.seconds for lap in row.steps) <= row.seconds for row in run.rows)
    assert reopen(tmp_path / "run").rows == run.rows


def test_a_step_taken_twice_counts_together_and_one_unheard_of_is_no_data(run):
    row = replace(run.rows[0], steps=(Lap(Step.FIND, 0.25), Lap(Step.FIND, 0.5)))
    assert seconds_of(row, Step.FIND) == 0.75
    assert seconds_of(row, Step.CHOOSE) is None


def test_the_middle_what_nine_in_ten_keep_and_the_part(run):
    seconds = [0.01 * n for n in range(1, 12)]
    rows = [replace(run.rows[0], steps=(Lap(Step.FIND, s), Lap(Step.WRITE, s / 3))) for s in seconds]
    find, write = pace(rows)
    assert (find.median, find.most, find.rows) == pytest.approx((0.06, 0.10, 11))
    assert (find.share, write.share) == pytest.approx((0.75, 0.25))


def test_every_report_tells_it(run):
    report = make_report(run)
    for form in (to_text, to_html, to_markdown):
        assert "Finde afsnit" in form(report), form
        assert "Vælge svaret" not in form(report), form
    assert list(json.loads(to_json(report))["steps"]) == ["find", "write"]
    head, first, *_ = to_csv(report).splitlines()
    assert head.endswith("seconds_understand,seconds_scope,seconds_find,seconds_choose,seconds_write")
    assert first.split(",")[-2] == ""


def test_an_answerer_that_tells_nothing_has_no_times(set_path, shelf, collection):
    report = make_report(evaluate(set_path, shelf, collection))
    assert report.summary.steps == ()
    assert "Finde afsnit" not in to_html(report)


def test_no_gate_can_name_a_step(tmp_path):
    (tmp_path / "gate.toml").write_text("[ceilings]\nseconds_find = 0.1\n")
    with pytest.raises(GateError):
        load_gate(tmp_path / "gate.toml")
    assert not [metric for metric in METRICS if metric.name.startswith("seconds_")]
