"""The goals of a collection, each with the plan it stands in, chosen by municipality and theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Citation, location
from ingest.danish.words import fold
from ingest.goals.goal import Goal, GoalKind
from ingest.goals.themes import theme_names
from ingest.library import Library
from ingest.plan import PlanCard


@dataclass(frozen=True, slots=True)
class Registered:
    """A goal and the plan that it stands in."""

    goal: Goal
    plan: PlanCard

    @property
    def owner(self) -> str:
        """Return whose goal it is: the municipality, or the file where no municipality is known."""
        return self.plan.identity.municipality or self.plan.source

    @property
    def location(self) -> str:
        """Return "Herlev, Beskæftigelsesplan 2024-2025, s. 10, Resultatmål"."""
        return location(self.plan, self.goal.page, self.goal.section)

    def citation(self, n: int) -> Citation:
        """Return the proof of the goal: its words and where they stand."""
        goal = self.goal
        return Citation(n, self.plan, goal.page, goal.section, goal.statement, goal.start, goal.end)


def registered(
    library: Library, municipalities: Sequence[str] = (), theme: str | None = None
) -> tuple[Registered, ...]:
    """Return the goals of the plans that are searched; efforts, which are no goals, are left out."""
    cards = {card.id: card for card in library.current() if _is_asked(card, municipalities)}
    goals = library.catalogue.goals.goals(list(cards))
    return tuple(
        Registered(goal, cards[goal.plan])
        for goal in goals
        if goal.kind is GoalKind.GOAL and (theme is None or theme in goal.themes)
    )


def newest(found: Iterable[Registered]) -> tuple[Registered, ...]:
    """Return the goals of each municipality's newest plan of each kind."""
    every = list(found)
    latest: dict[tuple[str, str], int] = {}
    for each in every:
        key = (each.owner, each.plan.identity.kind)
        latest[key] = max(latest.get(key, 0), each.plan.identity.first_year or 0)
    return tuple(
        each
        for each in every
        if (each.plan.identity.first_year or 0) == latest[each.owner, each.plan.identity.kind]
    )


def theme_named(name: str) -> str | None:
    """Return the theme that a user means by its name or the beginning of it, or None."""
    wanted = fold(name.strip())
    names = {fold(theme): theme for theme in theme_names()}
    begun = [theme for key, theme in names.items() if wanted and key.startswith(wanted)]
    return names.get(wanted) or (begun[0] if len(begun) == 1 else None)


def municipality_named(name: str, library: Library) -> str:
    """Return a municipality as the collection spells it, or as the user does where it is not there."""
    wanted = fold(name.strip()).removesuffix(" kommune")
    known = {fold(card.identity.municipality): card.identity.municipality for card in library.current()
             if card.identity.municipality}  # fmt: skip
    return known.get(wanted, name.strip())


def _is_asked(card: PlanCard, municipalities: Sequence[str]) -> bool:
    return not municipalities or card.identity.municipality in municipalities
