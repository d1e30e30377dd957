"""What the page of goals can be limited to: fields in the side bar, and the search above the table."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ingest.plan import PlanCard
from ingest.texts import Language, text
from ui.filters import covered
from ui.goals_choice import NO_THEME, Numbers, Shelf, Standing, themes_in
from ui.goals_state import (
    CONTRADICTED,
    MUNICIPALITIES,
    NUMBERS,
    STANDING,
    THEME,
    WORDS,
    YEAR,
    GoalsState,
)


def show_filters(state: GoalsState, shelf: Shelf, cards: Sequence[PlanCard], language: Language) -> None:
    """Show the limits that the goals allow."""
    owners = sorted({card.identity.municipality or card.source for card in cards})
    years = covered(cards)
    themes = themes_in((*shelf.register.goals, *shelf.register.rejected))
    state.offer(owners, years, themes)
    with st.sidebar:
        st.subheader(text("goals_page.limits", language))
        nothing = text("chat.all_municipalities", language)
        st.multiselect(text("chat.municipalities", language), owners, key=MUNICIPALITIES, placeholder=nothing)
        _one(YEAR, "chat.year", "chat.all_years", years, language)
        _one(THEME, "goals.theme", "goals_page.all_themes", themes, language)
        _choice(NUMBERS, "goals_page.numbers", list(Numbers), language)
        _choice(STANDING, "goals_page.standings", list(Standing), language)
        st.checkbox(
            text("goals_page.contradicted", language, count=len(shelf.contradicted)),
            key=CONTRADICTED,
            disabled=not (shelf.contradicted or st.session_state.get(CONTRADICTED)),
        )


def show_search(language: Language) -> None:
    """Show the field for free words."""
    st.text_input(
        text("goals_page.search", language),
        key=WORDS,
        placeholder=text("goals_page.search_example", language),
        icon=":material/search:",
        max_chars=200,
        label_visibility="collapsed",
    )


def _one(key: str, label: str, nothing: str, options: Sequence[str | int], language: Language) -> None:
    st.selectbox(
        text(label, language),
        options,
        index=None,
        key=key,
        format_func=lambda each: text("goals.no_theme", language) if each == NO_THEME else str(each),
        placeholder=text(nothing, language),
    )


def _choice(key: str, label: str, options: Sequence[Numbers | Standing], language: Language) -> None:
    """Show a few possibilities, of which the first is taken where none is chosen."""
    st.session_state.setdefault(key, options[0])
    st.selectbox(
        text(label, language),
        options,
        key=key,
        format_func=lambda each: text(f"goals_page.{each.value}", language),
    )
