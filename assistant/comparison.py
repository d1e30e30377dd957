"""Municipalities side by side: what each has committed to, with the proof in every cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.alignment import aligned
from assistant.assistant import Assistant
from assistant.cells import Cell, CellState, Comparison, Row
from assistant.differences import differences
from assistant.editions import newest
from assistant.labels import labels
from assistant.question import Question
from assistant.registered import Registered, registered
from assistant.scale import hindrances
from ingest.goals.goal import Target
from ingest.goals.target import target
from ingest.library import Library
from ingest.privacy import mask_typed
from ingest.texts import Language


def compare_theme(
    library: Library, theme: str, municipalities: Sequence[str] = (), language: Language = "da"
) -> Comparison:
    """Compare what municipalities' newest plans commit to on a theme: those named, or else all."""
    held = owners(library)
    names = tuple(dict.fromkeys(municipalities)) or held
    found = registered(library, municipalities, theme, newest(library.current()))
    columns = [(each.owner, each) for each in found if each.owner in names]
    return Comparison(theme, None, names, rows(theme, names, columns, frozenset(held), language))


def compare_question(
    library: Library,
    question: str,
    municipalities: Sequence[str] = (),
    language: Language = "da",
    assistant: Assistant | None = None,
) -> Comparison:
    """Put a question to each municipality's plans by themselves, through ``assistant`` if there is one."""
    question = mask_typed(question)[0]
    held = owners(library)
    names = tuple(dict.fromkeys(municipalities)) or held
    asked = assistant or Assistant(library, language)
    cells = [
        answered(asked, Question(question, municipalities=(name,)), name) if name in held else empty(name)
        for name in names
    ]
    row = Row(question, measured(library, cells))
    return Comparison(None, question, names, finished([row], language))


def owners(library: Library) -> tuple[str, ...]:
    """Return whose plans the collection holds."""
    cards = library.current()
    return tuple(dict.fromkeys(card.identity.municipality or card.source for card in cards))


def rows(
    theme: str,
    names: Sequence[str],
    found: Sequence[tuple[str, Registered]],
    held: frozenset[str],
    language: Language,
) -> tuple[Row, ...]:
    """Return goals in rows of what they measure, each under the column that it belongs to."""
    blank = {name: empty(name, held) for name in names}
    groups = aligned([(column, each.goal) for column, each in found])
    called = labels([[found[n][1].goal for n in group] for group in groups], language)
    made = [
        Row(label, _cells(dict(found[n] for n in group), blank))
        for label, group in zip(called, groups, strict=True)
    ]
    return finished(made or [Row(theme, tuple(blank.values()))], language)


def empty(name: str, held: Iterable[str] = ()) -> Cell:
    """Return the cell of a column that has nothing: because the plan has not, or there is no plan."""
    return Cell(name, CellState.NOT_FOUND if name in held else CellState.NOT_IN_COLLECTION)


def answered(assistant: Assistant, question: Question, name: str) -> Cell:
    """Return what the plans answer to a question, with the first quote as proof."""
    answer = assistant.ask(question)
    if answer.abstained or not answer.citations:
        return Cell(name, CellState.NOT_FOUND)
    first = answer.citations[0]
    said = target(first.quote)
    return Cell(name, CellState.FOUND, first.quote, Target(said.value, said.unit), first)


def measured(library: Library, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return answers as the register reads them where they are goals.

    Any other sentence has a number at most: the year of a figure is no deadline.
    """
    plans = frozenset(cell.citation.plan.id for cell in cells if cell.citation is not None)
    goals = registered(library, plans=plans)
    return tuple(_as_goal(cell, goals) for cell in cells)


def _as_goal(cell: Cell, goals: Sequence[Registered]) -> Cell:
    proof = cell.citation
    if proof is None:
        return cell
    held = (
        each
        for each in goals
        if each.plan.id == proof.plan.id
        and any(place.start < proof.end and proof.start < place.end for place in each.goal.places)
    )
    found = next(held, None)
    if found is None:
        return cell
    return replace(cell, target=found.goal.target, corrected=bool(found.corrections))


def finished(made: Iterable[Row], language: Language) -> tuple[Row, ...]:
    """Number the citations through, row by row, and say how the cells differ."""
    n = 0
    done: list[Row] = []
    for row in made:
        cells = list(row.cells)
        for place, cell in enumerate(cells):
            if cell.citation is not None:
                n += 1
                cells[place] = cell.numbered(n)
        noted = hindrances(cells, language)
        done.append(replace(row, cells=tuple(cells), notes=noted, differences=differences(cells, language)))
    return tuple(done)


def _cells(found: dict[str, Registered], blank: dict[str, Cell]) -> tuple[Cell, ...]:
    return tuple(_found(name, found[name]) if name in found else cell for name, cell in blank.items())


def _found(name: str, each: Registered) -> Cell:
    goal = each.goal
    corrected = bool(each.corrections)
    return Cell(name, CellState.FOUND, goal.statement, goal.target, each.citation(0), corrected)
