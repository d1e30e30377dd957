"""Which one municipality does something: what sets it apart, not what its plan shares with the others'."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.asked import AnswerKind
from assistant.choosing import Share
from assistant.denied import refuses
from assistant.finding import Found
from assistant.judging import Verdict
from assistant.understanding import Understanding
from ingest.danish.numbers import years

NEAR = 0.92
"""The share of what the best holds of a question that another must hold to be told beside it."""
WHOLE = 0.75
"""The share of a question that a sentence holds which answers it, though others' plans have it too."""
_ONE = re.compile(r"\b(?:hvilken (?:\w+ ){0,2}?kommun\w+|which (?:\w+ ){0,2}?municipality)\b", re.IGNORECASE)


def asks_for_one(understood: Understanding) -> bool:
    """Say whether a question takes it that one municipality does what is asked: "hvilken kommune ..."."""
    return understood.kind is AnswerKind.WHICH_MUNICIPALITIES and bool(_ONE.search(understood.text))


def the_one(
    found: Sequence[Sequence[Found]],
    choose: Callable[[Sequence[Sequence[Found]]], tuple[Share, ...]],
    understood: Understanding,
) -> tuple[Share, ...]:
    """Choose from what sets a municipality apart; else from what all say, where that answers in full."""
    said = Counter(words for group in found for words in _said(group))
    common = [v.covered for group in found for f in group for v in f.verdicts if said[_words(v)] > 1]
    most = max(common, default=0.0)
    shares: tuple[Share, ...] = ()
    for enough in (math.inf, WHOLE):
        shares = choose([_set_apart(group, said, enough) for group in found])
        held = [s.chosen[0].covered for s in shares if s.chosen and not _refuses(s)]
        if held and (most < WHOLE or max(held) >= NEAR * most):
            return shares
    return tuple(s if s.chosen and s.chosen[0].covered >= WHOLE else replace(s, chosen=()) for s in shares)


def _set_apart(group: Sequence[Found], said: Mapping[str, int], enough: float) -> list[Found]:
    """Return what was found without what is said in several groups, but for what holds ``enough``."""
    return [
        replace(f, verdicts=tuple(v for v in f.verdicts if said[_words(v)] == 1 or v.covered >= enough))
        for f in group
    ]


def _said(group: Sequence[Found]) -> set[str]:
    return {_words(verdict) for f in group for verdict in f.verdicts}


def _words(verdict: Verdict) -> str:
    return " ".join(verdict.unit.text.split())


def _refuses(share: Share) -> bool:
    return refuses(share.chosen[0].unit.text, share.name)


def lesser(telling: Sequence[Share], understood: Understanding) -> list[Share]:
    """Return the shares that hold less of the question than the best of them, or are of another year."""
    best = max((share.chosen[0].covered for share in telling), default=0.0)
    found = [s for s in telling if s.chosen[0].covered < NEAR * best or _of_other_years(s, understood)]
    return found if len(found) < len(telling) else []


def _of_other_years(share: Share, understood: Understanding) -> bool:
    stated = set(years(share.chosen[0].unit.text))
    return bool(stated and understood.years) and stated.isdisjoint(understood.years)
