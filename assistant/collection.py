"""What the assistant knows of the collection: its words, their rarity, its plans' units."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.matching import Rarity
from assistant.number_words import in_figures
from assistant.units import Unit, units
from assistant.wordlists import spoken
from ingest.danish.analysis import Analysis, analyse
from ingest.danish.compounds import lexicon
from ingest.danish.hanging import completed
from ingest.danish.spelling import Speller
from ingest.danish.stems import stem
from ingest.danish.vocabulary import abbreviations
from ingest.goals.goal import Goal, GoalKind
from ingest.library import Library
from ingest.passage_index import Key, PassageIndex, Vectors
from ingest.passage_terms import PassageTerms
from ingest.plan import Passage, PlanCard

PRIOR = 200.0
"""Passages that the language itself counts for; docs/ablations.md."""
EXACT = 50_000
"""Passages up to which every vector is looked at; beyond, Chroma's graph finds the nearest.

The first question reads them (0.2 s for 18,000), and a look takes milliseconds; loading Chroma takes seconds.
"""
EXPLAINED = 400
"""Passages with an abbreviation in them that are read for what it stands for, best first."""


class TermCounts(Mapping[str, int]):
    """In how many passages each term stands; looked up one by one, since a question has few."""

    def __init__(self, index: PassageIndex) -> None:
        self._index = index
        self._known: dict[str, int] = {}

    def __getitem__(self, term: str) -> int:
        if term not in self._known:
            self._known[term] = self._index.count(term)
        if not self._known[term]:
            raise KeyError(term)
        return self._known[term]

    def __iter__(self) -> Iterator[str]:
        return iter(self._index.vocabulary())

    def __len__(self) -> int:
        return len(self._index.vocabulary())


class Collection:
    """A view of the library at one generation."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.generation = library.generation
        self.cards: tuple[PlanCard, ...] = library.current()
        self._terms: dict[str, dict[tuple[str, int], PassageTerms]] = {}
        self._units: dict[str, tuple[Unit, ...]] = {}
        self._meanings: dict[str, NDArray[np.float32]] = {}
        self._units_in: dict[Key, tuple[Unit, ...]] = {}
        self._passages: dict[Key, Passage] = {}
        self._goals: dict[str, list[Goal]] = {}
        self._long_forms: dict[str, str] = {}

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """Return the municipalities of the collection, in order."""
        return tuple(dict.fromkeys(c.identity.municipality for c in self.cards if c.identity.municipality))

    @cached_property
    def rarity(self) -> Rarity:
        """Return in how many passages each term stands."""
        catalogue = self.library.catalogue
        return Rarity(TermCounts(catalogue), catalogue.passage_count(), catalogue.mean_terms(), PRIOR)

    @cached_property
    def _terms_in_order(self) -> tuple[str, ...]:
        return tuple(sorted(self.library.catalogue.vocabulary()))

    def begins(self, letters: str) -> bool:
        """Say whether a term of the plans begins with ``letters``, as the terms write them."""
        at = bisect_left(self._terms_in_order, letters)
        return any(term.startswith(letters) for term in self._terms_in_order[at : at + 1])

    @cached_property
    def speller(self) -> Speller:
        """Return a speller that knows the language and the plans."""
        known = dict.fromkeys(spoken(), 1) | dict(lexicon())
        for word, count in self.library.catalogue.vocabulary().items():
            known[word] = known.get(word, 0) + count
        return Speller(known)

    def long_form(self, short: str) -> str:
        """Return the words that an abbreviation stands for where a plan explains it, or nothing."""
        if short not in self._long_forms:
            self._long_forms[short] = self._explained(short)
        return self._long_forms[short]

    def _explained(self, short: str) -> str:
        catalogue = self.library.catalogue
        order = {card.id: place for place, card in enumerate(self.cards)}
        keys = catalogue.matching({stem(short)}, tuple(order), EXPLAINED)
        passages = catalogue.passages_at(keys)
        found: dict[str, str] = {}
        for key in sorted(passages, key=lambda key: (order[key[0]], key[1])):
            found = abbreviations(passages[key].text) | found
        return found.get(short) or found.get(short.upper(), "")

    def terms(self, plans: tuple[str, ...]) -> dict[tuple[str, int], PassageTerms]:
        """Return the terms of the plans' passages, by (plan, ordinal)."""
        wanted = [plan for plan in plans if plan not in self._terms]
        if wanted:
            # Another thread must not see a plan before all its terms are there.
            read: dict[str, dict[tuple[str, int], PassageTerms]] = {plan: {} for plan in wanted}
            for key, terms in self.library.catalogue.terms(wanted).items():
                read[key[0]][key] = terms
            self._terms |= read
        return {key: terms for plan in plans for key, terms in self._terms[plan].items()}

    def passages(self, keys: Iterable[Key]) -> dict[Key, Passage]:
        """Return some passages, without loading their plans."""
        wanted = tuple(keys)
        missing = [key for key in wanted if key not in self._passages]
        if missing:
            self._passages |= self.library.catalogue.passages_at(missing)
        return {key: self._passages[key] for key in wanted}

    def passages_over(self, plan: str, start: int, end: int) -> list[int]:
        """Return the ordinals of a plan's passages that have words of ``text[start:end]``."""
        return [p.ordinal for p in self.library.plan(plan).passages if p.start < end and start < p.end]

    def nearest(self, vector: Vectors, k: int) -> list[Key]:
        """Return the passages nearest to ``vector``, exactly while looking at every one is quicker."""
        if self.rarity.passages > EXACT:
            return [key for key, _ in self.library.nearest(vector, k)]
        keys, matrix = self._vectors
        if not keys:
            return []
        return [keys[place] for place in np.argsort(-(matrix @ vector), kind="stable")[:k]]

    @cached_property
    def _vectors(self) -> tuple[list[Key], Vectors]:
        return self.library.vectors([card.id for card in self.cards])

    def units_in(self, key: Key) -> tuple[Unit, ...]:
        """Return the units that begin in a passage, in order."""
        if key not in self._units_in:
            passage = self.library.passage(key)
            self._units_in[key] = units(self.library.plan(key[0]), passage.start, passage.end)
        return self._units_in[key]

    def meanings(self, texts: Sequence[str]) -> NDArray[np.float32] | None:
        """Return a vector for each text (n, dimension), or None where the model is too slow for that."""
        encoder = self.library.encoder
        if not encoder.quick:
            return None
        for text in texts:
            if text not in self._meanings:
                self._meanings[text] = encoder.encode_question(text)
        return np.stack([self._meanings[text] for text in texts])

    def pledged(self, unit: Unit) -> tuple[Goal, ...]:
        """Return the registered goals that a unit states, in order."""
        return tuple(goal for goal in self._goals_of([unit.plan]) if any(map(unit.overlaps, goal.places)))

    def goals(self, plan: str) -> tuple[Goal, ...]:
        """Return the registered goals of a plan, in order."""
        return tuple(self._goals_of([plan]))

    def pledging(self, plans: Iterable[str], themes: frozenset[str]) -> set[Key]:
        """Return the passages of some plans that state a registered goal on one of some themes."""
        return {
            (goal.plan, ordinal)
            for goal in self._goals_of(tuple(plans))
            if not themes.isdisjoint(goal.themes)
            for place in goal.places
            for ordinal in self.passages_over(goal.plan, place.start, place.end)
        }

    def _goals_of(self, plans: Sequence[str]) -> list[Goal]:
        wanted = [plan for plan in plans if plan not in self._goals]
        if wanted:
            read: dict[str, list[Goal]] = {plan: [] for plan in wanted}
            for goal in self.library.catalogue.goals.goals(wanted):
                if goal.kind is GoalKind.GOAL:
                    read[goal.plan].append(goal)
            self._goals |= read
        return [goal for plan in plans for goal in self._goals[plan]]

    def units(self, plan: str) -> tuple[Unit, ...]:
        """Return a plan's units in order."""
        if plan not in self._units:
            self._units[plan] = units(self.library.plan(plan))
        return self._units[plan]


@lru_cache(maxsize=100_000)
def analysed(text: str) -> Analysis:
    """Return the analysis of a sentence or a heading; the same ones come up for many questions."""
    return analyse(in_figures(" ".join((text, *completed(text)))))
