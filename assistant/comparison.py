"""Municipalities side by side: what each has committed to, with the proof in every cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.alignment import aligned
from assistant.answer import Citation
from assistant.assistant import Assistant
from assistant.indicator import Measure, indicator
from assistant.question import Question
from assistant.registered import Registered, newest, registered
from ingest.goals.goal import Direction, Goal, Target
from ingest.goals.target import target
from ingest.library import Library
from ingest.privacy import mask_cpr
from ingest.texts import Language, text

LONGEST_LABEL = 90
"""Characters of the longest label that is a goal's own words."""
NOTHING = Target()
"""A cell that is measured by nothing."""
_FLOOR = (Direction.LEAST, Direction.UP)


class CellState(StrEnum):
    """Whether a cell holds something; an empty plan and a missing plan are two things."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    NOT_IN_COLLECTION = "not_in_collection"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one municipality has in one row."""

    municipality: str
    state: CellState
    text: str | None = None
    target: Target = NOTHING
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is measured, with a cell for each municipality in the comparison's order."""

    label: str
    cells: tuple[Cell, ...]
    note: str = ""
    """Why the numbers of the row cannot be put on one scale, where they cannot."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows of what is measured, columns of municipalities; by a theme or by a question."""

    theme: str | None
    question: str | None
    municipalities: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return the proof of every cell, in order."""
        cells = (cell for row in self.rows for cell in row.cells)
        return tuple(cell.citation for cell in cells if cell.citation is not None)


def compare_theme(
    library: Library, theme: str, municipalities: Sequence[str] = (), language: Language = "da"
) -> Comparison:
    """Compare what municipalities' newest plans commit to on a theme: those named, or else all."""
    names = tuple(dict.fromkeys(municipalities)) or _everyone(library)
    found = [each for each in newest(registered(library, municipalities, theme)) if each.owner in names]
    groups = aligned([(each.owner, each.goal) for each in found])
    held = frozenset(_everyone(library))
    rows = [_row([found[n] for n in group], names, held, language) for group in groups]
    if not rows:
        missing = tuple(_cell(name, None, held) for name in names)
        rows = [Row(theme, missing)]
    return Comparison(theme, None, names, _numbered(rows))


def compare_question(
    library: Library, question: str, municipalities: Sequence[str] = (), language: Language = "da"
) -> Comparison:
    """Put a question to each municipality's plans by themselves."""
    question = mask_cpr(question)[0]
    names = tuple(dict.fromkeys(municipalities)) or _everyone(library)
    held, assistant = frozenset(_everyone(library)), Assistant(library, language)
    cells = tuple(
        _answered(assistant, question, name) if name in held else _cell(name, None, held) for name in names
    )
    return Comparison(None, question, names, _numbered([Row(question, cells, note_on(cells, language))]))


def _everyone(library: Library) -> tuple[str, ...]:
    cards = library.current()
    return tuple(dict.fromkeys(card.identity.municipality or card.source for card in cards))


def _row(found: Sequence[Registered], names: Sequence[str], held: frozenset[str], language: Language) -> Row:
    by_owner = {each.owner: each for each in found}
    cells = tuple(_cell(name, by_owner.get(name), held) for name in names)
    return Row(_label(found[0].goal, language), cells, note_on(cells, language))


def _cell(name: str, found: Registered | None, held: frozenset[str]) -> Cell:
    if found is None:
        return Cell(name, CellState.NOT_FOUND if name in held else CellState.NOT_IN_COLLECTION)
    return Cell(name, CellState.FOUND, found.goal.statement, found.goal.target, found.citation(0))


def _answered(assistant: Assistant, question: str, name: str) -> Cell:
    answer = assistant.ask(Question(question, municipalities=(name,)))
    if answer.abstained or not answer.citations:
        return Cell(name, CellState.NOT_FOUND)
    first = answer.citations[0]
    return Cell(name, CellState.FOUND, first.quote, target(first.quote), first)


def _label(goal: Goal, language: Language) -> str:
    """Return what a row measures in a few words: "Antal unge på uddannelseshjælp"."""
    group, measure = goal.target_group, indicator(goal).measure
    if group is None or " " not in group or measure is Measure.OTHER:
        return _shortened(goal.statement)
    return text(f"goals.row_{measure.value}", language, group=group)


def _shortened(statement: str) -> str:
    words = " ".join(statement.split()).rstrip(".")
    return words if len(words) <= LONGEST_LABEL else f"{words[:LONGEST_LABEL].rsplit(' ', 1)[0]} …"


def note_on(cells: Sequence[Cell], language: Language) -> str:
    """Say why the numbers of several municipalities cannot be put on one scale, or nothing where they can."""
    numbered = [cell.target for cell in cells if cell.target.value is not None]
    if len(numbered) < 2:
        return ""
    units = list(dict.fromkeys(each.unit or text("goals.no_unit", language) for each in numbered))
    if len(units) > 1:
        return text("goals.units_differ", language, units=", ".join(units))
    directions = [each.direction for each in numbered if each.direction]
    if len({direction in _FLOOR for direction in directions}) > 1:
        named = ", ".join(dict.fromkeys(direction.value for direction in directions))
        return text("goals.directions_differ", language, directions=named)
    return ""


def _numbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Number the citations through, row by row."""
    numbered: list[Row] = []
    n = 0
    for row in rows:
        cells: list[Cell] = []
        for cell in row.cells:
            n += cell.citation is not None
            cells.append(_with_number(cell, n))
        numbered.append(Row(row.label, tuple(cells), row.note))
    return tuple(numbered)


def _with_number(cell: Cell, n: int) -> Cell:
    if cell.citation is None:
        return cell
    c = cell.citation
    citation = Citation(n, c.plan, c.page, c.section, c.quote, c.start, c.end)
    return Cell(cell.municipality, cell.state, cell.text, cell.target, citation)
