"""Which goals a person wants to see, and those that fit. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from assistant.registered import Disagreement, Register, Registered
from ingest.danish.stems import stem
from ingest.danish.words import fold, tokens


class Numbers(StrEnum):
    """Whether goals must have a number."""

    ANY = "any_number"
    WITH = "with_number"
    WITHOUT = "without_number"


class Standing(StrEnum):
    """What must have been said of goals: nothing in particular, corrected, not corrected, said to be none."""

    ALL = "all_standings"
    CORRECTED = "only_corrected"
    READ = "only_read"
    REJECTED = "only_rejected"


NO_THEME = ""
"""Chosen as a theme, it means the goals that have none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person has chosen; as it is made, everything."""

    municipalities: tuple[str, ...] = ()
    year: int | None = None
    theme: str | None = None
    numbers: Numbers = Numbers.ANY
    standing: Standing = Standing.ALL
    words: str = ""
    contradicted: bool = False
    """Only goals that another place of their plan contradicts."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The register with the words of each goal ready to be searched, in the order of the plans."""

    register: Register
    words: dict[str, str] = field(default_factory=dict)
    contradicted: frozenset[str] = frozenset()
    """The keys of the goals that another place of their plan contradicts."""

    @classmethod
    def of(cls, register: Register) -> Shelf:
        """Make the words of every goal ready."""
        every = (*register.goals, *register.rejected)
        by_plan = {plan: list(found) for plan, found in groupby(register.disagreements, lambda d: d.plan.id)}
        contradicted = (
            key_of(each)
            for each in register.goals
            if any(disagreement.touches(each.goal) for disagreement in by_plan.get(each.plan.id, ()))
        )
        return cls(register, {key_of(each): _searched(each) for each in every}, frozenset(contradicted))

    def find(self, key: str) -> Registered | None:
        """Return the goal of this key, also one that is said to be none."""
        every = (*self.register.goals, *self.register.rejected)
        return next((each for each in every if key_of(each) == key), None)


def key_of(each: Registered) -> str:
    """Return the name under which a goal is found again as long as it is read from the same words."""
    return f"{each.plan.id}-{each.read.start}-{each.read.end}"


def chosen(shelf: Shelf, choice: Choice) -> tuple[Registered, ...]:
    """Return the goals that fit, in the order of the plans."""
    register = shelf.register
    pool = register.rejected if choice.standing is Standing.REJECTED else register.goals
    asked = _asked(choice.words)
    return tuple(
        each
        for each in pool
        if _fits(each, choice)
        and (not choice.contradicted or key_of(each) in shelf.contradicted)
        and _holds(shelf.words[key_of(each)], asked)
    )


def with_disagreements(
    shown: Sequence[Registered], disagreements: Iterable[Disagreement]
) -> Iterator[tuple[Registered, tuple[Disagreement, ...]]]:
    """Yield the goals that are shown, each with the contradictions of which it is the first one shown."""
    waiting = list(disagreements)
    for each in shown:
        touching = tuple(disagreement for disagreement in waiting if disagreement.touches(each.goal))
        waiting = [disagreement for disagreement in waiting if disagreement not in touching]
        yield each, touching


def themes_in(found: Iterable[Registered]) -> list[str]:
    """Return the themes that some goals have, and ``NO_THEME`` where one has none."""
    names = {theme for each in found for theme in each.goal.themes or (NO_THEME,)}
    return sorted(names - {NO_THEME}) + ([NO_THEME] if NO_THEME in names else [])


def _fits(each: Registered, choice: Choice) -> bool:
    goal = each.goal
    return (
        (not choice.municipalities or each.owner in choice.municipalities)
        and (choice.year is None or each.plan.identity.covers(choice.year))
        and (choice.theme is None or choice.theme in (goal.themes or (NO_THEME,)))
        and (
            choice.numbers is Numbers.ANY
            or (goal.target.value is None) == (choice.numbers is Numbers.WITHOUT)
        )
        and (choice.standing is not Standing.CORRECTED or bool(each.corrections))
        and (choice.standing is not Standing.READ or not each.corrections)
    )


def _searched(each: Registered) -> str:
    goal, identity = each.goal, each.plan.identity
    told = (
        goal.statement, goal.section, goal.target_group, goal.target.unit, goal.target.deadline,
        goal.target.baseline, *goal.themes, identity.municipality, identity.title, each.plan.source,
    )  # fmt: skip
    return f" {' '.join(fold(word) for part in told if part for word in tokens(part))} "


def _asked(words: str) -> tuple[tuple[str, ...], ...]:
    """Return for each word what a goal must hold one of.

    That is a part of a word as it is written or the beginning of one as it is inflected; numbers are whole.
    """
    folded = [word for word in map(fold, tokens(words)) if word]
    return tuple((f" {w} ",) if w[0].isdigit() else (w, f" {stem(w)}") for w in folded)


def _holds(searched: str, asked: Sequence[Sequence[str]]) -> bool:
    return all(any(form in searched for form in forms) for forms in asked)
