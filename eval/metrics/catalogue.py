"""Every metric, in the order of reports."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from eval.metrics import abstention, answers, citations, retrieval
from eval.metrics.metric import Metric
from eval.row import NamedScore, Row

METRICS = (
    Metric("right", answers.right),
    Metric("truthfulness", answers.truthfulness, share=False),
    Metric("must_include", answers.must_include),
    Metric("claims", answers.claims),
    Metric("recall_5", partial(retrieval.recall, k=5)),
    Metric("recall_10", partial(retrieval.recall, k=10)),
    Metric("first", retrieval.first),
    Metric("first_in_plan", retrieval.first_in_plan),
    Metric("mrr", retrieval.reciprocal_rank, share=False),
    Metric("ndcg_10", partial(retrieval.ndcg, k=10), share=False),
    Metric("on_page", citations.on_page),
    Metric("citation_recall", citations.citation_recall),
    Metric("citation_precision", citations.citation_precision),
    Metric("gold_plan", citations.gold_plan),
    Metric("wrong_municipality", citations.wrong_municipality, higher_is_better=False),
    Metric("uncited_sentences", citations.uncited_sentences, higher_is_better=False),
    Metric("cited_numbers", citations.cited_numbers),
    Metric("abstention_recall", abstention.abstention_recall),
    Metric("abstention_precision", abstention.abstention_precision),
    Metric("declined_answerable", abstention.declined_answerable, higher_is_better=False),
    Metric("abstention_reason", abstention.abstention_reason),
    Metric("length", answers.length, higher_is_better=False, pooled="median", share=False),
    Metric("seconds", answers.seconds, higher_is_better=False, pooled="median", share=False),
)

HEADLINES = (
    "right",
    "truthfulness",
    "recall_5",
    "first",
    "citation_recall",
    "wrong_municipality",
    "abstention_recall",
)
"""The metrics that breakdowns show and two runs are tested on: one for each step of answering."""


def scored(row: Row) -> Row:
    """Return the row with the score of every metric; a row that failed is scored by none."""
    if row.error:
        return row
    return replace(row, scores=tuple(NamedScore(each.name, each.of(row)) for each in METRICS))
