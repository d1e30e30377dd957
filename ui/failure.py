"""The edge of the web pages: whatever goes wrong becomes a sentence, and never a traceback."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

import streamlit as st

from ingest.errors import PlansvarError
from ingest.texts import Language, text
from ui.pieces import alert

log = logging.getLogger("plansvar.ui")


class Calm:
    """A context in which an error ends up as a sentence on the page, and ``failed`` says that it did.

    An error nobody foresaw is logged by its kind and place, never by its message: that may quote a question.
    Streamlit's own signals (rerun, stop) are no errors and pass.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self.error: Exception | None = None

    def __enter__(self) -> Calm:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        self.error = error
        if not isinstance(error, PlansvarError):
            log_unexpected(error)
        return True

    @property
    def known(self) -> PlansvarError | None:
        """Return the error, if it is one that can say what it is about."""
        return self.error if isinstance(self.error, PlansvarError) else None

    def show(self) -> None:
        """Show the sentence, where there is one."""
        if self.error is not None:
            st.html(alert(sentence(self.error, self.language)))


def sentence(error: Exception | None, language: Language) -> str:
    """Say what went wrong and what to do about it."""
    if isinstance(error, PlansvarError):
        return error.describe(language)
    return text("chat.unexpected", language)


def log_unexpected(error: Exception) -> None:
    """Log the kind of an error and the lines it passed through."""
    places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    log.error("%s at %s", type(error).__name__, " < ".join(reversed(places)))
