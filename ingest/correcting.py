"""Correcting the register of goals, and taking a correction back. The last one to speak is heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from ingest.goals.corrections import Correction, Reading
from ingest.goals.goal import Goal
from ingest.library import Library
from ingest.privacy import mask_typed
from ingest.registering import weigh


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
        plan = library.plan(original.plan)
        if rejected or said.after != before:
            library.catalogue.corrections.keep(said)
        else:
            library.catalogue.corrections.forget(said)
        weigh(library.catalogue, plan)


def undo(library: Library, corrections: Sequence[Correction], plan: str) -> None:
    """Take corrections back that count for a plan; those that are gone already stay gone."""
    with library.catalogue.writing():
        for correction in corrections:
            library.catalogue.corrections.forget(correction)
        held = library.catalogue.editions()
        for each in {plan, *(correction.plan for correction in corrections)} & held.keys():
            weigh(library.catalogue, library.plan(each))


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
    return words and mask_typed(words)[0]
