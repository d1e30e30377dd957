"""The question sets that an evaluator can pick: the own ones of the store, and those of the sample plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

import corpus
from eval.sets import SetFolder

ENDINGS = (".jsonl", ".xlsx")
"""The forms a set can be written in, by the ending of its file's name."""
SAMPLES = ("questions", "conversations", "english", "validation", "heldout")
"""The sets of the sample plans: to develop on, to check thresholds on, and the last to tune nothing on."""


@dataclass(frozen=True, slots=True)
class ShelvedSet:
    """A file of questions, and whether it came with Plansvar."""

    path: Path
    sample: bool = False

    @property
    def name(self) -> str:
        """Return what runs of it are called."""
        return self.path.stem


class SetShelf:
    """The question sets of a store."""

    def __init__(self, store: Path) -> None:
        self.folder = SetFolder(store).path

    def sets(self) -> tuple[ShelvedSet, ...]:
        """Return the store's own sets by name, and then those of the sample plans."""
        return (*self._own(), *self._samples())

    def named(self, name: str) -> ShelvedSet | None:
        """Return the set that runs call ``name``, the store's own before a sample."""
        return next((each for each in self.sets() if each.name == name), None)

    def keep(self, file_name: str, content: bytes) -> ShelvedSet:
        """Put a file on the shelf, over one of the same name."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / PurePath(file_name.replace("\\", "/")).name
        beside = path.with_name(f"{path.name}.new")
        beside.write_bytes(content)
        beside.replace(path)
        return ShelvedSet(path)

    def remove(self, kept: ShelvedSet) -> None:
        """Take a set of the store off the shelf; runs of it stay."""
        if kept.path.parent == self.folder:
            kept.path.unlink(missing_ok=True)

    def _own(self) -> Iterator[ShelvedSet]:
        found = self.folder.glob("*") if self.folder.is_dir() else ()
        return (ShelvedSet(path) for path in sorted(found) if path.suffix.lower() in ENDINGS)

    def _samples(self) -> Iterator[ShelvedSet]:
        paths = (corpus.ROOT / "sample" / f"{name}.jsonl" for name in SAMPLES)
        return (ShelvedSet(path, sample=True) for path in paths if path.exists())
