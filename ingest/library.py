"""The library: plans in a store, kept in step over the catalogue, the terms and the vectors."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from ingest.catalogue import Catalogue
from ingest.encoder import Encoder, load_encoder
from ingest.errors import ModelError, StoreError, UnknownPlanError
from ingest.identity import Overrides, identify, override
from ingest.passage_terms import PassageTerms
from ingest.passages import passages
from ingest.plan import Document, Passage, Plan, PlanCard
from ingest.settings import Settings
from ingest.vectors import VectorIndex, Vectors
from ingest.versions import is_new_version

ID_LENGTH = 12
ANALYSIS_VERSION = "1"
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
        self.index = VectorIndex(folder / "vectors")
        self.load_encoder = encoder
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

    @cached_property
    def encoder(self) -> Encoder:
        """The embedding model. Raises ModelError when the store was built with another one."""
        encoder = self.load_encoder()
        built_with = self.catalogue.setting("model")
        if built_with is not None and built_with != encoder.fingerprint:
            raise ModelError(self.folder, "model_mismatch", store=built_with, model=encoder.fingerprint)
        return encoder

    @property
    def generation(self) -> int:
        """Return a number that goes up whenever the library changes, by whichever process."""
        return self.catalogue.generation

    def cards(self) -> tuple[PlanCard, ...]:
        """Return every plan, superseded ones too."""
        self._refresh()
        return self._cards

    def current(self) -> tuple[PlanCard, ...]:
        """Return the plans that are searched: those that no newer version replaces."""
        return tuple(card for card in self.cards() if card.superseded_by is None)

    def plan(self, id_: str) -> Plan:
        """Return a whole plan. Raises UnknownPlanError."""
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
        found = [card for card in cards if name in (card.id, card.source)]
        found = found or [card for card in cards if len(name) >= 4 and card.id.startswith(name)]
        found = found or [card for card in cards if Path(card.source).stem == name]
        if len(found) != 1:
            code = "ambiguous_plan" if found else "unknown_plan"
            raise UnknownPlanError(name, code, candidates=", ".join(card.id for card in found))
        return found[0]

    def add(self, document: Document, said: Overrides | None = None) -> Addition:
        """Add a document as a plan, in one transaction; the same bytes again change nothing."""
        present = self.catalogue.has(document.sha256)
        if present:
            return self._update(present, said or Overrides())
        plan = self._made(document, said)
        older = [card for card in self.current() if self._replaces(plan, card)]
        vectors = self.encoder.encode_passages([embedded_text(plan, passage) for passage in plan.passages])
        edition = uuid.uuid4().hex
        with self.catalogue.writing():
            if self.catalogue.has(document.sha256):
                return Addition(self.resolve(plan.id), Change.PRESENT)
            self.catalogue.add(plan, edition, [PassageTerms.of(passage) for passage in plan.passages])
            for card in older:
                self.catalogue.supersede(card.id, plan.id)
            self.stamp(self.encoder)
            with self._full_disk_named():
                self.index.add(vector_keys(edition, len(plan.passages)), vectors)
        return Addition(self.resolve(plan.id), Change.ADDED, tuple(older))

    def remove(self, name: str) -> PlanCard:
        """Remove a plan and every trace of it; a version that it had replaced is searched again."""
        card = self.resolve(name)
        edition = self.catalogue.editions()[card.id]
        with self.catalogue.writing():
            self.catalogue.remove(card.id)
        self.index.remove(vector_keys(edition, card.passages))
        return card

    def vectors(self, plans: Sequence[str]) -> tuple[list[tuple[str, int]], Vectors]:
        """Return (plan, ordinal) of the plans' passages and their vectors (n, dimension)."""
        editions = self.catalogue.editions()
        wanted = {
            key: (card.id, ordinal)
            for card in self.cards()
            if card.id in set(plans)
            for ordinal, key in enumerate(vector_keys(editions[card.id], card.passages))
        }
        found, vectors = self.index.get(list(wanted))
        return [wanted[key] for key in found], vectors

    def nearest(self, vector: Vectors, k: int) -> list[tuple[tuple[str, int], float]]:
        """Return the ``k`` passages in the whole library nearest to ``vector``, with their cosine."""
        plans = {edition: plan for plan, edition in self.catalogue.editions().items()}
        found = []
        for key, cosine in self.index.nearest(vector, k):
            edition, _, ordinal = key.partition(":")
            if edition in plans:
                found.append(((plans[edition], int(ordinal)), cosine))
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

    def _update(self, id_: str, said: Overrides) -> Addition:
        card = self.resolve(id_)
        identity = override(card.identity, said)
        if identity == card.identity:
            return Addition(card, Change.PRESENT)
        with self.catalogue.writing():
            self.catalogue.set_identity(id_, identity)
        return Addition(self.resolve(id_), Change.UPDATED)

    def _replaces(self, plan: Plan, card: PlanCard) -> bool:
        new, old = plan.identity, card.identity
        same = (new.municipality, new.kind, new.years) == (old.municipality, old.kind, old.years)
        return same and is_new_version(plan.text, self.plan(card.id).text)

    def stamp(self, encoder: Encoder) -> None:
        """Note which model and which analysis the indexes are made with. Call inside ``writing``."""
        self.catalogue.set("model", encoder.fingerprint)
        self.catalogue.set("analysis", ANALYSIS_VERSION)

    @contextmanager
    def _full_disk_named(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise StoreError(self.folder, "disk_full", detail=error) from error


def embedded_text(plan: Plan, passage: Passage) -> str:
    """Return what the model sees of a passage: owner, title and headings before the words themselves."""
    owner = plan.identity.municipality or ""
    return "\n".join(
        part for part in (f"{owner} {plan.identity.title}".strip(), *passage.path, passage.text) if part
    )


def vector_keys(edition: str, count: int) -> list[str]:
    """Return the keys under which a plan's vectors are kept, one a passage."""
    return [f"{edition}:{ordinal}" for ordinal in range(count)]
