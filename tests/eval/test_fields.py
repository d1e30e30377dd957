"""Each optional field of a case changes a figure: none is there only to be written down."""

from dataclasses import replace

import pytest

from eval.metrics.catalogue import scored
from eval.mistakes import load
from eval.outcome import Outcome, outcome
from eval.questions import Claim, Gold, QuestionSet
from eval.record import ask
from eval.run import run
from eval.stamp import make_stamp
from eval.summary import summarise


@pytest.fixture
def first(set_path, collection):
    """A question on Birkelund that is answered rightly: "Jobcenteret i Birkelund har 63 medarbejdere"."""
    return load(set_path, collection).cases[0]


@pytest.fixture
def answered(shelf, collection):
    return lambda case: scored(ask(case, shelf, collection))


def value(row, name):
    return row.score(name).value


def why(row, name):
    return [remark.key for remark in row.score(name).why]


def test_an_alternative_is_found_and_cited_like_the_quote_itself(first, answered):
    elsewhere = Gold("birkelund-2024", "besøger 12 virksomheder")
    either = replace(elsewhere, alternatives=("har 63 medarbejdere",))
    missed = answered(replace(first, evidence=(elsewhere,)))
    found = answered(replace(first, evidence=(either,)))
    assert (value(missed, "first"), value(found, "first")) == (0, 1)
    assert (value(missed, "citation_recall"), value(found, "citation_recall")) == (0, 1)
    assert (value(missed, "citation_precision"), value(found, "citation_precision")) == (0, 1)
    assert len(found.expected[0].places) == 2


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        (Claim("63"), 1),
        (Claim("63", "medarbejdere"), 1),
        (Claim("63", "medarbejdere", 2024), 1),
        (Claim("41", "medarbejdere"), 0),
        (Claim("63", "pct."), 0),
        (Claim("63", "medarbejdere", 2019), 0),
    ],
)
def test_an_answer_that_does_not_state_its_claims_is_not_right(first, answered, claim, right):
    row = answered(replace(first, claims=(claim,)))
    assert value(row, "claims") == value(row, "right") == right
    assert outcome(row) is (Outcome.RIGHT if right else Outcome.WRONG_ANSWER)
    assert ("eval.why_missing_claim" in why(row, "right")) is not bool(right)


def test_what_is_declined_states_no_claim(first, always_declines, collection):
    row = scored(ask(replace(first, claims=(Claim("63"),)), always_declines, collection))
    assert value(row, "claims") == 0


def test_an_answer_that_cites_a_forbidden_municipality_is_not_right(first, answered, shelf, collection):
    row = answered(replace(first, not_municipalities=("Birkelund",)))
    assert value(row, "wrong_municipality") == 1
    assert value(row, "right") == 0
    assert "eval.why_forbidden" in why(row, "right")
    assert value(answered(replace(first, not_municipalities=("Åvig",))), "right") == 1


def test_a_forbidden_municipality_counts_also_where_nothing_is_expected(first, always_first, collection):
    none = replace(first, kind="none", answerable=False, evidence=(), must_include=())
    told = [scored(ask(case, always_first, collection)) for case in (none, _without(none, "Åvig"))]
    assert [value(row, "wrong_municipality") for row in told] == [None, 1]


def _without(case, municipality):
    return replace(case, not_municipalities=(municipality,))


def test_cases_of_one_cluster_are_drawn_together(set_path, shelf, collection):
    def clusters(cases):
        questions = QuestionSet("x", tuple(cases))
        rows = run(questions, shelf, collection, make_stamp(questions, collection.cards)).rows
        return summarise(rows).total.figure("right").clusters

    cases = load(set_path, collection).cases[:4]
    assert clusters(cases) == 3, "two of them rest on one plan"
    assert clusters(replace(case, cluster="same") for case in cases) == 1


def test_both_slices_have_figures_of_their_own(set_path, shelf, collection):
    def by_slice(cases):
        questions = QuestionSet("x", tuple(cases))
        rows = run(questions, shelf, collection, make_stamp(questions, collection.cards)).rows
        return {
            group.name: group.rows
            for each in summarise(rows).breakdowns
            if each.by == "slice"
            for group in each.groups
        }

    first, *rest = load(set_path, collection).cases
    assert by_slice([replace(first, slice="held-out"), *rest]) == {"dev": 5, "held-out": 1}
    assert by_slice([first, *rest]) == {}
