"""Numbers of a row on one scale, as a chart. Pure: a row in, a Vega-Lite specification out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from assistant.cells import Cell, Row
from assistant.differences import starting_point
from assistant.figures import aim, quantity
from assistant.indicator import TIMES
from assistant.scale import Scale, scales
from ingest.texts import Language, text

BAR = 34
"""Pixels for each municipality."""
ROOM = 0.2
"""The share of the longest bar from which a label stands in its own."""
COLOUR, PALE = "#14505c", "#8a6d1f"
# Vega writes numbers as in English; a comma and a point change places by way of a bar.
_POINTS = "join(split(join(split(join(split(format(datum.value, ',.3~f'), '.'), '|'), ','), '.'), '|'), ',')"
_LABELS: dict[Language, str] = {"da": _POINTS, "en": "format(datum.value, ',.3~f')"}

_FONT = {"labelFontSize": 13, "titleFontSize": 13}
_NAMES = {"labelAngle": 0, "labelLimit": 240, **_FONT}

Spec = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Value:
    """A bar: how long it is, what stands after it, and where the goal begins from."""

    name: str
    value: float
    label: str
    start: float | None
    edge: float
    """Where the words begin that do not stand in the bar: past it and its start."""
    inside: bool


def drawn(row: Row) -> Scale | None:
    """Return the scale that most of a row's numbers can be put on, where two can."""
    found = scales(row.cells)
    return found[0] if found and len(found[0].cells) > 1 else None


def numbered(rows: Sequence[Row]) -> list[int]:
    """Return the places of the rows in which two cells have a number, those that can be drawn first."""
    places = [n for n, row in enumerate(rows) if sum(len(scale.cells) for scale in scales(row.cells)) > 1]
    return sorted(places, key=lambda n: drawn(rows[n]) is None)


def chart(row: Row, scale: Scale, by_year: bool, language: Language) -> Spec:
    """Return a bar for each municipality, the longest first; of plan years a column for each, in order."""
    most = max(row.cells[n].target.value or 0.0 for n in scale.cells)
    values = [_value(row.cells[n], most, language) for n in scale.cells]
    if not by_year:
        values.sort(key=lambda value: (-value.value, value.name))
    unit = row.cells[scale.cells[0]].target.unit
    axis = {"labelExpr": _LABELS[language], "tickCount": 5, **_FONT}
    amount = {"field": "value", "type": "quantitative", "title": _unit(unit, language), "axis": axis}
    title = text("compare.plan_years" if by_year else "goals.municipality", language)
    order = [value.name for value in values]
    name = {"field": "name", "type": "nominal", "title": title, "sort": order, "axis": _NAMES}
    main, other = ("y", "x") if by_year else ("x", "y")
    bar = {"type": "bar", "color": COLOUR, "size": 64 if by_year else 22}
    tick = {"type": "tick", "color": PALE, "thickness": 3, "size": 76 if by_year else 30}
    return {
        "data": {"values": [asdict(value) for value in values]},
        "height": 280 if by_year else {"step": BAR},
        "encoding": {other: name},
        "layer": [
            {"mark": bar, "encoding": {main: amount}},
            {"mark": tick, "encoding": {main: {**amount, "field": "start"}}},
            *(_words(inside, by_year, main, amount) for inside in (True, False)),
        ],
    }


def _words(inside: bool, by_year: bool, main: str, amount: Spec) -> Spec:
    """Return the layer of the labels that stand in their bars, or of those that are too short for that."""
    away = -1 if inside is not by_year else 1
    aside = {"dy": 12 * away} if by_year else {"dx": 7 * away, "align": "right" if inside else "left"}
    mark = {"type": "text", "fontSize": 13, "color": "#fff" if inside else "#1c2628", **aside}
    where = {main: {**amount, "field": "value" if inside else "edge"}, "text": {"field": "label"}}
    return {"transform": [{"filter": {"field": "inside", "equal": inside}}], "mark": mark, "encoding": where}


def has_start(row: Row, scale: Scale) -> bool:
    """Say whether a number on the scale has one that it begins from."""
    return any(starting_point(row.cells[n].target) is not None for n in scale.cells)


def says_nothing_of_size(row: Row, scale: Scale) -> bool:
    """Say whether the numbers count persons or things, of which a larger municipality has more."""
    unit = row.cells[scale.cells[0]].target.unit or ""
    return not unit.startswith("procent") and unit not in TIMES


def read_aloud(row: Row, scale: Scale, language: Language) -> str:
    """Return what the chart shows, for those who cannot see it."""
    cells = [row.cells[n] for n in scale.cells]
    return "; ".join(f"{cell.municipality}: {aim(cell.target, language)}" for cell in cells)


def _value(cell: Cell, most: float, language: Language) -> _Value:
    aimed, start = cell.target, starting_point(cell.target)
    value = aimed.value or 0.0
    number = quantity(value, "procent" if aimed.unit == "procent" else None, language)
    label = f"{number} ({aimed.deadline})" if aimed.deadline else number
    return _Value(cell.municipality, value, label, start, max(value, start or 0.0), value > most * ROOM)


def _unit(unit: str | None, language: Language) -> str:
    if unit in ("procent", "procentpoint"):
        return text(f"compare_page.axis_{unit}", language)
    return unit or text("compare_page.axis_number", language)
