"""``plansvar eval-runs``, and what ``plansvar eval`` keeps for it."""

import json

import pytest


@pytest.fixture(autouse=True)
def _own_store(monkeypatch, tmp_path):
    monkeypatch.setenv("PLANSVAR_STORE", str(tmp_path / "store"))


@pytest.fixture
def questions(tmp_path):
    case = {
        "id": "q1",
        "kind": "number",
        "history": [],
        "question": "Hvor mange sygedagpengemodtagere har Bakkeby Kommune?",
        "evidence": [{"document": "bakkeby", "quote": "Bakkeby har 96 sygedagpengemodtagere"}],
        "must_include": ["96"],
        "answerable": True,
    }
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(case, ensure_ascii=False) + "\n", "utf-8")
    return path


def listed(run):
    return json.loads(run("eval-runs", "--json").stdout)


def test_a_run_is_listed_compared_with_and_removed(run, plans, questions) -> None:
    run("add", plans)
    assert run("eval", questions).returncode == 0
    (kept,) = listed(run)
    assert (kept["questions"], kept["state"], kept["good"], kept["changed_settings"]) == (
        "one",
        "whole",
        1,
        {},
    )
    assert kept["run"] in run("eval-runs").stdout
    assert "1 af 1 gode" in run("eval-runs").stdout
    again = run(
        "eval", questions, "--out", questions.parent / "out", "--baseline", kept["run"], "--set", "support=9"
    )
    assert "Blevet dårligere (1)" in again.stdout
    assert [each["changed_settings"] for each in listed(run)].count({"support": "9"}) == 1
    assert run("eval-runs", "--remove", kept["run"]).returncode == 0
    assert [each["good"] for each in listed(run)] == [0]


def test_without_runs_it_says_so(run) -> None:
    done = run("eval-runs")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Der er ingen kørsler" in done.stderr


def test_a_run_that_there_is_not_is_told(run) -> None:
    done = run("eval-runs", "--remove", "deadbeef")
    assert done.returncode == 1
    assert "deadbeef" in done.stderr
