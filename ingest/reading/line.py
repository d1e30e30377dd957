"""A line as it stands on a page, before anyone knows what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; ``x0``, ``x1`` and ``y`` are points in a PDF, characters and lines in plain text.

    ``gap`` is the blank space above it, in line heights. ``size`` is 0 where fonts are unknown. ``cells``
    holds the pieces of a line that stand apart from each other, and ``edges`` where each begins.
    """

    text: str
    gap: float = 0.0
    x0: float = 0.0
    x1: float = 0.0
    y: float = 0.0
    size: float = 0.0
    bold: bool = False
    cells: tuple[str, ...] = ()
    edges: tuple[float, ...] = ()

    @property
    def style(self) -> tuple[float, bool]:
        """Return what tells its looks from those of another line."""
        return self.size, self.bold


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page in reading order. ``height`` is 0 where the format has none."""

    number: int
    lines: tuple[Line, ...]
    height: float = 0.0
