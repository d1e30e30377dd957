"""An answerer broken in one way scores badly on the metric that is there for it, and well elsewhere."""

import pytest

from eval.outcome import Outcome, outcome
from eval.run import evaluate
from eval.summary import summarise

ANSWERABLE, UNANSWERABLE = 4, 2


@pytest.fixture
def figures(set_path, collection):
    def of(answerer):
        rows = evaluate(set_path, answerer, collection).rows
        return {each.metric.name: each.estimate.value for each in summarise(rows).total.figures}

    return of


def test_always_the_first_passage_is_wrong_and_of_the_wrong_municipality(figures, always_first):
    values = figures(always_first)
    assert values["right"] == values["must_include"] == values["claims"] == 0
    assert values["truthfulness"] == -1
    assert values["citation_recall"] == values["citation_precision"] == 0
    assert values["wrong_municipality"] == pytest.approx(4 / 5)
    assert values["abstention_recall"] == 0
    assert values["on_page"] == 1, "what it quotes stands where it says"
    assert values["uncited_sentences"] == 0


def test_always_declining_finds_all_and_answers_nothing(figures, always_declines):
    values = figures(always_declines)
    share = UNANSWERABLE / (ANSWERABLE + UNANSWERABLE)
    assert (values["right"], values["declined_answerable"], values["abstention_recall"]) == (0, 1, 1)
    assert values["must_include"] == values["claims"] == values["citation_recall"] == 0
    assert values["abstention_precision"] == pytest.approx(share)
    assert values["truthfulness"] == pytest.approx(share), "no better than the share that has no answer"
    assert values["recall_5"] == 1
    for name in ("on_page", "gold_plan", "wrong_municipality", "citation_precision", "length"):
        assert values[name] != values[name], f"{name}: no citations is no data, never 0"


def test_citing_at_random_fails_on_the_citations_alone(figures, cites_at_random):
    values = figures(cites_at_random)
    assert values["must_include"] == values["recall_5"] == values["first"] == 1
    assert values["on_page"] == 0
    assert values["citation_recall"] < 0.5
    assert values["citation_precision"] < 0.5
    assert values["gold_plan"] < 1
    assert values["wrong_municipality"] > 0
    assert values["right"] < 1


def test_right_words_from_the_wrong_municipality_are_wrong(figures, wrong_municipality):
    values = figures(wrong_municipality)
    assert values["must_include"] == values["claims"] == values["recall_5"] == 1, "the words alone look right"
    assert values["on_page"] == 1
    assert values["wrong_municipality"] == 1
    assert values["gold_plan"] == values["citation_recall"] == values["citation_precision"] == 0
    assert values["right"] == 0
    assert values["truthfulness"] == pytest.approx((UNANSWERABLE - ANSWERABLE) / 6)
    assert values["cited_numbers"] < 1, "the other municipality's sentence has other figures"


def test_where_each_of_them_fails_is_told(
    set_path, collection, always_first, always_declines, wrong_municipality
):
    ends = {
        always_first: {Outcome.NOT_RETRIEVED, Outcome.NOT_CHOSEN, Outcome.SHOULD_HAVE_DECLINED},
        always_declines: {Outcome.SHOULD_HAVE_ANSWERED, Outcome.DECLINED_RIGHTLY},
        wrong_municipality: {Outcome.NOT_CHOSEN, Outcome.DECLINED_RIGHTLY},
    }
    for answerer, expected in ends.items():
        assert {outcome(row) for row in evaluate(set_path, answerer, collection).rows} == expected
