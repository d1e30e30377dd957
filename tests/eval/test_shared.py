"""A whole run on the shared plans and questions, with ir_measures as the second opinion."""

from pathlib import Path

import ir_measures
import pytest
from ir_measures import RR, R

from eval.run import evaluate
from eval.summary import summarise

SHARED = Path(__file__).parents[2].parent / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared plans are not beside the checkout")


@pytest.fixture
def answerer(make_plan, make_shelf):
    paths = sorted((SHARED / "plans").glob("*.txt"))
    return make_shelf(
        make_plan(path.stem, path.stem, path.read_text("utf-8"), r"[^\n\f][^\f]{1,700}") for path in paths
    )


def test_the_figures_of_a_run_are_those_of_ir_measures_on_its_rows(answerer):
    run = evaluate(SHARED / "eval" / "dev.jsonl", answerer, answerer.collection)
    assert len(run.rows) == 56
    assert not run.broken
    qrels, found = [], []
    for row in run.rows:
        for piece, rank in enumerate(row.ranks):
            query = f"{row.case.id}/{piece}"
            qrels.append(ir_measures.Qrel(query, str(rank or "missed"), 1))
            found += [
                ir_measures.ScoredDoc(query, str(n), -float(n)) for n in range(1, len(row.retrieved) + 1)
            ]
    theirs = ir_measures.calc_aggregate([R @ 1, R @ 5, R @ 10, RR], qrels, found)
    ours = summarise(run.rows).total
    for name, measure in (("first", R @ 1), ("recall_5", R @ 5), ("recall_10", R @ 10), ("mrr", RR)):
        assert ours.figure(name).value == pytest.approx(theirs[measure]), name
    assert 0.3 < ours.figure("recall_5").value < 1
