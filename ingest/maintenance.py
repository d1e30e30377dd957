"""Keeping a store in order: making the indexes anew, and finding what is out of step."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from ingest.encoder import Encoder
from ingest.library import ANALYSIS_VERSION, Library, embedded_text, vector_keys
from ingest.passage_terms import PassageTerms
from ingest.passages import passages
from ingest.plan import Plan
from ingest.progress import Progress


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a store that is not as it should be; ``code`` is a string of corpus/texts/cli.toml."""

    code: str
    count: int = 0
    detail: str = ""


def rebuild(library: Library, progress: Progress | None = None) -> int:
    """Make passages, terms and vectors anew from the catalogue; return how many plans there were."""
    encoder = library.load_encoder()
    cards = library.cards()
    with library.catalogue.writing():
        library.index.clear()
        for done, card in enumerate(cards):
            if progress:
                progress(card.source, done, len(cards))
            _rebuild_plan(library, library.catalogue.plan(card.id), encoder)
        library.stamp(encoder)
    return len(cards)


def health(library: Library) -> list[Finding]:
    """Return what is out of step between the catalogue and the indexes; nothing is a healthy store."""
    found = [Finding("health_catalogue", detail=line) for line in library.catalogue.check()]
    editions = library.catalogue.editions()
    wanted = {key for card in library.cards() for key in vector_keys(editions[card.id], card.passages)}
    held = library.index.keys()
    if wanted - held:
        found.append(Finding("health_missing", len(wanted - held)))
    if held - wanted:
        found.append(Finding("health_left_over", len(held - wanted)))
    if library.catalogue.setting("analysis") not in (None, ANALYSIS_VERSION):
        found.append(Finding("health_old_terms"))
    return found


def _rebuild_plan(library: Library, old: Plan, encoder: Encoder) -> None:
    plan = Plan(old.id, old.document, old.identity, passages(old.document, old.id))
    edition = uuid.uuid4().hex
    library.catalogue.set_passages(plan, [PassageTerms.of(passage) for passage in plan.passages])
    library.catalogue.set_edition(plan.id, edition)
    vectors = encoder.encode_passages([embedded_text(plan, passage) for passage in plan.passages])
    library.index.add(vector_keys(edition, len(plan.passages)), vectors)
