"""The page "Mål": what the plans commit to, to be filtered, looked up in its page, corrected, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from assistant.registered import Disagreement, Register, Registered, register
from ingest.texts import Language, text
from ui import goals_list, pieces, resources
from ui.exports.excel import write_excel
from ui.exports.file_bytes import file_bytes
from ui.exports.goal_sheets import goal_sheet
from ui.exports.plain import write_csv
from ui.goals_choice import Shelf, chosen, key_of, with_disagreements
from ui.goals_filters import show_filters, show_search
from ui.goals_open import show_goal, show_strays
from ui.goals_state import GoalsState
from ui.sources import cited
from ui.state import State

STYLE = Path(__file__).parent / "goals.css"
# No docstring under this: Streamlit would show it on the page.
AT_ONCE = 25


def show() -> None:
    """Show the page."""
    language, state = State().language, GoalsState()
    library = resources.library()
    cards = library.current()
    if not cards:
        _empty(language)
        return
    st.html(STYLE)
    st.title(text("goals_page.nav", language))
    shelf = _shelf(library.folder, library.generation)
    show_filters(state, shelf, cards, language)
    _say_what_changed(state, shelf, language)
    if library.catalogue.goals.outdated():
        st.html(pieces.notice(text("goals_page.outdated", language)))
    with st.container(key="goals"):
        show_search(language)
        found = chosen(shelf, state.choice)
        if found:
            _table(found, shelf.register.disagreements, state, language)
        else:
            _nothing(shelf.register, state, language)
        show_strays(shelf.register.strays, state, language)


@st.cache_resource(show_spinner=False, max_entries=2)
def _shelf(store: Path, generation: int) -> Shelf:
    """Return the goals as they are at one generation of the store."""
    return Shelf.of(register(resources.library()))


def _empty(language: Language) -> None:
    st.title(text("chat.empty", language))
    st.write(text("goals_page.empty", language))
    if st.button(text("chat.empty_button", language), type="primary", icon=":material/upload_file:"):
        st.switch_page("plans_page.py")


def _say_what_changed(state: GoalsState, shelf: Shelf, language: Language) -> None:
    """Say what came of a correction, or that the goal that was open is gone."""
    if told := state.told():
        st.html(pieces.notice(told))
        st.toast(told, duration="long")
    if state.open and shelf.find(state.open) is None:
        state.toggle("")
        st.html(pieces.alert(text("goals_page.gone", language)))


def _nothing(register: Register, state: GoalsState, language: Language) -> None:
    """Say why there is nothing to see: no goals at all, or none that fit."""
    if not register.goals and not register.rejected:
        st.write(text("goals_page.no_goals", language))
        return
    st.write(text("goals_page.no_hits", language, count=len(register.goals)))
    st.button(text("goals_page.clear", language), on_click=state.clear)


def _table(
    found: Sequence[Registered], disagreements: Sequence[Disagreement], state: GoalsState, language: Language
) -> None:
    sheets = (len(found) - 1) // AT_ONCE
    sheet = min(state.sheet, sheets)
    first = sheet * AT_ONCE
    shown = found[first : first + AT_ONCE]
    with st.container(key="goals-bar", horizontal=True, vertical_alignment="center"):
        st.html(goals_list.count(found, first, len(shown), language))
        _downloads(found, language)
    st.html(goals_list.heads(language))
    for each, touching in with_disagreements(shown, disagreements):
        for disagreement in touching:
            places = [cited(resources.library(), citation) for citation in disagreement.citations]
            st.html(goals_list.contradiction(disagreement, places, language))
        _row(each, state, language)
    if sheets:
        _turning(sheet, sheets, state, language)


def _row(each: Registered, state: GoalsState, language: Language) -> None:
    key = key_of(each)
    is_open = key == state.open
    with st.container(key=f"goal-{'open' if is_open else 'row'}-{key}", horizontal=True, gap=None):
        st.html(goals_list.row(each, each.plan.id in resources.invented(), language))
        st.button(
            text("goals_page.close" if is_open else "goals_page.open", language),
            key=f"see-{key}",
            type="tertiary",
            icon=":material/expand_less:" if is_open else ":material/expand_more:",
            on_click=state.toggle,
            args=(key,),
        )
    if is_open:
        with st.container(key="goal-opened"):
            show_goal(each, state, language)


def _turning(sheet: int, last: int, state: GoalsState, language: Language) -> None:
    """Show the buttons that turn to the goals before and after."""
    with st.container(key="goals-turning", horizontal=True, vertical_alignment="center"):
        before, after = text("goals_page.before", language), text("goals_page.after", language)
        st.button(before, disabled=sheet == 0, on_click=state.turn_to, args=(sheet - 1,))
        st.html(pieces.notice(text("goals_page.sheet", language, sheet=sheet + 1, count=last + 1)))
        st.button(after, disabled=sheet == last, on_click=state.turn_to, args=(sheet + 1,))


def _downloads(found: Sequence[Registered], language: Language) -> None:
    """Offer what is chosen as files; they are made when they are asked for."""
    name = text("goals_page.file", language)
    for label, make, ending in (("Excel", excel, "xlsx"), ("CSV", table, "csv")):
        st.download_button(
            label,
            partial(make, found, language),
            f"{name}.{ending}",
            key=f"as-{ending}",
            icon=":material/download:",
            on_click="ignore",
        )


def excel(found: Sequence[Registered], language: Language) -> bytes:
    """Return goals as an Excel file."""
    sheet = goal_sheet(found, text("goals_page.nav", language), language)
    return file_bytes(lambda file: write_excel(file, [sheet]))


def table(found: Sequence[Registered], language: Language) -> bytes:
    """Return goals as a CSV file."""
    sheet = goal_sheet(found, text("goals_page.nav", language), language)
    return file_bytes(lambda file: write_csv(file, sheet))


if __name__ == "__main__":
    show()
