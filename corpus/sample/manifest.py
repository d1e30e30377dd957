"""What each sample plan is: the rows of ``manifest.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent
MARK = "Opdigtet eksempel"


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """One sample plan: its file, what it is, and how it is set."""

    file: str
    source: str
    municipality: str
    first_year: int
    last_year: int
    kind: str
    title: str
    look: str
    colour: str
    approved: str

    @property
    def document(self) -> str:
        """Return the file name without its ending, as question sets name it."""
        return Path(self.file).stem

    @property
    def path(self) -> Path:
        """Return where the built file lies."""
        return ROOT / "plans" / self.file

    @property
    def full_title(self) -> str:
        """Return the title for the file's properties, marked as invented."""
        return f"{self.title}, {self.municipality} Kommune ({MARK.lower()})"


def read_manifest() -> tuple[SamplePlan, ...]:
    """Return every sample plan in the order of the manifest."""
    with (ROOT / "manifest.toml").open("rb") as file:
        return tuple(SamplePlan(**row) for row in tomllib.load(file)["plan"])
