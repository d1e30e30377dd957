"""The button below an answer that keeps it as a question in a set."""

from __future__ import annotations

import streamlit as st

from eval.sets import SetFolder
from ingest.texts import Language, text
from ui import pieces, resources
from ui.failure import Calm
from ui.state import Turn


def offer(turn: Turn, number: int, language: Language) -> None:
    """Show the button, for a question that was answered or declined."""
    if turn.answer is None or turn.asked is None:
        return
    label = text("chat.keep_case", language)
    with st.popover(label, type="tertiary", icon=":material/playlist_add:", key=f"keep-{number}"):
        st.caption(text("chat.keep_case_help", language))
        usual = text("chat.keep_case_default", language)
        name = st.text_input(text("chat.keep_case_set", language), usual, key=f"keep-set-{number}")
        if st.button(text("chat.keep_case_save", language), key=f"keep-save-{number}"):
            _keep(turn, name.strip(), language)


def _keep(turn: Turn, name: str, language: Language) -> None:
    if turn.answer is None or turn.asked is None:
        return
    sets = SetFolder(resources.library().folder)
    with Calm(language) as calm:
        case = sets.keep(turn.answer, turn.asked, name)
        done = text("chat.keep_case_done", language, id=case.id, file=sets.file(name))
        st.html(pieces.notice(done))
    calm.show()
