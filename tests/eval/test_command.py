import pytest

from eval.command import EvalRequest, evaluate_command
from eval.gate import GateError
from eval.run import evaluate


@pytest.fixture
def request_for(set_path, tmp_path):
    def make(**changes):
        return EvalRequest(questions=set_path, out=tmp_path / "out", **changes)

    return make


@pytest.fixture
def gate(tmp_path):
    path = tmp_path / "gate.toml"
    path.write_text("[floors]\nright = 0.9\n[margins]\nright = 0.05\n")
    return path


@pytest.fixture
def baseline(set_path, shelf, collection, tmp_path):
    evaluate(set_path, shelf, collection, out=tmp_path / "baseline")
    return str(tmp_path / "baseline")


def test_a_good_run_passes_and_writes_every_report(
    request_for, shelf, collection, gate, baseline, tmp_path, capsys, history
):
    assert evaluate_command(request_for(gate=gate, baseline=baseline), shelf, collection, history) == 0
    written = {path.name for path in (tmp_path / "out").iterdir()} - {"lock"}
    assert written == {
        "run.json",
        "rows.jsonl",
        "report.html",
        "report.md",
        "report.json",
        "report.csv",
    }
    told = capsys.readouterr()
    assert "Rigtige svar" in told.out
    assert "Alle kvalitetskrav er opfyldt" in told.out
    assert "6/6" in told.err
    assert "report.html" in told.err


def test_a_regression_exits_3_and_is_named(
    request_for, always_first, collection, gate, baseline, capsys, history
):
    assert evaluate_command(request_for(gate=gate, baseline=baseline), always_first, collection, history) == 3
    told = capsys.readouterr().out
    assert "t4  Hvornår giver Skovby svar til virksomheder?" in told
    assert "Rigtigt svar → " in told


def test_a_run_that_broke_exits_1_even_where_the_gate_holds(
    request_for, shelf, collection, gate, baseline, capsys, monkeypatch, history
):
    answer = shelf.ask
    monkeypatch.setattr(shelf, "ask", lambda asked: 1 / 0 if asked.id == "t1" else answer(asked))
    assert evaluate_command(request_for(gate=gate, baseline=baseline), shelf, collection, history) == 1
    assert "t1: ZeroDivisionError" in capsys.readouterr().err


def test_margins_without_a_baseline_are_told_before_anything_is_asked(
    request_for, collection, gate, tmp_path, history
):
    with pytest.raises(GateError):
        evaluate_command(request_for(gate=gate), None, collection, history)
    assert not (tmp_path / "out").exists()


def test_without_a_folder_each_run_has_its_own(set_path, tmp_path, shelf, collection, history):
    asked = EvalRequest(questions=set_path)
    assert evaluate_command(asked, shelf, collection, history) == 0
    (folder,) = (tmp_path / "store" / "runs").iterdir()
    assert folder.name.startswith("small-")
    assert [run.folder for run in history.runs()] == [folder]


def test_a_baseline_is_named_by_its_id(
    request_for, set_path, shelf, always_first, collection, history, capsys
):
    asked = EvalRequest(questions=set_path)
    assert evaluate_command(asked, shelf, collection, history) == 0
    (kept,) = history.runs()
    assert evaluate_command(request_for(baseline=kept.id), always_first, collection, history) == 0
    assert "Blevet dårligere (6)" in capsys.readouterr().out
