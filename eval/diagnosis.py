"""Why a question ended as it did, in sentences for someone who does not read code."""

from __future__ import annotations

from eval.outcome import Outcome, outcome
from eval.row import Row
from eval.score import because
from ingest.plan import Remark

_TELLING = {
    Outcome.NOT_RETRIEVED: ("recall_10", "right"),
    Outcome.NOT_CHOSEN: ("right",),
    Outcome.WRONG_ANSWER: ("right",),
}
"""The metrics whose explanations say what went wrong, for each way to fail that needs more than its name."""

_FOUND = "eval.why_found"
"""What was found is no reason for a failure."""


def diagnose(row: Row) -> tuple[Remark, ...]:
    """Return what went wrong, or right, with one question."""
    ending = outcome(row)
    told = [why for name in _TELLING.get(ending, ()) for why in row.score(name).why if why.key != _FOUND]
    told += [why for name in ("wrong_municipality", "on_page") for why in _fault(row, name)]
    if ending is Outcome.RIGHT and row.score("citation_recall").value != 1:
        told.append(because("other_evidence"))
    return (because(f"told_{ending.value}"), *dict.fromkeys(told))


def _fault(row: Row, name: str) -> tuple[Remark, ...]:
    """Return the explanation of a metric that ought to be spotless and is not."""
    score = row.score(name)
    spotless = 0.0 if name == "wrong_municipality" else 1.0
    return score.why if score.value is not None and score.value != spotless else ()
