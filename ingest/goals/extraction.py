"""Finding a plan's goals: candidates, those that bind, what they are measured by, and repeats made one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.danish.stems import terms
from ingest.goals.candidate import Candidate
from ingest.goals.candidates import candidates
from ingest.goals.dating import dated
from ingest.goals.goal import Goal, GoalKind, Place, Target
from ingest.goals.group import target_group
from ingest.goals.repeats import merged
from ingest.goals.target import target
from ingest.goals.themes import themes_of
from ingest.goals.wording import (
    ACTIVITY,
    CHANGE,
    LABEL,
    commits,
    is_follow_up,
    is_history,
)
from ingest.plan import BlockKind, Plan

STATEMENT, SECTION, PARENTS = 6, 3, 1
"""What a theme's word counts in the statement, in the nearest heading and in those above it."""
QUOTED = 0.9
"""Share of a statement's words from which it repeats a goal quoted from the minister."""
MOST_OF = 0.5
"""Share of a list's items that bind, from which the rest of the list is taken to bind too."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_VERB = re.compile(r"\b(?:skal|må|kan|vil|får|har|er|\w{2,}(?:er|es|nes))\b", re.IGNORECASE)
_STARTS_BOUND = re.compile(
    r"(?:mindst|højst|minimum|maksimalt)\s+(?:\d|hver|halvdelen|[a-zæøå]+ ud af)", re.IGNORECASE
)
_AIMS = re.compile(
    r"\b(?:mål(?:et|sætningen)|ambitionen) er,? at\b|\ber mål(?:et"
    r"|sætningen),? at\b",
    re.IGNORECASE,
)
_BY_THEN = re.compile(r"\b(?:senest|inden udgangen af|ved udgangen af|frem mod|inden)\b", re.IGNORECASE)
_COUNTED_SUBJECT = re.compile(
    r"\b(?:antal(?:let)?\b|andel(?:en)?\b|procentdel|ledighed|varighed|udledning|\w*grad(?:en)?\b"
    r"|frafald|sygefravær|forbrug)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate that is a goal, and what it is measured by."""

    candidate: Candidate
    target: Target


def goals(plan: Plan) -> tuple[Goal, ...]:
    """Return the goals of a plan, in order, each once; efforts announced as goals are marked as such."""
    stated = candidates(plan)
    everything = [_Found(each, _measured(each)) for each in stated if _is_statement(each)]
    quoted = [frozenset(terms(each.text)) for each in stated if each.quoted]
    bound = [each for each in everything if _binds(each, plan) and not _is_quoted(each, quoted)]
    bound += _their_neighbours(everything, bound)
    kept = _without_captions(_joined(plan, sorted(bound, key=lambda each: each.candidate.start)))
    numbered = any(each.target.measurable for each in kept)
    paths = {each.candidate.start: each.candidate.path for each in kept}
    found = merged(_goal(plan, each, numbered) for each in kept)
    return tuple(dated(plan, goal, paths[goal.start]) for goal in found)


def _measured(candidate: Candidate) -> Target:
    return target(
        candidate.measured or candidate.text, candidate.following, candidate.baseline, candidate.deadline
    )


def _is_statement(candidate: Candidate) -> bool:
    text = candidate.text
    few = 2 if candidate.labelled or candidate.measured else 3
    return (
        not candidate.quoted
        and not text.endswith(("?", ":"))
        and (candidate.measured != "" or len(_WORD.findall(text)) >= few)
    )


def _binds(found: _Found, plan: Plan) -> bool:
    """Say whether a statement is a goal: by the words that announce it, or by its own."""
    candidate = found.candidate
    if is_follow_up(candidate.text):
        return False
    if candidate.kind is BlockKind.HEADING:
        return candidate.labelled and found.target.measurable
    if candidate.labelled:
        return not is_history(candidate.text) and (found.target.measurable or not candidate.quoted)
    if candidate.announced and candidate.first and not is_history(candidate.text):
        if candidate.group >= 0:
            return found.target.measurable or bool(_VERB.search(candidate.text))
        titled = bool(LABEL.match(candidate.section))
        if (
            not titled
            and found.target.measurable
            and (commits(candidate.text) or _STARTS_BOUND.match(candidate.text))
        ):
            return True
    return _binds_alone(found, plan)


def _is_quoted(found: _Found, quoted: Sequence[frozenset[str]]) -> bool:
    """Say whether a statement repeats what the plan quotes elsewhere as the minister's goal."""
    words = frozenset(terms(found.candidate.text))
    return not found.target.measurable and any(len(words & each) >= QUOTED * len(words) for each in quoted)


def _binds_alone(found: _Found, plan: Plan) -> bool:
    """Say whether a sentence is a goal wherever it stands: it promises a number, a level or a year."""
    text, aim = found.candidate.text, found.target
    if found.candidate.kind is BlockKind.ITEM and _STARTS_BOUND.match(text) and not is_history(text):
        return aim.unit not in _TIMES
    if not commits(text):
        return False
    if aim.deadline is not None and int(aim.deadline) < (plan.identity.first_year or 0):
        return False
    changed, counted = CHANGE.search(text), _COUNTED_SUBJECT.search(text)
    if aim.value is not None and aim.unit not in _TIMES:
        if _AIMS.search(text):
            return True
        return bool(changed or counted or aim.deadline) and bool(aim.deadline or aim.baseline or counted)
    if aim.baseline is not None:
        return bool(changed or counted)
    last = plan.identity.last_year or 0
    return aim.deadline is not None and (bool(_BY_THEN.search(text)) or int(aim.deadline) > last > 0)


_TIMES = frozenset(
    ("uger", "dage", "måneder", "timer", "minutter", "hverdage", "arbejdsdage", "kr.", "gange", "år")
)


def _their_neighbours(everything: Sequence[_Found], bound: Sequence[_Found]) -> list[_Found]:
    """Return what stands in one list with goals where most of the list is goals."""
    firsts = [each for each in everything if each.candidate.group >= 0 and each.candidate.first]
    sizes = Counter(each.candidate.group for each in firsts)
    goals_in = Counter(each.candidate.group for each in bound if each.candidate.first)
    known = {each.candidate.start for each in bound}
    return [
        each
        for each in firsts
        if each.candidate.start not in known
        and 1 < goals_in[each.candidate.group] > MOST_OF * sizes[each.candidate.group]
        and (each.target.measurable or _VERB.search(each.candidate.text))
        and not is_history(each.candidate.text)
        and not is_follow_up(each.candidate.text)
    ]


def _joined(plan: Plan, found: list[_Found]) -> list[_Found]:
    """Join a goal without a number to the next sentence of its paragraph, where that says what is meant."""
    joined: list[_Found] = []
    for each in found:
        last = joined[-1] if joined else None
        if last and _belongs(last, each):
            start, end = last.candidate.start, each.candidate.end
            whole = replace(last.candidate, end=end, text=plan.text[start:end], following="")
            joined[-1] = _Found(
                whole, replace(each.target, direction=each.target.direction or last.target.direction)
            )
        else:
            joined.append(each)
    return joined


def _belongs(first: _Found, second: _Found) -> bool:
    listed = first.candidate.group >= 0 and first.target.deadline is None
    same = (
        first.candidate.block == second.candidate.block >= 0
        and second.candidate.group == first.candidate.group
    )
    return (
        listed
        and same
        and not first.target.measurable
        and second.target.measurable
        and not second.candidate.first
    )


def _without_captions(found: list[_Found]) -> list[_Found]:
    """Leave out the captions over goals: a diagram's boxes name in a few words what is measured elsewhere.

    They are told by their print: where the goals that can be measured are sentences, a caption is none.
    """
    measured = [each for each in found if each.target.measurable and not each.candidate.measured]
    ended = sum(each.candidate.text.endswith(".") for each in measured)
    if not measured or ended * 2 < len(measured):
        return found
    return [each for each in found if each.target.value is not None or _ends(each) or each.target.baseline]


def _ends(found: _Found) -> bool:
    return found.candidate.text.endswith((".", "!", ";", ",")) or found.candidate.kind is BlockKind.ROW


def _goal(plan: Plan, found: _Found, numbered: bool) -> Goal:
    candidate = found.candidate
    where = Place(candidate.start, candidate.end, plan.document.page_at(candidate.start), candidate.section)
    kind = GoalKind.EFFORT if numbered and _is_effort(found) else GoalKind.GOAL
    return Goal(
        plan.id,
        kind,
        candidate.text,
        (where,),
        found.target,
        _themes(plan, candidate),
        target_group(candidate.measured or candidate.text),
    )


def _is_effort(found: _Found) -> bool:
    """Say whether a statement without a number tells what is done, in a plan whose goals have numbers."""
    return not found.target.measurable and bool(ACTIVITY.search(found.candidate.text))


def _themes(plan: Plan, candidate: Candidate) -> tuple[str, ...]:
    parts = [(STATEMENT, candidate.text), (SECTION, candidate.section)]
    parts += [(PARENTS, words) for words in candidate.path[:-1]]
    return themes_of(parts, plan.identity.kind)
