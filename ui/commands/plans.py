"""``plansvar plans``, ``remove`` and ``rebuild``: looking after the collection."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from ingest.plan import PlanCard
from ui.commands.add import counts, progress_bar
from ui.commands.options import LANGUAGE, AsJson, Store, opened, say, tell


def plans(as_json: AsJson = False, store: Store = None) -> None:
    """List the plans."""
    with opened(store) as library:
        cards = library.cards()
        if as_json:
            typer.echo(json.dumps([_record(card) for card in cards], ensure_ascii=False, indent=2))
        elif not cards:
            tell(say("no_plans"))
        else:
            typer.echo("\n".join(_line(card) for card in cards))


def remove(
    plan: Annotated[str, typer.Argument(help=say("plan_help"), show_default=False)], store: Store = None
) -> None:
    """Remove a plan and every trace of it."""
    with opened(store) as library:
        card = library.remove(plan)
    tell(say("removed", plan=card.location, source=card.source))


def rebuild(store: Store = None) -> None:
    """Make passages and indexes anew from the catalogue."""
    with opened(store) as library, progress_bar() as progress:
        from ingest import maintenance
        from ui.render import plan_count

        count = maintenance.rebuild(library, progress)
    tell(say("rebuilt", plans=plan_count(count, LANGUAGE)))


def _line(card: PlanCard) -> str:
    replaced = f"  ({say('replaced')})" if card.superseded_by else ""
    return f"{card.id}  {card.location}  [{card.source}]  {counts(card)}{replaced}"


def _record(card: PlanCard) -> dict[str, object]:
    return {
        "plan": card.id,
        "source": card.source,
        "format": card.format,
        "municipality": card.identity.municipality,
        "year": card.identity.first_year,
        "last_year": card.identity.last_year,
        "kind": card.identity.kind,
        "title": card.identity.title,
        "pages": card.pages,
        "passages": card.passages,
        "characters": card.characters,
        "added_at": card.added_at,
        "superseded_by": card.superseded_by,
        "evidence": [{"field": c.field, "words": c.words, "start": c.start} for c in card.identity.clues],
        "doubts": [doubt.key for doubt in card.identity.doubts],
    }
