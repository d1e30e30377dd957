"""What one visitor's session remembers: a typed wrapper around Streamlit's session state."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any, cast

import streamlit as st

from assistant.answer import Answer
from assistant.question import Question
from ingest.errors import PlansvarError
from ingest.importing import Import
from ingest.texts import Language
from ui import compare_state, goals_state

LANGUAGE = "language"
MUNICIPALITIES = "municipalities"
YEAR = "year"
KEPT = (LANGUAGE, MUNICIPALITIES, YEAR, *goals_state.FIELDS, *compare_state.FIELDS)
"""Keys of input fields whose value outlives a visit to another page."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it may be shown, and what came of it: an answer, a known error, or an unknown one."""

    question: str
    masked: bool = False
    answer: Answer | None = None
    error: PlansvarError | None = None
    asked: Question | None = None
    """The question with the limits and the history it was asked with."""


class State:
    """The session's memory. One is made at each run of a page; the values live in Streamlit."""

    def __init__(self, memory: MutableMapping[Any, Any] | None = None) -> None:
        self._memory = cast("MutableMapping[Any, Any]", st.session_state) if memory is None else memory

    def keep(self, language: Language) -> None:
        """Set what is not set yet, and hold on to the fields that the present page does not draw."""
        self._memory.setdefault(LANGUAGE, language)
        for key in KEPT:
            if key in self._memory:
                self._memory[key] = self._memory[key]

    @property
    def language(self) -> Language:
        """Return the language of the screen."""
        return "en" if self._memory.get(LANGUAGE) == "en" else "da"

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Return the conversation, oldest first."""
        return cast("tuple[Turn, ...]", self._memory.get("turns", ()))

    @property
    def history(self) -> tuple[str, ...]:
        """Return the questions of the conversation, oldest first."""
        return tuple(turn.question for turn in self.turns)

    def add(self, turn: Turn) -> None:
        """Add a turn to the conversation."""
        self._memory["turns"] = (*self.turns, turn)

    def forget(self) -> None:
        """Begin a new conversation."""
        self._memory["turns"] = ()

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Return the municipalities that the search is limited to; none is no limit."""
        return tuple(self._memory.get(MUNICIPALITIES, ()))

    @property
    def year(self) -> int | None:
        """Return the year that the search is limited to."""
        return cast("int | None", self._memory.get(YEAR))

    def offer(self, municipalities: Iterable[str], years: Iterable[int]) -> None:
        """Drop the limits that no plan answers to any more."""
        offered = set(municipalities)
        self._memory[MUNICIPALITIES] = [name for name in self.municipalities if name in offered]
        if self.year not in set(years):
            self._memory[YEAR] = None

    def put(self, question: str) -> None:
        """Leave a question to be asked in this run."""
        self._memory["waiting"] = question

    def take(self) -> str:
        """Return the question that waits to be asked, and forget it."""
        return cast("str", self._memory.pop("waiting", ""))

    @property
    def import_(self) -> Import | None:
        """Return what became of the files that were last added."""
        return cast("Import | None", self._memory.get("import"))

    @import_.setter
    def import_(self, value: Import) -> None:
        self._memory["import"] = value
        self._memory["imports"] = self.imports + 1

    @property
    def imports(self) -> int:
        """Return how often files were added: the upload field is emptied by getting a new name."""
        return cast("int", self._memory.get("imports", 0))

    @property
    def doomed(self) -> str:
        """Return the id of the plan that is to be removed once the user says so again."""
        return cast("str", self._memory.get("doomed", ""))

    def doom(self, plan: str) -> None:
        """Remember a plan as about to be removed, or with "" none."""
        self._memory["doomed"] = plan

    @property
    def notice(self) -> str:
        """Return the sentence to be shown once, and forget it."""
        return cast("str", self._memory.pop("notice", ""))

    @notice.setter
    def notice(self, words: str) -> None:
        self._memory["notice"] = words
