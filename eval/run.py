"""A run: every case of a question set asked once, one row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from eval.folder import RunFolder
from eval.metrics.catalogue import scored
from eval.mistakes import load
from eval.plans import Plans
from eval.questions import QuestionSet
from eval.record import Answerer, ask
from eval.row import Row
from eval.stamp import Setting, Stamp, make_stamp
from ingest.errors import QuestionError

Note = Callable[[RunFolder], object]
"""Called when the folder of a run is ready, and when the run ends, whole or not."""

Progress = Callable[[Row, int, int], None]
"""Called after each question with its row, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Run:
    """The rows of a run, in the order of the set, and what it was made with."""

    stamp: Stamp
    rows: tuple[Row, ...]
    drafts: tuple[str, ...] = ()
    """The cases that were not asked, because no person has accepted them yet."""

    @property
    def broken(self) -> tuple[Row, ...]:
        """Return the rows whose question could not be asked."""
        return tuple(row for row in self.rows if row.error)


def evaluate(
    set_path: Path,
    answerer: Answerer,
    collection: Plans,
    *,
    out: Path | None = None,
    model: str = "",
    settings: Iterable[Setting] = (),
    progress: Progress | None = None,
    note: Note | None = None,
) -> Run:
    """Load a question set, ask it, and return the run; with ``out`` it is saved there and can be resumed.

    Drafted cases are no gold yet: they are named, not asked.
    Raises QuestionError for a set with mistakes, and RunError where ``out`` holds another run, where another
    process writes there, or where someone asks the run to stop.
    """
    loaded = load(set_path, collection)
    questions = loaded.accepted()
    if not questions.cases:
        raise QuestionError(set_path, "only_drafts", count=len(loaded.cases))
    stamp = make_stamp(questions, collection.cards, model=model, settings=settings)
    folder = RunFolder(out) if out is not None else None
    done = run(questions, answerer, collection, stamp, folder=folder, progress=progress, note=note)
    return replace(done, drafts=loaded.drafts)


def run(
    questions: QuestionSet,
    answerer: Answerer,
    collection: Plans,
    stamp: Stamp,
    *,
    folder: RunFolder | None = None,
    progress: Progress | None = None,
    note: Note | None = None,
) -> Run:
    """Ask every case that the folder does not hold already, and save each row as soon as it is there."""
    with _kept(folder, stamp, note) as kept:
        done = {row.case.id: row for row in kept}
        for case in questions.cases:
            if case.id in done:
                continue
            if folder:
                folder.heed_stop()
            row = scored(ask(case, answerer, collection))
            done[case.id] = row
            if folder:
                folder.append(row)
            if progress:
                progress(row, len(done), len(questions.cases))
        return Run(folder.stamp() if folder else stamp, tuple(done[case.id] for case in questions.cases))


@contextmanager
def _kept(folder: RunFolder | None, stamp: Stamp, note: Note | None) -> Iterator[tuple[Row, ...]]:
    """Hold the folder, yield the rows it has of this run, and note the run when it begins and ends."""
    if folder is None:
        yield ()
        return
    with folder.held():
        kept = folder.begin(stamp)
        try:
            if note:
                note(folder)
            yield kept
        finally:
            if note:
                note(folder)


def save_baseline(run: Run, path: Path) -> None:
    """Save a run as small as it can be scored and compared again: without texts, headings and scores."""
    RunFolder(path).write(run.stamp, [_slim(row) for row in run.rows])


def _slim(row: Row) -> Row:
    bare = tuple(replace(hit, text="", section="", score=0.0) for hit in row.retrieved)
    return replace(row, retrieved=bare, searched=(), scores=())


def reopen(folder: Path) -> Run:
    """Return the run that was saved in ``folder``, scored by the metrics of today.

    Raises RunError where there is none or it is damaged.
    """
    saved = RunFolder(folder)
    stamp, rows = saved.stamp(), saved.rows()
    return Run(stamp, tuple(scored(row) for row in rows))
