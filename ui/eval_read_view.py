"""The part of "Evaluering" that reads a run: the figures, which questions failed and where, one question."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from eval.history import PastRun, State
from eval.outcome import Outcome, outcome
from eval.report.report import Report
from eval.row import Row
from eval.wording import Wording
from ingest.texts import Language, text
from ui import eval_downloads, eval_figures, eval_resources, eval_runs, pieces, resources
from ui.eval_places import cited_places, expected_places
from ui.eval_question import question
from ui.eval_state import ENDING, QUESTION, READ, EvalState

ALL = "all"
FAILED = "failed"
LIST_HEIGHT = 330
SHORT = 5
"""Questions that need no scrolling."""


def show(state: EvalState, language: Language) -> None:
    """Show the part."""
    past = choose(READ, text("evalpage.choose_run", language), state, language)
    if past is None:
        return
    report = eval_resources.report(past, language)
    words = Wording(language)
    _compare(past, state, language)
    _lead(past, report, words)
    if not report.run.rows:
        return
    st.html(eval_figures.tiles(report.summary, words))
    with st.expander(text("evalpage.all_figures", language), icon=":material/table_chart:"):
        _figures(report, words)
    _questions(report, state, words)
    eval_downloads.show(report, past.id)


def choose(key: str, label: str, state: EvalState, language: Language) -> PastRun | None:
    """Let a run be picked that has rows, the newest first; say so where there is none."""
    named = {run.id: run for run in eval_resources.history().runs() if run.done}
    if not named:
        st.write(text("evalpage.no_runs", language))
        return None
    state.offer(key, list(named))
    st.selectbox(label, list(named), format_func=lambda id_: eval_runs.name(named[id_], language), key=key)
    return named[state.chosen(key)]


def _lead(past: PastRun, report: Report, words: Wording) -> None:
    st.html(eval_figures.endings(report, words))
    if past.done < past.stamp.count:
        told = text("evalpage.partial", words.language, done=past.done, count=past.stamp.count)
        st.html(pieces.notice(told))
    if report.run.broken:
        st.html(pieces.alert(words.say("run_broken", count=len(report.run.broken))))


def _figures(report: Report, words: Wording) -> None:
    summary = report.summary
    st.caption(words.say("figures_lead"))
    st.html(eval_figures.figures(summary, words))
    for each in summary.breakdowns:
        st.html(pieces.label(words.say(f"table_by_{each.by}")))
        st.html(eval_figures.breakdown(each, words))
    if summary.steps:
        st.html(pieces.label(words.say("steps")))
        st.caption(words.say("steps_meaning"))
        st.html(eval_figures.steps(summary, words))


def _questions(report: Report, state: EvalState, words: Wording) -> None:
    """Show which questions failed and where, and the one that is picked."""
    st.subheader(words.say("questions"))
    counts = {FAILED: len(report.failed), ALL: len(report.run.rows)}
    counts |= {share.outcome.value: share.count for share in report.shares}
    options = [name for name in counts if counts[name] or name == FAILED]
    state.offer(ENDING, options, FAILED if report.failed else ALL)
    st.pills(
        words.say("filter_ending"),
        options,
        format_func=lambda name: f"{_ending(name, words)} ({counts[name]})",
        key=ENDING,
    )
    rows = {row.case.id: row for row in _of(report, state.chosen(ENDING) or ALL)}
    if not rows:
        st.write(text("evalpage.none_failed", words.language))
        return
    row = rows[_pick(rows, state, words)]
    plan = resources.library().plan
    st.html(question(row, expected_places(row, plan), cited_places(row, plan), words))


def _pick(rows: dict[str, Row], state: EvalState, words: Wording) -> str:
    state.offer(QUESTION, list(rows))
    long = len(rows) > SHORT
    with st.container(height=LIST_HEIGHT if long else "content", border=long, key="eval-list"):
        st.radio(
            text("evalpage.pick_question", words.language),
            list(rows),
            format_func=lambda id_: pieces.literal(rows[id_].case.question),
            captions=[pieces.literal(_caption(row, words)) for row in rows.values()],
            key=QUESTION,
        )
    return state.chosen(QUESTION)


def _caption(row: Row, words: Wording) -> str:
    return f"{row.case.id} · {words.outcome(outcome(row))}"


def _of(report: Report, ending: str) -> Sequence[Row]:
    if ending == ALL:
        return (*report.failed, *(row for row in report.run.rows if outcome(row).good))
    if ending == FAILED:
        return report.failed
    return tuple(row for row in report.run.rows if outcome(row).value == ending)


def _ending(name: str, words: Wording) -> str:
    if name in (ALL, FAILED):
        return words.say(f"filter_{name}")
    return words.outcome(Outcome(name))


def _compare(past: PastRun, state: EvalState, language: Language) -> None:
    """Offer to compare with the run of the same set before this one."""
    earlier = [
        run
        for run in eval_resources.history().runs()
        if run.stamp.questions == past.stamp.questions
        and run.stamp.started_at < past.stamp.started_at
        and run.state is State.WHOLE
    ]
    if earlier:
        label = text("evalpage.compare_with", language, name=eval_runs.name(earlier[0], language))
        st.button(label, on_click=state.compare, args=(earlier[0].id, past.id), key="eval-compare")
