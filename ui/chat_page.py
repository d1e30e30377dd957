"""The page "Spørg": a conversation about the plans."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.answer import Reason
from assistant.question import Question
from ingest.plan import PlanCard
from ingest.privacy import mask_typed
from ingest.texts import Language, text
from ui import browser, keep_case, pieces, render, resources
from ui.failure import Calm, sentence
from ui.filters import limited, show_filters
from ui.sources import cited, found
from ui.state import State, Turn

NEAREST = 3
MORE = 6


def show() -> None:
    """Show the page."""
    state = State()
    cards = resources.library().current()
    if not cards:
        _empty(state.language)
        return
    show_filters(state, cards)
    within = limited(cards, state)
    conversation = st.container(key="conversation")
    browser.announce("conversation")
    with st.container(key="ask"):
        typed = st.chat_input(_prompt(state), max_chars=1_000, disabled=not within)
    asked = (typed or state.take()).strip()
    with conversation:
        with Calm(state.language) as calm:
            _converse(asked, state, within)
        calm.show()


def _converse(asked: str, state: State, within: Sequence[PlanCard]) -> None:
    if not state.turns and not asked:
        _welcome(state, within)
    for number, turn in enumerate(state.turns):
        _show_turn(turn, number, state.language)
    if asked:
        _ask(asked, state, within)
    elif state.turns:
        browser.scroll_to(render.question_id(len(state.turns) - 1))


def _prompt(state: State) -> str:
    limits = ", ".join([*state.municipalities, *([str(state.year)] if state.year else [])])
    if limits:
        return text("chat.ask_label_limited", state.language, limits=limits)
    return text("chat.ask_label", state.language)


def _empty(language: Language) -> None:
    st.title(text("chat.empty", language))
    st.write(text("chat.empty_text", language))
    if st.button(text("chat.empty_button", language), type="primary", icon=":material/upload_file:"):
        st.switch_page("plans_page.py")


def _welcome(state: State, within: Sequence[PlanCard]) -> None:
    language = state.language
    st.title(text("chat.welcome", language))
    if not within:
        st.write(text("chat.no_plan_within", language))
        return
    owners = len({card.identity.municipality for card in within})
    municipalities = text(
        "chat.municipality_one" if owners == 1 else "chat.municipality_many", language, count=owners
    )
    plans = render.plan_count(len(within), language)
    st.write(text("chat.welcome_text", language, plans=plans, municipalities=municipalities))
    _warn_of_invented(within, language)
    with st.spinner(text("chat.preparing", language)):
        examples = resources.examples(state.municipalities, state.year)
    if examples:
        _offer(examples, state)


def _offer(examples: Sequence[str], state: State) -> None:
    with st.container(key="examples", gap="small"):
        st.html(pieces.label(text("chat.examples", state.language)))
        for example in examples:
            st.button(
                pieces.literal(example),
                key=f"example-{example}",
                on_click=state.put,
                args=(example,),
                width="stretch",
            )


def _warn_of_invented(within: Sequence[PlanCard], language: Language) -> None:
    invented = sum(card.id in resources.invented() for card in within)
    if invented:
        key = "chat.all_invented" if invented == len(within) else "chat.some_invented"
        st.html(pieces.notice(text(key, language)))


def _ask(words: str, state: State, within: Sequence[PlanCard]) -> None:
    """Put a question to the assistant. A CPR number goes no further than this function."""
    words, masked = mask_typed(words)
    st.html(render.question(words, len(state.turns), state.language))
    browser.scroll_to(render.question_id(len(state.turns)))
    plans = render.plan_count(len(within), state.language)
    question = Question(words, state.history, state.municipalities, state.year)
    answer = None
    with st.spinner(text("chat.searching", state.language, plans=plans)), Calm(state.language) as calm:
        answer = resources.assistant(state.language).ask(question)
    state.add(Turn(words, masked > 0, answer, calm.known, question))
    st.rerun()


def _show_turn(turn: Turn, number: int, language: Language) -> None:
    st.html(render.question(turn.question, number, language))
    if turn.masked:
        st.html(pieces.notice(text("chat.masked", language)))
    if turn.answer is None:
        st.html(pieces.alert(sentence(turn.error, language)))
    elif turn.answer.abstained:
        _show_abstention(turn, number, language)
    else:
        _show_answer(turn, number, language)


def _show_answer(turn: Turn, number: int, language: Language) -> None:
    answer = turn.answer
    if answer is None:
        return
    library = resources.library()
    places = [cited(library, citation) for citation in answer.citations]
    st.html(render.answer(answer, places, number, language))
    quoted = {(citation.plan.id, citation.start) for citation in answer.citations}
    others = [
        hit
        for hit in answer.hits
        if not any(hit.plan.id == plan and hit.passage.start <= at < hit.passage.end for plan, at in quoted)
    ]
    if others:
        st.html(render.more([found(library, hit) for hit in others[:MORE]], language))
    with st.container(key=f"after-{number}", horizontal=True):
        label = text("chat.copy", language)
        with st.popover(label, type="tertiary", icon=":material/content_copy:", key=f"copy-{number}"):
            st.caption(text("chat.copy_help", language))
            st.code(render.plain_text(answer, places, language), language=None, wrap_lines=True)
        keep_case.offer(turn, number, language)


def _show_abstention(turn: Turn, number: int, language: Language) -> None:
    answer = turn.answer
    if answer is None:
        return
    library = resources.library()
    nearest = [found(library, hit) for hit in answer.hits[:NEAREST]]
    st.html(render.abstention(answer, nearest, language))
    if answer.reason is not Reason.NO_QUESTION:
        keep_case.offer(turn, number, language)


if __name__ == "__main__":
    show()
