"""The evaluations of a store: what each was made with, how it went, and its rows as they were written."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass

from ingest.database import Database


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run: its set, when it began, the folder it is written to, and how many questions are done and good.

    ``stamp`` is what it was made with, as JSON. Of a run that was killed, the folder knows more.
    """

    id: str
    questions: str
    started_at: str
    folder: str
    count: int
    done: int
    good: int
    stamp: str


class RunRegister:
    """The runs in a catalogue. They are no part of the plans: no index is made anew for them."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def keep(self, record: RunRecord, rows: bytes) -> None:
        """Keep a run and its rows, over what was kept of it before."""
        self._db.change(
            "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            record.id,
            record.questions,
            record.started_at,
            record.folder,
            record.count,
            record.done,
            record.good,
            record.stamp,
            zlib.compress(rows),
        )

    def records(self) -> tuple[RunRecord, ...]:
        """Return every run, the newest first."""
        columns = "id, questions, started_at, folder, count, done, good, stamp"
        return tuple(
            RunRecord(*row)
            for row in self._db.rows(f"SELECT {columns} FROM runs ORDER BY started_at DESC, id")
        )

    def rows(self, id_: str) -> bytes:
        """Return the rows of a run as they were kept; nothing for an unknown one."""
        row: sqlite3.Row | None = self._db.row("SELECT rows FROM runs WHERE id = ?", id_)
        return zlib.decompress(row["rows"]) if row else b""

    def remove(self, id_: str) -> None:
        """Forget a run."""
        self._db.change("DELETE FROM runs WHERE id = ?", id_)
