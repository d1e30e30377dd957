"""A goal that is opened: its words in their page, what was said of it, and the form to say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from assistant.registered import Registered, Stray
from ingest.correcting import correct, undo
from ingest.errors import UnknownPlanError
from ingest.goals.corrections import Reading
from ingest.texts import Language, text
from ui import goals_list, pieces, render, resources
from ui.failure import Calm, sentence
from ui.goals_choice import key_of
from ui.goals_form import Said, form
from ui.goals_state import GoalsState
from ui.sources import Place, cited


def show_goal(each: Registered, state: GoalsState, language: Language) -> None:
    """Show where a goal stands, and how it may be corrected."""
    if each.corrections:
        with st.container(horizontal=True, vertical_alignment="center", key="goal-said"):
            st.html(goals_list.corrected(each, language))
            _undo(each, key_of(each), "goals_page.undo", state, language)
    places = _places(each)
    st.html(render.source(places[0], language))
    if len(places) > 1:
        st.html(pieces.label(text("goals_page.places", language)))
        for place in places[1:]:
            st.html(render.further(place, language))
    with st.expander(text("goals_page.correct", language), icon=":material/edit:"):
        said = form(each, f"correct-{key_of(each)}-{state.edits}-{len(each.corrections)}", language)
    if said:
        _keep(each, said, state, language)


def show_strays(strays: Sequence[Stray], state: GoalsState, language: Language) -> None:
    """Show the corrections whose goal is not found any more, with the way to be rid of them."""
    if not strays:
        return
    label = text("goals_page.strays", language, count=len(strays))
    with st.container(key="goal-strays"), st.expander(label, icon=":material/link_off:"):
        st.html(pieces.notice(text("goals_page.strays_why", language)))
        for number, each in enumerate(strays):
            st.html(goals_list.stray(each, language))
            _undo(each, f"stray-{number}", "goals_page.forget", state, language)


def _places(each: Registered) -> list[Place]:
    """Return where the plan says the goal, the place that speaks for it first."""
    library, goal = resources.library(), each.goal
    citations = [
        replace(each.citation(0), page=p.page, section=p.section, start=p.start, end=p.end)
        for p in goal.places
    ]
    return [cited(library, citation) for citation in citations]


def _keep(each: Registered, said: Said, state: GoalsState, language: Language) -> None:
    for key in said.wrong:
        st.html(pieces.alert(text(key, language)))
    if said.wrong:
        return
    with Calm(language) as calm:
        try:
            correct(resources.library(), each.read, said.reading, said.rejected)
            state.tell(text(_outcome(each, said), language))
        except UnknownPlanError:
            state.tell(text("goals_page.gone", language))
    calm.show()
    if calm.error is None:
        st.rerun()


def _outcome(each: Registered, said: Said) -> str:
    """Return the key of the sentence that says what came of it."""
    if said.reading == Reading.of(each.goal) and said.rejected == each.rejected:
        return "goals_page.unchanged"
    if said.rejected:
        return "goals_page.rejected_now"
    return "goals_page.undone" if said.reading == Reading.of(each.read) else "goals_page.saved"


def _undo(each: Registered | Stray, name: str, label: str, state: GoalsState, language: Language) -> None:
    corrections = each.corrections if isinstance(each, Registered) else (each.correction,)

    def take_back() -> None:
        with Calm(language) as calm:
            undo(resources.library(), corrections, each.plan.id)
            state.tell(text("goals_page.undone", language))
        if calm.error is not None:
            state.tell(sentence(calm.error, language))

    st.button(text(label, language), key=f"undo-{name}", icon=":material/undo:", on_click=take_back)
