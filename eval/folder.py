"""The folder a run is kept in: ``run.json`` (its stamp) and ``rows.jsonl`` (one row a line)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.row import Row
from eval.stamp import Stamp
from ingest.errors import PlansvarError

_STAMP = TypeAdapter(Stamp)
_ROW = TypeAdapter(Row)


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
    def _rows_file(self) -> Path:
        return self.path / "rows.jsonl"

    def begin(self, stamp: Stamp) -> tuple[Row, ...]:
        """Make the folder ready and return the rows it holds of this very run; failed ones are asked again.

        Raises RunError where it holds a run of other questions, plans, settings or code.
        """
        if not self._stamp_file.exists():
            self.write(stamp, ())
            return ()
        if not self.stamp().same_run(stamp):
            raise RunError(self.path, "another_run")
        kept = tuple(row for row in self._whole_rows() if not row.error)
        _replace(self._rows_file, [_dump(row) for row in kept])
        return kept

    def write(self, stamp: Stamp, rows: Iterable[Row]) -> None:
        """Write a whole run, over what was there."""
        self.path.mkdir(parents=True, exist_ok=True)
        _replace(self._rows_file, [_dump(row) for row in rows])
        _replace(self._stamp_file, [_STAMP.dump_json(stamp, indent=1).decode()])

    def append(self, row: Row) -> None:
        """Add a row, on the disk before this returns."""
        with self._rows_file.open("a", encoding="utf-8") as file:
            file.write(f"{_dump(row)}\n")
            file.flush()
            os.fsync(file.fileno())

    def stamp(self) -> Stamp:
        """Return what the run was made with. Raises RunError where the folder holds no run."""
        try:
            return _STAMP.validate_json(self._stamp_file.read_bytes())
        except FileNotFoundError as error:
            raise RunError(self.path, "no_run") from error
        except ValidationError as error:
            raise RunError(self._stamp_file, "unreadable_run") from error

    def rows(self) -> tuple[Row, ...]:
        """Return every row. Raises RunError for a line that is not one, as after an interruption."""
        try:
            return tuple(_ROW.validate_json(line) for line in self._lines())
        except ValidationError as error:
            raise RunError(self._rows_file, "unreadable_run") from error

    def _whole_rows(self) -> Iterable[Row]:
        """Return the rows but for a last line that was being written when the run was killed."""
        lines = self._lines()
        for n, line in enumerate(lines, start=1):
            try:
                yield _ROW.validate_json(line)
            except ValidationError as error:
                if n < len(lines):
                    raise RunError(self._rows_file, "unreadable_run") from error

    def _lines(self) -> list[bytes]:
        try:
            return [line for line in self._rows_file.read_bytes().split(b"\n") if line.strip()]
        except FileNotFoundError:
            return []


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A run that lies in a folder, and what it was made with."""

    folder: Path
    stamp: Stamp


def saved_runs(parent: Path) -> tuple[SavedRun, ...]:
    """Return the runs in the folders of ``parent``, newest first. A damaged one raises RunError."""
    folders = (path.parent for path in parent.glob("*/run.json"))
    runs = [SavedRun(folder, RunFolder(folder).stamp()) for folder in folders]
    return tuple(sorted(runs, key=lambda run: (run.stamp.started_at, run.folder), reverse=True))


def _dump(row: Row) -> str:
    return _ROW.dump_json(row, exclude_defaults=True).decode()


def _replace(path: Path, lines: Iterable[str]) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    beside.replace(path)
