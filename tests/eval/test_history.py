"""Runs are kept twice, found again by id or folder, removed without a trace, and written by one process."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from eval.folder import RunError, RunFolder
from eval.history import History, State
from eval.run import evaluate, reopen, save_baseline

HOLD = (
    "import sys; from pathlib import Path; from eval.folder import RunFolder\n"
    "with RunFolder(Path(sys.argv[1])).held():\n"
    "    print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def make(set_path, shelf, collection, history):
    """Make a run in a folder of the store, which began on the day given."""

    def made(name: str = "a", day: int = 1, answerer=shelf):
        done = evaluate(set_path, answerer, collection)
        started = replace(done.stamp, started_at=f"2026-01-{day:02}T10:00:00+00:00")
        folder = RunFolder(history.folder / name)
        folder.write(started, done.rows)
        return history.note(folder)

    return made


@pytest.fixture
def held(tmp_path):
    """Let another process write a run in a folder, until the test is over."""
    holding = []

    def hold(folder: Path) -> None:
        command = [sys.executable, "-c", HOLD, str(folder)]
        root = Path(__file__).parents[2]
        process = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        holding.append(process)

    yield hold
    for process in holding:
        process.communicate("")


def test_a_run_is_kept_while_it_goes_and_when_it_ends(set_path, shelf, collection, history):
    seen = []
    evaluate(
        set_path,
        shelf,
        collection,
        out=history.folder / "a",
        note=history.note,
        progress=lambda row, done, count: seen.append(history.runs()[0]),
    )
    assert [(run.state, run.done) for run in seen] == [(State.RUNNING, n) for n in range(1, 7)]
    (kept,) = history.runs()
    assert (kept.state, kept.done, kept.good, kept.stamp.count) == (State.WHOLE, 6, 6, 6)
    assert len({run.id for run in [*seen, kept]}) == 1


def test_runs_are_listed_newest_first_and_opened_by_id_its_beginning_and_folder(make, history):
    old, new = make("a", 1), make("b", 2)
    assert [run.id for run in history.runs()] == [new, old]
    opened = reopen(history.folder / "a")
    for name in (old, old[:5], str(history.folder / "a")):
        assert history.open(name) == opened


@pytest.mark.parametrize("name", ["", "zzzz", "nowhere/at/all", "abc"])
def test_a_run_that_there_is_not_is_named(make, history, name):
    make()
    with pytest.raises(RunError) as caught:
        history.open(name)
    assert caught.value.code == "unknown_run"


def test_a_run_outlives_its_folder(make, history):
    id_ = make()
    opened = history.open(id_)
    shutil.rmtree(history.folder / "a")
    assert history.open(id_) == opened
    assert [run.state for run in history.runs()] == [State.WHOLE]


def test_another_run_in_the_same_folder_is_another(make, history, always_first):
    old = make("a", 1)
    before = history.open(old)
    new = make("a", 2, always_first)
    assert old != new
    assert history.open(old) == before
    assert history.open(new) != before


def test_each_run_gets_a_folder_of_its_own(history):
    now = datetime(2026, 1, 2, 3, 4, 5)
    folders = []
    for _ in range(3):
        folders.append(history.new_folder("x", now))
        folders[-1].mkdir(parents=True)
    assert [each.name for each in folders] == [
        "x-20260102-030405",
        "x-20260102-030405-2",
        "x-20260102-030405-3",
    ]


def test_a_store_that_is_moved_keeps_its_runs(make, history, tmp_path):
    id_ = make()
    shutil.copytree(tmp_path / "store", tmp_path / "moved")
    shutil.rmtree(history.folder)
    moved = History(history._register, tmp_path / "moved")
    assert moved.find(id_).folder == tmp_path / "moved" / "runs" / "a"


def test_a_folder_from_before_there_was_a_register_is_found(set_path, shelf, collection, history):
    save_baseline(evaluate(set_path, shelf, collection), history.folder / "older")
    assert [(run.folder.name, run.good) for run in history.runs()] == [("older", 6)]


def test_a_damaged_run_is_named_and_the_others_are_there(make, history):
    make()
    (history.folder / "broken").mkdir()
    (history.folder / "broken" / "run.json").write_text("{")
    assert [run.folder.name for run in history.runs()] == ["a"]
    assert [folder.name for folder in history.damaged()] == ["broken"]


def test_a_removed_run_is_gone_and_a_folder_elsewhere_is_left(
    set_path, shelf, collection, make, history, tmp_path
):
    inside = make()
    evaluate(set_path, shelf, collection, out=tmp_path / "elsewhere", note=history.note)
    outside = history.find(str(tmp_path / "elsewhere")).id
    for id_ in (inside, outside):
        history.remove(id_)
    assert history.runs() == ()
    assert not (history.folder / "a").exists()
    assert (tmp_path / "elsewhere" / "rows.jsonl").exists()


def test_an_interrupted_run_says_how_far_it_came_and_can_be_read(
    set_path, shelf, collection, history, monkeypatch
):
    answer = shelf.ask

    def ask(question):
        if question.id == "t4":
            raise KeyboardInterrupt
        return answer(question)

    monkeypatch.setattr(shelf, "ask", ask)
    with pytest.raises(KeyboardInterrupt):
        evaluate(set_path, shelf, collection, out=history.folder / "a", note=history.note)
    (kept,) = history.runs()
    assert (kept.state, kept.done, kept.good) == (State.STOPPED, 3, 3)
    torn = (kept.folder / "rows.jsonl").read_bytes()
    (kept.folder / "rows.jsonl").write_bytes(torn[:-40])
    assert [row.case.id for row in history.open(kept.id).rows] == ["t1", "t2"]
    monkeypatch.setattr(shelf, "ask", answer)
    evaluate(set_path, shelf, collection, out=kept.folder, note=history.note)
    assert [(run.id, run.state) for run in history.runs()] == [(kept.id, State.WHOLE)]


def test_a_question_that_failed_is_not_done(set_path, shelf, collection, history, monkeypatch):
    answer = shelf.ask
    monkeypatch.setattr(shelf, "ask", lambda asked: 1 / 0 if asked.id == "t1" else answer(asked))
    evaluate(set_path, shelf, collection, out=history.folder / "a", note=history.note)
    assert [(run.state, run.done) for run in history.runs()] == [(State.STOPPED, 5)]


def test_two_processes_never_write_one_folder(set_path, shelf, collection, make, history, held, monkeypatch):
    monkeypatch.setattr("eval.folder._PATIENCE", 0.2)
    id_ = make()
    folder = history.folder / "a"
    rows = (folder / "rows.jsonl").read_bytes()
    held(folder)
    with pytest.raises(RunError, match="Another process is writing"):
        evaluate(set_path, shelf, collection, out=folder)
    with pytest.raises(RunError, match="Another process is writing"):
        history.remove(id_)
    assert (folder / "rows.jsonl").read_bytes() == rows
    assert RunFolder(folder).is_held()


def test_looking_does_not_disturb(tmp_path):
    folder = RunFolder(tmp_path)
    assert not folder.is_held()
    with folder.held():
        assert folder.is_held()
    assert not folder.is_held()


def test_a_folder_that_cannot_be_made_is_named(set_path, shelf, collection, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(RunError, match="cannot be written to"):
        evaluate(set_path, shelf, collection, out=tmp_path / "file")


def test_a_run_stops_when_it_is_asked_to_and_goes_on(set_path, shelf, collection, history):
    folder = RunFolder(history.folder / "a")

    def progress(row, done, count):
        if done == 2:
            folder.ask_to_stop()

    with pytest.raises(RunError, match="asked to stop"):
        evaluate(set_path, shelf, collection, out=folder.path, note=history.note, progress=progress)
    assert [(run.state, run.done) for run in history.runs()] == [(State.STOPPED, 2)]
    evaluate(set_path, shelf, collection, out=folder.path, note=history.note)
    assert [(run.state, run.done) for run in history.runs()] == [(State.WHOLE, 6)]
