"""The page "Evaluering": run a question set, read what went wrong, compare two runs."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ingest.texts import text
from ui import eval_compare_view, eval_read_view, eval_resources, eval_run_view, pieces, resources
from ui.eval_state import VIEW, EvalState, View
from ui.state import State

HERE = Path(__file__).parent
PARTS = {
    View.RUN: eval_run_view.show,
    View.READ: eval_read_view.show,
    View.COMPARE: eval_compare_view.show,
}


def show() -> None:
    """Show the page."""
    language = State().language
    state = EvalState()
    st.html(HERE / "eval.css")
    with st.container(key="evaluation"):
        st.title(text("evalpage.nav", language))
        if not resources.library().current():
            st.write(text("evalpage.no_plans", language))
            return
        st.segmented_control(
            text("evalpage.parts", language),
            [view.value for view in View],
            format_func=lambda view: text(f"evalpage.view_{view}", language),
            key=VIEW,
            on_change=state.stay,
            label_visibility="collapsed",
        )
        if notice := state.notice:
            st.html(pieces.notice(notice))
        for folder in eval_resources.history().damaged():
            st.html(pieces.alert(text("evalpage.damaged", language, folder=folder)))
        PARTS[state.view](state, language)


if __name__ == "__main__":
    show()
