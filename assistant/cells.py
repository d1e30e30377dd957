"""The values that a comparison is made of: rows of what is measured, a cell in each column, its proof."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.answer import Citation
from ingest.goals.goal import Target

NOTHING = Target()
"""A cell that is measured by nothing."""


class CellState(StrEnum):
    """Whether a cell holds something; an empty plan and a missing plan are two things."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    NOT_IN_COLLECTION = "not_in_collection"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column has in one row. ``municipality`` names the column: in a timeline, the plan's years."""

    municipality: str
    state: CellState
    text: str | None = None
    target: Target = NOTHING
    citation: Citation | None = None
    corrected: bool = False
    """A person has said how the goal is to be read, so its number may be another than its words say."""

    def numbered(self, n: int) -> Cell:
        """Return the cell with another number on its proof."""
        return self if self.citation is None else replace(self, citation=replace(self.citation, n=n))


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a row, and the places of the cells that prove it."""

    words: str
    cells: tuple[int, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is measured, with a cell for each column in the comparison's order."""

    label: str
    cells: tuple[Cell, ...]
    notes: tuple[Remark, ...] = ()
    """Why its numbers cannot be put on one scale, where they cannot."""
    differences: tuple[Remark, ...] = ()
    """How its cells differ; in a timeline, what changed."""

    @property
    def note(self) -> str:
        """Return why its numbers cannot be put on one scale, in a line."""
        return " ".join(note.words for note in self.notes)

    @property
    def found(self) -> tuple[Cell, ...]:
        """Return the cells that hold something."""
        return tuple(cell for cell in self.cells if cell.state is CellState.FOUND)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows of what is measured, by a theme or a question; a column is a municipality, or its plan's years."""

    theme: str | None
    question: str | None
    municipalities: tuple[str, ...]
    """The names of the columns."""
    rows: tuple[Row, ...]
    timeline: str | None = None
    """The municipality whose plan years the columns are."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return the proof of every cell, in order."""
        cells = (cell for row in self.rows for cell in row.cells)
        return tuple(cell.citation for cell in cells if cell.citation is not None)
