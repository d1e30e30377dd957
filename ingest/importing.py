"""Adding files and folders: every file has an outcome, none is skipped in silence."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.errors import ModelError, PlansvarError, StoreError, UnreadableFileError
from ingest.identity import Overrides
from ingest.library import Addition, Change, Library
from ingest.manifest import MANIFEST, ManifestError, manifest
from ingest.plan import Remark
from ingest.progress import Progress
from ingest.reading.worker import Reader


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an addition, or the error that kept it out."""

    file: Path
    addition: Addition | None = None
    error: PlansvarError | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """What became of everything that was asked for, in order. ``unreached``: files after what stopped it."""

    outcomes: tuple[Outcome, ...]
    unreached: tuple[Path, ...] = ()

    def changed(self, change: Change) -> list[Addition]:
        """Return the additions of one kind."""
        return [o.addition for o in self.outcomes if o.addition and o.addition.change is change]

    @property
    def failed(self) -> list[Outcome]:
        """Return the files that did not become plans."""
        return [outcome for outcome in self.outcomes if outcome.error]


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    said: Overrides = field(default_factory=Overrides)
    error: PlansvarError | None = None


def add_files(
    library: Library, paths: Sequence[Path], said: Overrides, progress: Progress | None = None
) -> Import:
    """Add files, and all files in folders. Each file is its own transaction.

    Ctrl-C, a full disk or another fault of the store stops the rest; what is done is kept.
    """
    files = [file for path in paths for file in _files(path, said)]
    outcomes: list[Outcome] = []
    before = {card.id for card in library.cards()}
    # Ctrl-C comes here from wherever the work is; the reader and the store clean up after themselves.
    with suppress(KeyboardInterrupt), Reader() as reader:
        for done, file in enumerate(files):
            if progress:
                progress(file.path.name, done, len(files))
            outcomes.append(_added(library, reader, file))
            if isinstance(outcomes[-1].error, (StoreError, ModelError)):
                break
    outcomes += _finished(library, files[len(outcomes) : len(outcomes) + 1], before)
    return Import(tuple(outcomes), tuple(file.path for file in files[len(outcomes) :]))


def _finished(library: Library, reached: Sequence[_File], before: Set[str]) -> list[Outcome]:
    """Return the file that was interrupted, if its plan was already whole in the store."""
    for file in reached:
        added = library.catalogue.has(_digest(file.path))
        if added and added not in before:
            return [Outcome(file.path, Addition(library.resolve(added), Change.ADDED))]
    return []


def _added(library: Library, reader: Reader, file: _File) -> Outcome:
    if file.error:
        return Outcome(file.path, error=file.error)
    try:
        known = library.catalogue.has(_digest(file.path))
        if known:
            addition = library.update(known, file.said)
            document = library.plan(known).document
        else:
            document = reader.read(file.path)
            document = replace(document, source=readable(document.source))
            addition = library.add(document, file.said)
    except (UnreadableFileError, StoreError, ModelError) as error:
        return Outcome(file.path, error=error)
    return Outcome(file.path, addition, remarks=(*document.remarks, *addition.card.identity.doubts))


def _digest(path: Path) -> str:
    """Return what a plan is known by, so that a known file need not be read; a reader says what is wrong."""
    if not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def readable(name: str) -> str:
    """Return a file name as text, also one that an older system wrote in its own encoding."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("cp1252", errors="replace")
    return name


def _files(path: Path, said: Overrides) -> Iterator[_File]:
    try:
        if not path.exists():
            yield _File(path, error=UnreadableFileError(path, "missing_file"))
        elif path.is_dir():
            yield from _files_in(path, said, set())
        else:
            yield _File(path, manifest(path.parent).get(path.name, Overrides()).under(said))
    except OSError as error:
        yield _File(path, error=UnreadableFileError(path, "unreadable_folder", detail=error.strerror))
    except ManifestError as error:
        yield _File(path, error=error)


def _files_in(folder: Path, said: Overrides, seen: set[Path]) -> Iterator[_File]:
    """Walk a folder in order; hidden files and the manifests are no plans."""
    if folder.resolve() in seen:
        return
    seen.add(folder.resolve())
    try:
        entries = sorted(folder.iterdir())
        known = manifest(folder)
    except OSError as error:
        yield _File(folder, error=UnreadableFileError(folder, "unreadable_folder", detail=error.strerror))
        return
    except ManifestError as error:
        yield _File(folder, error=error)
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name == MANIFEST:
            continue
        if entry.is_dir():
            yield from _files_in(entry, said, seen)
        else:
            yield _File(entry, known.get(entry.name, Overrides()).under(said))
    for name in sorted(known.keys() - {entry.name for entry in entries}):
        yield _File(folder / name, error=UnreadableFileError(folder / name, "missing_file"))
