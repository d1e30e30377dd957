"""A statement that may be a goal, with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.plan import BlockKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slice of a plan that may be a goal.

    ``announced``: it stands under a heading or after a lead-in that announces goals; ``labelled``: it carries
    the word itself ("Resultatmål 2a: ..."). ``group`` numbers the list that it is an item of (-1: none).
    """

    start: int
    end: int
    text: str
    kind: BlockKind
    path: tuple[str, ...]
    announced: bool = False
    labelled: bool = False
    quoted: bool = False
    """It stands where the minister's goals are quoted."""
    first: bool = True
    """It is the first sentence of its item or paragraph."""
    block: int = -1
    """Where its item or paragraph begins."""
    before: str = ""
    """What stands before it in the same paragraph: what "det" and "andelen" speak of."""
    following: str = ""
    """The sentence after it in the same block."""
    baseline: str = ""
    deadline: str = ""
    group: int = -1
    led: bool = False
    """A line just above its list announces goals; a diagram's boxes stand under a heading only."""
    number: str = ""
    """The number that the plan gives its goal: "2b" of "Resultatmål 2b:", or the cell under "Nr."."""
    measured: str = ""
    """What its number is read from, where that is not its own text: a row with its column's heading."""

    @property
    def section(self) -> str:
        """Return the nearest heading."""
        return self.path[-1] if self.path else ""
