"""What ``plansvar eval`` does, from arguments that have been parsed to an exit code.

0: the run is whole and keeps every limit. 3: quality regressed. 1: the run itself broke.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from eval.compare import compare
from eval.gate import GateError, load_gate
from eval.history import History
from eval.plans import Plans
from eval.record import Answerer
from eval.report.files import write
from eval.report.report import Report, make_report
from eval.report.terminal import to_text
from eval.row import Row
from eval.run import Run, evaluate
from eval.stamp import Setting
from ingest.texts import Language, text

PASSED = 0
BROKEN = 1
REGRESSED = 3


@dataclass(frozen=True, slots=True)
class EvalRequest:
    """The arguments of ``plansvar eval``. Without ``out`` a run is kept in the store."""

    questions: Path
    out: Path | None = None
    baseline: str = ""
    """The folder or the id of an earlier run."""
    gate: Path | None = None
    language: Language = "da"
    model: str = ""
    settings: tuple[Setting, ...] = ()

    started: datetime = field(default_factory=datetime.now)

    def folder(self, history: History) -> Path:
        """Return where the run is saved."""
        return self.out or history.new_folder(self.questions.stem, self.started)


def evaluate_command(
    request: EvalRequest,
    answerer: Answerer,
    collection: Plans,
    history: History,
    judge: Callable[[Run, Path], None] | None = None,
) -> int:
    """Run the set, print its figures, write the reports, and return the exit code, which no judge changes.

    Raises PlansvarError for a set, a baseline or a gate that cannot be used, before anything is asked.
    """
    gate = load_gate(request.gate) if request.gate else None
    baseline = history.open(request.baseline) if request.baseline else None
    if gate and gate.needs_baseline and not baseline:
        raise GateError(request.gate, "no_baseline")
    folder = request.folder(history)
    run = evaluate(
        request.questions,
        answerer,
        collection,
        out=folder,
        model=request.model,
        settings=request.settings,
        progress=say_progress,
        note=history.note,
    )
    comparison = compare(baseline, run) if baseline else None
    report = make_report(run, comparison, gate, request.language)
    print(to_text(report))
    print(text("eval.written_to", request.language, path=write(report, folder)), file=sys.stderr)
    if judge:
        judge(run, folder)
    return _verdict(report)


def _verdict(report: Report) -> int:
    drafts = report.run.drafts
    if drafts:
        told = text("eval.drafts_not_asked", report.language, count=len(drafts), ids=", ".join(drafts))
        print(told, file=sys.stderr)
    for row in report.run.broken:
        print(f"{row.case.id}: {row.error}", file=sys.stderr)
    if report.run.broken:
        print(text("eval.run_broken", report.language, count=len(report.run.broken)), file=sys.stderr)
        return BROKEN
    return PASSED if report.passed else REGRESSED


def say_progress(row: Row, done: int, count: int) -> None:
    """Count on one line of a terminal; a log gets the end of it only."""
    if done == count or sys.stderr.isatty():
        end = "\n" if done == count else ""
        print(f"\r{done}/{count} {row.case.id}", end=end, file=sys.stderr, flush=True)
