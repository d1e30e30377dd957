"""A table on its way to a file, whatever the file."""

from __future__ import annotations

from dataclasses import dataclass

CellValue = str | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name and a heading for each column; numbers stay numbers."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]


def shown(value: CellValue, decimal: str = ",") -> str:
    """Return a cell as it is read: 9,9 and 380, never 380.0."""
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split())
    return f"{value:.10g}".replace(".", decimal)
