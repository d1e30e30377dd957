"""The passages that were looked at for an answer, best first."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Hit
from assistant.choosing import Share
from assistant.collection import Collection
from assistant.finding import Found
from ingest.plan import PlanCard

HITS = 20
"""Passages that an answer carries along."""
SHORT = 240
"""Characters up to which what came nearest begins where its list is led into."""


def hits(shares: Sequence[Share], collection: Collection) -> tuple[Hit, ...]:
    """Return the passages found, best first; several groups take turns, the best of each first."""
    cards = {card.id: card for card in collection.cards}
    order = sorted((s.found for s in shares if s.found), key=lambda found: -found[0].score)
    wanted = max(HITS, len(order))
    turns = [found[turn] for turn in range(wanted) for found in order if turn < len(found)]
    return tuple(_hit(f, cards[f.key[0]], collection) for f in turns[:wanted])


def _hit(found: Found, card: PlanCard, collection: Collection) -> Hit:
    passage = collection.library.passage(found.key)
    if not found.verdicts:
        return Hit(passage, card, found.score)
    unit = found.verdicts[0].unit
    led = passage.start <= unit.lead_start and unit.end - unit.lead_start <= SHORT
    return Hit(passage, card, found.score, unit.lead_start if led else unit.start, unit.end)
