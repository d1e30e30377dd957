"""The part of "Evaluering" that runs a question set: set, settings, progress, and the runs there are."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import streamlit as st

from eval.folder import RunFolder
from eval.history import PastRun, State
from eval.mistakes import Reading
from eval.shelf import ShelvedSet
from eval.stamp import Setting
from eval.weighing import KNOBS, Knob, changed
from eval.wording import Wording
from ingest.texts import Language, text
from ui import eval_resources, eval_runs, eval_sets_view, pieces, resources
from ui.eval_process import Job, last_words
from ui.eval_state import PICKED, EvalState
from ui.failure import Calm

POLL = 1.0
"""Seconds between two looks at how far a run has come."""


def show(state: EvalState, language: Language) -> None:
    """Show the part."""
    st.write(text("evalpage.intro", language))
    _watch(state, language)
    st.subheader(text("evalpage.new_run", language))
    shelved = eval_sets_view.choose(state, language)
    if shelved is not None:
        with Calm(language) as calm:
            reading = eval_resources.reading(shelved)
            eval_sets_view.describe(reading, language)
            eval_sets_view.drafts(shelved, reading, state, language)
            _offer(shelved, reading, state, language)
        calm.show()
    with st.container(horizontal=True):
        eval_sets_view.upload(state, language)
        if shelved is not None:
            eval_sets_view.remove(shelved, state, language)
    _runs(state, language)


def _offer(shelved: ShelvedSet, reading: Reading, state: EvalState, language: Language) -> None:
    """Let a set without mistakes be run."""
    settings = _settings(language)
    asked = reading.questions.accepted().cases
    if reading.mistakes or not asked:
        return
    label = text("evalpage.run_button", language, count=len(asked))
    if st.button(label, type="primary", icon=":material/play_arrow:", key="eval-run"):
        folder = eval_resources.history().new_folder(shelved.name, datetime.now())
        _start(shelved.path, folder, settings, state, language)


def _settings(language: Language) -> tuple[Setting, ...]:
    """Show the settings that a person can understand, and return those that were turned."""
    turned = [knob for knob in KNOBS if st.session_state.get(_key(knob), knob.default) != knob.default]
    label = text("evalpage.settings_changed" if turned else "evalpage.settings", language, count=len(turned))
    with st.expander(label, icon=":material/tune:", key="eval-settings"):
        st.caption(text("evalpage.settings_help", language))
        for knob in KNOBS:
            st.session_state.setdefault(_key(knob), knob.default)
            st.select_slider(
                text(f"eval.setting_{knob.name}", language),
                knob.values,
                format_func=lambda value: _number(value, language),
                key=_key(knob),
                help=_knob_help(knob, language),
            )
        st.button(text("evalpage.settings_reset", language), on_click=_reset, disabled=not turned)
    return tuple(Setting(knob.name, f"{st.session_state[_key(knob)]:g}") for knob in turned)


def _knob_help(knob: Knob, language: Language) -> str:
    usual = text("evalpage.setting_usual", language, value=_number(knob.default, language))
    return f"{text(f'eval.setting_{knob.name}_meaning', language)} {usual}"


def _number(value: float, language: Language) -> str:
    return Wording(language).decimal(f"{value:g}")


def _key(knob: Knob) -> str:
    return f"eval-knob-{knob.name}"


def _reset() -> None:
    for knob in KNOBS:
        st.session_state[_key(knob)] = knob.default


def _start(
    questions: Path, folder: Path, settings: tuple[Setting, ...], state: EvalState, language: Language
) -> None:
    store = resources.library().folder
    eval_resources.processes().start(Job(questions, folder, store, settings, language))
    state.watched = folder
    st.rerun()


def _watch(state: EvalState, language: Language) -> None:
    """Show every run that is going on, whoever started it, and how this visitor's last one ended."""
    running = {run.folder for run in eval_resources.history().runs() if run.state is State.RUNNING}
    running |= {*eval_resources.processes().alive()}
    if state.watched is not None and state.watched not in running:
        _ended(state.watched, state, language)
    for folder in sorted(running):
        _progress(folder, language)


def _ended(folder: Path, state: EvalState, language: Language) -> None:
    """Go on to what came of a run, or say why it came to nothing."""
    state.watched = None
    run = next((each for each in eval_resources.history().runs() if each.folder == folder), None)
    if run is not None and run.state is State.WHOLE:
        state.read(run.id)
        state.notice = text("evalpage.done", language, count=run.done)
        st.rerun()
    if eval_resources.processes().failed(folder):
        said = last_words(folder)
        st.html(pieces.alert(said or text("evalpage.failed", language, log=folder / "log.txt")))
    elif run is not None:
        state.pick(run.id)
        state.notice = text("evalpage.stopped", language, done=run.done, count=run.stamp.count)
        st.rerun()


@st.fragment(run_every=POLL)
def _progress(folder: Path, language: Language) -> None:
    """Show how far a run has come, looking again each second; the page is drawn anew when it ends."""
    run = RunFolder(folder)
    alive = eval_resources.processes().is_alive(folder) or run.is_held()
    if not alive:
        st.rerun()
    with st.container(border=True, key=f"eval-progress-{folder.name}"):
        if not run.has_begun:
            st.progress(0.0, text("evalpage.starting", language, name=pieces.literal(folder.name)))
            return
        done, stamp = run.count(), run.stamp()
        words = text("evalpage.progress", language, name=stamp.questions, done=done, count=stamp.count)
        st.progress(min(1.0, done / stamp.count), pieces.literal(words))
        st.caption(text("evalpage.progress_help", language))
        st.button(
            text("evalpage.stopping" if run.stop_wanted else "evalpage.stop", language),
            on_click=run.ask_to_stop,
            disabled=run.stop_wanted,
            icon=":material/stop:",
            key=f"eval-stop-{folder.name}",
        )


def _runs(state: EvalState, language: Language) -> None:
    """Show the runs that are kept, and what can be done with one of them."""
    kept = eval_resources.history().runs()
    st.subheader(text("evalpage.runs", language))
    if not kept:
        st.write(text("evalpage.no_runs", language))
        return
    named = {run.id: run for run in kept}
    state.offer(PICKED, list(named))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        id_ = st.selectbox(
            text("evalpage.choose_run", language),
            list(named),
            format_func=lambda each: eval_runs.name(named[each], language),
            key=PICKED,
        )
        run = named[id_]
        st.button(text("evalpage.read_run", language), on_click=state.read, args=(id_,), key="eval-open")
        _resume(run, state, language)
        with st.popover(text("evalpage.remove", language), disabled=run.state is State.RUNNING):
            st.write(text("evalpage.remove_confirm", language))
            if st.button(text("evalpage.remove_yes", language), type="primary", key="eval-remove"):
                _remove(run, state, language)
    st.html(eval_runs.table(kept, language))


def _resume(run: PastRun, state: EvalState, language: Language) -> None:
    shelved = eval_resources.shelf().named(run.stamp.questions)
    if run.state is not State.STOPPED or shelved is None:
        return
    if st.button(text("evalpage.resume", language), type="primary", key="eval-resume"):
        _start(shelved.path, run.folder, changed(run.stamp), state, language)


def _remove(run: PastRun, state: EvalState, language: Language) -> None:
    with Calm(language) as calm:
        eval_resources.history().remove(run.id)
        state.notice = text("evalpage.removed", language, name=eval_runs.name(run, language))
    calm.show()
    if calm.error is None:
        st.rerun()
