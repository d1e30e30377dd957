"""The goals of a collection as they count, each with its plan, chosen by municipality and theme."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Citation, location
from ingest.danish.words import fold
from ingest.goals.contradictions import Contradiction
from ingest.goals.corrections import Corrected, Correction, matched
from ingest.goals.goal import Goal, GoalKind
from ingest.goals.themes import theme_names
from ingest.library import Library
from ingest.plan import PlanCard


@dataclass(frozen=True, slots=True)
class Registered:
    """A goal as it counts, and the plan that it stands in."""

    goal: Goal
    plan: PlanCard
    original: Goal | None = None
    """The goal as the program reads it, where a person has said otherwise."""
    corrections: tuple[Correction, ...] = ()
    """What was said of it, oldest first; the last counts."""

    @property
    def read(self) -> Goal:
        """Return the goal as the program reads it."""
        return self.original or self.goal

    @property
    def rejected(self) -> bool:
        """Say whether a person has said that it is no goal."""
        return bool(self.corrections) and self.corrections[-1].rejected

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


@dataclass(frozen=True, slots=True)
class Stray:
    """A correction of a goal that is not found in the plan any more: kept, and told."""

    correction: Correction
    plan: PlanCard


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A contradiction within a plan, with every place of it."""

    contradiction: Contradiction
    plan: PlanCard

    def touches(self, goal: Goal) -> bool:
        """Say whether a goal is one of those that do not agree."""
        return goal.plan == self.plan.id and any(
            said.place.start < place.end and place.start < said.place.end
            for said in self.contradiction.said
            for place in goal.places
        )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return the proof: the words of every place, numbered."""
        return tuple(
            Citation(n, self.plan, s.place.page, s.place.section, s.words, s.place.start, s.place.end)
            for n, s in enumerate(self.contradiction.said, start=1)
        )


@dataclass(frozen=True, slots=True)
class Register:
    """The goals that count, what a person said is none, corrections that fit no goal, and contradictions."""

    goals: tuple[Registered, ...] = ()
    rejected: tuple[Registered, ...] = ()
    strays: tuple[Stray, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def register(
    library: Library, municipalities: Sequence[str] = (), plans: Collection[str] | None = None
) -> Register:
    """Return what is registered of the plans that are searched; efforts, which are no goals, are left out.

    ``plans`` limits it to these: reading every plan year takes most of the time of a large store.
    """
    current = (card for card in library.current() if plans is None or card.id in plans)
    cards = {card.id: card for card in current if _is_asked(card, municipalities)}
    goals = library.catalogue.goals.goals(list(cards))
    contradicted = library.catalogue.contradictions.of(list(cards))
    found, strays = matched(goals, library.catalogue.corrections.of(list(cards)))
    return Register(
        tuple(_registered(each, cards) for each in found if not each.rejected and _is_goal(each)),
        tuple(_registered(each, cards) for each in found if each.rejected),
        tuple(Stray(correction, cards[plan]) for plan, correction in strays),
        tuple(Disagreement(each, cards[each.plan]) for each in contradicted),
    )


def registered(
    library: Library,
    municipalities: Sequence[str] = (),
    theme: str | None = None,
    plans: Collection[str] | None = None,
) -> tuple[Registered, ...]:
    """Return the goals of the plans that are searched, of all themes or of one."""
    return of_theme(register(library, municipalities, plans).goals, theme)


def of_theme(found: Iterable[Registered], theme: str | None) -> tuple[Registered, ...]:
    """Return the goals that have a theme; without one, all."""
    return tuple(each for each in found if theme is None or theme in each.goal.themes)


def _is_goal(found: Corrected) -> bool:
    return found.goal.kind is GoalKind.GOAL


def _registered(found: Corrected, cards: Mapping[str, PlanCard]) -> Registered:
    original = found.original if found.corrections else None
    return Registered(found.goal, cards[found.goal.plan], original, found.corrections)


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
