"""A paper on its way to Word: headings, lines and tables, with sources as notes."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.texts import Language


@dataclass(frozen=True, slots=True)
class Noted:
    """Words in a table's cell, with the note that proves them; ``quiet`` where there is nothing to prove."""

    words: str
    note: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading under the paper's title."""

    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, with words in bold before it."""

    words: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading stands again on each page."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Noted, ...], ...]
    widths: tuple[float, ...]
    """The columns' shares of the page."""


Block = Heading | Line | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A title and what stands under it; ``wide`` asks for the page on its side."""

    title: str
    blocks: tuple[Block, ...]
    wide: bool
    language: Language
