"""A table on its way to a file, whatever the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Linked:
    """A value that leads to a row of another table, where the file can do that."""

    value: str | float
    sheet: str
    row: int
    """The row's number in the table, the first under the heading being 1."""


CellValue = str | float | Linked | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name and a heading for each column; numbers stay numbers."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]


def plain(value: CellValue) -> str | float | None:
    """Return a value without where it leads."""
    return value.value if isinstance(value, Linked) else value


def shown(value: CellValue, decimal: str = ",") -> str:
    """Return a cell as it is read: 9,9 and 380, never 380.0."""
    bare = plain(value)
    if bare is None:
        return ""
    if isinstance(bare, str):
        return " ".join(bare.split())
    return f"{bare:.10g}".replace(".", decimal)
