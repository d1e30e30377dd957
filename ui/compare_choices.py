"""What can be compared: the fields above a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from ingest.danish.gazetteer import MUNICIPALITIES
from ingest.goals.themes import theme_names
from ingest.plan import PlanCard
from ingest.texts import Language, text
from ui.compare_state import NAMES, ONE, QUESTION, THEME, WAY, CompareState, Way, Wish


def show_choices(
    state: CompareState, cards: Sequence[PlanCard], goals: Counter[str], language: Language
) -> Wish:
    """Show the fields, and return what is chosen. ``goals`` counts the goals of each theme."""
    owners = sorted({card.identity.municipality or card.source for card in cards})
    others = sorted({each.name for each in MUNICIPALITIES} - set(owners))
    years = Counter(card.identity.municipality for card in cards if card.identity.municipality)
    mine = sorted(years, key=lambda name: (-years[name], name))
    themes = sorted(theme_names(), key=lambda theme: not goals[theme])
    state.offer(themes, [*owners, *others], mine)
    with st.container(key="compare-choices"):
        _way(language)
        way = state.wish.way
        with st.container(key="compare-fields", horizontal=True):
            if way is Way.QUESTION:
                _question(language)
            else:
                _theme(themes, goals, way, language)
            if way is Way.YEARS:
                _one(mine, years, language)
            else:
                _names(owners, others, language)
    return state.wish


def _way(language: Language) -> None:
    st.segmented_control(
        text("compare_page.way", language),
        list(Way),
        key=WAY,
        format_func=lambda way: text(f"compare_page.way_{way}", language),
        required=True,
        label_visibility="collapsed",
    )


def _theme(themes: Sequence[str], goals: Counter[str], way: Way, language: Language) -> None:
    every = way is Way.YEARS
    st.selectbox(
        text("goals.theme", language),
        themes,
        index=None,
        key=THEME,
        format_func=lambda theme: text("compare_page.theme", language, theme=theme, count=goals[theme]),
        placeholder=text("compare.all_themes" if every else "compare_page.choose_theme", language),
    )


def _question(language: Language) -> None:
    st.text_input(
        text("compare_page.question", language),
        key=QUESTION,
        placeholder=text("compare_page.question_example", language),
        max_chars=1_000,
    )


def _names(owners: Sequence[str], others: Sequence[str], language: Language) -> None:
    held = frozenset(owners)
    st.multiselect(
        text("chat.municipalities", language),
        [*owners, *others],
        key=NAMES,
        format_func=lambda name: name if name in held else text("compare_page.not_held", language, name=name),
        placeholder=text("compare_page.everyone", language, count=len(owners)),
    )


def _one(mine: Sequence[str], years: Counter[str], language: Language) -> None:
    st.selectbox(
        text("goals.municipality", language),
        mine,
        index=None,
        key=ONE,
        format_func=lambda name: text("compare_page.plans_of", language, name=name, count=years[name]),
        placeholder=text("compare_page.choose_one", language),
    )
