"""A comparison ends in sentences: what differs beyond chance, that nothing does, or that all is equal."""

from dataclasses import replace

import pytest

from eval.compare import compare
from eval.report.html import to_html
from eval.report.markdown import to_markdown
from eval.report.report import make_report
from eval.run import evaluate
from eval.verdict import judged, verdict
from eval.wording import Wording


@pytest.fixture
def runs(set_path, shelf, always_first, collection):
    return evaluate(set_path, shelf, collection), evaluate(set_path, always_first, collection)


def with_p(comparison, p):
    """Say that every test came out at ``p``."""
    tested = (each if each.p is None else replace(each, p=p, corrected=p) for each in comparison.differences)
    return replace(comparison, differences=tuple(tested))


def test_the_same_run_twice_is_the_same(runs):
    same = compare(runs[0], runs[0])
    assert verdict(same, Wording()) == ["Tallene er ens i de to kørsler."]
    assert {judged(each, Wording()) for each in same.differences} == {"uændret"}


def test_six_questions_cannot_tell_even_a_broken_answerer_from_chance(runs):
    comparison = compare(*runs)
    assert verdict(comparison, Wording("en"))[0].startswith(
        "None of the differences in the figures is larger"
    )
    assert judged(comparison.difference("right"), Wording()) == "kan være tilfældigt"


def test_what_is_beyond_chance_is_told_with_its_direction(runs):
    worse, better = with_p(compare(*runs), 0.01), with_p(compare(*runs[::-1]), 0.01)
    right = next(told for told in verdict(worse, Wording()) if told.startswith("Rigtige svar"))
    assert "er blevet dårligere" in right
    assert "-100,0 %-point" in right
    assert judged(worse.difference("wrong_municipality"), Wording()) == "dårligere"
    assert judged(better.difference("wrong_municipality"), Wording()) == "bedre"


@pytest.mark.parametrize("form", [to_html, to_markdown])
def test_the_reports_tell_it(runs, form):
    told = form(make_report(runs[1], compare(*runs)))
    assert "Ingen af forskellene i tallene er større" in told
    assert "kan være tilfældigt" in told
