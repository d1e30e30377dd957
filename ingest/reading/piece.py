"""A block of text before it has a place in the document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.plan import BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """One block to be: its kind, its text on one line, and the looks that a heading is ranked by."""

    kind: BlockKind
    text: str
    level: int = 0
    columns: tuple[str, ...] = ()
    size: float = 0.0
    bold: bool = False
    gap: float = 0.0
    """The blank space above it, in line heights."""
    lines: int = 1

    def as_kind(self, kind: BlockKind, level: int = 0) -> Piece:
        """Return the same text as another kind of block."""
        return replace(self, kind=kind, level=level)


@dataclass(frozen=True, slots=True)
class Leaf:
    """The pieces of one page; ``number`` is None where the format has no pages."""

    number: int | None
    pieces: tuple[Piece, ...]
