"""What came of a comparison, in sentences for someone who reads no tables."""

from __future__ import annotations

from eval.compare import Comparison, Difference
from eval.wording import Wording


def verdict(comparison: Comparison, words: Wording) -> list[str]:
    """Return which figures differ by more than chance explains, or that none does."""
    tested = [each for each in comparison.differences if each.p is not None]
    certain = [_told(each, words) for each in tested if each.is_certain]
    if certain:
        return certain
    return [words.say("verdict_same" if all(each.is_same for each in tested) else "verdict_chance")]


def judged(difference: Difference, words: Wording) -> str:
    """Return what is to be thought of one difference, in a word or two."""
    if not difference.change.known:
        return words.say("no_data")
    if difference.is_same:
        return words.say("judged_same")
    if not difference.is_certain:
        return words.say("judged_chance")
    return words.say("judged_better" if difference.is_better else "judged_worse")


def _told(each: Difference, words: Wording) -> str:
    key = "verdict_better" if each.is_better else "verdict_worse"
    return words.say(key, title=words.title(each.metric), change=words.change(each.metric, each.change))
