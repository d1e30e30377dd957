"""How municipalities differ in a row, in words. Pure: a sentence is built from the cells that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.cells import Cell, CellState, Remark
from assistant.figures import aim, figure, listed, quantity, sentence
from assistant.indicator import TIMES
from assistant.scale import limits, meaning, scales
from ingest.danish.numbers import numbers
from ingest.goals.goal import Direction, Target
from ingest.texts import Language, text

FEW = 5
"""Names that are listed in a sentence; of more, the first are."""
_WAYS = {Direction.LEAST: "least", Direction.MOST: "most", Direction.UP: "up", Direction.DOWN: "down"}


@dataclass(frozen=True, slots=True)
class _Change:
    """How far a municipality wants to get from where it is, in per cent of that, or in percentage points."""

    place: int
    start: float
    end: float
    size: float
    unit: str


def differences(cells: Sequence[Cell], language: Language) -> tuple[Remark, ...]:
    """Return the differences in level, ambition and deadline between the cells of a row."""
    found = [n for n, cell in enumerate(cells) if cell.state is CellState.FOUND]
    if not found:
        return ()
    ways: tuple[_Finder, ...] = (
        _level,
        _without_number,
        _opposite,
        _benchmarks,
        _changes,
        _deadlines,
        _absent,
    )
    return tuple(remark for way in ways for remark in way(cells, found, language))


_Finder = Callable[[Sequence[Cell], Sequence[int], Language], Iterator[Remark]]


def _level(cells: Sequence[Cell], found: Sequence[int], language: Language) -> Iterator[Remark]:
    for scale in scales(cells):
        if len(scale.cells) < 2:
            return
        values = {n: cells[n].target.value or 0.0 for n in scale.cells}
        most, least = max(values.values()), min(values.values())
        high = [n for n in scale.cells if values[n] == most]
        low = [n for n in scale.cells if values[n] == least]
        if most == least:
            amount_ = quantity(most, cells[high[0]].target.unit, language)
            words = text("compare.same_number", language, names=_names(cells, high, language), amount=amount_)
            yield Remark(sentence(words), tuple(high), "level")
            continue
        words = text(
            "compare.highest_lowest",
            language,
            high=_names(cells, high, language),
            most=_aims(cells, high, language),
            low=_names(cells, low, language),
            least=_aims(cells, low, language),
        )
        yield Remark(sentence(words), (*high, *low), "level")


def _without_number(cells: Sequence[Cell], found: Sequence[int], language: Language) -> Iterator[Remark]:
    named = [n for n in found if cells[n].target.value is not None]
    bare = [n for n in found if cells[n].target.value is None]
    if not named or not bare:
        return
    names = _names(cells, bare, language)
    if len(named) == 1:
        one = cells[named[0]]
        words = text(
            "compare.no_number_one", language, one=one.municipality, aim=_wish(one, language), names=names
        )
    else:
        words = text("compare.no_number", language, named=_names(cells, named, language), names=names)
    yield Remark(sentence(words), (*named, *bare), "ambition")


def _opposite(cells: Sequence[Cell], found: Sequence[int], language: Language) -> Iterator[Remark]:
    up = [n for n in found if cells[n].target.direction is Direction.UP]
    down = [n for n in found if cells[n].target.direction is Direction.DOWN]
    if up and down:
        names = {"up": _names(cells, up, language), "down": _names(cells, down, language)}
        yield Remark(text("compare.up_and_down", language, **names), (*up, *down), "ambition")


def _benchmarks(cells: Sequence[Cell], found: Sequence[int], language: Language) -> Iterator[Remark]:
    for n in found:
        what = cells[n].target.baseline
        if what and not any(character.isdigit() for character in what) and len(found) > 1:
            words = text("compare.benchmark", language, name=cells[n].municipality, what=what)
            yield Remark(sentence(words), (n,), "ambition")


def _changes(cells: Sequence[Cell], found: Sequence[int], language: Language) -> Iterator[Remark]:
    """Compare how far each wants to get from where it is: a small municipality's number is small anyway."""
    made = [change for n in found if (change := _change(cells[n], n)) is not None]
    if len(made) == 1:
        (only,) = made
        name, size = cells[only.place].municipality, _size(only, language)
        start, end = figure(only.start, language), _end(only, cells, language)
        words = text("compare.change_one", language, name=name, start=start, end=end, change=size)
        yield Remark(sentence(words), (only.place,), "ambition")
    elif len({(change.unit, change.size > 0) for change in made}) == 1:
        most, least = max(made, key=lambda c: abs(c.size)), min(made, key=lambda c: abs(c.size))
        if abs(most.size) > abs(least.size):
            fields = {**_fields("most", most, cells, language), **_fields("least", least, cells, language)}
            words = text("compare.change_most_least", language, **fields)
            yield Remark(sentence(words), (most.place, least.place), "ambition")


def _deadlines(cells: Sequence[Cell], found: Sequence[int], language: Language) -> Iterator[Remark]:
    dated = {n: due for n in found if (due := cells[n].target.deadline) is not None}
    bare = [n for n in found if n not in dated]
    years = sorted(set(dated.values()))
    if len(years) > 1:
        first = [n for n, due in dated.items() if due == years[0]]
        last = [n for n, due in dated.items() if due == years[-1]]
        words = text(
            "compare.first_last",
            language,
            first=_names(cells, first, language),
            from_year=years[0],
            last=_names(cells, last, language),
            to_year=years[-1],
        )
        yield Remark(sentence(words), (*first, *last), "deadline")
    if dated and bare:
        named, names = _names(cells, list(dated), language), _names(cells, bare, language)
        years_ = years[0] if len(years) == 1 else f"{years[0]}-{years[-1]}"
        words = text("compare.no_deadline", language, named=named, years=years_, names=names)
        yield Remark(sentence(words), (*dated, *bare), "deadline")


def _absent(cells: Sequence[Cell], found: Sequence[int], language: Language) -> Iterator[Remark]:
    missing = [n for n, cell in enumerate(cells) if cell.state is CellState.NOT_FOUND]
    if not missing:
        return
    if len(found) == 1:
        words = text("compare.only", language, name=cells[found[0]].municipality)
        missing = [*found, *missing]
    elif len(missing) > FEW:
        whole = sum(cell.state is not CellState.NOT_IN_COLLECTION for cell in cells)
        words = text("compare.absent_many", language, count=len(missing), whole=whole)
    else:
        words = text("compare.absent", language, names=_names(cells, missing, language))
    yield Remark(sentence(words), tuple(missing), "absent")


def _change(cell: Cell, place: int) -> _Change | None:
    """Return how far a cell's number is from its baseline, where both count the same."""
    aimed, said = cell.target, meaning(cell.text or "", cell.target)
    if aimed.value is None or said is None or said.sense != "level":
        return None
    start = starting_point(aimed)
    other = [limit for limit in limits(aimed.baseline or "") if limit not in said.limit.split(", ")]
    # "68 pct. inden for 21 dage" is no starting point for "70 pct. inden for 14 dage".
    if start is None or start == aimed.value or start == 0 or (other and aimed.unit not in TIMES):
        return None
    if aimed.unit == "procent":
        return _Change(place, start, aimed.value, round(aimed.value - start, 1), "procentpoint")
    return _Change(place, start, aimed.value, round(100 * (aimed.value - start) / start, 1), "procent")


def starting_point(target: Target) -> float | None:
    """Return the number that a baseline gives: the one of this unit, or the only one where none is named."""
    found = [n for n in numbers(target.baseline or "") if n.high is None]
    same = [n.value for n in found if n.unit == target.unit]
    bare = [n.value for n in found if n.unit is None]
    chosen = same or (bare if len(found) == 1 else [])
    return chosen[0] if len(chosen) == 1 else None


def _fields(name: str, change: _Change, cells: Sequence[Cell], language: Language) -> dict[str, str]:
    return {
        name: cells[change.place].municipality,
        f"{name}_change": _size(change, language),
        f"{name}_from": figure(change.start, language),
        f"{name}_to": _end(change, cells, language),
    }


def _size(change: _Change, language: Language) -> str:
    sign = "+" if change.size > 0 else "−"
    return sign + quantity(abs(change.size), change.unit, language)


def _end(change: _Change, cells: Sequence[Cell], language: Language) -> str:
    return quantity(change.end, cells[change.place].target.unit, language)


def _wish(cell: Cell, language: Language) -> str:
    said, direction = meaning(cell.text or "", cell.target), cell.target.direction
    way = _WAYS[direction] if direction else "none"
    amount = aim(cell.target, language)
    if said is not None and said.sense != "level" and direction in (Direction.UP, Direction.DOWN):
        return text(f"compare.aim_by_{way}", language, amount=amount)
    return text(f"compare.aim_{way}", language, amount=amount)


def _aims(cells: Sequence[Cell], places: Sequence[int], language: Language) -> str:
    return listed(list(dict.fromkeys(aim(cells[n].target, language) for n in places)), language)


def _names(cells: Sequence[Cell], places: Sequence[int], language: Language) -> str:
    names = [cells[n].municipality for n in places]
    if len(names) <= FEW:
        return listed(names, language)
    first = ", ".join(names[: FEW - 1])
    return text("compare.others", language, first=first, count=len(names) - FEW + 1)
