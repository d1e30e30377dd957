"""The plan years of a municipality: which edition of a kind of plan is the newest, and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.plan import PlanCard


@dataclass(frozen=True, slots=True)
class Edition:
    """A plan in a series of one kind, and the name of its column."""

    name: str
    plan: PlanCard


def newest(cards: Iterable[PlanCard]) -> frozenset[str]:
    """Return the ids of each owner's newest plan of each kind: what an older one says may not hold now."""
    latest: dict[tuple[str, str], list[PlanCard]] = {}
    for card in cards:
        series = latest.setdefault((card.identity.municipality or card.source, card.identity.kind), [])
        if series and _begins(series[0]) < _begins(card):
            series.clear()
        if not series or _begins(series[0]) == _begins(card):
            series.append(card)
    return frozenset(card.id for series in latest.values() for card in series)


def editions(cards: Iterable[PlanCard]) -> tuple[Edition, ...]:
    """Return plans as columns, oldest first, each named by its years, and further only where it must be."""
    ordered = sorted(cards, key=lambda card: (_begins(card), card.identity.last_year or 0, card.location))
    kinds = {card.identity.kind for card in ordered}
    names = [card.identity.years if len(kinds) == 1 else _titled(card) for card in ordered]
    taken = Counter(names)
    return tuple(
        Edition(name if name and taken[name] == 1 else f"{name or card.identity.title} ({card.source})", card)
        for name, card in zip(names, ordered, strict=True)
    )


def _titled(card: PlanCard) -> str:
    years, title = card.identity.years, card.identity.title
    return title if years and years in title else f"{title} {years}".strip()


def _begins(card: PlanCard) -> int:
    return card.identity.first_year or 0
