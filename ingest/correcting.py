"""Correcting the register of goals, and taking a correction back. The last one to speak is heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from ingest.errors import UnknownPlanError
from ingest.goals.corrections import Correction, Reading
from ingest.goals.goal import Goal
from ingest.library import Library
from ingest.privacy import mask_cpr


def correct(library: Library, original: Goal, after: Reading, rejected: bool = False) -> None:
    """Keep how a person reads a goal, beside how the program does; to agree with the program is to undo.

    Raises UnknownPlanError when the plan has been removed.
    """
    before = Reading.of(original)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    said = Correction(
        original.plan, original.statement, original.places[0], before, _masked(after), rejected, now
    )
    with library.catalogue.writing():
        if original.plan not in library.catalogue.editions():
            raise UnknownPlanError(original.plan, "unknown_plan")
        if rejected or said.after != before:
            library.catalogue.corrections.keep(said)
        else:
            library.catalogue.corrections.forget(said)


def undo(library: Library, corrections: Iterable[Correction]) -> None:
    """Take corrections back; those that are gone already stay gone."""
    with library.catalogue.writing():
        for correction in corrections:
            library.catalogue.corrections.forget(correction)


def _masked(reading: Reading) -> Reading:
    """Hide personal numbers in what was typed."""
    return replace(
        reading,
        unit=_mask(reading.unit),
        deadline=_mask(reading.deadline),
        baseline=_mask(reading.baseline),
        target_group=_mask(reading.target_group),
    )


def _mask(words: str | None) -> str | None:
    return words and mask_cpr(words)[0]
