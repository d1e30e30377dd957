"""The ranking metrics against ir_measures, on the same rows."""

import random

import ir_measures
import pytest
from ir_measures import RR, R, nDCG

from eval.metrics.retrieval import first_in_plan, gained, ndcg, recall, reciprocal_rank
from eval.questions import Case, Gold
from eval.row import Place, Retrieved, Row


def hit(n, text, gold, document="plan"):
    shows = tuple(i for i, each in enumerate(gold) if each.document == document and each.quote in text)
    return Retrieved(Place(document, n, n + 1), f"{document}.pdf", None, "", text, -float(n), shows)


def row(quotes, texts):
    evidence = tuple(Gold("plan", quote) for quote in quotes)
    case = Case(id="x", kind="compare", question="?", answerable=True, evidence=evidence)
    return Row(case, retrieved=tuple(hit(n, text, evidence) for n, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("quotes", "texts", "at_5", "first", "mrr"),
    [
        (["a b"], ["en a b to", "c", "d"], 1, 1, 1),
        (["a b"], ["c", "en a b", "d"], 1, 0, 1 / 2),
        (["a b"], ["c"] * 5 + ["a b"], 0, 0, 1 / 6),
        (["a b", "c d"], ["a b", "x", "c d"], 1, 1 / 2, (1 + 1 / 3) / 2),
        (["a b", "c d"], ["a b c d"], 1, 1, 1),
        (["a b", "c d"], ["x", "c d"], 1 / 2, 0, 1 / 4),
        (["a b"], [], 0, 0, 0),
    ],
)
def test_rows_by_hand(quotes, texts, at_5, first, mrr):
    one = row(quotes, texts)
    values = recall(one, 5).value, recall(one, 1).value, reciprocal_rank(one).value
    assert values == pytest.approx((at_5, first, mrr))
    assert recall(one, 5).weight == len(quotes)


def test_nothing_to_find_is_not_scored():
    assert recall(row([], ["a"]), 5).value is None
    assert ndcg(row([], ["a"]), 10).value is None


def test_a_quote_in_another_plan_is_not_found():
    one = row(["a b"], [])
    gold = one.case.evidence
    hits = hit(0, "a b", gold, "anden"), hit(1, "x", gold), hit(2, "a b", gold)
    twin = Row(one.case, retrieved=hits)
    assert twin.ranks == (3,)
    assert first_in_plan(twin).value == 0


def test_each_plan_has_a_first_passage_of_its_own():
    evidence = (Gold("plan", "a b"), Gold("anden", "c d"))
    case = Case(id="x", kind="compare", question="?", answerable=True, evidence=evidence)
    one = Row(case, retrieved=(hit(0, "a b", evidence), hit(1, "c d", evidence, "anden")))
    assert (first_in_plan(one).value, recall(one, 1).value) == (1, 0.5)


def random_rows():
    chance = random.Random(7)
    for _ in range(150):
        quotes = [f"belæg {letter}" for letter in "abcd"[: chance.randint(1, 4)]]
        found = [quote for quote in quotes if chance.random() < 0.8]
        texts = [f"fyld {n}" for n in range(chance.randint(4, 14))]
        for quote in found:
            at = chance.randrange(len(texts))
            texts[at] += f" {quote}."
        yield row(quotes, texts)


@pytest.mark.parametrize("k", [1, 5, 10])
def test_recall_and_reciprocal_rank_are_those_of_ir_measures(k):
    for one in random_rows():
        qrels = [
            ir_measures.Qrel(str(n), str(rank) if rank else "missed", 1) for n, rank in enumerate(one.ranks)
        ]
        run = [
            ir_measures.ScoredDoc(str(n), str(rank), -float(rank))
            for n in range(len(one.case.evidence))
            for rank in range(1, len(one.retrieved) + 1)
        ]
        theirs = ir_measures.calc_aggregate([R @ k, RR], qrels, run)
        assert recall(one, k).value == pytest.approx(theirs[R @ k])
        assert reciprocal_rank(one).value == pytest.approx(theirs[RR])


@pytest.mark.parametrize("k", [1, 5, 10])
def test_ndcg_is_that_of_ir_measures(k):
    for one in random_rows():
        qrels = [ir_measures.Qrel("q", str(n), gain) for n, gain in enumerate(gained(one)) if gain]
        qrels += [ir_measures.Qrel("q", f"missed {n}", 1) for n, rank in enumerate(one.ranks) if rank is None]
        run = [ir_measures.ScoredDoc("q", str(n), -float(n)) for n in range(len(one.retrieved))]
        theirs = ir_measures.calc_aggregate([nDCG @ k], qrels, run)[nDCG @ k]
        assert ndcg(one, k).value == pytest.approx(theirs)
