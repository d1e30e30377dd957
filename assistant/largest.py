"""Which row of a table has the highest or the lowest number: "hvilken ydelse har flest modtagere"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.changes import only_asks
from assistant.collection import analysed
from assistant.columns import CHANGED, asked_for
from assistant.counting import PEOPLE, SHARE
from assistant.judging import Verdict
from assistant.matching import Concept, presence
from assistant.row_labels import is_total
from assistant.table_cells import Measure, Place, cells_of
from assistant.understanding import OWN, SIDE, Understanding
from assistant.units import Unit
from assistant.weights import Weights
from ingest.danish.numbers import years
from ingest.danish.stems import stem
from ingest.plan import BlockKind, PlanCard
from ingest.texts import Language, text

LEAST_ROWS = 3
"""Rows from which a table has one that comes first."""
HELD = 0.5
"""How fully a table must hold each other thing that is asked about."""
_MOST = r"flest|mest|størst\w*|højest\w*|dyrest\w*|længst\w*|most|largest|highest|biggest|greatest"
_LEAST = (
    r"færrest|mindst\w*(?! (?:\d|en|et|to|tre|fire|fem)\b)|lavest\w*|billigst\w*|kortest\w*"
    r"|fewest|least|lowest|smallest"
)
_ASKS = re.compile(
    rf"\b(?:hvilken|hvilket|hvilke|which) (?P<thing>\w+)\b.*\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))\b",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"\b(?:hvad|what) (?:er|bruger|bruges|koster|får|går|is|are|does|costs?)\b"
    rf".*\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))\b",
    re.IGNORECASE,
)
_NO_ROW = frozenset(
    ("kommune", "kommuner", "af", "plan", "planer", "mål", "municipality", "municipalities", "plans")
)
"""What no row of a plan's table is, or what is not chosen by its number."""
_MONEY = re.compile(r"\b(?:penge|udgift\w*|budget\w*|koster|kr|mio|beløb\w*|money|costs?)\b", re.IGNORECASE)
_WORDS_OF_MONEY = frozenset(
    stem(word) for word in ("penge", "udgift", "budget", "kr", "mio", "beløb", "koster")
)
_ITEMS = frozenset(stem(word) for word in ("post", "budgetpost", "udgiftspost"))
"""What any row of a table of money is."""
_ADDS_UP = re.compile(r"\b(?:i alt|total)\W*$", re.IGNORECASE)
_YET = re.compile(r"\b(?:skøn|prognose|forvent\w*|mål)\b", re.IGNORECASE)
_ONE = re.compile(
    r"\bhvilke[nt] (?P<thing>\w+) \w+ (?:de[nt] )?"
    r"(?:flest|færrest|størst|højest|lavest|dyrest|billigst|mest)\w*",
    re.IGNORECASE,
)
"""How a question asks for the one thing that is first or last by a number."""
_FALLS = re.compile(r"\b(?:faldet|falder|faldt|fallen|decreased|dropped)\b", re.IGNORECASE)
_VALUE = re.compile(r"[-−–]?\d[\d.]*(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Extreme:
    """What comes first or last of ``rows`` rows of a table, by the numbers of a column."""

    most: bool
    rows: int
    column: str


@dataclass(frozen=True, slots=True)
class _Asked:
    thing: str
    most: bool


def largest(
    verdicts: Sequence[Verdict],
    understood: Understanding,
    cards: Mapping[str, PlanCard],
    weights: Weights,
) -> tuple[tuple[Verdict, ...], Extreme] | None:
    """Return the row, or the rows, with the highest or lowest number of the newest table asked about."""
    asked = _asked(understood)
    if asked is None or _says_so(verdicts[0].unit, asked, _subject(understood), weights):
        return None
    tables: dict[tuple[str, int], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.unit.kind is BlockKind.ROW and verdict.unit.columns:
            tables.setdefault((verdict.unit.plan, verdict.unit.group), []).append(verdict)
    telling = [rows for rows in tables.values() if _is_of(rows, asked, understood, weights)]
    telling.sort(key=lambda rows: -(cards[rows[0].unit.plan].identity.first_year or 0))
    return next((found for rows in telling if (found := _first(rows, asked, understood))), None)


def settles(unit: Unit, understood: Understanding, weights: Weights) -> bool:
    """Say whether a unit may tell which one thing has most or least: only a text that says so does."""
    asked = _asked(understood) if _ONE.search(understood.text) else None
    if asked is None:
        return True
    things = [c for c in understood.concepts if c.stem == asked.thing and c.gist > SIDE]
    return _says_so(unit, asked, things, weights)


def remark(extreme: Extreme, language: Language) -> str:
    """Return what a row told as an answer is: the highest or the lowest of how many."""
    key = "answers.highest_row" if extreme.most else "answers.lowest_row"
    return text(key, language, rows=extreme.rows, column=extreme.column)


def _asked(understood: Understanding) -> _Asked | None:
    found = _ASKS.search(understood.text)
    # What has fallen most has the lowest number in a column of changes.
    falls = bool(_FALLS.search(understood.text))
    if found is not None:
        thing = found["thing"].lower()
        return None if thing in _NO_ROW else _Asked(stem(thing), bool(found["most"]) is not falls)
    what = _WHAT.search(understood.text)
    return _Asked("", bool(what["most"]) is not falls) if what is not None else None


def _says_so(unit: Unit, asked: _Asked, about: Sequence[Concept], weights: Weights) -> bool:
    """Say whether a sentence tells in words what comes first or last of a thing: "vores største udgift"."""
    words = _MOST if asked.most else _LEAST
    if unit.kind is BlockKind.ROW or not re.search(rf"\b(?:{words})\b", unit.text, re.IGNORECASE):
        return False
    near = analysed("\n".join((unit.title, *unit.path, unit.lead, unit.before, unit.text)))
    return all(presence(concept, near, weights) >= HELD for concept in about)


def _is_of(rows: Sequence[Verdict], asked: _Asked, understood: Understanding, weights: Weights) -> bool:
    """Say whether a table lists what is asked for, and is about all else that is asked about."""
    unit = rows[0].unit
    heads = analysed(unit.columns[0] or "\n".join((unit.lead, *unit.path[-1:])))
    around = analysed("\n".join((*unit.columns, unit.lead, *unit.path, unit.title)))
    money = bool(_MONEY.search(understood.text))
    if money and not _MONEY.search("\n".join((*unit.columns, unit.lead, unit.text))):
        return False
    said = PEOPLE | SHARE | (_WORDS_OF_MONEY if money else frozenset())
    own = [c for c in _subject(understood) if not (money and c.stem in _ITEMS)]
    # "Hvilket område" may be any, "hvilket problem" is none of the benefits.
    things = [c for c in understood.concepts if c.stem == asked.thing and c.gist > SIDE]
    things = [c for c in things if not (money and c.stem in _ITEMS)]
    rest = [c for c in own if c not in things and c.stem not in said and not only_asks(c.stem)]
    if not all(presence(c, heads, weights) >= HELD for c in things):
        return False
    return bool(things or rest or money) and all(presence(c, around, weights) >= HELD for c in rest)


def _subject(understood: Understanding) -> list[Concept]:
    """Return what a question is about, without the word that asks who comes first."""
    ranks = re.compile(f"{_MOST}|{_LEAST}", re.IGNORECASE)
    return [c for c in understood.concepts if c.gist >= OWN and not ranks.fullmatch(c.word)]


def _first(
    rows: Sequence[Verdict], asked: _Asked, understood: Understanding
) -> tuple[tuple[Verdict, ...], Extreme] | None:
    """Return the rows that come first of a table by its one column that is asked for."""
    stems = {concept.stem for concept in understood.concepts}
    parts = [row for row in rows if not _sums_up(row.unit.text.partition("\t")[0])]
    headings = Counter(_heading(row.unit, stems, understood.text) for row in parts)
    heading = headings.most_common(1)[0][0] if headings else ""
    values = [(value, row) for row in parts if (value := _value(row.unit, heading)) is not None]
    if len(values) < LEAST_ROWS:
        return None
    best = (max if asked.most else min)(value for value, _ in values)
    winners = tuple(row for value, row in values if value == best)
    return winners, Extreme(asked.most, len(values), heading)


def _sums_up(label: str) -> bool:
    return is_total(label) or bool(_ADDS_UP.search(label))


def _heading(unit: Unit, asked: set[str], question: str) -> str:
    """Return the heading of the cells by which rows are compared: its own place's, the newest known."""
    changes = bool(CHANGED.search(question))
    cells = [cell for cell in cells_of(unit) if _VALUE.match(cell.text)]
    cells = [cell for cell in cells if (cell.measure is Measure.CHANGE) is changes] or cells
    own = [cell for cell in cells if cell.place is Place.OWN] or cells
    fitting = asked_for(own, "", asked, question)
    known = [cell for cell in fitting if not _YET.search(cell.heading)] or fitting
    newest = max(known, key=lambda cell: max(years(cell.heading), default=0), default=None)
    return newest.heading if newest else ""


def _value(unit: Unit, heading: str) -> float | None:
    """Return the number of a row under a heading, or None where it has none there."""
    cells = (cell.text for cell in cells_of(unit) if cell.heading == heading)
    found = next((match for cell in cells if (match := _VALUE.match(cell))), None)
    if found is None:
        return None
    return float(re.sub("[−–]", "-", found[0]).replace(".", "").replace(",", "."))
