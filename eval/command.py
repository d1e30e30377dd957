"""What ``plansvar eval`` does, from arguments that have been parsed to an exit code."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from eval.collection import Collection
from eval.record import Answerer
from eval.row import Row
from eval.run import Run, evaluate
from eval.stamp import Setting
from eval.summary import summarise
from eval.table import table
from ingest.texts import Language, text

PASSED = 0
BROKEN = 1
REGRESSED = 3


@dataclass(frozen=True, slots=True)
class EvalRequest:
    """The arguments of ``plansvar eval``. ``runs`` is where runs go that have no ``out``."""

    questions: Path
    runs: Path
    out: Path | None = None
    baseline: Path | None = None
    gate: Path | None = None
    language: Language = "da"
    model: str = ""
    settings: tuple[Setting, ...] = ()

    @property
    def folder(self) -> Path:
        """Return where the run is saved."""
        return self.out or self.runs / f"{self.questions.stem}-{datetime.now():%Y%m%d-%H%M%S}"


def evaluate_command(request: EvalRequest, answerer: Answerer, collection: Collection) -> int:
    """Run the set, print its figures, and return 0 passed, 3 quality regressed or 1 the run broke.

    Raises PlansvarError for a set, a baseline or a gate that cannot be used: the edge makes that a 1.
    """
    run = evaluate(
        request.questions,
        answerer,
        collection,
        out=request.folder,
        model=request.model,
        settings=request.settings,
        progress=_say,
    )
    print(table(summarise(run.rows), request.language))
    return _verdict(run, request)


def _verdict(run: Run, request: EvalRequest) -> int:
    if run.broken:
        for row in run.broken:
            print(f"{row.case.id}: {row.error}", file=sys.stderr)
        print(text("eval.run_broken", request.language, count=len(run.broken)), file=sys.stderr)
        return BROKEN
    return PASSED


def _say(row: Row, done: int, count: int) -> None:
    print(f"\r{done}/{count} {row.case.id}", end="\n" if done == count else "", file=sys.stderr, flush=True)
