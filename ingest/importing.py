"""Adding files and folders: every file has an outcome, none is skipped in silence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import PlansvarError, UnreadableFileError
from ingest.identity import Overrides
from ingest.library import Addition, Change, Library
from ingest.plan import Remark
from ingest.progress import Progress
from ingest.reading.worker import Reader

MANIFEST = "plansvar.toml"
"""A file of this name in a folder says what the files beside it are."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an addition, or the error that kept it out."""

    file: Path
    addition: Addition | None = None
    error: PlansvarError | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """What became of everything that was asked for, in order. ``unreached``: files after an interruption."""

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
    """Add files, and all files in folders. Each file is its own transaction; Ctrl-C keeps what is done."""
    files = [file for path in paths for file in _files(path, said)]
    outcomes: list[Outcome] = []
    try:
        with Reader() as reader:
            for done, file in enumerate(files):
                if progress:
                    progress(file.path.name, done, len(files))
                outcomes.append(_added(library, reader, file))
    except KeyboardInterrupt:
        return Import(tuple(outcomes), tuple(file.path for file in files[len(outcomes) :]))
    return Import(tuple(outcomes))


def _added(library: Library, reader: Reader, file: _File) -> Outcome:
    if file.error:
        return Outcome(file.path, error=file.error)
    try:
        document = reader.read(file.path)
        addition = library.add(document, file.said)
    except UnreadableFileError as error:
        return Outcome(file.path, error=error)
    return Outcome(file.path, addition, remarks=(*document.remarks, *addition.card.identity.doubts))


def _files(path: Path, said: Overrides) -> Iterator[_File]:
    if not path.exists():
        yield _File(path, error=UnreadableFileError(path, "missing_file"))
    elif not path.is_dir():
        yield _File(path, said)
    else:
        yield from _files_in(path, said)


def _files_in(folder: Path, said: Overrides) -> Iterator[_File]:
    """Walk a folder in order; hidden files and the manifests are no plans."""
    try:
        entries = sorted(folder.iterdir())
        known = _manifest(folder / MANIFEST)
    except (PermissionError, tomllib.TOMLDecodeError) as error:
        yield _File(folder, error=UnreadableFileError(folder, "unreadable_folder", detail=error))
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name == MANIFEST:
            continue
        if entry.is_dir():
            yield from _files_in(entry, said)
        else:
            yield _File(entry, _merged(said, known.get(entry.name)))


def _manifest(file: Path) -> Mapping[str, Overrides]:
    """Read ``[[plan]] file=..., municipality=..., year=..., title=...``; no file is an empty manifest."""
    if not file.exists():
        return {}
    plans = tomllib.loads(file.read_text(encoding="utf-8")).get("plan", [])
    return {
        plan["file"]: Overrides(plan.get("municipality"), plan.get("year"), plan.get("title"))
        for plan in plans
    }


def _merged(said: Overrides, known: Overrides | None) -> Overrides:
    if known is None:
        return said
    return Overrides(
        said.municipality or known.municipality, said.year or known.year, said.title or known.title
    )
