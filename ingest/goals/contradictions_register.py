"""Contradictions within plans as they are kept: a whole plan must be read to find them, which takes time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from ingest.database import Database
from ingest.goals.contradictions import Contradiction, ContradictionKind
from ingest.goals.counted import Said
from ingest.goals.goal import Place


class ContradictionRegister:
    """The contradictions of the plans in a catalogue."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def set(self, plan: str, found: Sequence[Contradiction]) -> None:
        """Replace a plan's contradictions. Call inside ``Catalogue.writing``, once its goals are set."""
        self._db.change("DELETE FROM contradictions WHERE plan = ?", plan)
        self._db.insert("contradictions", [(plan, n, _dump(each)) for n, each in enumerate(found)])

    def of(self, plans: Sequence[str]) -> tuple[Contradiction, ...]:
        """Return the contradictions of the plans, plan by plan in the order given."""
        rows = self._db.rows(
            "SELECT contradictions.plan, record FROM contradictions "
            "JOIN (SELECT key, value FROM json_each(?)) AS asked ON asked.value = contradictions.plan "
            "ORDER BY asked.key, ordinal",
            json.dumps(list(plans)),
        )
        return tuple(_load(row["plan"], row["record"]) for row in rows)


def _dump(found: Contradiction) -> str:
    return json.dumps({**asdict(found), "plan": None}, ensure_ascii=False)


def _load(plan: str, record: str) -> Contradiction:
    kept = json.loads(record)
    said = tuple(Said(each["words"], Place(**each["place"]), each["value"]) for each in kept["said"])
    return Contradiction(ContradictionKind(kept["kind"]), plan, kept["what"], tuple(kept["numbers"]), said)
