"""The library: plans in a store, kept in step over the catalogue, the terms and the vectors."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from unicodedata import normalize

import numpy as np

from ingest.catalogue import Catalogue
from ingest.encoder import Encoder, load_encoder
from ingest.errors import ModelError, UnknownPlanError
from ingest.goals.extraction import goals
from ingest.identity import Overrides, identify, override
from ingest.passage_index import Vectors
from ingest.passage_terms import PassageTerms
from ingest.passages import passages
from ingest.plan import Document, Passage, Plan, PlanCard
from ingest.registering import enter_goals
from ingest.settings import Settings
from ingest.vectors import VectorIndex
from ingest.versions import is_new_version

ID_LENGTH = 12
ANALYSIS_VERSION = "3"
"""Goes up when the Danish analysis changes, so that an older store says it wants a rebuild."""


class Change(StrEnum):
    """What adding a document did to the library."""

    ADDED = "added"
    UPDATED = "updated"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Addition:
    """The result of adding one document: its card, what changed, and the plans it now replaces."""

    card: PlanCard
    change: Change
    superseded: tuple[PlanCard, ...] = ()


class Library:
    """Plans and their indexes in one folder. Safe for several threads and several processes."""

    def __init__(self, folder: Path, encoder: Callable[[], Encoder]) -> None:
        self.folder = folder
        self.catalogue = Catalogue(folder / "catalogue.sqlite")
        self.index = VectorIndex(folder / "vectors", self._index_name)
        self._load_encoder = encoder
        self._plans: dict[str, Plan] = {}
        self._cards: tuple[PlanCard, ...] = ()
        self._seen = -1

    @classmethod
    def open(cls, settings: Settings) -> Library:
        """Open the store that the settings name, and make it where there is none."""
        return cls(settings.store, lambda: load_encoder(settings))

    def close(self) -> None:
        """Let go of the store's files."""
        self.index.close()
        self.catalogue.close()

    @property
    def encoder(self) -> Encoder:
        """The embedding model. Raises ModelError when the store was built with another one."""
        encoder = self.new_encoder
        built_with = self.catalogue.setting("model")
        if built_with is not None and built_with != encoder.fingerprint:
            raise ModelError(self.folder, "model_mismatch", store=built_with, model=encoder.fingerprint)
        return encoder

    @cached_property
    def new_encoder(self) -> Encoder:
        """The embedding model that the settings name, whatever the store was built with."""
        return self._load_encoder()

    @property
    def outdated(self) -> bool:
        """Say whether the indexes were made by an older version and want to be made anew."""
        if self.catalogue.goals.outdated():
            return True
        return self.catalogue.setting("analysis") not in (None, ANALYSIS_VERSION)

    @property
    def generation(self) -> int:
        """Return a number that goes up whenever the library changes, by whichever process."""
        return self.catalogue.generation

    def cards(self) -> tuple[PlanCard, ...]:
        """Return every plan, superseded ones too."""
        with self.catalogue.lock:
            self._refresh()
            return self._cards

    def current(self) -> tuple[PlanCard, ...]:
        """Return the plans that are searched: those that no newer version replaces."""
        return tuple(card for card in self.cards() if card.superseded_by is None)

    def plan(self, id_: str) -> Plan:
        """Return a whole plan. Raises UnknownPlanError."""
        with self.catalogue.lock:
            self._refresh()
            if id_ not in self._plans:
                self._plans[id_] = self.catalogue.plan(id_)
            return self._plans[id_]

    def passage(self, key: tuple[str, int]) -> Passage:
        """Return the passage of a plan with this ordinal."""
        return self.plan(key[0]).passages[key[1]]

    def resolve(self, name: str) -> PlanCard:
        """Return the one plan that ``name`` means: an id, its beginning, or a file name."""
        cards = self.cards()
        # A Mac writes æ, ø and å in file names as other characters than a keyboard does.
        wanted = normalize("NFC", name)
        names = {card.id: normalize("NFC", card.source) for card in cards}
        found = [card for card in cards if wanted in (card.id, names[card.id])]
        found = found or [card for card in cards if len(wanted) >= 4 and card.id.startswith(wanted)]
        found = found or [card for card in cards if Path(names[card.id]).stem == wanted]
        if len(found) != 1:
            code = "ambiguous_plan" if found else "unknown_plan"
            raise UnknownPlanError(name, code, candidates=", ".join(card.id for card in found))
        return found[0]

    def add(self, document: Document, said: Overrides | None = None) -> Addition:
        """Add a document as a plan, in one transaction; the same bytes again change nothing."""
        present = self.catalogue.has(document.sha256)
        if present:
            return self.update(present, said or Overrides())
        plan = self._made(document, said)
        terms = [PassageTerms.of(passage) for passage in plan.passages]
        vectors = embedded(plan, self.encoder)
        found = goals(plan)
        edition = uuid.uuid4().hex
        with self.catalogue.writing():
            # Another process may have been quicker, with this plan or with another model.
            if self.catalogue.has(document.sha256):
                return Addition(self.resolve(plan.id), Change.PRESENT)
            older = [card for card in self.current() if self._replaces(plan, card)]
            self.stamp(self.encoder)
            self.catalogue.add(plan, edition, terms, vectors)
            for card in older:
                self.catalogue.supersede(card.id, plan.id)
            enter_goals(self.catalogue, plan, found)
            self.index.add(vector_keys(edition, len(plan.passages)), vectors)
        return Addition(self.resolve(plan.id), Change.ADDED, tuple(older))

    def update(self, id_: str, said: Overrides) -> Addition:
        """Change what is known of a plan to what the user says; saying nothing changes nothing."""
        card = self.resolve(id_)
        identity = override(card.identity, said)
        if identity == card.identity:
            return Addition(card, Change.PRESENT)
        old = self.plan(id_)
        plan = Plan(id_, old.document, identity, old.passages)
        vectors = embedded(plan, self.encoder)
        with self.catalogue.writing():
            edition = self.catalogue.editions().get(id_)
            if edition is None:
                raise UnknownPlanError(id_, "unknown_plan")
            self.catalogue.set_identity(id_, identity)
            self.catalogue.set_vectors(id_, vectors)
            enter_goals(self.catalogue, plan, goals(plan))
            self.index.add(vector_keys(edition, len(plan.passages)), vectors)
        return Addition(self.resolve(id_), Change.UPDATED)

    def remove(self, name: str) -> PlanCard:
        """Remove a plan and every trace of it; a version that it had replaced is searched again."""
        with self.catalogue.writing():
            card = self.resolve(name)
            edition = self.catalogue.editions()[card.id]
            self.catalogue.remove(card.id)
        self.index.remove(vector_keys(edition, card.passages))
        return card

    def vectors(self, plans: Sequence[str]) -> tuple[list[tuple[str, int]], Vectors]:
        """Return (plan, ordinal) of the plans' passages and their vectors (n, dimension)."""
        keys, vectors = self.catalogue.vectors(plans)
        return keys, vectors if keys else np.zeros((0, self.encoder.dimension), dtype=np.float32)

    def nearest(self, vector: Vectors, k: int) -> list[tuple[tuple[str, int], float]]:
        """Return the ``k`` passages in the whole library nearest to ``vector``, with their cosine."""
        while True:
            generation = self.generation
            plans = {edition: plan for plan, edition in self.catalogue.editions().items()}
            split = [(key.partition(":"), cosine) for key, cosine in self.index.nearest(vector, k)]
            found = [((plans[e], int(n)), cosine) for (e, _, n), cosine in split if e in plans]
            # Another process may have changed one of the two between our looking at them.
            if generation == self.generation:
                return found

    def _refresh(self) -> None:
        generation = self.catalogue.generation
        if generation != self._seen:
            self._plans.clear()
            self._cards = self.catalogue.cards()
            self._seen = generation

    def _made(self, document: Document, said: Overrides | None) -> Plan:
        id_ = document.sha256[:ID_LENGTH]
        return Plan(id_, document, identify(document, said), passages(document, id_))

    def _replaces(self, plan: Plan, card: PlanCard) -> bool:
        new, old = plan.identity, card.identity
        same = (new.municipality, new.kind, new.years) == (old.municipality, old.kind, old.years)
        return same and is_new_version(plan.text, self.plan(card.id).text)

    def stamp(self, encoder: Encoder) -> None:
        """Note which model and which analysis the indexes are made with. Call inside ``writing``."""
        self.catalogue.set("model", encoder.fingerprint)
        self.catalogue.set("analysis", ANALYSIS_VERSION)

    def _index_name(self) -> str:
        return self.catalogue.setting("index") or "first"


def embedded(plan: Plan, encoder: Encoder) -> Vectors:
    """Return the vectors of a plan's passages (n, dimension)."""
    return encoder.encode_passages([embedded_text(plan, passage) for passage in plan.passages])


def embedded_text(plan: Plan, passage: Passage) -> str:
    """Return what the model sees of a passage: owner, title and headings before the words themselves."""
    owner = plan.identity.municipality or ""
    return "\n".join(
        part for part in (f"{owner} {plan.identity.title}".strip(), *passage.path, passage.text) if part
    )


def vector_keys(edition: str, count: int) -> list[str]:
    """Return the keys under which a plan's vectors are kept, one a passage."""
    return [f"{edition}:{ordinal}" for ordinal in range(count)]
