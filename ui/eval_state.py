"""What one visitor's session remembers of the page "Evaluering"."""

from __future__ import annotations

from collections.abc import MutableMapping
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

import streamlit as st


class View(StrEnum):
    """The parts of the page."""

    RUN = "run"
    READ = "read"
    COMPARE = "compare"


VIEW = "eval-view"
SET = "eval-set"
READ = "eval-read"
PICKED = "eval-picked"
BEFORE = "eval-before"
AFTER = "eval-after"
QUESTION = "eval-question"
ENDING = "eval-ending"
NEXT = "eval-next"
"""What fields are to stand on at the next run of the page: once it is drawn, a field cannot be moved."""
KEPT = (VIEW, SET, PICKED, READ, BEFORE, AFTER)
"""Keys of input fields whose value outlives what the page draws at the moment."""


class EvalState:
    """The page's memory. One is made at each run of the page; the values live in Streamlit."""

    def __init__(self) -> None:
        self._memory = cast("MutableMapping[Any, Any]", st.session_state)
        self._memory.update(self._memory.pop(NEXT, {}))
        self._memory.setdefault(VIEW, View.RUN.value)
        self._memory["eval-shown"] = self._memory[VIEW] or self._memory.get("eval-shown")
        for key in KEPT:
            if key in self._memory:
                self._memory[key] = self._memory[key]

    @property
    def view(self) -> View:
        """Return which part is shown."""
        return View(self._memory.get(VIEW) or View.RUN.value)

    def stay(self) -> None:
        """Keep to the part that is shown, where its button is pressed once more."""
        shown = self._memory.get(VIEW) or self._memory.get("eval-shown") or View.RUN.value
        self._memory[VIEW] = self._memory["eval-shown"] = shown

    def offer(self, key: str, options: list[str], first: str | None = None) -> None:
        """Let a field stand on one of its options: on ``first``, or on what there is, where it does not."""
        if self._memory.get(key) not in options:
            self._memory[key] = first if first in options else next(iter(options), None)

    def chosen(self, key: str) -> str:
        """Return what a field stands on, or nothing."""
        return cast("str", self._memory.get(key) or "")

    def read(self, run: str) -> None:
        """Go on to reading a run."""
        self._memory[NEXT] = {VIEW: View.READ.value, READ: run, ENDING: None, QUESTION: None}

    def compare(self, before: str, after: str) -> None:
        """Go on to comparing two runs."""
        self._memory[NEXT] = {VIEW: View.COMPARE.value, BEFORE: before, AFTER: after}

    def pick(self, run: str) -> None:
        """Stand on a run in the list of those that are kept."""
        self._memory[NEXT] = {PICKED: run}

    @property
    def watched(self) -> Path | None:
        """Return the folder of the run that this visitor started last and that has not ended."""
        return cast("Path | None", self._memory.get("eval-watched"))

    @watched.setter
    def watched(self, folder: Path | None) -> None:
        self._memory["eval-watched"] = folder

    @property
    def uploads(self) -> int:
        """Return how often a set was put on the shelf: the field is emptied by getting a new name."""
        return cast("int", self._memory.get("eval-uploads", 0))

    def uploaded(self, name: str) -> None:
        """Stand on the set that was just put on the shelf."""
        self._memory["eval-uploads"] = self.uploads + 1
        self._memory[NEXT] = {SET: name}

    @property
    def notice(self) -> str:
        """Return the sentence to be shown once, and forget it."""
        return cast("str", self._memory.pop("eval-notice", ""))

    @notice.setter
    def notice(self, words: str) -> None:
        self._memory["eval-notice"] = words
