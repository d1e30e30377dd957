"""Finding a plan's goals: candidates, those that bind, what they are measured by, and repeats made one."""

from __future__ import annotations

from dataclasses import replace

from ingest.danish.stems import terms
from ingest.goals.binding import Found, binds, is_quoted, is_statement, neighbours
from ingest.goals.candidate import Candidate
from ingest.goals.candidates import candidates
from ingest.goals.dating import dated
from ingest.goals.goal import Goal, GoalKind, Place, Target
from ingest.goals.group import target_group
from ingest.goals.repeats import merged
from ingest.goals.target import target
from ingest.goals.themes import names_theme, themes_of
from ingest.goals.wording import ACTIVITY, HELD_TO, LATER
from ingest.plan import BlockKind, Plan

STATEMENT, PARAGRAPH, SECTION, PARENTS = 6, 4, 3, 1
"""What a theme's word counts in the statement, before it, in the nearest heading and in those above it."""


def goals(plan: Plan) -> tuple[Goal, ...]:
    """Return the goals of a plan, in order, each once; efforts announced as goals are marked as such."""
    stated = candidates(plan)
    everything = [Found(each, _measured(each)) for each in stated if is_statement(each)]
    quoted = [frozenset(terms(each.text)) for each in stated if each.quoted]
    bound = [each for each in everything if binds(each, plan) and not is_quoted(each, quoted)]
    bound += neighbours(everything, bound)
    kept = _without_captions(_joined(plan, sorted(bound, key=lambda each: each.candidate.start)))
    numbered = any(each.target.measurable for each in kept)
    paths = {each.candidate.start: each.candidate.path for each in kept}
    numbers = {each.candidate.start: each.candidate.number for each in kept if each.candidate.number}
    found = merged((_goal(plan, each, numbered) for each in kept), numbers)
    return tuple(dated(plan, goal, paths[goal.start]) for goal in found)


def _measured(candidate: Candidate) -> Target:
    return target(
        candidate.measured or candidate.text, candidate.following, candidate.baseline, candidate.deadline
    )


def _joined(plan: Plan, found: list[Found]) -> list[Found]:
    """Join a goal to the next sentence, where that says what is meant, or where it is to end."""
    joined: list[Found] = []
    for each in found:
        last = joined[-1] if joined else None
        if last and (_belongs(last, each) or _goes_on(plan, last, each)):
            start, end = last.candidate.start, each.candidate.end
            whole = replace(last.candidate, end=end, text=plan.text[start:end], following="")
            aim = replace(
                each.target,
                unit=each.target.unit or last.target.unit,
                direction=each.target.direction or last.target.direction,
                baseline=each.target.baseline or last.target.baseline,
            )
            joined[-1] = Found(whole, aim)
        else:
            joined.append(each)
    return joined


def _goes_on(plan: Plan, first: Found, second: Found) -> bool:
    """Say whether a sentence only says how far a goal is to come later: "I 2028 er målet 60 pct."."""
    between = plan.text[first.candidate.end : second.candidate.start]
    then, later = first.target.deadline, second.target.deadline
    return (
        between in ("", " ", "\n")
        and first.target.value is not None
        and second.target.value is not None
        and first.target.unit == second.target.unit
        and then is not None
        and later is not None
        and then < later
        and bool(LATER.fullmatch(second.candidate.text))
    )


def _belongs(first: Found, second: Found) -> bool:
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


def _without_captions(found: list[Found]) -> list[Found]:
    """Leave out the captions over goals: a diagram's boxes name in a few words what is measured elsewhere.

    They are told by their print: where the goals that can be measured are sentences, a caption is none.
    """
    measured = [each for each in found if each.target.measurable and not each.candidate.measured]
    ended = sum(each.candidate.text.endswith(".") for each in measured)
    if not measured or ended * 2 < len(measured):
        return found
    return [each for each in found if each.target.value is not None or _ends(each) or each.target.baseline]


def _ends(found: Found) -> bool:
    said = found.candidate
    return said.led or said.kind is BlockKind.ROW or said.text.endswith((".", "!", ";", ","))


def _goal(plan: Plan, found: Found, numbered: bool) -> Goal:
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


def _is_effort(found: Found) -> bool:
    """Say whether a statement without a number tells what is done, in a plan whose goals have numbers.

    What is to be so ("skal"), or for all, somebody can be held to.
    """
    text = found.candidate.text
    return not found.target.measurable and bool(ACTIVITY.search(text)) and not HELD_TO.search(text)


def _themes(plan: Plan, candidate: Candidate) -> tuple[str, ...]:
    """What stands before a statement counts where its own words name nothing: "Andelen skal halveres"."""
    parts = [(STATEMENT, candidate.text), (SECTION, candidate.section)]
    parts += [(PARENTS, words) for words in candidate.path[:-1]]
    if not names_theme(candidate.text, plan.identity.kind):
        parts.append((PARAGRAPH, candidate.before))
    return themes_of(parts, plan.identity.kind)
