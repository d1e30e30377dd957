"""Two runs side by side: how they were made, what their figures differ by, and what flipped. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.compare import Comparison, Difference, Pair
from eval.diagnosis import diagnose
from eval.outcome import outcome
from eval.row import Row
from eval.score import Score
from eval.stamp import Stamp
from eval.verdict import judged, verdict
from eval.wording import Wording
from ui.eval_figures import FIGURES, TESTED, WORDS, meaning, table
from ui.eval_question import chip, cited_names
from ui.markup import Html, element, join
from ui.pieces import label


def sentences(comparison: Comparison, words: Wording) -> Html:
    """Return what came of it, for someone who reads no tables."""
    broke, mended = len(comparison.broke), len(comparison.mended)
    told = [words.say("verdict_flips", count=len(comparison.pairs), broke=broke, mended=mended)]
    told += verdict(comparison, words)
    if comparison.unpaired:
        ids = ", ".join(comparison.unpaired)
        told.append(words.say("comparison_unpaired", count=len(comparison.unpaired), ids=ids))
    return element("ul", *(element("li", each) for each in told), class_="pv-verdict")


def differences(comparison: Comparison, words: Wording, tested: bool = True) -> Html:
    """Return the figures of both runs and what they differ by: those tested for chance, or the others."""
    heads = [words.say(name) for name in ("table_metric", "table_count", "before", "after", "change")]
    heads += [words.say("chance"), words.say("table_verdict")] if tested else []
    shown = (each for each in comparison.differences if (each.p is not None) is tested)
    lines = [_difference(each, words, tested) for each in shown]
    return table(heads, lines, TESTED if tested else FIGURES)


def made_with(before: Stamp, after: Stamp, words: Wording) -> Html:
    """Return what differs in how the runs were made; without it a difference cannot be explained."""
    lines = list(_made_with(before, after, words))
    if not lines:
        return element("p", words.say("made_alike"), class_="pv-notice")
    heads = [words.say(name) for name in ("table_setting", "before", "after")]
    return table(heads, lines, WORDS)


def flips(pairs: Sequence[Pair], words: Wording) -> Html:
    """Return questions with both answers side by side."""
    return join([_flip(pair, words) for pair in pairs])


def _difference(each: Difference, words: Wording, tested: bool) -> list[str]:
    colour = "" if each.is_better is None else "pv-better" if each.is_better else "pv-worse"
    change = element("span", words.change(each.metric, each.change), class_=f"pv-change {colour}".strip())
    figures = [words.figure(each.metric, each.before), words.figure(each.metric, each.after)]
    line = [meaning(each.metric, words), str(each.change.rows), *figures, change]
    return [*line, words.chance(each.corrected), judged(each, words)] if tested else line


def _made_with(before: Stamp, after: Stamp, words: Wording) -> Iterator[list[str]]:
    for name in ("questions", "questions_sha256", "commit", "model", "store_sha256"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield [words.say(f"stamp_{name}"), old[:16], new[:16]]
    old_settings = {each.name: each.value for each in before.settings}
    new_settings = {each.name: each.value for each in after.settings}
    for name in sorted({*old_settings, *new_settings}):
        old, new = old_settings.get(name, "–"), new_settings.get(name, "–")
        if old != new:
            yield [words.setting(name), words.decimal(old), words.decimal(new)]


def _flip(pair: Pair, words: Wording) -> Html:
    case = pair.after.case
    sides = [_side(name, row, words) for name, row in (("before", pair.before), ("after", pair.after))]
    title = element("h4", case.question, " ", element("span", case.id, class_="pv-file"))
    return element("article", title, element("div", *sides, class_="pv-pair"), class_="pv-flip")


def _side(name: str, row: Row, words: Wording) -> Html:
    return element(
        "div",
        label(words.say(name)),
        chip(outcome(row), words),
        element("p", row.answer or row.error, class_="pv-told"),
        cited_names(row, words),
        element("p", words.why(Score(None, diagnose(row))), class_="pv-file"),
    )
