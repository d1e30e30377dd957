"""What one visitor has chosen on the page of comparisons: a typed wrapper around the session state."""

from __future__ import annotations

from collections.abc import Collection, MutableMapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

import streamlit as st

WAY = "compare-way"
THEME = "compare-theme"
QUESTION = "compare-question"
NAMES = "compare-names"
ONE = "compare-one"
ROW = "compare-row"
FIELDS = (WAY, THEME, QUESTION, NAMES, ONE)
"""Keys of input fields whose value outlives a visit to another page."""


class Way(StrEnum):
    """What is put side by side."""

    THEME = "theme"
    QUESTION = "question"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be compared."""

    way: Way
    theme: str | None
    question: str
    names: tuple[str, ...]
    """Municipalities; none is all of them."""
    one: str | None
    """The municipality whose plan years are compared."""


class CompareState:
    """The choices of the page of comparisons. One is made at each run; the values live in Streamlit."""

    def __init__(self, memory: MutableMapping[Any, Any] | None = None) -> None:
        self._memory = cast("MutableMapping[Any, Any]", st.session_state) if memory is None else memory

    @property
    def wish(self) -> Wish:
        """Return what is to be compared."""
        return Wish(
            self._memory.get(WAY) or Way.THEME,
            self._memory.get(THEME),
            (self._memory.get(QUESTION) or "").strip(),
            tuple(self._memory.get(NAMES) or ()),
            self._memory.get(ONE),
        )

    def offer(self, themes: Collection[str], names: Collection[str], owners: Collection[str]) -> None:
        """Drop what is chosen and not offered any more; begin at the first rows after a change."""
        self._memory[NAMES] = [name for name in self._memory.get(NAMES) or () if name in names]
        self._memory.setdefault(WAY, Way.THEME)
        for key, offered in ((THEME, themes), (ONE, owners)):
            if self._memory.get(key) not in offered:
                self._memory[key] = None
        if self._memory.get("compare-last") != self.wish:
            self._memory["compare-last"] = self.wish
            self._memory["compare-blocks"] = 1
            self._memory.pop(ROW, None)

    @property
    def blocks(self) -> int:
        """Return how many blocks of rows are shown."""
        return cast("int", self._memory.get("compare-blocks", 1))

    def more(self) -> None:
        """Show another block of rows."""
        self._memory["compare-blocks"] = self.blocks + 1
