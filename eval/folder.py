"""The folder a run is kept in: ``run.json`` (its stamp) and ``rows.jsonl`` (one row a line).

One process at a time writes there, holding ``lock``; whoever reads need not.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.row import Row
from eval.stamp import Stamp
from ingest.errors import PlansvarError
from ingest.locks import ProcessLock

_STAMP = TypeAdapter(Stamp)
_ROW = TypeAdapter(Row)
_PATIENCE = 2.0
"""Seconds to wait for someone who only looked whether a run is being written."""


class RunError(PlansvarError):
    """A folder does not hold the run that was asked for."""


class RunFolder:
    """Where one run is saved as it goes, so that an interruption costs at most the question at hand."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def _stamp_file(self) -> Path:
        return self.path / "run.json"

    @property
    def _lock_file(self) -> Path:
        return self.path / "lock"

    @property
    def _rows_file(self) -> Path:
        return self.path / "rows.jsonl"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep every other process from writing here. Raises RunError where one does."""
        self._make()
        lock = ProcessLock(self._lock_file, _PATIENCE)
        if not lock.acquire():
            raise RunError(self.path, "run_busy")
        try:
            yield
        finally:
            lock.release()

    def is_held(self) -> bool:
        """Say whether a process is writing here."""
        if not self._lock_file.exists():
            return False
        lock = ProcessLock(self._lock_file, 0.0)
        if not lock.acquire():
            return True
        lock.release()
        return False

    def ask_to_stop(self) -> None:
        """Ask whoever writes here to stop after the question at hand."""
        (self.path / "stop").touch()

    @property
    def has_begun(self) -> bool:
        """Say whether there is a run here."""
        return self._stamp_file.exists()

    @property
    def stop_wanted(self) -> bool:
        """Say whether someone has asked to stop."""
        return (self.path / "stop").exists()

    def heed_stop(self) -> None:
        """Raise RunError where someone has asked to stop."""
        if self.stop_wanted:
            raise RunError(self.path, "run_stopped")

    def _make(self) -> None:
        with self._told():
            self.path.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in our own words that nothing can be written here, as on a full disk."""
        try:
            yield
        except OSError as error:
            raise RunError(self.path, "run_unwritable", detail=error.strerror) from error

    def begin(self, stamp: Stamp) -> tuple[Row, ...]:
        """Make the folder ready and return the rows it holds of this very run; failed ones are asked again.

        Raises RunError where it holds a run of other questions, plans, settings or code.
        """
        (self.path / "stop").unlink(missing_ok=True)
        if not self._stamp_file.exists():
            self.write(stamp, ())
            return ()
        if not self.stamp().same_run(stamp):
            raise RunError(self.path, "another_run")
        kept = tuple(row for row in self.whole_rows() if not row.error)
        with self._told():
            _replace(self._rows_file, [_dump(row) for row in kept])
        return kept

    def write(self, stamp: Stamp, rows: Iterable[Row]) -> None:
        """Write a whole run, over what was there."""
        self._make()
        with self._told():
            _replace(self._rows_file, [_dump(row) for row in rows])
            _replace(self._stamp_file, [dump_stamp(stamp)])

    def append(self, row: Row) -> None:
        """Add a row, on the disk before this returns."""
        with self._told(), self._rows_file.open("a", encoding="utf-8") as file:
            file.write(f"{_dump(row)}\n")
            file.flush()
            os.fsync(file.fileno())

    def stamp(self) -> Stamp:
        """Return what the run was made with. Raises RunError where the folder holds no run."""
        try:
            return load_stamp(self._stamp_file.read_bytes(), self._stamp_file)
        except FileNotFoundError as error:
            raise RunError(self.path, "no_run") from error

    def rows(self) -> tuple[Row, ...]:
        """Return every row. Raises RunError for a line that is not one, as after an interruption."""
        return load_rows(b"\n".join(self._lines()), self._rows_file)

    def whole_rows(self) -> tuple[Row, ...]:
        """Return the rows but for a last line that was being written when the run was killed."""
        lines = self._lines()
        rows = []
        for n, line in enumerate(lines, start=1):
            try:
                rows.append(_ROW.validate_json(line))
            except ValidationError as error:
                if n < len(lines):
                    raise RunError(self._rows_file, "unreadable_run") from error
        return tuple(rows)

    def count(self) -> int:
        """Return how many questions are done, without reading their rows."""
        return len(self._lines())

    def _lines(self) -> list[bytes]:
        try:
            return [line for line in self._rows_file.read_bytes().split(b"\n") if line.strip()]
        except FileNotFoundError:
            return []


def dump_stamp(stamp: Stamp) -> str:
    """Return a stamp as JSON."""
    return _STAMP.dump_json(stamp, indent=1).decode()


def load_stamp(dumped: str | bytes, name: object) -> Stamp:
    """Return the stamp that was dumped. Raises RunError, which calls it ``name``."""
    try:
        return _STAMP.validate_json(dumped)
    except ValidationError as error:
        raise RunError(name, "unreadable_run") from error


def dump_rows(rows: Iterable[Row]) -> bytes:
    """Return rows as JSON lines."""
    return "".join(f"{_dump(row)}\n" for row in rows).encode()


def load_rows(dumped: bytes, name: object) -> tuple[Row, ...]:
    """Return the rows that were dumped. Raises RunError, which calls them ``name``."""
    try:
        return tuple(_ROW.validate_json(line) for line in dumped.split(b"\n") if line.strip())
    except ValidationError as error:
        raise RunError(name, "unreadable_run") from error


def _dump(row: Row) -> str:
    return _ROW.dump_json(row, exclude_defaults=True).decode()


def _replace(path: Path, lines: Iterable[str]) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    beside.replace(path)
