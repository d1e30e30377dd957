"""The limits of a search, set by the user: municipalities and a year."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ingest.plan import PlanCard
from ingest.texts import text
from ui.state import MUNICIPALITIES, YEAR, State


def show_filters(state: State, cards: Sequence[PlanCard]) -> None:
    """Show the limits that the plans allow, and the button that begins anew."""
    language = state.language
    municipalities = sorted({card.identity.municipality for card in cards if card.identity.municipality})
    years = covered(cards)
    state.offer(municipalities, years)
    with st.sidebar:
        if state.turns:
            label = text("chat.new_conversation", language)
            st.button(label, on_click=state.forget, icon=":material/add_comment:", width="stretch")
        st.subheader(text("chat.limits", language))
        st.multiselect(
            text("chat.municipalities", language),
            municipalities,
            key=MUNICIPALITIES,
            placeholder=text("chat.all_municipalities", language),
        )
        st.selectbox(
            text("chat.year", language),
            years,
            index=None,
            key=YEAR,
            placeholder=text("chat.all_years", language),
        )


def covered(cards: Sequence[PlanCard]) -> list[int]:
    """Return every year that some plan covers, newest first."""
    spans = [(card.identity.first_year, card.identity.last_year) for card in cards]
    years = {year for first, last in spans if first for year in range(first, (last or first) + 1)}
    return sorted(years, reverse=True)


def limited(cards: Sequence[PlanCard], state: State) -> list[PlanCard]:
    """Return the plans within the limits."""
    return [
        card
        for card in cards
        if (not state.municipalities or card.identity.municipality in state.municipalities)
        and (state.year is None or card.identity.covers(state.year))
    ]
