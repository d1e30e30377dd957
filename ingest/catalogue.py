"""The catalogue: one SQLite file that is the truth about every plan. Indexes can be rebuilt from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from ingest import records
from ingest.database import Database
from ingest.errors import UnknownPlanError
from ingest.goals.contradictions_register import ContradictionRegister
from ingest.goals.corrections_register import CorrectionRegister
from ingest.goals.register import GoalRegister
from ingest.passage_index import PassageIndex, Vectors
from ingest.passage_terms import PassageTerms
from ingest.plan import Identity, Plan, PlanCard
from ingest.runs import RunRegister

CARD = """
SELECT p.*, length(p.text) AS characters,
    (SELECT count(*) FROM pages WHERE plan = p.id) AS pages,
    (SELECT count(*) FROM passages WHERE plan = p.id) AS passages
FROM plans p
"""


class Catalogue(PassageIndex):
    """Plans, pages, blocks, passages, their terms and vectors. Safe for several threads and processes."""

    def __init__(self, file: Path) -> None:
        super().__init__(Database(file))
        self.file = file
        self.lock = self._db.lock
        self.goals = GoalRegister(self._db)
        self.contradictions = ContradictionRegister(self._db)
        self.corrections = CorrectionRegister(self._db)
        self.runs = RunRegister(self._db)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def copy(self, file: Path) -> None:
        """Write the whole catalogue to another file, as it is at this moment."""
        self._db.change("VACUUM INTO ?", str(file))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make what happens inside one transaction: all of it stands afterwards, or nothing."""
        with self._db.transaction():
            yield
            self._db.change("UPDATE meta SET value = value + 1 WHERE key = 'generation'")

    @property
    def generation(self) -> int:
        """Return a number that goes up with every change, by whichever process."""
        return int(self.setting("generation") or 0)

    def setting(self, key: str) -> str | None:
        """Return what is kept under ``key``."""
        row = self._db.row("SELECT value FROM meta WHERE key = ?", key)
        return row["value"] if row else None

    def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""
        self._db.change(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key,
            value,
        )

    def add(self, plan: Plan, edition: str, terms: Sequence[PassageTerms], vectors: Vectors) -> None:
        """Insert a plan, and the terms and vectors of its passages."""
        document = plan.document
        self._db.change(
            "INSERT INTO plans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            plan.id,
            document.sha256,
            edition,
            document.source,
            document.format,
            document.title,
            records.dump_remarks(document.remarks),
            records.dump_identity(plan.identity),
            document.text,
            datetime.now(UTC).isoformat(timespec="seconds"),
        )
        self._db.insert("pages", [(plan.id, page.number, page.start, page.end) for page in document.pages])
        self._db.insert(
            "blocks",
            [
                (plan.id, b.start, b.end, b.kind.value, b.level, records.dump(b.columns))
                for b in document.blocks
            ],
        )
        self.set_passages(plan, terms, vectors)

    def set_passages(self, plan: Plan, terms: Sequence[PassageTerms], vectors: Vectors) -> None:
        """Replace a plan's passages, their terms and their vectors (n, dimension)."""
        self._remove_passages(plan.id)
        self._db.insert(
            "passages",
            [(None, plan.id, p.ordinal, p.start, p.end, p.page, records.dump(p.path)) for p in plan.passages],
        )
        rows = [(id_, *term.fields()) for id_, term in zip(self._passage_ids(plan.id), terms, strict=True)]
        self._db.insert("terms", rows, ("rowid", "heads", "stems", "parts"))
        self.set_vectors(plan.id, vectors)

    def set_vectors(self, plan: str, vectors: Vectors) -> None:
        """Replace the vectors of a plan's passages (n, dimension)."""
        ids = self._passage_ids(plan)
        self._db.change("DELETE FROM vectors WHERE passage IN (SELECT id FROM passages WHERE plan = ?)", plan)
        halves = vectors.astype(np.float16)
        self._db.insert("vectors", [(id_, row.tobytes()) for id_, row in zip(ids, halves, strict=True)])

    def remove(self, plan: str) -> None:
        """Delete a plan and every trace of it in the catalogue."""
        self._remove_passages(plan)
        # What this plan replaced is replaced by its own successor, or searched again.
        self._db.change(
            "UPDATE plans SET superseded_by = (SELECT superseded_by FROM plans WHERE id = ?) "
            "WHERE superseded_by = ?",
            plan,
            plan,
        )
        self._db.change("DELETE FROM plans WHERE id = ?", plan)

    def supersede(self, old: str, new: str) -> None:
        """Mark ``old`` as replaced: it is kept, but not searched."""
        self._db.change("UPDATE plans SET superseded_by = ? WHERE id = ?", new, old)

    def set_identity(self, plan: str, identity: Identity) -> None:
        """Replace what a plan is."""
        self._db.change("UPDATE plans SET identity = ? WHERE id = ?", records.dump_identity(identity), plan)

    def set_edition(self, plan: str, edition: str) -> None:
        """Replace the prefix under which a plan's vectors are kept."""
        self._db.change("UPDATE plans SET edition = ? WHERE id = ?", edition, plan)

    def editions(self) -> dict[str, str]:
        """Return the prefix of each plan's vectors, by plan id."""
        return {row["id"]: row["edition"] for row in self._db.rows("SELECT id, edition FROM plans")}

    def cards(self) -> tuple[PlanCard, ...]:
        """Return every plan, ordered by municipality, year and file name."""
        cards = [records.card(row) for row in self._db.rows(CARD)]
        return tuple(
            sorted(
                cards, key=lambda c: (c.identity.municipality or "~", c.identity.first_year or 0, c.source)
            )
        )

    def plan(self, id_: str) -> Plan:
        """Return a whole plan. Raises UnknownPlanError."""
        with self._db.reading():
            row = self._db.row("SELECT * FROM plans WHERE id = ?", id_)
            pages = self._db.rows("SELECT number, start, end FROM pages WHERE plan = ? ORDER BY number", id_)
            blocks = self._db.rows("SELECT * FROM blocks WHERE plan = ? ORDER BY start", id_)
            passages = self._db.rows("SELECT * FROM passages WHERE plan = ? ORDER BY ordinal", id_)
        if row is None:
            raise UnknownPlanError(id_, "unknown_plan")
        return Plan(
            id_,
            records.document(row, pages, blocks),
            records.identity(row["identity"]),
            tuple(records.passage(passage, row["text"]) for passage in passages),
        )

    def fronts(self, characters: int) -> dict[str, str]:
        """Return the title and the beginning of each plan's text, by plan id."""
        query = "SELECT id, title || char(10) || substr(text, 1, ?) AS front FROM plans"
        return {row["id"]: row["front"] for row in self._db.rows(query, characters)}

    def has(self, sha256: str) -> str | None:
        """Return the id of the plan made from these bytes, or None."""
        row = self._db.row("SELECT id FROM plans WHERE sha256 = ?", sha256)
        return row["id"] if row else None

    def without_vectors(self) -> int:
        """Return how many passages have no vector: those of a store from before vectors stood here."""
        row = self._db.row(
            "SELECT count(*) AS count FROM passages WHERE id NOT IN (SELECT passage FROM vectors)"
        )
        return int(row["count"]) if row else 0

    def check(self) -> list[str]:
        """Return what SQLite itself finds wrong with the file; nothing is a healthy file."""
        return self._db.check()

    def _passage_ids(self, plan: str) -> list[int]:
        rows = self._db.rows("SELECT id FROM passages WHERE plan = ? ORDER BY ordinal", plan)
        return [row["id"] for row in rows]

    def _remove_passages(self, plan: str) -> None:
        self._db.change("DELETE FROM terms WHERE rowid IN (SELECT id FROM passages WHERE plan = ?)", plan)
        self._db.change("DELETE FROM passages WHERE plan = ?", plan)
