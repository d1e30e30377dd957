"""What a report tells of a run, before it has a form."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from eval.compare import Comparison
from eval.gate import Check, Gate, check
from eval.outcome import Outcome, outcome
from eval.row import Row
from eval.run import Run
from eval.summary import Summary, summarise
from ingest.texts import Language


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the questions ended in one way."""

    outcome: Outcome
    count: int
    of: int

    @property
    def percent(self) -> float:
        """Return the share in per cent."""
        return 100 * self.count / self.of


@dataclass(frozen=True, slots=True)
class Report:
    """A run with its figures, and what it was held against, if anything."""

    run: Run
    summary: Summary
    comparison: Comparison | None = None
    checks: tuple[Check, ...] = ()
    language: Language = "da"

    @property
    def shares(self) -> tuple[Share, ...]:
        """Return how the questions ended, good endings first, without those that did not occur."""
        counted = Counter(outcome(row) for row in self.run.rows)
        return tuple(Share(each, counted[each], len(self.run.rows)) for each in Outcome if counted[each])

    @property
    def good(self) -> int:
        """Return how many questions ended as they should."""
        return sum(share.count for share in self.shares if share.outcome.good)

    @property
    def failed(self) -> tuple[Row, ...]:
        """Return the rows that did not end as they should, by the step they failed at."""
        order = list(Outcome)
        rows = (row for row in self.run.rows if not outcome(row).good)
        return tuple(sorted(rows, key=lambda row: order.index(outcome(row))))

    @property
    def passed(self) -> bool:
        """Say whether every limit of the gate holds."""
        return all(each.passed for each in self.checks)


def make_report(
    run: Run, comparison: Comparison | None = None, gate: Gate | None = None, language: Language = "da"
) -> Report:
    """Put a report together. Raises GateError where the gate needs a comparison and there is none."""
    summary = summarise(run.rows)
    checks = check(gate, summary, comparison) if gate else ()
    return Report(run, summary, comparison, checks, language)
