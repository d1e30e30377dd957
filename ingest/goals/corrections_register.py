"""Corrections of goals as they are kept: rows of their own, which making the goals anew does not touch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ingest.database import Database
from ingest.goals.corrections import Correction, Reading
from ingest.goals.goal import Direction, Place

OF_PLANS = """
WITH RECURSIVE line (old, plan) AS (
    SELECT DISTINCT plan, plan FROM corrections
    UNION
    SELECT line.old, plans.superseded_by FROM line JOIN plans ON plans.id = line.plan
    WHERE plans.superseded_by IS NOT NULL
)
SELECT line.plan AS counts_for, corrections.plan, record
FROM corrections JOIN line ON line.old = corrections.plan
WHERE line.plan IN (SELECT value FROM json_each(?))
ORDER BY corrections.id
"""
"""What was said of a plan, and of the older versions that it replaces, oldest first."""


class CorrectionRegister:
    """The corrections in a catalogue: for each place of a plan the last one that was made."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def keep(self, correction: Correction) -> None:
        """Keep a correction, the only one of its place. Call inside ``Catalogue.writing``."""
        self.forget(correction)
        place = correction.place
        self._db.insert(
            "corrections",
            [(None, correction.plan, place.start, place.end, _dump(correction))],
        )

    def forget(self, correction: Correction) -> None:
        """Delete what was said of the place of a correction. Call inside ``Catalogue.writing``."""
        self._db.change(
            "DELETE FROM corrections WHERE plan = ? AND start = ? AND end = ?",
            correction.plan,
            correction.place.start,
            correction.place.end,
        )

    def of(self, plans: Sequence[str]) -> tuple[tuple[str, Correction], ...]:
        """Return the corrections that count for some plans, oldest first, each with the plan of these."""
        rows = self._db.rows(OF_PLANS, json.dumps(list(plans)))
        return tuple((row["counts_for"], _load(row["plan"], row["record"])) for row in rows)


def _dump(correction: Correction) -> str:
    return json.dumps({**asdict(correction), "plan": None}, ensure_ascii=False)


def _load(plan: str, record: str) -> Correction:
    said = json.loads(record)
    return Correction(
        plan,
        said["statement"],
        Place(**said["place"]),
        _reading(said["before"]),
        _reading(said["after"]),
        said["rejected"],
        said["made_at"],
    )


def _reading(said: dict[str, Any]) -> Reading:
    direction = Direction(said["direction"]) if said["direction"] else None
    return Reading(**{**said, "themes": tuple(said["themes"]), "direction": direction})
