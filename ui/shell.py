"""What all pages share: the frame, the navigation, the language, and what happens when something fails."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ingest.settings import Settings
from ingest.texts import Language, text
from ui import browser
from ui.failure import Calm
from ui.state import LANGUAGE, State

HERE = Path(__file__).parent
NAMES: dict[Language, str] = {"da": "Dansk", "en": "English"}


def show() -> None:
    """Show the page that the address names, inside the frame."""
    st.set_page_config(
        page_title=text("chat.title"), page_icon=str(HERE / "plansvar.svg"), initial_sidebar_state="auto"
    )
    state = State()
    state.keep(Settings().language)
    language = state.language
    st.html(HERE / "style.css")
    browser.speak(language)
    st.logo(str(HERE / "wordmark.svg"), icon_image=str(HERE / "plansvar.svg"), size="large")
    page = st.navigation(_pages(language))
    with Calm(language) as calm:
        page.run()
    calm.show()
    with st.sidebar:
        st.radio(
            text("chat.language", language),
            list(NAMES),
            format_func=NAMES.__getitem__,
            key=LANGUAGE,
            horizontal=True,
        )


def _pages(language: Language) -> list[st.Page]:
    ask, plans = text("chat.nav_ask", language), text("chat.nav_plans", language)
    goals, compare = text("goals_page.nav", language), text("compare_page.nav", language)
    evaluation = text("evalpage.nav", language)
    return [
        st.Page("chat_page.py", title=ask, icon=":material/forum:", url_path="ask", default=True),
        st.Page("goals_page.py", title=goals, icon=":material/flag:", url_path="goals"),
        st.Page("compare_page.py", title=compare, icon=":material/compare_arrows:", url_path="compare"),
        st.Page("plans_page.py", title=plans, icon=":material/description:", url_path="plans"),
        st.Page("eval_page.py", title=evaluation, icon=":material/fact_check:", url_path="evaluation"),
    ]
