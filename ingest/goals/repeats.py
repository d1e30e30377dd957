"""A goal that a summary, a chapter and an appendix all say is one goal with several places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ingest.danish.stems import stem, terms
from ingest.goals.goal import Goal, Target
from ingest.goals.likely import SAME, Likely

ALIKE = 0.5
"""Share of common words from which two statements with the same number say the same."""
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


@dataclass(frozen=True, slots=True)
class _Read:
    """A goal with what is compared of it, read from its statement once and not for each pair."""

    goal: Goal
    words: frozenset[str]
    subject: frozenset[str]
    """What the statement is about: the words before its verb."""
    people: frozenset[str]
    """The words for whom it counts, but not those for anybody."""
    label: frozenset[str]
    """What a row's number stands beside."""
    in_table: bool
    points_back: bool


def merged(found: Iterable[Goal], numbers: Mapping[int, str]) -> tuple[Goal, ...]:
    """Return every goal once, in the order of its first place; the fullest statement speaks for it.

    ``numbers`` are those that the plan itself gives its goals, by where a goal begins.
    """
    read = [_read(goal) for goal in found]
    likely = Likely(each.words for each in read)
    groups: list[list[Goal]] = []
    placed: list[int] = []
    for n, each in enumerate(read):
        key = (each.words, each.goal.target.value, numbers.get(each.goal.start))
        others = ((placed[m], read[m]) for m in sorted(likely.of(*key), key=placed.__getitem__))
        same = (at for at, other in others if _same(each, other) or _numbered_row(each, other, numbers))
        at = next(same, len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(each.goal)
        placed.append(at)
        likely.add(n, *key)
    return tuple(_one(group) for group in groups)


def _read(goal: Goal) -> _Read:
    in_table = "\t" in goal.statement
    return _Read(
        goal,
        frozenset(terms(goal.statement)),
        _subject(goal.statement),
        frozenset(terms(goal.target_group or "")) - _ANYBODY,
        _label(goal.statement) if in_table else frozenset(),
        in_table,
        not in_table and bool(_POINTS_BACK.search(goal.statement)),
    )


def _same(one: _Read, two: _Read) -> bool:
    a, b = one.goal, two.goal
    if a.kind is not b.kind:
        return False
    row = one.in_table or two.in_table
    if one.subject and two.subject and not one.subject & two.subject and not row:
        return False
    if one.people - two.words and two.people - one.words:
        return False  # They count different people: each names a group that the other does not speak of.
    common, either = len(one.words & two.words), len(one.words | two.words)
    fewer = min(len(one.words), len(two.words))
    inside = common == fewer and common >= 3
    if a.target.value is None or b.target.value is None:
        return inside or (a.target.value == b.target.value and common >= SAME * either)
    units = {a.target.unit, b.target.unit}
    named = len(units) == 1 or any(stem(unit or "") in one.words & two.words for unit in units)
    if not _one_number(a.target, b.target):
        return False
    if row and (named or None in units) and _only_says_it(one, two):
        return True
    if not named:
        return False
    if row:
        labels = [each.label for each in (one, two) if each.in_table]
        return all(len(label & one.words & two.words) >= MOST * len(label) for label in labels)
    kin = bool(set(a.themes[:1]) & set(b.themes)) and common >= ALIKE * fewer
    return inside or common >= ALIKE * either or kin


def _numbered_row(one: _Read, two: _Read, numbers: Mapping[int, str]) -> bool:
    """Say whether a row of an overview has the number of a goal, and not another value in its unit."""
    a, b = one.goal, two.goal
    number = numbers.get(a.start)
    if number is None or number != numbers.get(b.start) or one.in_table == two.in_table:
        return False
    units = (a.target.unit, b.target.unit)
    if a.target.value is None or b.target.value is None or (all(units) and units[0] != units[1]):
        return True
    return _one_number(a.target, b.target)


def _only_says_it(one: _Read, two: _Read) -> bool:
    """Say whether one of them leaves to what stands before it what it is about, and the theme is the same."""
    return one.goal.themes[:1] == two.goal.themes[:1] != () and (one.points_back or two.points_back)


def _one_number(a: Target, b: Target) -> bool:
    return abs((a.value or 0.0) - (b.value or 0.0)) <= max(_rounding(a), _rounding(b))


def _rounding(target: Target) -> float:
    """Return by how much two numbers may differ and be the same: "to ud af tre" is 67 per cent in a table."""
    value = target.value or 0.0
    return 0.5 if target.unit == "procent" and value != int(value) else 1e-9


def _label(statement: str) -> frozenset[str]:
    """Return the words that a row's number stands beside."""
    cell = next((cell for cell in statement.split("\t") if re.search(r"[^\W\d_]{4,}", cell)), "")
    return frozenset(word for word in terms(cell) if not word[0].isdigit()) - _NO_SUBJECT


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
    return target.value is not None, "\t" not in goal.statement, target.baseline is not None, -goal.start


def _filled(best: Target, others: list[Target]) -> Target:
    """Fill what the fullest statement leaves out from where the goal is said again."""
    deadline = best.deadline or next((each.deadline for each in others if each.deadline), None)
    baseline = best.baseline or next((each.baseline for each in others if each.baseline), None)
    unit = best.unit or next((each.unit for each in others if each.value == best.value and each.unit), None)
    return replace(best, unit=unit, deadline=deadline, baseline=baseline)
