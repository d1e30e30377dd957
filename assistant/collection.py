"""What the assistant knows of the whole collection: its words, their rarity, its plans' units. Kept per generation."""

from __future__ import annotations

from functools import cached_property, lru_cache

from assistant.matching import Rarity
from assistant.units import Unit, units
from ingest.danish.analysis import Analysis, analyse
from ingest.danish.compounds import lexicon
from ingest.danish.spelling import Speller
from ingest.danish.vocabulary import abbreviations
from ingest.library import Library
from ingest.passage_terms import PassageTerms
from ingest.plan import PlanCard


PRIOR = 200.0
"""Passages that the language itself counts for; docs/ablations.md."""


class Collection:
    """A view of the library at one generation."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.generation = library.generation
        self.cards: tuple[PlanCard, ...] = library.current()
        self._terms: dict[str, dict[tuple[str, int], PassageTerms]] = {}
        self._units: dict[str, tuple[Unit, ...]] = {}

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """Return the municipalities of the collection, in order."""
        return tuple(dict.fromkeys(c.identity.municipality for c in self.cards if c.identity.municipality))

    @cached_property
    def rarity(self) -> Rarity:
        """Return in how many passages each term stands."""
        count = self.library.catalogue.passage_count()
        vocabulary = self.library.catalogue.vocabulary()
        return Rarity(vocabulary, count, self.library.catalogue.mean_terms(), PRIOR)

    @cached_property
    def speller(self) -> Speller:
        """Return a speller that knows the language and the plans."""
        known = dict(lexicon())
        for word, count in self.library.catalogue.vocabulary().items():
            known[word] = known.get(word, 0) + count
        return Speller(known)

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Return the abbreviations that the plans explain, with their words."""
        found: dict[str, str] = {}
        for card in self.cards:
            for short, words in abbreviations(self.library.plan(card.id).text).items():
                found.setdefault(short, words)
        return found

    def terms(self, plans: tuple[str, ...]) -> dict[tuple[str, int], PassageTerms]:
        """Return the terms of the plans' passages, by (plan, ordinal)."""
        wanted = [plan for plan in plans if plan not in self._terms]
        if wanted:
            for plan in wanted:
                self._terms[plan] = {}
            for key, terms in self.library.catalogue.terms(wanted).items():
                self._terms[key[0]][key] = terms
        return {key: terms for plan in plans for key, terms in self._terms[plan].items()}

    def units(self, plan: str) -> tuple[Unit, ...]:
        """Return a plan's units in order."""
        if plan not in self._units:
            self._units[plan] = units(self.library.plan(plan))
        return self._units[plan]


@lru_cache(maxsize=100_000)
def analysed(text: str) -> Analysis:
    """Return the analysis of a sentence or a heading; the same ones come up for many questions."""
    return analyse(text)
