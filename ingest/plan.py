"""The values that a plan is made of. Every offset counts characters in ``Document.text``."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a line of a plan's text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"
    """A footnote, a source line or a figure caption: kept, but seldom an answer."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: ``number`` is 1-based as in the file, ``text[start:end]`` is what stands on it."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One line of ``Document.text``: a heading, a paragraph, a list item, a table row or a note.

    ``level`` is 1 for a top heading, 2, 3 ... below it; for an item its nesting depth from 0.
    ``columns`` holds a row's column headings, one per cell; cells are separated by a tab in the text.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that reading found and a person should know: a key in ``corpus/texts`` and its fields."""

    key: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file that has been read: cleaned text with its pages and blocks, before anyone asked what it is.

    Blocks are in reading order, never overlap and never cross a page; between two blocks stands a newline,
    between two pages a form feed. ``pages`` is empty where the format has no pages.
    """

    source: str
    sha256: str
    format: str
    text: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    title: str = ""
    """The title that the file's own properties give, or nothing."""
    remarks: tuple[Remark, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Return the 1-based page number that holds ``offset``, or None where there are no pages."""
        if not self.pages:
            return None
        return self.pages[max(0, bisect_right([page.start for page in self.pages], offset) - 1)].number


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text under one heading; ``path`` holds the headings from the top down to it."""

    path: tuple[str, ...]
    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Identity:
    """What a plan is: whose, for which years, of which kind. ``doubts`` names what is uncertain."""

    municipality: str | None
    first_year: int | None
    last_year: int | None
    kind: str
    title: str
    clues: tuple[Clue, ...] = ()
    doubts: tuple[Remark, ...] = ()

    @property
    def years(self) -> str:
        """Return "2024", "2024-2025" or nothing."""
        if self.first_year is None:
            return ""
        return (
            str(self.first_year)
            if self.first_year == self.last_year
            else f"{self.first_year}-{self.last_year}"
        )

    def covers(self, year: int) -> bool:
        """Say whether the plan is for ``year``."""
        return self.first_year is not None and self.first_year <= year <= (self.last_year or self.first_year)


@dataclass(frozen=True, slots=True)
class Clue:
    """Where a part of the identity was read: the field, the words, and their place (-1: not in the text)."""

    field: str
    words: str
    start: int = -1


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of a plan that is found as one: ``plan.text[start:end] == text``."""

    plan: str
    ordinal: int
    start: int
    end: int
    text: str
    page: int | None
    """The page on which the passage begins."""
    path: tuple[str, ...]
    """The headings above it, from the top."""

    @property
    def key(self) -> str:
        """Return the identity of this passage in every index."""
        return f"{self.plan}:{self.ordinal}"

    @property
    def section(self) -> str:
        """Return the nearest heading, or nothing."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A document that the library knows: its identity, its passages, and an id made from its bytes."""

    id: str
    document: Document
    identity: Identity
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """Return the cleaned text that all offsets point into."""
        return self.document.text

    @property
    def location(self) -> str:
        """Return "Herlev, Beskæftigelsesplan 2024-2025"."""
        owner = self.identity.municipality or self.document.source
        return f"{owner}, {self.identity.title}"


@dataclass(frozen=True, slots=True)
class PlanCard:
    """What the catalogue says of a plan without its text: a row of ``plansvar plans``."""

    id: str
    source: str
    format: str
    identity: Identity
    pages: int
    passages: int
    characters: int
    added_at: str
    superseded_by: str | None = None

    @property
    def location(self) -> str:
        """Return "Herlev, Beskæftigelsesplan 2024-2025"."""
        return f"{self.identity.municipality or self.source}, {self.identity.title}"
