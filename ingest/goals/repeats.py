"""A goal that a summary, a chapter and an appendix all say is one goal with several places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from ingest.danish.stems import stem, terms
from ingest.goals.goal import Goal, Target

ALIKE = 0.5
"""Share of common words from which two statements with the same number say the same."""
SAME = 0.8
"""Share of common words from which two statements without numbers say the same."""
MOST = 0.6
"""Share of a row's words from which a statement with the same number says what the row says."""

_VERB = re.compile(r",|\b(?:skal|må|er|har|får|bliver|vil|kan|varer|[a-zæøå]{4,}es)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:andelen|antallet|tallet|niveauet|gennemsnittet)\b(?! (?:af|på|med)\b)|\b(?:skal det|det skal)\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS = (
    "mindst", "højst", "pct", "procent", "antallet", "andelen", "af", "de", "det", "den", "i", "på", "til",
    "og", "alle", "flere", "færre", "end", "et", "en", "at", "der", "inden", "udgangen", "senest", "frem",
    "mod", "planperioden", "over", "under", "med",
)  # fmt: skip
_ANYBODY = frozenset(
    terms("borgere personer fuldtidspersoner helårspersoner modtagere alle de i på med af og")
)
_NO_SUBJECT = frozenset(stem(word) for word in _FUNCTION_WORDS)


def merged(found: Iterable[Goal], numbers: Mapping[int, str]) -> tuple[Goal, ...]:
    """Return every goal once, in the order of its first place; the fullest statement speaks for it.

    ``numbers`` are those that the plan itself gives its goals, by where a goal begins.
    """
    groups: list[list[tuple[Goal, frozenset[str]]]] = []
    for goal in found:
        words = frozenset(terms(goal.statement))
        group = next(
            (
                g
                for g in groups
                if any(_same(goal, words, *other) or _numbered_row(goal, other[0], numbers) for other in g)
            ),
            None,
        )
        if group is None:
            groups.append([(goal, words)])
        else:
            group.append((goal, words))
    return tuple(_one([goal for goal, _ in group]) for group in groups)


def _same(a: Goal, a_words: frozenset[str], b: Goal, b_words: frozenset[str]) -> bool:
    if a.kind is not b.kind:
        return False
    row = _in_table(a) or _in_table(b)
    subject, other = _subject(a.statement), _subject(b.statement)
    if subject and other and not subject & other and not row:
        return False
    if _other_group(a, a_words, b, b_words):
        return False
    common, either = len(a_words & b_words), len(a_words | b_words)
    inside = common == min(len(a_words), len(b_words)) and common >= 3
    if a.target.value is None or b.target.value is None:
        return inside or (a.target.value == b.target.value and common >= SAME * either)
    units = {a.target.unit, b.target.unit}
    named = len(units) == 1 or any(stem(unit or "") in a_words & b_words for unit in units)
    rounding = max(_rounding(a.target), _rounding(b.target))
    if abs(a.target.value - b.target.value) > rounding:
        return False
    if row and (named or None in units) and _only_says_it(a, b):
        return True
    if not named:
        return False
    if row:
        labels = [_label(goal.statement) for goal in (a, b) if _in_table(goal)]
        return all(len(label & a_words & b_words) >= MOST * len(label) for label in labels)
    kin = bool(set(a.themes[:1]) & set(b.themes)) and common >= ALIKE * min(len(a_words), len(b_words))
    return inside or common >= ALIKE * either or kin


def _numbered_row(a: Goal, b: Goal, numbers: Mapping[int, str]) -> bool:
    """Say whether a row of an overview has the number of a goal, and not another value in its unit."""
    number = numbers.get(a.start)
    if number is None or number != numbers.get(b.start) or _in_table(a) == _in_table(b):
        return False
    (value, unit), (other, measure) = ((goal.target.value, goal.target.unit) for goal in (a, b))
    if value is None or other is None or (unit and measure and unit != measure):
        return True
    return abs(value - other) <= max(_rounding(a.target), _rounding(b.target))


def _only_says_it(a: Goal, b: Goal) -> bool:
    """Say whether one of them leaves to what stands before it what it is about, and the theme is the same."""
    sentences = [goal.statement for goal in (a, b) if not _in_table(goal)]
    return a.themes[:1] == b.themes[:1] != () and any(_POINTS_BACK.search(each) for each in sentences)


def _other_group(a: Goal, a_words: frozenset[str], b: Goal, b_words: frozenset[str]) -> bool:
    """Say whether two goals count different people: each names a group that the other does not speak of."""
    first, second = (frozenset(terms(goal.target_group or "")) - _ANYBODY for goal in (a, b))
    return bool(first - b_words) and bool(second - a_words)


def _rounding(target: Target) -> float:
    """Return by how much two numbers may differ and be the same: "to ud af tre" is 67 per cent in a table."""
    value = target.value or 0.0
    return 0.5 if target.unit == "procent" and value != int(value) else 1e-9


def _in_table(goal: Goal) -> bool:
    return "\t" in goal.statement


def _label(statement: str) -> frozenset[str]:
    """Return the words that a row's number stands beside."""
    cell = next((cell for cell in statement.split("\t") if re.search(r"[^\W\d_]{4,}", cell)), "")
    return frozenset(word for word in terms(cell) if not word[0].isdigit()) - _NO_SUBJECT


@lru_cache(maxsize=10_000)
def _subject(statement: str) -> frozenset[str]:
    """Return the stems of what a statement is about: the words before its verb."""
    words = terms(_VERB.split(statement, maxsplit=1)[0])
    return frozenset(word for word in words if not word[0].isdigit()) - _NO_SUBJECT


def _one(goals: list[Goal]) -> Goal:
    best = max(goals, key=_fullness)
    places = (best.places[0], *(place for goal in goals if goal is not best for place in goal.places))
    return replace(best, places=places, target=_filled(best.target, [goal.target for goal in goals]))


def _fullness(goal: Goal) -> tuple[bool, bool, bool, int]:
    target = goal.target
    return target.value is not None, not _in_table(goal), target.baseline is not None, -goal.start


def _filled(best: Target, others: list[Target]) -> Target:
    """Fill what the fullest statement leaves out from where the goal is said again."""
    deadline = best.deadline or next((each.deadline for each in others if each.deadline), None)
    baseline = best.baseline or next((each.baseline for each in others if each.baseline), None)
    unit = best.unit or next((each.unit for each in others if each.value == best.value and each.unit), None)
    return replace(best, unit=unit, deadline=deadline, baseline=baseline)
