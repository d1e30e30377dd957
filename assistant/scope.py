"""Where to look: scope before ranking, since plans share paragraphs and the wrong one has the right words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.answer import Reason
from assistant.dialogue import Act
from assistant.understanding import Understanding
from ingest.plan import PlanCard


@dataclass(frozen=True, slots=True)
class Scope:
    """The plans to search, in groups that each get their own answer. ``reason``: why there is none.

    ``second`` names plans that count a little less: editions for other years than the one asked about, or
    than the newest.
    """

    groups: tuple[tuple[PlanCard, ...], ...]
    second: frozenset[str] = frozenset()
    reason: Reason | None = None

    @property
    def plans(self) -> tuple[PlanCard, ...]:
        """Return every plan that is searched."""
        return tuple(card for group in self.groups for card in group)


def scope(understood: Understanding, cards: tuple[PlanCard, ...], year: int | None) -> Scope:
    """Choose plans by the municipalities and years that the question names, and the user's own year."""
    if understood.act not in (Act.ASK, Act.MORE) or (understood.act is Act.MORE and not understood.carried):
        return Scope((), reason=Reason.NO_QUESTION)
    if not cards:
        return Scope((), reason=Reason.EMPTY_COLLECTION)
    if understood.missing and not understood.municipalities:
        return Scope((), reason=Reason.NO_SUCH_MUNICIPALITY)
    if understood.municipalities:
        cards = tuple(card for card in cards if card.identity.municipality in understood.municipalities)
    if year is not None:
        cards = tuple(card for card in cards if card.identity.covers(year))
    if not cards:
        return Scope((), reason=Reason.NO_SUCH_YEAR)
    named = tuple(card for card in cards if understood.edition and card.identity.covers(understood.edition))
    cards = named or cards
    first = {card.id for series in _series(cards) for card in _editions(series, understood.years)}
    second = frozenset(card.id for card in cards if card.id not in first)
    return Scope(_groups(understood, cards), second)


def _series(cards: Iterable[PlanCard]) -> list[list[PlanCard]]:
    """Group plans of one kind and one municipality, oldest first."""
    series: dict[tuple[str | None, str, str], list[PlanCard]] = {}
    for card in cards:
        identity = card.identity
        lone = card.id if identity.municipality is None else ""
        series.setdefault((identity.municipality, identity.kind, lone), []).append(card)
    return [sorted(group, key=lambda c: c.identity.first_year or 0) for group in series.values()]


def _editions(series: list[PlanCard], years: tuple[int, ...]) -> list[PlanCard]:
    """Return the editions for the years asked about, or else the newest."""
    asked = [card for card in series if any(card.identity.covers(year) for year in years)]
    newest = [card for card in series if card.identity.first_year == series[-1].identity.first_year]
    return asked or newest


def _groups(understood: Understanding, cards: tuple[PlanCard, ...]) -> tuple[tuple[PlanCard, ...], ...]:
    """Part by plan, municipality or edition, where several of them are asked about."""
    if understood.by_plan:
        return tuple((card,) for card in cards)
    if understood.everywhere or len(understood.municipalities) > 1:
        return _by(cards, lambda card: card.identity.municipality or card.id)
    asked = tuple(card for card in cards if any(card.identity.covers(year) for year in understood.years))
    editions = _by(asked, lambda card: card.identity.years)
    one = len({card.identity.municipality for card in asked}) == 1
    return editions if one and len(understood.years) > 1 and len(editions) > 1 else (cards,)


def _by(cards: Iterable[PlanCard], name: Callable[[PlanCard], str]) -> tuple[tuple[PlanCard, ...], ...]:
    groups: dict[str, list[PlanCard]] = {}
    for card in cards:
        groups.setdefault(name(card), []).append(card)
    return tuple(tuple(group) for group in groups.values())
