"""Text cut into pieces, so that what proves the answer can be marked in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from eval.quotes import find_all
from eval.row import Retrieved, Row


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether it is expected (gold) and cited."""

    text: str
    expected: bool = False
    cited: bool = False


Span = tuple[int, int]


def mark(text: str, expected: Iterable[Span], cited: Iterable[Span] = ()) -> tuple[Piece, ...]:
    """Cut ``text`` where a marked stretch begins or ends; the pieces together are the text."""
    gold, quoted = list(expected), list(cited)
    inside = (edge for span in (*gold, *quoted) for edge in span if 0 < edge < len(text))
    edges = sorted({0, *inside, len(text)})
    return tuple(
        Piece(text[start:end], _covered(start, gold), _covered(start, quoted))
        for start, end in pairwise(edges)
    )


def mark_passage(hit: Retrieved, row: Row) -> tuple[Piece, ...]:
    """Mark in a passage the evidence that it shows and the quotes that the answer took from it."""
    own = (expected for expected in row.expected if expected.gold.document == hit.document)
    gold = [span for each in own for quote in each.gold.quotes for span in find_all(quote, hit.text)]
    places = (citation.place for citation in row.cited if citation.place.overlaps(hit.place))
    return mark(
        hit.text, gold, [(each.start - hit.place.start, each.end - hit.place.start) for each in places]
    )


def mark_quote(quote: str, row: Row) -> tuple[Piece, ...]:
    """Mark the evidence in a quote that was cited."""
    return mark(
        quote, [span for gold in row.case.evidence for each in gold.quotes for span in find_all(each, quote)]
    )


def _covered(offset: int, spans: Iterable[Span]) -> bool:
    return any(start <= offset < end for start, end in spans)
