"""What one visitor has chosen on the page of goals: a typed wrapper around Streamlit's session state."""

from __future__ import annotations

from collections.abc import Collection, MutableMapping
from typing import Any, cast

import streamlit as st

from ui.goals_choice import Choice, Numbers, Standing

MUNICIPALITIES = "goals-municipalities"
YEAR = "goals-year"
THEME = "goals-theme"
NUMBERS = "goals-numbers"
STANDING = "goals-standing"
WORDS = "goals-words"
CONTRADICTED = "goals-contradicted"
FIELDS = (MUNICIPALITIES, YEAR, THEME, NUMBERS, STANDING, WORDS, CONTRADICTED)
"""Keys of input fields whose value outlives a visit to another page."""


class GoalsState:
    """The choices of the page of goals. One is made at each run; the values live in Streamlit."""

    def __init__(self, memory: MutableMapping[Any, Any] | None = None) -> None:
        self._memory = cast("MutableMapping[Any, Any]", st.session_state) if memory is None else memory

    @property
    def choice(self) -> Choice:
        """Return what is chosen."""
        return Choice(
            tuple(self._memory.get(MUNICIPALITIES, ())),
            self._memory.get(YEAR),
            self._memory.get(THEME),
            self._memory.get(NUMBERS) or Numbers.ANY,
            self._memory.get(STANDING) or Standing.ALL,
            self._memory.get(WORDS, "").strip(),
            bool(self._memory.get(CONTRADICTED)),
        )

    def offer(self, municipalities: Collection[str], years: Collection[int], themes: Collection[str]) -> None:
        """Drop what is chosen and no goal answers to any more; begin at the first goals after a change."""
        kept = [name for name in self._memory.get(MUNICIPALITIES, ()) if name in municipalities]
        self._memory[MUNICIPALITIES] = kept
        for key, offered in ((YEAR, years), (THEME, themes)):
            if self._memory.get(key) not in offered:
                self._memory[key] = None
        if self._memory.get("goals-last") != self.choice:
            self._memory["goals-last"] = self.choice
            self.turn_to(0)

    def clear(self) -> None:
        """Choose everything."""
        for key in FIELDS:
            self._memory.pop(key, None)
        self._memory[MUNICIPALITIES], self._memory[WORDS] = [], ""

    @property
    def sheet(self) -> int:
        """Return which of the pages of goals is shown, from 0."""
        return cast("int", self._memory.get("goals-sheet", 0))

    def turn_to(self, sheet: int) -> None:
        """Show another page of goals."""
        self._memory["goals-sheet"] = sheet

    @property
    def open(self) -> str:
        """Return the key of the goal that is opened, or nothing."""
        return cast("str", self._memory.get("goals-open", ""))

    def toggle(self, key: str) -> None:
        """Open a goal, or close it; with "" close any."""
        self._memory["goals-open"] = "" if key == self.open else key

    @property
    def edits(self) -> int:
        """Return how often something was corrected here: fields of a form are renewed by a new name."""
        return cast("int", self._memory.get("goals-edits", 0))

    def tell(self, words: str) -> None:
        """Leave a sentence about what was done, to be shown once."""
        self._memory["goals-told"] = words
        self._memory["goals-edits"] = self.edits + 1

    def told(self) -> str:
        """Return the sentence, and forget it."""
        return cast("str", self._memory.pop("goals-told", ""))
