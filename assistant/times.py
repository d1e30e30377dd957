"""The time a number is of: the months, quarters and years that a question asks for and a text states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.table_cells import Measure, cells_of
from assistant.units import Unit
from ingest.danish.numbers import MONTH, figures, years
from ingest.plan import BlockKind

_YEAR = r"(?:19|20)\d\d"
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_OF_THE_YEAR = {
    "vinter": (-1, 14),
    "forår": (2, 4),
    "sommer": (5, 7),
    "efterår": (8, 10),
    "primo": (0, 2),
    "begyndelsen": (0, 2),
    "starten": (0, 2),
    "medio": (4, 7),
    "midten": (4, 7),
    "ultimo": (9, 11),
    "slutningen": (9, 11),
    "udgangen": (9, 11),
}
"""First and last month, counted from January, of what is no calendar time; a winter is of two years."""
_TIME = re.compile(
    rf"\b(?:(?P<quarter>[1-4])\.?\s*(?:kvartal|kvt\.?)|(?P<half>[12])\.?\s*halvår|(?P<month>{MONTH})"
    rf"|(?P<part>{'|'.join(_OF_THE_YEAR)})\w*)\s+(?:af\s+|i\s+)?(?:(?P<year>{_YEAR})|samme år)"
    rf"|\b\d{{1,2}}\.\s(?P<day>{MONTH})(?!\s+(?:i\s+)?{_YEAR})",
    re.IGNORECASE,
)
_BESIDES = re.compile(r", (?:som|der) [^;]*$")
_SINCE = re.compile(rf"\b(?:siden|since)\s+(?:[^\W\d]+\s+)?{_YEAR}\b", re.IGNORECASE)
_DECIMAL = re.compile(r"\d+,\d+")
_LASTING = re.compile(
    r"\b(?:over|under|(?:mere|længere|mindre|kortere) end|mindst|højst)\s+(\w+)\s+(?:år|måneder|uger)\b",
    re.IGNORECASE,
)
_WORD = re.compile(
    rf"{MONTH}|(?:{'|'.join(_OF_THE_YEAR)})(?:en|et)?|kvartal(?:et)?|kvt\.?|halvår(?:et)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Period:
    """The months from ``first`` to ``last``, counted from the year 0."""

    first: int
    last: int

    @property
    def fine(self) -> bool:
        """Say whether it is shorter than a year."""
        return self.last - self.first < 11

    def meets(self, other: Period) -> bool:
        """Say whether two periods share a month."""
        return self.first <= other.last and other.first <= self.last


def periods(text: str, year: int | None = None) -> tuple[Period, ...]:
    """Return the periods that a text names; ``year`` is what "samme år" means where it names none itself."""
    found = list(_parts_of_years(text, year))
    rest = _TIME.sub(" ", text)
    return (*found, *(Period(12 * y, 12 * y + 11) for y in years(rest)))


def agrees(unit: Unit, question: str) -> bool:
    """Say whether a unit states a part of a year that a question asks for, in its words or in others."""
    stated = _of_row(unit) if unit.kind is BlockKind.ROW else _of_text(unit)
    asked = [period for period in periods(question) if period.fine]
    return any(period.meets(other) for period in asked for other in stated if other.fine)


def only_tells_time(word: str) -> bool:
    """Say whether a word only names a time of the year: "sommeren", "kvartal", "juni"."""
    return bool(_WORD.fullmatch(word))


def _parts_of_years(text: str, known: int | None) -> Iterator[Period]:
    for match in _TIME.finditer(text):
        known = int(match["year"]) if match["year"] else known
        if known is None:
            continue
        if match["day"]:
            first = last = _MONTHS.index(match["day"].lower()[:3])
        elif match["quarter"]:
            first = 3 * int(match["quarter"]) - 3
            last = first + 2
        elif match["half"]:
            first = 6 * int(match["half"]) - 6
            last = first + 5
        elif match["month"]:
            first = last = _MONTHS.index(match["month"].lower()[:3])
        else:
            first, last = _OF_THE_YEAR[match["part"].lower()]
        yield Period(12 * known + first, 12 * known + last)


def of_another_time(unit: Unit, question: str) -> bool:
    """Say whether a unit states its time, and it is none that the question asks for.

    A question for a year alone is left to the sentences that state another one.
    """
    asked = periods(question)
    if not asked or (unit.kind is BlockKind.ROW and not any(period.fine for period in asked)):
        return False
    stated = _of_row(unit) if unit.kind is BlockKind.ROW else _of_text(unit)
    return bool(stated) and not any(period.meets(other) for period in asked for other in stated)


def lasts_otherwise(unit: Unit, question: str) -> bool:
    """Say whether a question counts those for whom something lasts so long, and a unit says nothing of it."""
    asked = {figure for lasting in _LASTING.findall(question) for figure in figures(lasting)} - {"1"}
    own = unit.text.partition("\t")[0] if unit.kind is BlockKind.ROW else unit.text
    told = "\n".join((own, unit.before, unit.lead, *unit.columns, *unit.path[-1:]))
    return not asked <= figures(_DECIMAL.sub(" ", told))


def _of_row(unit: Unit) -> tuple[Period, ...]:
    """Return the periods of a row: those of its columns and cells, else of its caption or heading."""
    changes = {cell.heading for cell in cells_of(unit) if cell.measure is Measure.CHANGE}
    own = (*(column for column in unit.columns if column.strip() not in changes), unit.text)
    return periods("\n".join(own)) or periods(unit.lead) or periods("\n".join(unit.path[-1:]))


def _of_text(unit: Unit) -> tuple[Period, ...]:
    before = years(unit.before)
    year = before[-1] if before else None
    # "Heraf er 3 nye penge, som blev aftalt i oktober 2023" tells not when the number holds.
    told = _BESIDES.sub("", unit.text)
    # "Siden foråret 2021 ... i september 2021" is of the one month.
    return periods(_SINCE.sub(" ", told), year) or periods(told, year)
