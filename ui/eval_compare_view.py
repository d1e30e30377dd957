"""The part of "Evaluering" that compares two runs: the verdict, the figures, every question that flipped."""

from __future__ import annotations

import streamlit as st

from eval.compare import Comparison
from eval.report.report import make_report
from eval.wording import Wording
from ingest.texts import Language, text
from ui import eval_downloads, eval_flips, eval_resources, eval_runs
from ui.eval_state import AFTER, BEFORE, EvalState


def show(state: EvalState, language: Language) -> None:
    """Show the part."""
    named = {run.id: run for run in eval_resources.history().runs() if run.done}
    if len(named) < 2:
        st.write(text("evalpage.too_few_runs", language))
        return
    newest, other, *_ = named
    state.offer(AFTER, list(named), newest)
    state.offer(BEFORE, list(named), other)
    labels = text("evalpage.choose_before", language), text("evalpage.choose_after", language)
    for side, key, label in zip(st.columns(2), (BEFORE, AFTER), labels, strict=True):
        side.selectbox(
            label,
            list(named),
            format_func=lambda id_: eval_runs.name(named[id_], language),
            key=key,
        )
    before, after = named[state.chosen(BEFORE)], named[state.chosen(AFTER)]
    if before == after:
        st.write(text("evalpage.same_run", language))
        return
    comparison = eval_resources.comparison(before, after)
    _compared(comparison, Wording(language))
    report = make_report(comparison.after, comparison, None, language)
    eval_downloads.show(report, f"{before.id}-{after.id}")


def _compared(comparison: Comparison, words: Wording) -> None:
    if not comparison.pairs:
        st.write(text("evalpage.nothing_in_common", words.language))
        return
    st.html(eval_flips.sentences(comparison, words))
    st.subheader(text("evalpage.made_with", words.language))
    st.html(eval_flips.made_with(comparison.before.stamp, comparison.after.stamp, words))
    st.subheader(words.say("figures"))
    st.html(eval_flips.differences(comparison, words))
    st.caption(f"{words.say('pairs_meaning')} {words.say('chance_meaning')}")
    with st.expander(text("evalpage.other_figures", words.language)):
        st.html(eval_flips.differences(comparison, words, tested=False))
    for heading, pairs in (("broke", comparison.broke), ("mended", comparison.mended)):
        st.subheader(f"{words.say(heading)} ({len(pairs)})")
        if pairs:
            st.html(eval_flips.flips(pairs, words))
        else:
            st.write(text(f"evalpage.none_{heading}", words.language))
