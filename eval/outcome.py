"""What became of a question, and at which step it failed: the first thing an evaluator asks."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from eval.marks import without_marks
from eval.questions import Claim, Gold
from eval.row import Cited, Row
from ingest.danish.numbers import numbers, years

FACT_LENGTH = 600
"""A fact answered with more characters than this is not answered: the reader gets a page to search."""


class Outcome(StrEnum):
    """How a question ended. All but the first two are failures, in the order of the steps of answering."""

    RIGHT = "right"
    DECLINED_RIGHTLY = "declined_rightly"
    NOT_RETRIEVED = "not_retrieved"
    NOT_CHOSEN = "not_chosen"
    WRONG_ANSWER = "wrong_answer"
    SHOULD_HAVE_ANSWERED = "should_have_answered"
    SHOULD_HAVE_DECLINED = "should_have_declined"
    ERROR = "error"

    @property
    def good(self) -> bool:
        """Say whether the question ended as it should."""
        return self in (Outcome.RIGHT, Outcome.DECLINED_RIGHTLY)


def outcome(row: Row) -> Outcome:
    """Return how the question ended, and where it failed first."""
    if row.error:
        return Outcome.ERROR
    if not row.case.answerable:
        return Outcome.DECLINED_RIGHTLY if row.abstained else Outcome.SHOULD_HAVE_DECLINED
    if is_right(row):
        return Outcome.RIGHT
    return _failure(row)


def is_right(row: Row) -> bool:
    """Say whether an answerable question was answered with all it must hold, by the plans it must rest on."""
    complete = not row.abstained and not missing_words(row) and not unstated_claims(row)
    proved = not uncited_documents(row) and not forbidden_citations(row)
    return complete and proved and not too_long(row)


def missing_words(row: Row) -> tuple[str, ...]:
    """Return what the answer must include and does not."""
    return tuple(wanted for wanted in row.case.must_include if not includes(row.answer, wanted))


def includes(answer: str, wanted: str) -> bool:
    """Say whether one of the alternatives of ``wanted`` ("tre|3") stands in the answer.

    Case and runs of whitespace do not matter. Marks such as [3] are not read: they are no part of it.
    """
    read = _plain(without_marks(answer))
    return any(_plain(alternative) in read for alternative in wanted.split("|") if alternative.strip())


def unstated_claims(row: Row) -> tuple[Claim, ...]:
    """Return the figures that the answer must state and does not."""
    return tuple(claim for claim in row.case.claims if row.abstained or not _states(row, claim))


def _states(row: Row, claim: Claim) -> bool:
    """Say whether the answer has the number with its unit, and the year there or in what it cites."""
    answer = without_marks(row.answer)
    wanted = numbers(f"{claim.value} {claim.unit}")[0]
    stated = any(
        wanted.value in (each.value, each.high) and (not claim.unit or each.unit == wanted.unit)
        for each in numbers(answer)
    )
    read = "\n".join([answer, *(f"{each.quote}\n{each.years}" for each in row.cited)])
    return stated and (claim.year is None or claim.year in years(read))


def forbidden_citations(row: Row) -> tuple[Cited, ...]:
    """Return the citations of a municipality that must not be cited."""
    return tuple(each for each in row.cited if each.municipality in row.case.not_municipalities)


def uncited_documents(row: Row) -> tuple[str, ...]:
    """Return the gold plans that no citation points to."""
    cited = {citation.document for citation in row.cited}
    return tuple(document for document in row.case.documents if document not in cited)


def too_long(row: Row) -> bool:
    """Say whether a fact was answered with a page."""
    return row.case.kind == "fact" and len(without_marks(row.answer)) > FACT_LENGTH


def cites(row: Row, gold: Gold) -> bool:
    """Say whether a citation and this piece of evidence have words in common, at their place in the plan."""
    places = [place for each in row.expected if each.gold == gold for place in each.places]
    return any(place.overlaps(citation.place) for place in places for citation in row.cited)


def _failure(row: Row) -> Outcome:
    if None in row.ranks:
        return Outcome.NOT_RETRIEVED
    if row.abstained:
        return Outcome.SHOULD_HAVE_ANSWERED
    if not all(cites(row, gold) for gold in row.case.evidence):
        return Outcome.NOT_CHOSEN
    return Outcome.WRONG_ANSWER


def _plain(words: str) -> str:
    """Fold case and each run of whitespace to one space, keeping the spaces at the ends: "to " is a word."""
    folded = unicodedata.normalize("NFC", words).casefold()
    return re.sub(r"\s+", " ", folded)
