"""Was the evidence found, and how far up? Counted per piece of evidence, anchored to its quote."""

from __future__ import annotations

from math import log2

from eval.row import Row
from eval.score import Score, because
from ingest.plan import Remark


def recall(row: Row, k: int) -> Score:
    """Score the share of the pieces of evidence that stand among the first ``k`` passages."""
    return _per_piece(row, [1.0 if rank and rank <= k else 0.0 for rank in row.ranks])


def first(row: Row) -> Score:
    """Score the share of the pieces that stand in the very first passage."""
    return recall(row, 1)


def first_in_plan(row: Row) -> Score:
    """Score the share of the pieces that stand in the first passage of their own plan.

    Of a question over several municipalities only one piece can be first of all: this is fair to it.
    """
    return _per_piece(row, [float(_leads_its_plan(row, piece)) for piece in range(len(row.ranks))])


def reciprocal_rank(row: Row) -> Score:
    """Score the mean over the pieces of 1/rank, with 0 for a piece that was not found."""
    return _per_piece(row, [1.0 / rank if rank else 0.0 for rank in row.ranks])


def ndcg(row: Row, k: int) -> Score:
    """Score the order of the first ``k`` passages (linear gain, discount log2(rank + 1)).

    A passage gains one for each piece it is the first to show. A piece that no passage shows counts as
    one more relevant passage that was missed.
    """
    if not row.case.evidence:
        return _nothing_to_find()
    gains = gained(row)
    missed = sum(rank is None for rank in row.ranks)
    ideal = sorted([gain for gain in gains if gain] + [1] * missed, reverse=True)
    return Score(_discounted(gains[:k]) / _discounted(ideal[:k]), _where(row))


def gained(row: Row) -> list[int]:
    """Return for each passage how many pieces of evidence it is the first to show."""
    found = row.ranks
    return [found.count(n) for n in range(1, len(row.retrieved) + 1)]


def _discounted(gains: list[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def _leads_its_plan(row: Row, piece: int) -> bool:
    document = row.case.evidence[piece].document
    best = next((hit for hit in row.retrieved if hit.document == document), None)
    return best is not None and piece in best.shows


def _per_piece(row: Row, values: list[float]) -> Score:
    if not values:
        return _nothing_to_find()
    return Score(sum(values) / len(values), _where(row), weight=len(values))


def _nothing_to_find() -> Score:
    return Score(None, (because("no_evidence"),))


def _where(row: Row) -> tuple[Remark, ...]:
    return tuple(
        because("found", document=gold.document, rank=rank, count=len(row.retrieved))
        if rank
        else because("not_found", document=gold.document, count=len(row.retrieved))
        for gold, rank in zip(row.case.evidence, row.ranks, strict=True)
    )
