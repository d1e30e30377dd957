"""What changed from one plan year to the next: the editions of one municipality's plan side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from assistant.assistant import Assistant
from assistant.cells import Cell, CellState, Comparison, Remark, Row
from assistant.comparison import answered, finished, measured, rows
from assistant.editions import Edition, editions
from assistant.figures import quantity, sentence
from assistant.labels import shortened
from assistant.question import Question
from assistant.registered import Registered, registered
from assistant.scale import hindrances, meaning
from ingest.library import Library
from ingest.privacy import mask_typed
from ingest.texts import Language, text


class Change(StrEnum):
    """What became of a goal from one plan to the next."""

    NEW = "new"
    GONE = "gone"
    RAISED = "raised"
    LOWERED = "lowered"
    MOVED = "moved"
    UNLIKE = "unlike"
    OTHER = "other"
    SAME = "same"


def timeline_theme(
    library: Library, municipality: str, theme: str | None, language: Language = "da"
) -> Comparison:
    """Put the plan years of a municipality side by side on a theme, or on all: one kind of plan at a time."""
    found = registered(library, [municipality], theme)
    shown = _series(library, municipality, found)
    column = {edition.plan.id: edition.name for edition in shown}
    names = tuple(edition.name for edition in shown)
    pairs = [(column[each.plan.id], each) for each in found if each.plan.id in column]
    called = theme or text("compare.all_themes", language)
    made = rows(called, names, pairs, frozenset(names), language)
    return Comparison(theme, None, names, _changed(made, shown, language), municipality)


def timeline_question(
    library: Library,
    municipality: str,
    question: str,
    language: Language = "da",
    assistant: Assistant | None = None,
) -> Comparison:
    """Put a question to each plan year of a municipality by itself."""
    question = mask_typed(question)[0]
    shown = _series(library, municipality, ())
    asked = assistant or Assistant(library, language)
    cells = [_asked(asked, question, municipality, edition) for edition in shown]
    made = finished([Row(question, measured(library, cells))], language)
    names = tuple(edition.name for edition in shown)
    return Comparison(None, question, names, _changed(made, shown, language), municipality)


def tally(comparison: Comparison) -> Counter[str]:
    """Return how often each kind of change stands in a timeline."""
    return Counter(remark.kind for row in comparison.rows for remark in row.differences)


def changes(cells: Sequence[Cell], years: Sequence[int], language: Language) -> tuple[Remark, ...]:
    """Say what changed from each cell to the next. ``years`` are those that the plans begin with."""
    steps = range(1, len(cells))
    return tuple(remark for n in steps for remark in _step(cells, n, years[n] - years[n - 1], language))


def _series(library: Library, municipality: str, found: Iterable[Registered]) -> tuple[Edition, ...]:
    """Return the editions of one kind of plan: the kind with most of them, of two the one with most goals.

    A health policy is no later edition of an employment plan.
    """
    cards = [card for card in library.current() if card.identity.municipality == municipality]
    goals = Counter(each.plan.identity.kind for each in found)
    kinds = Counter(card.identity.kind for card in cards if not goals or goals[card.identity.kind])
    chosen = max(kinds, key=lambda kind: (kinds[kind], goals[kind]), default=None)
    return editions(card for card in cards if card.identity.kind == chosen)


def _changed(made: Sequence[Row], shown: Sequence[Edition], language: Language) -> tuple[Row, ...]:
    years = [edition.plan.identity.first_year or 0 for edition in shown]
    # What cannot be compared is said where the change is told.
    return tuple(replace(row, notes=(), differences=changes(row.cells, years, language)) for row in made)


def _asked(assistant: Assistant, question: str, municipality: str, edition: Edition) -> Cell:
    year = edition.plan.identity.first_year
    asked = Question(question, municipalities=(municipality,), year=year)
    cell = answered(assistant, asked, edition.name)
    # Two plans may cover the same year: what the other one says is not said here.
    own = cell.citation is None or cell.citation.plan.id == edition.plan.id
    return cell if own else Cell(edition.name, CellState.NOT_FOUND)


def _step(cells: Sequence[Cell], n: int, passed: int, language: Language) -> Iterator[Remark]:
    before, after = cells[n - 1], cells[n]
    names = {"before": before.municipality, "after": after.municipality}
    here = before.state is CellState.FOUND, after.state is CellState.FOUND
    if here == (False, True):
        words = text("compare.new", language, what=shortened(after.text or ""), **names)
        yield Remark(sentence(words), (n,), Change.NEW)
    elif here == (True, False):
        words = text("compare.gone", language, what=shortened(before.text or ""), **names)
        yield Remark(sentence(words), (n - 1,), Change.GONE)
    elif here == (True, True):
        yield _number(before, after, n, names, language)
        yield from _deadline(before, after, n, passed, language)


def _number(before: Cell, after: Cell, n: int, names: dict[str, str], language: Language) -> Remark:
    """Say what became of a goal's number."""
    old, new = before.target.value, after.target.value
    both = (n - 1, n)
    amounts = {"start": _quantity(before, language), "end": _quantity(after, language)}
    if old is None or new is None:
        key = "kept" if old is new else "numbered" if old is None else "unnumbered"
        words = text(f"compare.{key}", language, **names, **amounts)
        return Remark(sentence(words), both, Change.OTHER)
    apart = [remark for remark in hindrances((before, after), language) if remark.kind != "deadline"]
    if apart:
        why = " ".join(remark.words for remark in apart)
        words = text("compare.unlike", language, why=why, **names, **amounts)
        return Remark(sentence(words), both, Change.UNLIKE)
    if old == new:
        words = text("compare.same", language, amount=amounts["end"], **names)
        return Remark(sentence(words), both, Change.SAME)
    kind = Change.RAISED if new > old else Change.LOWERED
    moved = text(f"compare.{kind.value}", language, **names, **amounts)
    return Remark(f"{sentence(moved)} {_ambition(after, new > old, language)}".strip(), both, kind)


def _ambition(after: Cell, up: bool, language: Language) -> str:
    said = meaning(after.text or "", after.target)
    if said is None or not said.bound:
        return ""
    # A change is larger the more it is, whichever way it goes; a ceiling is tighter the lower it is.
    tighter = up == (said.bound == "floor" or said.sense == "change")
    return text("compare.tighter" if tighter else "compare.looser", language)


def _deadline(before: Cell, after: Cell, n: int, passed: int, language: Language) -> Iterator[Remark]:
    """Say that a deadline has moved; one that goes along with the plan's own years has not."""
    old, new = before.target.deadline, after.target.deadline
    if old == new or (old and new and int(new) - int(old) == passed):
        return
    key = "moved" if old and new else "dated" if new else "undated"
    words = text(f"compare.{key}", language, start=old, end=new)
    yield Remark(sentence(words), (n - 1, n), Change.MOVED)


def _quantity(cell: Cell, language: Language) -> str:
    return "" if cell.target.value is None else quantity(cell.target.value, cell.target.unit, language)
