"""One SQLite file: opened, kept at our schema, and every failure told in our own words."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import StoreError
from ingest.schema import TABLES, UPGRADES, VERSION

BUSY_SECONDS = 120.0
_CODES = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR": "disk_full",
    "SQLITE_BUSY": "store_busy",
    "SQLITE_LOCKED": "store_busy",
    "SQLITE_READONLY": "store_unwritable",
    "SQLITE_CANTOPEN": "store_unwritable",
    "SQLITE_PERM": "store_unwritable",
    "SQLITE_NOTADB": "store_damaged",
    "SQLITE_CORRUPT": "store_damaged",
}


class Database:
    """A connection that several threads share, beside other processes with theirs."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lock = threading.RLock()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise StoreError(file.parent, "store_not_a_folder") from error
        except OSError as error:
            raise StoreError(file.parent, "store_unwritable", detail=error.strerror) from error
        with self._told():
            self._db = sqlite3.connect(
                file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                self._db.row_factory = sqlite3.Row
                self._db.execute("PRAGMA foreign_keys = ON")
                self._db.execute("PRAGMA journal_mode = WAL")
                # What is removed is written over, not only forgotten.
                self._db.execute("PRAGMA secure_delete = ON")
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def close(self) -> None:
        """Let go of the file."""
        with self.lock:
            self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make what happens inside one transaction: all of it stands afterwards, or nothing."""
        with self.lock, self._told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let the queries inside see one state of the file, whatever other processes write meanwhile."""
        with self.lock, self._told():
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.execute("COMMIT")

    def row(self, query: str, *values: object) -> sqlite3.Row | None:
        """Return the first row."""
        rows = self.rows(query, *values)
        return rows[0] if rows else None

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return every row."""
        with self.lock, self._told():
            return self._db.execute(query, values).fetchall()

    def change(self, statement: str, *values: object) -> None:
        """Run a statement."""
        with self.lock, self._told():
            self._db.execute(statement, values)

    def insert(self, table: str, rows: Iterable[Sequence[object]], columns: Sequence[str] = ()) -> None:
        """Insert rows of values, for all columns or for those named."""
        rows = list(rows)
        if not rows:
            return
        named = f" ({', '.join(columns)})" if columns else ""
        with self.lock, self._told():
            self._db.executemany(f"INSERT INTO {table}{named} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    def check(self) -> list[str]:
        """Return what SQLite itself finds wrong with the file; nothing is a healthy file."""
        found = [row[0] for row in self.rows("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    def _prepare(self) -> None:
        if self._version() == VERSION:
            return
        # Another process may be making the same tables: look again once it is our turn.
        with self.transaction():
            version = self._version()
            if version > VERSION:
                raise StoreError(self.file, "store_newer", version=version, known=VERSION)
            script = TABLES if version == 0 else "".join(UPGRADES[v] for v in range(version, VERSION))
            for statement in script.split(";\n"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {VERSION}")

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            name = getattr(error, "sqlite_errorname", "")
            code = next((code for start, code in _CODES.items() if name.startswith(start)), "store_damaged")
            raise StoreError(self.file, code, detail=error, seconds=int(BUSY_SECONDS)) from error
