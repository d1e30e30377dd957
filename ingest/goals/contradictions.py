"""Where a plan contradicts itself: another number of goals than it announces, or one goal with two numbers.

A false alarm costs more trust than a missed one: whatever may have an innocent reason is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.danish.numbers import dates
from ingest.danish.stems import stem, terms
from ingest.goals.amount import amount
from ingest.goals.counted import Said, announced, label_at, listed, lists
from ingest.goals.goal import Direction, Goal, GoalKind
from ingest.plan import Plan

_SUMMARY = re.compile(
    r"\b(?:bilag|oversigt\w*|overblik\w*|resum[eé]\w*|sammenfatning|opsamling|kort fortalt|forord|indledning"
    r"|samlet|appendiks)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\([^()]*\)|,?\s(?:mod|fra|i forhold til|sammenholdt med|sammenlignet med|svarende til)\s.*", re.DOTALL
)
_FRAME = frozenset(
    terms(
        "antallet andelen procentdelen gennemsnitlige niveauet af de det den disse i på til og at der som "
        "skal må kan vil bliver være have få ligge nedbringes reduceres sænkes falde mindskes øges stiger "
        "hæves op ned med mindst højst højest minimum maksimalt under over udgangen ved senest inden frem "
        "fortsat samlet årligt procent procentpoint målet vi kommunen år"
    )
)
"""Stems that say how a goal is put, not what it is about."""
_COMMON = frozenset(
    terms(
        "borgere brugere personer pårørende medarbejdere elever børn unge ældre virksomheder tilfredse "
        "tilfredshed klager svar besøg ventetid sygefravær forløb deltager gennemfører tilbud"
    )
)
"""Stems that several services of one plan share: "Mindst 80 pct. af brugerne er tilfredse" stands in each."""
_MEASURES = frozenset(("procent", "procentpoint", "uger", "dage", "måneder", "timer", "år", "kr.", "gange"))
_OPPOSITE = (
    frozenset((Direction.LEAST, Direction.MOST)),
    frozenset((Direction.UP, Direction.DOWN)),
)


class ContradictionKind(StrEnum):
    """What does not agree: the number of goals, or the number in a goal."""

    COUNT = "count"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two numbers of a plan that cannot both be right.

    COUNT: ``numbers`` are what is announced and what is listed; ``said`` is the announcement, then each that
    is listed. NUMBER: ``numbers`` are the different values, in the plan's order; ``said`` is every place.
    ``what`` is the noun that is counted ("resultatmål"), or the unit.
    """

    kind: ContradictionKind
    plan: str
    what: str
    numbers: tuple[float, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A goal with what is compared of it, read from the plan once and not for each pair."""

    goal: Goal
    subject: frozenset[str]
    words: frozenset[str]
    labels: frozenset[str]
    change: bool


def contradictions(goals: Sequence[Goal], plan: Plan) -> tuple[Contradiction, ...]:
    """Return where a plan contradicts itself, in the plan's order. ``goals`` are the plan's own."""
    found = [*_counts(goals, plan), *_numbers(goals, plan)]
    return tuple(sorted(found, key=lambda each: each.said[0].place.start))


def _counts(goals: Sequence[Goal], plan: Plan) -> Iterator[Contradiction]:
    """Yield the nouns of which a plan announces another number than it lists."""
    for noun, said in announced(plan).items():
        items = listed(plan, noun, goals)
        told = [each.value for each in said]
        if len(items) < 2 or len(items) in told or len(items) == sum(set(told)):
            continue
        first = max(said, key=lambda each: each.value)
        yield Contradiction(
            ContradictionKind.COUNT, plan.id, noun, (first.value, float(len(items))), (first, *items)
        )
    for noun, lead, below in lists(plan):
        if len(below) != lead.value:
            yield Contradiction(
                ContradictionKind.COUNT, plan.id, noun, (lead.value, float(len(below))), (lead, *below)
            )


def _numbers(goals: Sequence[Goal], plan: Plan) -> Iterator[Contradiction]:
    """Yield the goals that stand in a plan with different numbers.

    Only goals with one subject are compared: a plan of a thousand goals has half a million pairs.
    """
    valued = [_weighed(goal, plan) for goal in goals if _is_valued(goal)]
    alike: dict[frozenset[str], list[int]] = {}
    for n, each in enumerate(valued):
        if each.subject:
            alike.setdefault(each.subject, []).append(n)
    taken: set[int] = set()
    for n, each in enumerate(valued):
        if n in taken:
            continue
        later = (m for m in alike.get(each.subject, ()) if m > n and m not in taken)
        same = [m for m in later if _disagree(each, valued[m], plan)]
        if same:
            taken.update(same)
            yield _told([each.goal, *(valued[m].goal for m in same)], plan)


def _told(group: Sequence[Goal], plan: Plan) -> Contradiction:
    values = dict.fromkeys(each.target.value or 0.0 for each in group)
    said = tuple(
        Said(plan.text[place.start : place.end], place, each.target.value or 0.0)
        for each in group
        for place in each.places
    )
    return Contradiction(ContradictionKind.NUMBER, plan.id, group[0].target.unit or "", tuple(values), said)


def _is_valued(goal: Goal) -> bool:
    return goal.kind is GoalKind.GOAL and goal.target.value is not None


def _weighed(goal: Goal, plan: Plan) -> _Weighed:
    found = amount(goal.statement)
    labels = (label_at(plan, place) for place in goal.places)
    return _Weighed(
        goal,
        _subject(goal),
        frozenset(terms(goal.statement)),
        frozenset(label for label in labels if label),
        found is not None and found.change,
    )


def _disagree(a: _Weighed, b: _Weighed, plan: Plan) -> bool:
    """Say whether two goals of one subject are one and the same, but for the number."""
    if a.goal.target.value == b.goal.target.value or not _one_measure(a, b):
        return False
    if not _one_time(a.goal, b.goal, plan) or (a.labels and b.labels and not a.labels & b.labels):
        return False
    return bool(a.subject - _COMMON) or _one_context(a.goal, b.goal)


def _one_measure(a: _Weighed, b: _Weighed) -> bool:
    """Say whether two numbers are of one kind: the same unit, both a level or both a change."""
    ways = frozenset(each.goal.target.direction for each in (a, b))
    if ways in _OPPOSITE or a.change != b.change:
        return False
    units = (a.goal.target.unit, b.goal.target.unit)
    if units[0] == units[1]:
        return True
    if None in units or _MEASURES & set(units):
        return False
    return any(stem(unit or "") in other.words for unit, other in zip(units, (b, a), strict=True))


def _one_time(a: Goal, b: Goal, plan: Plan) -> bool:
    years = {a.target.deadline, b.target.deadline}
    single = plan.identity.first_year == plan.identity.last_year
    return len(years) == 1 or (None in years and single)


def _one_context(a: Goal, b: Goal) -> bool:
    """Say whether common words mean the same thing in both places: one section, or one that sums up."""
    sections = {place.section for goal in (a, b) for place in goal.places}
    return len(sections) == 1 or any(_SUMMARY.search(section) for section in sections)


def _subject(goal: Goal) -> frozenset[str]:
    """Return the stems of what a goal is about, without its number, year, baseline and manner of speaking.

    Other numbers and shorter times than a year stay: "0-6 år" and "1. kvartal" say which goal it is.
    """
    text = goal.statement.partition("\t")[0]
    if goal.target.baseline:
        text = text.replace(goal.target.baseline, " ")
    text = _ASIDE.sub(" ", text)
    found = amount(text)
    if found is not None:
        text = text[: found.start] + re.sub(r"^[\d.,]+", " ", text[found.start :])
    times = {" ".join(text[a:b].lower().split()) for a, b in dates(text) if not _ends_a_year(text[a:b])}
    words = {word for word in terms(text) if not re.fullmatch(r"(?:19|20)\d\d", word)}
    unit = stem(goal.target.unit or "")
    return frozenset((words | times) - _FRAME - ({unit} if unit in _COMMON else set()))


def _ends_a_year(words: str) -> bool:
    return bool(re.match(r"(?:\w+ )?udgangen af (?:19|20)|ultimo (?:19|20)", words, re.IGNORECASE))
