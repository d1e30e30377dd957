"""What a run was made with: without this, two figures cannot be compared."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from eval.questions import QuestionSet
from ingest.plan import PlanCard


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting and the value that the run was made with."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """The circumstances of a run. ``commit`` ends in "+" and a hash where the tree had changes."""

    questions: str
    questions_sha256: str
    count: int
    commit: str
    version: str
    model: str
    store_sha256: str
    plans: int
    settings: tuple[Setting, ...]
    started_at: str

    def same_run(self, other: Stamp) -> bool:
        """Say whether both stamps can belong to one run, which was interrupted and goes on."""
        return self._identity == other._identity

    @property
    def _identity(self) -> tuple[object, ...]:
        return (self.questions_sha256, self.commit, self.model, self.store_sha256, self.settings)


def make_stamp(
    questions: QuestionSet, cards: Iterable[PlanCard], *, model: str = "", settings: Iterable[Setting] = ()
) -> Stamp:
    """Stamp a run of ``questions`` against the plans ``cards``, beginning now."""
    ids = sorted(card.id for card in cards)
    return Stamp(
        questions=questions.name,
        questions_sha256=questions.sha256,
        count=len(questions.cases),
        commit=commit(),
        version=_version(),
        model=model,
        store_sha256=hashlib.sha256("\n".join(ids).encode()).hexdigest(),
        plans=len(ids),
        settings=tuple(sorted(settings, key=lambda each: each.name)),
        started_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
    )


def commit() -> str:
    """Return the commit that this code stands at, or nothing where it is installed.

    Changes that are not committed add "+" and a hash of them, where they can change an answer.
    """
    root = Path(__file__).parents[1]
    if not _git(root, "ls-files", "eval/stamp.py"):
        return ""
    changes = _git(root, "diff", "HEAD", "--", "corpus", "ingest", "assistant", "eval")
    head = _git(root, "rev-parse", "--short=12", "HEAD")
    return f"{head}+{hashlib.sha256(changes.encode()).hexdigest()[:6]}" if changes else head


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _version() -> str:
    try:
        return metadata.version("plansvar")
    except metadata.PackageNotFoundError:
        return ""
