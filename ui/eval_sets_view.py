"""The question sets of "Evaluering": picking one, what is in it or wrong with it, adding one."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from eval.mistakes import Mistake, Reading, check_against, read
from eval.questions import Case
from eval.shelf import ENDINGS, ShelvedSet
from eval.wording import Wording
from ingest.texts import Language, text
from ui import eval_resources, pieces
from ui.eval_state import SET, EvalState
from ui.failure import Calm
from ui.markup import Html, element

MOST = 40
"""Mistakes that are shown at once; how many more there are is told."""
DRAFTS = 20
"""Drafts that are shown at once; the next come when these are accepted."""


def choose(state: EvalState, language: Language) -> ShelvedSet | None:
    """Let a set be picked, and return it."""
    sets = {str(each.path): each for each in eval_resources.shelf().sets()}
    state.offer(SET, list(sets))
    chosen = st.selectbox(
        text("evalpage.set", language),
        list(sets),
        format_func=lambda path: _name(sets[path], language),
        key=SET,
        help=text("evalpage.set_help", language),
    )
    return sets.get(chosen) if chosen else None


def remove(shelved: ShelvedSet, state: EvalState, language: Language) -> None:
    """Let a set of the store be taken off the shelf, after a second question."""
    if shelved.sample:
        return
    with st.popover(text("evalpage.remove_set", language), type="tertiary", icon=":material/delete:"):
        st.write(text("evalpage.remove_set_confirm", language, name=pieces.literal(shelved.name)))
        if st.button(text("evalpage.remove_set_yes", language), type="primary", key="eval-remove-set"):
            eval_resources.shelf().remove(shelved)
            state.notice = text("evalpage.removed_set", language, name=shelved.name)
            st.rerun()


def describe(reading: Reading, language: Language) -> None:
    """Say what is in a set, or everything that is wrong with it."""
    if reading.mistakes:
        st.html(mistakes(reading.mistakes, language))
        return
    words = Wording(language)
    questions = reading.questions
    asked = questions.accepted().cases
    kinds = Counter(words.kind(case.kind) for case in asked)
    answered = sum(case.answerable for case in asked)
    told = text(
        "evalpage.set_holds", language, count=len(asked), answered=answered, not_=len(asked) - answered
    )
    if asked:
        st.caption(f"{told} {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}.")


def drafts(shelved: ShelvedSet, reading: Reading, state: EvalState, language: Language) -> None:
    """Show the questions that a program or the chat drafted, so that a person can accept them."""
    words = Wording(language)
    waiting = [case for case in reading.questions.cases if case.drafted]
    if not waiting:
        return
    with st.expander(text("evalpage.drafts", language, count=len(waiting)), icon=":material/rule:"):
        st.caption(text("evalpage.drafts_help", language))
        if shelved.sample or shelved.path.suffix != ".jsonl":
            ids = ", ".join(case.id for case in waiting)
            st.html(pieces.notice(words.say("drafts_not_asked", count=len(waiting), ids=ids)))
            return
        with st.form("eval-drafts", border=False):
            accepted = [case.id for case in waiting[:DRAFTS] if _ticked(case, language)]
            if len(waiting) > DRAFTS:
                st.caption(text("evalpage.more_drafts", language, count=len(waiting) - DRAFTS))
            pressed = st.form_submit_button(text("evalpage.accept", language), type="primary")
        if pressed and accepted:
            with Calm(language) as calm:
                eval_resources.set_folder().accept(shelved.path, accepted)
                state.notice = text("evalpage.accepted", language, count=len(accepted))
            calm.show()
            if calm.error is None:
                st.rerun()


def _ticked(case: Case, language: Language) -> bool:
    """Show a draft with its evidence, and say whether it is to be accepted."""
    ticked = st.checkbox(pieces.literal(case.question), key=f"eval-draft-{case.id}")
    st.html(_drafted(case, language))
    return ticked


def _drafted(case: Case, language: Language) -> Html:
    """Return what a draft expects: words in the answer and quotes that prove it, or that it is declined."""
    quotes = [element("blockquote", f"“{gold.quote}” ({gold.document})") for gold in case.evidence]
    declined = [] if case.answerable else [text("evalpage.draft_declined", language)]
    told = " · ".join([case.id, *case.must_include, *declined])
    return element("div", element("p", told, class_="pv-file"), *quotes, class_="pv-draft")


def mistakes(found: Sequence[Mistake], language: Language) -> Html:
    """Return what is wrong with a set: the plans that are missing in one sentence, the rest line by line."""
    missing = [each for each in found if each.code == "plan_not_in_store"]
    others = [each for each in found if each not in missing]
    parts: list[Html] = [pieces.strong(text("evalpage.set_mistakes", language, count=len(found)))]
    if missing:
        documents = sorted({dict(each.fields)["document"] for each in missing})
        lines = len({each.line for each in missing})
        told = text("evalpage.plans_missing", language, documents=", ".join(documents), count=lines)
        parts.append(element("p", told))
    items = [element("li", each.describe(language)) for each in others[:MOST]]
    parts.append(element("ul", *items, class_="pv-mistakes"))
    if len(others) > MOST:
        parts.append(element("p", text("evalpage.more_mistakes", language, count=len(others) - MOST)))
    return element("div", *parts, class_="pv-alert", role="alert")


def upload(state: EvalState, language: Language) -> None:
    """Let a set be uploaded: it goes on the shelf when it is without mistakes."""
    with st.expander(text("evalpage.upload", language), icon=":material/upload_file:"):
        st.write(text("evalpage.upload_help", language))
        file = st.file_uploader(
            text("evalpage.upload_field", language),
            type=[ending.removeprefix(".") for ending in ENDINGS],
            key=f"eval-upload-{state.uploads}",
            label_visibility="collapsed",
        )
        if file is None:
            return
        with Calm(language) as calm:
            reading = _read(file)
            describe(reading, language)
            if not reading.mistakes:
                _keep(file, state, language)
        calm.show()


def _keep(file: UploadedFile, state: EvalState, language: Language) -> None:
    there = {each.path.name for each in eval_resources.shelf().sets() if not each.sample}
    key = "evalpage.keep_over" if PurePath(file.name).name in there else "evalpage.keep"
    if st.button(text(key, language), type="primary", key="eval-keep"):
        kept = eval_resources.shelf().keep(file.name, file.getvalue())
        state.uploaded(str(kept.path))
        state.notice = text("evalpage.kept", language, name=kept.name)
        st.rerun()


def _read(file: UploadedFile) -> Reading:
    """Read an uploaded set under its own name, as it would be read from the shelf."""
    with tempfile.TemporaryDirectory(prefix="plansvar-") as folder:
        path = Path(folder) / PurePath(file.name).name
        path.write_bytes(file.getvalue())
        found = read(path)
    wrong = (*found.mistakes, *check_against(found.numbered, eval_resources.plans()))
    return Reading(found.name, found.numbered, tuple(sorted(wrong, key=lambda each: each.line)))


def _name(shelved: ShelvedSet, language: Language) -> str:
    if not shelved.sample:
        return shelved.name
    return text(f"evalpage.sample_{shelved.name}", language)
