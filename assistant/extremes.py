"""Whose number is the highest or the lowest: said only of numbers that can be put on one scale."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from assistant.amounts import gives
from assistant.asked import Aim, Amount
from assistant.cells import NOTHING, Cell, CellState
from assistant.counting import ENOUGH, best_number
from assistant.differences import differences
from assistant.figures import listed
from assistant.goal_count import asks_for_goal_count, goals_in_all
from assistant.matching import Concept
from assistant.scale import FULL_TIME, hindrances, meaning, scales
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.danish.numbers import numbers, years
from ingest.goals.goal import Target
from ingest.goals.target import target
from ingest.plan import BlockKind
from ingest.texts import Language, text

_ELSEWHERE = re.compile(
    r"\b(?:landet|landsplan|regionen?|rar|ændring|udvikling|forskel|skøn|prognose|målet)", re.IGNORECASE
)
"""Columns that tell of others, of a change, or of what is to be."""
_PART = re.compile(r"%|\bpct|procent|\bandel", re.IGNORECASE)
_FULL_TIME = re.compile(r"\b(?:fuldtids|helårs)person", re.IGNORECASE)
_PROMISE = re.compile(r"\b(?:skal|mindst|højst|minimum|maksimalt|øges|nedbringes|reduceres)\b", re.IGNORECASE)
_CHANGES = re.compile(r"\b(?:hæve|øge|sænke|nedbringe|reducere|stige|falde|increase|reduce)", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:steg|stig\w*|fald\w*|øg\w*|vok\w*|reducer\w*|nedbr\w*|sænk\w*|rose|fell|grew|increased|decreased)\b"
    r"[^.;]*\b(?:med|by)(?: [\w.]+){0,2} $",
    re.IGNORECASE,
)
"""Before a number that says how much something changed: "steg med knap 12 pct."."""
_COMPARES = re.compile(
    r"(?:større|mindre|flere|færre|højere|lavere|længere|kortere|nye|andre)$", re.IGNORECASE
)
"""What only looks like the unit of a number: "to større projekter"."""
_ASIDE = re.compile(r"\([^()]*\)")


def ranked(
    told: Sequence[tuple[str, Unit]],
    understood: Understanding,
    language: Language,
    stated: Set[Unit] = frozenset(),
) -> str:
    """Say who has the highest and the lowest number, or why that cannot be said."""
    # Where a plan counts its goals, no word beside them says whom the number is of.
    goals = asks_for_goal_count(understood)
    cells = [
        Cell(name, CellState.FOUND, "" if goals else unit.text, figure(unit, understood, stated))
        for name, unit in told
    ]
    numbered = [cell for cell in cells if cell.target.value is not None]
    if len(numbered) < 2:
        return "".join(text("answers.only_number", language, municipality=n.municipality) for n in numbered)
    if mixed := _goals_and_states(numbered, language):
        return mixed
    if not (apart := hindrances(numbered, language)):
        return _level(numbered, language)
    # One reason is enough, and the first is the weightiest.
    alike = [numbered[place] for place in scales(numbered)[0].cells]
    level = "" if hindrances(alike, language) else _level(alike, language)
    return f"{apart[0].words} {text('answers.one_scale', language, said=level)}" if level else apart[0].words


def comparable(
    units: Sequence[Unit], understood: Understanding, stated: Set[Unit] = frozenset()
) -> Unit | None:
    """Return the first unit that says how much there is to be; the first where a change is asked for.

    A unit without a number of what is asked for cannot come first or last: None where all are such.
    """
    numbered = [(u, number) for u in units if (number := figure(u, understood, stated)).value is not None]
    levels = [u for u, number in numbered if (m := meaning(u.text, number)) and m.sense == "level"]
    if _CHANGES.search(understood.text):
        levels = []
    return next(iter([*levels, *(u for u, _ in numbered)]), None)


def _level(cells: Sequence[Cell], language: Language) -> str:
    return next((remark.words for remark in differences(cells, language) if remark.kind == "level"), "")


def _goals_and_states(cells: Sequence[Cell], language: Language) -> str:
    """Say which numbers are to be reached and which are reached, where there are both."""
    goals = [cell.municipality for cell in cells if cell.target.direction is not None]
    states = [cell.municipality for cell in cells if cell.target.direction is None]
    if not goals or not states:
        return ""
    return text(
        "answers.goals_and_states",
        language,
        goals=listed(goals, language),
        states=listed(states, language),
    )


def figure(unit: Unit, understood: Understanding, stated: Set[Unit] = frozenset()) -> Target:
    """Return the number of a unit that a question asks for, with the year that it is for as its deadline.

    ``stated`` are the units that the register of goals holds.
    """
    if unit.kind is BlockKind.ROW:
        return _of_row(unit, understood)
    if asks_for_goal_count(understood):
        # Each plan tells its own number, whatever years it is for and by whatever name goals go there.
        told = goals_in_all(unit.text)
        return (
            Target(told.value, understood.counted.word if understood.counted else None) if told else NOTHING
        )
    if _PROMISE.search(unit.text):
        # "Ledig i mindst 12 måneder" explains a word; only the register or the question says it is a goal.
        fits = understood.amount is None or gives(unit, understood.amount) > 0.0
        goal = unit in stated or understood.aim is Aim.GOAL
        return target(unit.text) if goal and fits else NOTHING
    found = best_number(_of_levels(unit.text, understood.amount), understood.counted, ENOUGH)
    if found is None:
        return NOTHING
    lent = unit.before if _same_thing(unit.before, understood.counted) else ""
    return Target(found.value, found.unit, deadline=_year(unit.text, lent, unit.lead))


def _of_levels(statement: str, amount: Amount | None) -> str:
    """Blank out the numbers that say no level: asides, changes, and amounts of something else."""
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), statement)
    for number in numbers(plain):
        before = plain[: number.start]
        if (
            _CHANGED.search(before)
            or _COMPARES.match(number.unit or "")
            or not _is_amount(number.unit or "", amount)
        ):
            plain = f"{before}{' ' * (number.end - number.start)}{plain[number.end :]}"
    return plain


def _is_amount(measure: str, amount: Amount | None) -> bool:
    if amount is Amount.MONEY:
        return measure == "kr."
    return amount is not Amount.SHARE or bool(_PART.search(measure))


def _same_thing(sentence: str, counted: Concept | None) -> bool:
    """Say whether a sentence can lend its year: it gives no number, or one of the thing counted."""
    if not numbers(sentence):
        return True
    return counted is not None and best_number(sentence, counted, 1.0) is not None


def _of_row(unit: Unit, understood: Understanding) -> Target:
    """Return the newest number of a row for the plan's own place, a share only where one is asked for."""
    _, *cells = unit.text.split("\t")
    share = understood.amount is Amount.SHARE
    held = [
        (cell, column)
        for cell, column in zip(cells, unit.columns[1:], strict=False)
        if numbers(cell) and not _ELSEWHERE.search(column)
    ]
    fitting = [(c, h) for c, h in held if bool(_PART.search(f"{c} {h}")) is share] or held
    if not fitting:
        return NOTHING
    cell, column = max(fitting, key=lambda entry: max(years(entry[1]), default=0))
    around = "\n".join((column, unit.text, unit.lead, *unit.columns[:1], *unit.path[-1:]))
    measure = numbers(cell)[0].unit or ("procent" if _PART.search(column) else _people(around))
    return Target(numbers(cell)[0].value, measure, deadline=_year(column, unit.columns[0], unit.lead))


def _people(around: str) -> str | None:
    return FULL_TIME if _FULL_TIME.search(around) else None


def _year(*texts: str) -> str | None:
    """Return the newest year that the first text to name one names."""
    return next((str(max(found)) for text in texts if (found := years(text))), None)
