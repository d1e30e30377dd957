"""``plansvar add``: files and folders become plans."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from tqdm import tqdm

from ingest.plan import PlanCard, Remark
from ingest.progress import Progress
from ingest.texts import text
from ui.commands.options import LANGUAGE, Store, Year, opened, say, tell

if TYPE_CHECKING:
    from ingest.importing import Import
    from ingest.library import Addition


def add(
    paths: Annotated[list[str], typer.Argument(help=say("paths_help"), show_default=False)],
    municipality: Annotated[str | None, typer.Option(help=say("said_municipality_help"))] = None,
    year: Year = None,
    title: Annotated[str | None, typer.Option(help=say("said_title_help"))] = None,
    store: Store = None,
) -> None:
    """Read files and folders into the collection."""
    if "" in paths:
        # An unset variable in the shell would mean the whole current folder.
        raise typer.BadParameter(say("empty_path"))
    started = time.monotonic()
    with opened(store) as library, progress_bar() as progress:
        from ingest.identity import Overrides
        from ingest.importing import add_files

        done = add_files(
            library, [Path(path) for path in paths], Overrides(municipality, year, title), progress
        )
    for line in summary(done, time.monotonic() - started):
        tell(line)
    if done.failed or done.unreached:
        raise typer.Exit(1)


class progress_bar:  # noqa: N801 - read as a function in a with statement
    """A bar on stderr that follows a ``Progress``; none where stderr is no terminal."""

    def __enter__(self) -> Progress:
        """Start the bar."""
        self._bar: tqdm[None] = tqdm(total=0, unit=say("file_unit"), leave=False, disable=None)
        return self._moved

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        self._bar.close()

    def _moved(self, name: str, done: int, total: int) -> None:
        self._bar.total, self._bar.n = total, done
        self._bar.set_description(name[:40])


def summary(done: Import, seconds: float) -> list[str]:
    """Say what became of every file: what was added, replaced, known, uncertain, and what failed and why."""
    from ingest.library import Change
    from ui.render import plan_count

    lines = [line for addition in done.changed(Change.ADDED) for line in _added(addition)]
    lines += [say("updated", plan=a.card.location) for a in done.changed(Change.UPDATED)]
    for outcome in done.outcomes:
        lines += [f"  {outcome.file.name}: {_remark(remark)}" for remark in outcome.remarks]
    lines += [say("failed", error=o.error.describe(LANGUAGE)) for o in done.failed if o.error]
    if done.unreached:
        lines.append(say("unread", count=len(done.unreached), first=done.unreached[0]))
    cards = [addition.card for addition in done.changed(Change.ADDED)]
    counts = {
        "added": plan_count(len(cards), LANGUAGE),
        "pages": sum(card.pages for card in cards),
        "passages": sum(card.passages for card in cards),
        "present": len(done.changed(Change.PRESENT)),
        "failed": len(done.failed),
        "seconds": f"{seconds:.1f}".replace(".", "," if LANGUAGE == "da" else "."),
    }
    return [*lines, say("summary", **counts)]


def counts(card: PlanCard) -> str:
    """Return how many pages and passages a plan has; some formats have no pages."""
    key = "counts" if card.pages else "counts_without_pages"
    return say(key, pages=card.pages, passages=card.passages)


def _added(addition: Addition) -> list[str]:
    card = addition.card
    line = say("added", plan=card.location, source=card.source, counts=counts(card))
    return [line, *(say("superseded", plan=old.location, source=old.source) for old in addition.superseded)]


def _remark(remark: Remark) -> str:
    return text(remark.key, LANGUAGE, **dict(remark.fields))
