"""The register of goals: every plan's goals, derived from the plans and made anew with them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

import corpus
from ingest.database import Database
from ingest.goals.goal import Direction, Goal, GoalKind, Place, Target

EXTRACTION_VERSION = "11"
"""Goes up when the rules that find goals change, so that an older store says it wants a rebuild."""


class GoalRegister:
    """The goals of the plans in a catalogue."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def set(self, plan: str, goals: Sequence[Goal]) -> None:
        """Replace a plan's goals. Call inside ``Catalogue.writing``."""
        self._db.change("DELETE FROM registers WHERE plan = ?", plan)
        self._db.insert("registers", [(plan, register_version())])
        self._db.insert(
            "goals", [(plan, n, goal.start, goal.end, _dump(goal)) for n, goal in enumerate(goals)]
        )

    def goals(self, plans: Sequence[str]) -> tuple[Goal, ...]:
        """Return the goals of the plans, plan by plan in the order given, and in the order of each plan."""
        rows = self._db.rows(
            "SELECT goals.plan, record FROM goals "
            "JOIN (SELECT key, value FROM json_each(?)) AS asked ON asked.value = goals.plan "
            "ORDER BY asked.key, ordinal",
            json.dumps(list(plans)),
        )
        return tuple(_load(row) for row in rows)

    def outdated(self) -> int:
        """Return how many plans have no goals kept, or goals found by other rules or themes than today's."""
        row = self._db.row(
            "SELECT count(*) AS count FROM plans "
            "WHERE id NOT IN (SELECT plan FROM registers WHERE version = ?)",
            register_version(),
        )
        return int(row["count"]) if row else 0


@cache
def register_version() -> str:
    """Return what goals are found by: our rules, and the themes as they stand in ``corpus/themes``."""
    files = sorted((corpus.ROOT / "themes").glob("*.toml"))
    digest = hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
    return f"{EXTRACTION_VERSION}:{digest[:12]}"


def _dump(goal: Goal) -> str:
    return json.dumps({**asdict(goal), "plan": None}, ensure_ascii=False)


def _load(row: sqlite3.Row) -> Goal:
    said = json.loads(row["record"])
    aim = said["target"]
    direction = Direction(aim["direction"]) if aim["direction"] else None
    return Goal(
        row["plan"],
        GoalKind(said["kind"]),
        said["statement"],
        tuple(Place(**place) for place in said["places"]),
        Target(**{**aim, "direction": direction}),
        tuple(said["themes"]),
        said["target_group"],
    )
