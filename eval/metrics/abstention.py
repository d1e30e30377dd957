"""Does it decline what the plans do not answer, and only that?"""

from __future__ import annotations

from eval.row import Row
from eval.score import Score, because


def abstention_recall(row: Row) -> Score:
    """Score 1 where a question that the plans do not answer was declined."""
    if row.case.answerable:
        return Score(None, (because("answerable"),))
    return Score(float(row.abstained), (because("declined_rightly" if row.abstained else "not_declined"),))


def abstention_precision(row: Row) -> Score:
    """Score, of the declined questions only, 1 where declining was right."""
    if not row.abstained:
        return Score(None, (because("answered"),))
    why = because("declined" if row.case.answerable else "declined_rightly")
    return Score(float(not row.case.answerable), (why,))


def declined_answerable(row: Row) -> Score:
    """Score 1 where an answerable question was declined. Lower is better."""
    if not row.case.answerable:
        return Score(None, (because("not_answerable"),))
    return Score(float(row.abstained), (because("declined" if row.abstained else "answered"),))


def abstention_reason(row: Row) -> Score:
    """Score 1 where a question was declined for the reason that the case gives."""
    if row.case.reason is None or not row.abstained:
        return Score(None, (because("no_reason_to_check"),))
    given = row.reason.value if row.reason else "-"
    same = row.reason is row.case.reason
    return Score(float(same), (because("reason", given=given, expected=row.case.reason.value),))
