"""Is the answer right, and short enough to be read?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eval.marks import without_marks
from eval.outcome import (
    FACT_LENGTH,
    Outcome,
    forbidden_citations,
    is_right,
    missing_words,
    outcome,
    too_long,
    uncited_documents,
    unstated_claims,
)
from eval.questions import Claim
from eval.row import Row
from eval.score import Score, because
from ingest.plan import Remark

_TRUTH = {Outcome.RIGHT: 1.0, Outcome.DECLINED_RIGHTLY: 1.0}


def right(row: Row) -> Score:
    """Score 1 for a right answer: all it must hold, the plans it must rest on, a fact in 600 characters."""
    if not row.case.answerable:
        return Score(None, (because("not_answerable"),))
    return Score(float(is_right(row)), tuple(_faults(row)) or (because("right"),))


def must_include(row: Row) -> Score:
    """Score 1 where everything that must stand in the answer does."""
    if not row.case.must_include:
        return Score(None, (because("nothing_must_stand"),))
    missing = bool(missing_words(row))
    why = _lacking(row) if missing else because("all_stand_in_answer")
    return Score(float(not missing and not row.abstained), (why,))


def claims(row: Row) -> Score:
    """Score the share of the figures that the answer states with their number, unit and year."""
    if not row.case.claims:
        return Score(None, (because("no_claims"),))
    missing = unstated_claims(row)
    why = tuple(_unstated(missing))
    share = 1 - len(missing) / len(row.case.claims)
    return Score(share, why or (because("all_claims"),), weight=len(row.case.claims))


def length(row: Row) -> Score:
    """Score the number of characters of the answer without its marks. Lower is better."""
    if row.abstained or not row.answer:
        return Score(None, (because("no_answer"),))
    characters = len(without_marks(row.answer))
    return Score(float(characters), (because("length", characters=characters),))


def truthfulness(row: Row) -> Score:
    """Score +1 for right, 0 for declined, -1 for wrong: a wrong answer costs more than none.

    To decline a question that the plans do not answer is right.
    """
    ending = outcome(row)
    value = _TRUTH.get(ending, 0.0 if row.abstained else -1.0)
    return Score(value, (because(f"outcome_{ending.value}"),))


def seconds(row: Row) -> Score:
    """Score the seconds it took to answer. Lower is better."""
    return Score(row.seconds, (because("seconds", seconds=f"{row.seconds:.2f}"),))


def _faults(row: Row) -> Iterator[Remark]:
    if row.abstained:
        yield because("declined")
        return
    if missing_words(row):
        yield _lacking(row)
    yield from _unstated(unstated_claims(row))
    for each in forbidden_citations(row):
        yield because("forbidden", n=each.n, municipality=each.municipality)
    if uncited_documents(row):
        yield because("plan_not_cited", document=", ".join(uncited_documents(row)))
    if too_long(row):
        yield because("too_long", characters=len(without_marks(row.answer)), limit=FACT_LENGTH)


def _lacking(row: Row) -> Remark:
    return because(
        "missing_words", words="; ".join(words.replace("|", " / ") for words in missing_words(row))
    )


def _unstated(missing: Iterable[Claim]) -> Iterator[Remark]:
    yield from (because("missing_claim", claim=_spelled(claim)) for claim in missing)


def _spelled(claim: Claim) -> str:
    year = f"({claim.year})" if claim.year else ""
    return " ".join(part for part in (claim.value, claim.unit, year) if part)
