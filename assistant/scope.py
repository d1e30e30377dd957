"""Where to look: scope before ranking, since plans share whole paragraphs and the wrong one says the right words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer import Reason
from assistant.understanding import Understanding
from ingest.plan import PlanCard


@dataclass(frozen=True, slots=True)
class Scope:
    """The plans to search, in groups that each get their own answer; ``older`` is searched if these say nothing.

    ``reason`` is set when there is nothing to search.
    """

    groups: tuple[tuple[PlanCard, ...], ...]
    older: tuple[PlanCard, ...] = ()
    reason: Reason | None = None

    @property
    def plans(self) -> tuple[PlanCard, ...]:
        """Return every plan that is searched first."""
        return tuple(card for group in self.groups for card in group)


def scope(understood: Understanding, cards: tuple[PlanCard, ...], year: int | None) -> Scope:
    """Choose plans by the municipalities and years that the question names, and the user's own year."""
    if not cards:
        return Scope((), reason=Reason.EMPTY_COLLECTION)
    if understood.missing and not understood.municipalities:
        return Scope((), reason=Reason.NO_SUCH_MUNICIPALITY)
    if understood.municipalities:
        cards = tuple(card for card in cards if card.identity.municipality in understood.municipalities)
    if year is not None:
        cards = tuple(card for card in cards if card.identity.covers(year))
        return _grouped(understood, cards, ()) if cards else Scope((), reason=Reason.NO_SUCH_YEAR)
    chosen = tuple(card for series in _series(cards) for card in _editions(series, understood.years))
    return _grouped(understood, chosen, tuple(card for card in cards if card not in chosen))


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


def _grouped(understood: Understanding, cards: tuple[PlanCard, ...], older: tuple[PlanCard, ...]) -> Scope:
    if not (understood.everywhere or len(understood.municipalities) > 1):
        return Scope((cards,), older)
    groups: dict[str, list[PlanCard]] = {}
    for card in cards:
        groups.setdefault(card.identity.municipality or card.id, []).append(card)
    return Scope(tuple(tuple(group) for group in groups.values()), older)
