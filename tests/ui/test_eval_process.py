"""A run in a process of its own, as the page starts it: it stops when asked, and goes on where it was."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.sample.manifest import ROOT as SAMPLES
from eval.folder import RunFolder
from eval.history import History, State
from eval.stamp import Setting
from eval.weighing import changed
from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Library
from ingest.settings import Settings
from ui.eval_process import Job, Processes, last_words

PLAN = "eksempel-braasoe-2025"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    library = Library.open(Settings(store=folder))
    add_files(library, [SAMPLES / "plans" / f"{PLAN}.pdf"], Overrides())
    library.close()
    return folder


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = (SAMPLES / "questions.jsonl").read_text("utf-8").splitlines()
    fitting = [line for line in lines if f'"document": "{PLAN}"' in line and line.count('"document"') == 1]
    path = tmp_path_factory.mktemp("sets") / "braasoe.jsonl"
    path.write_text("\n".join(fitting) + "\n", "utf-8")
    assert len(fitting) > 5
    return path


def until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_it_stops_when_it_is_asked_to_and_goes_on_where_it_was(store: Path, questions: Path) -> None:
    processes, folder = Processes(), RunFolder(store / "runs" / "one")
    job = Job(questions, folder.path, store, (Setting("support", "0.6"),))
    processes.start(job)
    until(lambda: folder.has_begun and folder.count() > 1)
    assert processes.alive() == (folder.path,)
    folder.ask_to_stop()
    assert processes.wait(folder.path) == 1
    assert processes.alive() == ()
    assert not processes.failed(folder.path)
    library = Library.open(Settings(store=store))
    history = History(library.catalogue.runs, store)
    (stopped,) = history.runs()
    before = (folder.path / "rows.jsonl").read_bytes()
    assert stopped.state is State.STOPPED
    assert 1 < stopped.done < stopped.stamp.count
    assert changed(stopped.stamp) == (Setting("support", "0.6"),)
    processes.start(job)
    assert processes.wait(folder.path) == 0
    (whole,) = history.runs()
    library.close()
    assert (whole.id, whole.state) == (stopped.id, State.WHOLE)
    assert (folder.path / "rows.jsonl").read_bytes().startswith(before)
    assert (folder.path / "report.html").exists()


def test_a_run_that_fails_says_why_and_nothing_else(store: Path, tmp_path: Path) -> None:
    processes, folder = Processes(), store / "runs" / "none"
    processes.start(Job(tmp_path / "none.jsonl", folder, store, language="en"))
    assert processes.wait(folder) == 1
    assert processes.failed(folder)
    assert "none.jsonl" in last_words(folder)
    assert "Traceback" not in last_words(folder)
