"""The catalogue: one SQLite file that is the truth about every plan. Indexes can be rebuilt from it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ingest import records
from ingest.errors import StoreError, UnknownPlanError
from ingest.passage_terms import PassageTerms
from ingest.plan import Identity, Plan, PlanCard
from ingest.schema import TABLES, VERSION

BUSY_SECONDS = 120.0

CARD = """
SELECT p.*, length(p.text) AS characters,
    (SELECT count(*) FROM pages WHERE plan = p.id) AS pages,
    (SELECT count(*) FROM passages WHERE plan = p.id) AS passages
FROM plans p
"""


class Catalogue:
    """Plans, pages, blocks, passages and their terms. Safe for several threads and several processes."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._file = file
        self._lock = threading.RLock()
        try:
            self._db = sqlite3.connect(
                file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._db.row_factory = sqlite3.Row
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA journal_mode = WAL")
            self._prepare()
        except sqlite3.DatabaseError as error:
            raise StoreError(file, "store_unreadable", detail=error) from error

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make what happens inside one transaction: all of it stands afterwards, or nothing."""
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                raise self._failed(error) from error
            try:
                yield
                self._db.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
                self._db.execute("COMMIT")
            except sqlite3.OperationalError as error:
                self._roll_back()
                raise self._failed(error) from error
            except BaseException:
                self._roll_back()
                raise

    @property
    def generation(self) -> int:
        """Return a number that goes up with every change, by whichever process."""
        return int(self.setting("generation") or 0)

    def setting(self, key: str) -> str | None:
        """Return what is kept under ``key``."""
        row = self._row("SELECT value FROM meta WHERE key = ?", key)
        return row["value"] if row else None

    def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""
        self._change(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key,
            value,
        )

    def add(self, plan: Plan, edition: str, terms: Sequence[PassageTerms]) -> None:
        """Insert a plan and the terms of its passages."""
        document = plan.document
        self._change(
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
        self._insert("pages", [(plan.id, page.number, page.start, page.end) for page in document.pages])
        self._insert(
            "blocks",
            [
                (plan.id, b.start, b.end, b.kind.value, b.level, records.dump(b.columns))
                for b in document.blocks
            ],
        )
        self.set_passages(plan, terms)

    def set_passages(self, plan: Plan, terms: Sequence[PassageTerms]) -> None:
        """Replace a plan's passages and their terms."""
        self._remove_passages(plan.id)
        self._insert(
            "passages",
            [(None, plan.id, p.ordinal, p.start, p.end, p.page, records.dump(p.path)) for p in plan.passages],
        )
        ids = [
            row["id"]
            for row in self._rows("SELECT id FROM passages WHERE plan = ? ORDER BY ordinal", plan.id)
        ]
        self._db.executemany(
            "INSERT INTO terms (rowid, heads, stems, parts) VALUES (?, ?, ?, ?)",
            [(id_, *term.fields()) for id_, term in zip(ids, terms, strict=True)],
        )

    def remove(self, plan: str) -> None:
        """Delete a plan and every trace of it in the catalogue."""
        self._remove_passages(plan)
        self._change("DELETE FROM plans WHERE id = ?", plan)

    def supersede(self, old: str, new: str) -> None:
        """Mark ``old`` as replaced: it is kept, but not searched."""
        self._change("UPDATE plans SET superseded_by = ? WHERE id = ?", new, old)

    def set_identity(self, plan: str, identity: Identity) -> None:
        """Replace what a plan is."""
        self._change("UPDATE plans SET identity = ? WHERE id = ?", records.dump_identity(identity), plan)

    def set_edition(self, plan: str, edition: str) -> None:
        """Replace the prefix under which a plan's vectors are kept."""
        self._change("UPDATE plans SET edition = ? WHERE id = ?", edition, plan)

    def editions(self) -> dict[str, str]:
        """Return the prefix of each plan's vectors, by plan id."""
        return {row["id"]: row["edition"] for row in self._rows("SELECT id, edition FROM plans")}

    def cards(self) -> tuple[PlanCard, ...]:
        """Return every plan, ordered by municipality, year and file name."""
        cards = [records.card(row) for row in self._rows(CARD)]
        return tuple(
            sorted(
                cards, key=lambda c: (c.identity.municipality or "~", c.identity.first_year or 0, c.source)
            )
        )

    def plan(self, id_: str) -> Plan:
        """Return a whole plan. Raises UnknownPlanError."""
        with self._lock:
            row = self._row("SELECT * FROM plans WHERE id = ?", id_)
            if row is None:
                raise UnknownPlanError(id_, "unknown_plan")
            pages = self._rows("SELECT number, start, end FROM pages WHERE plan = ? ORDER BY number", id_)
            blocks = self._rows("SELECT * FROM blocks WHERE plan = ? ORDER BY start", id_)
            passages = self._rows("SELECT * FROM passages WHERE plan = ? ORDER BY ordinal", id_)
            return Plan(
                id_,
                records.document(row, pages, blocks),
                records.identity(row["identity"]),
                tuple(records.passage(passage, row["text"]) for passage in passages),
            )

    def has(self, sha256: str) -> str | None:
        """Return the id of the plan made from these bytes, or None."""
        row = self._row("SELECT id FROM plans WHERE sha256 = ?", sha256)
        return row["id"] if row else None

    def matching(self, stems: Iterable[str], plans: Sequence[str], limit: int) -> list[tuple[str, int]]:
        """Return (plan, ordinal) of the passages that hold any of the terms, best first by FTS5's BM25."""
        query = " OR ".join(f'"{stem}"' for stem in stems if '"' not in stem)
        if not query:
            return []
        rows = self._rows(
            "SELECT passages.plan, passages.ordinal FROM terms JOIN passages ON passages.id = terms.rowid "
            "WHERE terms MATCH ? AND passages.plan IN (SELECT value FROM json_each(?)) "
            "ORDER BY bm25(terms) LIMIT ?",
            query,
            records.dump(list(plans)),
            limit,
        )
        return [(row["plan"], row["ordinal"]) for row in rows]

    def terms(self, plans: Sequence[str]) -> dict[tuple[str, int], PassageTerms]:
        """Return the terms of every passage of the plans, by (plan, ordinal)."""
        rows = self._rows(
            "SELECT passages.plan, passages.ordinal, heads, stems, parts FROM passages "
            "JOIN terms ON terms.rowid = passages.id "
            "WHERE passages.plan IN (SELECT value FROM json_each(?))",
            records.dump(list(plans)),
        )
        return {
            (row["plan"], row["ordinal"]): PassageTerms.of_fields(row["heads"], row["stems"], row["parts"])
            for row in rows
        }

    def passage_count(self) -> int:
        """Return how many passages there are in all."""
        row = self._row("SELECT count(*) AS count FROM passages")
        return int(row["count"]) if row else 0

    def mean_terms(self) -> float:
        """Return the mean number of words in a passage's text; 1 where there is none."""
        row = self._row("SELECT avg(length(stems) - length(replace(stems, ' ', '')) + 1) AS mean FROM terms")
        return float(row["mean"] or 1.0) if row else 1.0

    def vocabulary(self) -> dict[str, int]:
        """Return in how many passages each term stands."""
        return {row["term"]: row["doc"] for row in self._rows("SELECT term, doc FROM term_counts")}

    def check(self) -> list[str]:
        """Return what SQLite itself finds wrong with the file; nothing is a healthy file."""
        found = [row[0] for row in self._rows("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    def _prepare(self) -> None:
        if self._db.execute("PRAGMA user_version").fetchone()[0] == VERSION:
            return
        self._db.execute("BEGIN IMMEDIATE")
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            self._db.execute("ROLLBACK")
            raise StoreError(self._file, "store_newer", version=version, known=VERSION)
        if version == 0:
            for statement in TABLES.split(";\n"):
                self._db.execute(statement)
            self._db.execute("INSERT INTO meta VALUES ('generation', '0')")
            self._db.execute(f"PRAGMA user_version = {VERSION}")
        self._db.execute("COMMIT")

    def _remove_passages(self, plan: str) -> None:
        self._change("DELETE FROM terms WHERE rowid IN (SELECT id FROM passages WHERE plan = ?)", plan)
        self._change("DELETE FROM passages WHERE plan = ?", plan)

    def _roll_back(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def _failed(self, error: sqlite3.OperationalError) -> StoreError:
        full = error.sqlite_errorname == "SQLITE_FULL" or "disk I/O" in str(error)
        return StoreError(self._file, "disk_full" if full else "store_unreadable", detail=error)

    def _row(self, query: str, *values: object) -> sqlite3.Row | None:
        rows = self._rows(query, *values)
        return rows[0] if rows else None

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def _change(self, statement: str, *values: object) -> None:
        self._db.execute(statement, values)

    def _insert(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            self._db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
