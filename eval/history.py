"""The runs of a store: each in the catalogue, and in its folder for as long as that is there."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import chain, count
from pathlib import Path

from eval.folder import RunError, RunFolder, dump_rows, dump_stamp, load_rows, load_stamp
from eval.metrics.catalogue import scored
from eval.outcome import outcome
from eval.run import Run, reopen
from eval.stamp import Stamp
from ingest.runs import RunRecord, RunRegister

SHORTEST = 4
"""Characters of an id that are enough to name a run by."""


class State(StrEnum):
    """Where a run stands."""

    WHOLE = "whole"
    RUNNING = "running"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run that is kept: what it was made with, how many questions are done, and how many of them are good.

    A question that ended in an error is not done. While it runs, how many are good is not known yet.
    """

    id: str
    folder: Path
    stamp: Stamp
    done: int
    good: int
    state: State


class History:
    """Keeps runs in the catalogue, lists them, opens them again and removes them."""

    def __init__(self, register: RunRegister, store: Path) -> None:
        self._register = register
        self._store = store
        self.folder = store / "runs"
        """Where runs are written that are given no folder."""

    def note(self, folder: RunFolder) -> str:
        """Keep the run as its folder holds it now, and return its id."""
        stamp = folder.stamp()
        rows = [row for row in folder.whole_rows() if not row.error]
        good = sum(outcome(row).good for row in rows)
        name = self._name(folder.path)
        id_ = _id(stamp, name)
        record = RunRecord(
            id_,
            stamp.questions,
            stamp.started_at,
            name,
            stamp.count,
            len(rows),
            good,
            dump_stamp(stamp),
        )
        self._register.keep(record, dump_rows(rows))
        return id_

    def new_folder(self, questions: str, started: datetime) -> Path:
        """Return a folder that is not there yet, for a run of the set ``questions`` that begins now."""
        name = f"{questions}-{started:%Y%m%d-%H%M%S}"
        names = chain([name], (f"{name}-{n}" for n in count(2)))
        return next(folder for each in names if not (folder := self.folder / each).exists())

    def runs(self) -> tuple[PastRun, ...]:
        """Return every run, the newest first; one whose folder lies in the store need not be known yet."""
        known = {record.folder for record in self._register.records()}
        for found in sorted(self.folder.glob("*/run.json")):
            if self._name(found.parent) not in known and _readable(found.parent):
                self.note(RunFolder(found.parent))
        return tuple(self._past(record) for record in self._register.records())

    def damaged(self) -> Iterator[Path]:
        """Yield the folders of the store whose run cannot be read, so that none is passed over in silence."""
        return (found.parent for found in self.folder.glob("*/run.json") if not _readable(found.parent))

    def find(self, name: str) -> PastRun:
        """Return the one run that ``name`` means: its id, the beginning of it, or its folder.

        Raises RunError.
        """
        runs = self.runs()
        found = [run for run in runs if name == run.id or _same(Path(name), run.folder)]
        found = found or [run for run in runs if len(name) >= SHORTEST and run.id.startswith(name)]
        if len(found) != 1:
            raise RunError(name, "unknown_run")
        return found[0]

    def open(self, name: str) -> Run:
        """Return the run that ``name`` means, from its folder, or from the catalogue where that is gone.

        A folder that the store does not know, such as a committed baseline, is opened too. Raises RunError.
        """
        if (Path(name) / "run.json").exists():
            return reopen(Path(name))
        past = self.find(name)
        if self._is_there(past) and past.state is State.WHOLE:
            return reopen(past.folder)
        if self._is_there(past):
            rows = RunFolder(past.folder).whole_rows()
        else:
            rows = load_rows(self._register.rows(past.id), past.id)
        return Run(past.stamp, tuple(scored(row) for row in rows))

    def remove(self, name: str) -> PastRun:
        """Forget a run; its folder goes too, if the store made it. Raises RunError while it runs."""
        past = self.find(name)
        if self._is_there(past) and past.folder.is_relative_to(self.folder):
            with RunFolder(past.folder).held():
                self._register.remove(past.id)
            shutil.rmtree(past.folder)
        self._register.remove(past.id)
        return past

    def _past(self, record: RunRecord) -> PastRun:
        past = PastRun(
            record.id,
            self._store / record.folder,
            load_stamp(record.stamp, record.id),
            record.done,
            record.good,
            State.WHOLE if record.done == record.count else State.STOPPED,
        )
        if past.state is State.WHOLE or not self._is_there(past):
            return past
        folder = RunFolder(past.folder)
        if folder.is_held():
            return replace(past, done=folder.count(), state=State.RUNNING)
        rows = [row for row in folder.whole_rows() if not row.error]
        return replace(past, done=len(rows), good=sum(outcome(row).good for row in rows))

    def _is_there(self, past: PastRun) -> bool:
        """Say whether the folder holds this very run still."""
        return _readable(past.folder) and RunFolder(past.folder).stamp() == past.stamp

    def _name(self, folder: Path) -> str:
        """Return how the catalogue names a folder: one in the store from there, so that it can be moved."""
        whole, store = folder.resolve(), self._store.resolve()
        return whole.relative_to(store).as_posix() if whole.is_relative_to(store) else str(whole)


def _id(stamp: Stamp, folder: str) -> str:
    made_of = "\n".join((stamp.started_at, stamp.questions_sha256, folder))
    return hashlib.sha256(made_of.encode()).hexdigest()[:8]


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _readable(folder: Path) -> bool:
    try:
        RunFolder(folder).stamp()
    except RunError:
        return False
    return True
