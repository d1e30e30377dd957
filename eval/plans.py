"""The plans that a question set is held against."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from ingest.plan import Plan, PlanCard


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of a store: what the catalogue says of each, and how to get one with its text."""

    cards: tuple[PlanCard, ...]
    plan: Callable[[str], Plan]

    def named(self, document: str) -> tuple[PlanCard, ...]:
        """Return the plans added from a file with this name, whatever its ending."""
        return tuple(card for card in self.cards if document_name(card.source) == document)


def document_name(source: str) -> str:
    """Return how question sets name a plan: its file name without the ending, in NFC as sets are read."""
    return unicodedata.normalize("NFC", PurePath(source).stem)
