"""Keeping a store in order: making the indexes anew, and finding what is out of step."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from ingest.encoder import Encoder
from ingest.goals.extraction import goals
from ingest.library import Library, embedded, vector_keys
from ingest.passage_terms import PassageTerms
from ingest.passages import SIZES, Sizes, passages
from ingest.plan import Plan
from ingest.progress import Progress
from ingest.registering import enter_goals
from ingest.vectors import VectorIndex


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a store that is not as it should be; ``code`` is a string of corpus/texts/cli.toml."""

    code: str
    count: int = 0
    detail: str = ""


def rebuild(library: Library, progress: Progress | None = None, sizes: Sizes = SIZES) -> int:
    """Make passages, terms and vectors anew from the catalogue; return how many plans there were.

    Until it is done, and if it is broken off, everyone goes on with the indexes as they were.
    """
    encoder = library.new_encoder
    name = uuid.uuid4().hex
    index = VectorIndex(library.folder / "vectors", lambda: name)
    try:
        with library.catalogue.writing():
            cards = library.cards()
            for done, card in enumerate(cards):
                if progress:
                    progress(card.source, done, len(cards))
                _rebuild_plan(library, library.catalogue.plan(card.id), encoder, index, sizes)
            library.stamp(encoder)
            library.catalogue.set("index", name)
    finally:
        index.close()
    library.index.forget_others()
    return len(cards)


def copied(library: Library, folder: Path) -> None:
    """Copy the catalogue into an empty folder, to try something on it; ``rebuild`` makes its index."""
    folder.mkdir(parents=True, exist_ok=True)
    library.catalogue.copy(folder / library.catalogue.file.name)


def health(library: Library) -> list[Finding]:
    """Return what is out of step between the catalogue and the indexes; nothing is a healthy store."""
    found = [Finding("health_catalogue", detail=line) for line in library.catalogue.check()]
    editions = library.catalogue.editions()
    wanted = {key for card in library.cards() for key in vector_keys(editions[card.id], card.passages)}
    held = library.index.keys()
    missing = max(len(wanted - held), library.catalogue.without_vectors())
    if missing:
        found.append(Finding("health_missing", missing))
    if held - wanted:
        found.append(Finding("health_left_over", len(held - wanted)))
    if library.index.others():
        found.append(Finding("health_left_over_index", library.index.others()))
    if library.outdated:
        found.append(Finding("health_old_terms"))
    return found


def _rebuild_plan(library: Library, old: Plan, encoder: Encoder, index: VectorIndex, sizes: Sizes) -> None:
    plan = Plan(old.id, old.document, old.identity, passages(old.document, old.id, sizes))
    terms = [PassageTerms.of(passage) for passage in plan.passages]
    vectors = embedded(plan, encoder)
    edition = uuid.uuid4().hex
    library.catalogue.set_passages(plan, terms, vectors)
    library.catalogue.set_edition(plan.id, edition)
    enter_goals(library.catalogue, plan, goals(plan))
    index.add(vector_keys(edition, len(plan.passages)), vectors)
