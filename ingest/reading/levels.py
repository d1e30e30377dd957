"""How deep each heading is: one scale for the whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.plan import BlockKind
from ingest.reading import markers
from ingest.reading.piece import Leaf, Piece

FULL_PAGE = 0.75
"""Share of the longest page's text under which a page was ended on purpose."""
SLIDES = 0.75
"""Share of pages that begin with a heading, from which on every page is a part of its own."""
_DEPTH = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)")


@dataclass(frozen=True, slots=True)
class _Numbering:
    chapters: bool
    subnumbers: bool


def leveled(leaves: Sequence[Leaf], body: float, styled: bool) -> list[Leaf]:
    """Return the pages with a level on each heading, from 1 without a hole."""
    sizes = sorted({_size(p, body) for p in _headings(leaves)}, reverse=True) if styled else []
    by_size = len(sizes) > 1
    forced = _forced(leaves)
    numbering = _Numbering(_has_chapters(leaves), _has_subnumbers(leaves))
    ranked = [
        tuple(
            _rank(leaf, index, forced[page], numbering, sizes if by_size else [])
            for index in range(len(leaf.pieces))
        )
        for page, leaf in enumerate(leaves)
    ]
    if not by_size:
        ranked = _agreed(ranked, leaves)
    scale = _scale(ranked, titled=by_size)
    return [
        replace(
            leaf,
            pieces=tuple(_at(piece, rank, scale) for piece, rank in zip(leaf.pieces, ranks, strict=True)),
        )
        for leaf, ranks in zip(leaves, ranked, strict=True)
    ]


def _headings(leaves: Sequence[Leaf]) -> Iterator[Piece]:
    return (piece for leaf in leaves for piece in leaf.pieces if piece.kind is BlockKind.HEADING)


def _size(piece: Piece, body: float) -> float:
    """Half points are one look; whatever is no larger than running text is the lowest."""
    return max(round(piece.size * 2) / 2, round(body * 2) / 2)


def _rank(leaf: Leaf, index: int, forced: bool, numbering: _Numbering, sizes: Sequence[float]) -> float:
    """Return a number that grows with depth; 0 for what is no heading."""
    piece = leaf.pieces[index]
    if piece.kind is not BlockKind.HEADING:
        return 0
    if sizes:
        near = min(range(len(sizes)), key=lambda place: abs(sizes[place] - piece.size))
        return 1 + near + (0 if piece.bold or near == 0 else 0.5)
    if markers.CHAPTER.match(piece.text) or (piece.bold and not piece.size):
        return 1
    if markers.FOCUS.match(piece.text) and not markers.TARGET.match(piece.text):
        return 2 if numbering.chapters else 1
    if markers.TARGET.match(piece.text):
        return 1 if forced and index == 0 else 3
    if depth := _depth(piece.text):
        return min(depth, 4) if numbering.subnumbers else 2
    if forced and index == 0:
        return 1
    following = leaf.pieces[index + 1] if index + 1 < len(leaf.pieces) else None
    return 4 if following is not None and following.gap < 0.3 else 3


def _agreed(ranked: Sequence[tuple[float, ...]], leaves: Sequence[Leaf]) -> list[tuple[float, ...]]:
    """Give a heading that comes again the rank that it has most often, the highest where that is even."""
    seen: dict[str, list[float]] = {}
    for leaf, ranks in zip(leaves, ranked, strict=True):
        for piece, rank in zip(leaf.pieces, ranks, strict=True):
            if rank and not markers.labelled(piece.text):
                seen.setdefault(piece.text.rstrip(":"), []).append(rank)
    common = {
        text: min(set(ranks), key=lambda rank: (-ranks.count(rank), rank)) for text, ranks in seen.items()
    }
    return [
        tuple(
            rank and common.get(piece.text.rstrip(":"), rank)
            for piece, rank in zip(leaf.pieces, ranks, strict=True)
        )
        for leaf, ranks in zip(leaves, ranked, strict=True)
    ]


def _depth(text: str) -> int:
    marker = markers.number(text)
    found = _DEPTH.match(marker)
    return found[0].count(".") + 1 if found else 0


def _has_chapters(leaves: Sequence[Leaf]) -> bool:
    return any(
        piece.text.startswith(("Kap", "Del ")) and markers.CHAPTER.match(piece.text)
        for piece in _headings(leaves)
    )


def _has_subnumbers(leaves: Sequence[Leaf]) -> bool:
    return any(_depth(piece.text) > 1 for piece in _headings(leaves))


def _forced(leaves: Sequence[Leaf]) -> list[bool]:
    """Say for each page whether the one before it was ended on purpose, not because it was full."""
    lengths = [sum(len(piece.text) for piece in leaf.pieces) for leaf in leaves]
    full = FULL_PAGE * max(lengths, default=0)
    tops = [leaf.pieces[0].kind is BlockKind.HEADING for leaf in leaves if leaf.pieces]
    slides = sum(tops) >= SLIDES * len(tops)
    return [
        slides or page == 0 or not lengths[page - 1] or (lengths[page - 1] < full and not _goes_on(leaf))
        for page, leaf in enumerate(leaves)
    ]


def _goes_on(leaf: Leaf) -> bool:
    return bool(leaf.pieces) and markers.starts_lower(leaf.pieces[0].text)


def _scale(ranked: Sequence[Sequence[float]], titled: bool) -> dict[float, int]:
    """Number the ranks in use from 1. A title that stands alone above all others shares level 1 with them."""
    used = sorted({rank for ranks in ranked for rank in ranks if rank})
    counts = {rank: sum(ranks.count(rank) for ranks in ranked) for rank in used}
    lone = titled and len(used) > 1 and counts[used[0]] == 1 and used[0] in ranked[0]
    return {rank: max(1, place - lone) for place, rank in enumerate(used, 1)}


def _at(piece: Piece, rank: float, scale: dict[float, int]) -> Piece:
    return piece.as_kind(BlockKind.HEADING, scale[rank]) if rank else piece
