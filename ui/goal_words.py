"""What a goal is measured by, and what a person has changed of it, in words. Pure."""

from __future__ import annotations

from assistant.answer import Citation
from assistant.figures import figure, listed
from assistant.registered import Disagreement, Registered
from ingest.goals.contradictions import ContradictionKind
from ingest.goals.corrections import Reading
from ingest.goals.goal import Direction
from ingest.texts import Language, text

NONE = "–"
DIRECTIONS = {
    Direction.LEAST: "goals.at_least",
    Direction.MOST: "goals.at_most",
    Direction.UP: "goals.upwards",
    Direction.DOWN: "goals.downwards",
}


def direction_name(direction: Direction | None, language: Language) -> str:
    """Return "mindst", or nothing."""
    return text(DIRECTIONS[direction], language) if direction else ""


def changes(each: Registered, language: Language) -> tuple[str, ...]:
    """Return what a person has changed of a goal: "Tal: 95 → 80"."""
    return differences(Reading.of(each.read), Reading.of(each.goal), language)


def differences(before: Reading, after: Reading, language: Language) -> tuple[str, ...]:
    """Return in what two readings of a goal differ: "Tal: 95 → 80"."""
    return tuple(
        f"{text(f'goals.{_HEADS.get(name, name)}', language)}: "
        f"{_value(before, name, language)} → {_value(after, name, language)}"
        for name in after.differs(before)
    )


def disagreement(each: Disagreement, language: Language) -> str:
    """Return what does not agree in a plan, as a sentence."""
    found = each.contradiction
    numbers = [figure(number, language) for number in found.numbers]
    if found.kind is ContradictionKind.COUNT:
        return text("goals.disagree_count", language, first=numbers[0], second=numbers[-1], what=found.what)
    together = f"{listed(numbers, language)} {found.what}".strip()
    return text("goals.disagree_number", language, numbers=together)


def place_in_plan(citation: Citation, language: Language) -> str:
    """Return "s. 10, Resultatmål"."""
    page = [] if citation.page is None else [text("chat.page_short", language, page=citation.page)]
    return ", ".join([*page, citation.section or citation.quote])


_HEADS = {"themes": "theme"}


def _value(reading: Reading, name: str, language: Language) -> str:
    match getattr(reading, name):
        case None:
            return NONE
        case Direction() as direction:
            return direction_name(direction, language)
        case tuple() as themes:
            return ", ".join(themes) or NONE
        case str() as words:
            return words or NONE
        case value:
            return figure(value, language)
