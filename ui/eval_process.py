"""Runs that outlive the page: each is ``plansvar eval`` in a process of its own, and writes as it goes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from eval.folder import RunFolder
from eval.stamp import Setting
from ingest.texts import Language

ROOT = Path(__file__).parents[1]
LOG = "log.txt"
COUNT = re.compile(r"\d+/\d+ ")
COMMAND = (sys.executable, "-c", "from ui.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be run: a set, in a folder, with the settings that are not those of today."""

    questions: Path
    folder: Path
    store: Path
    changed: tuple[Setting, ...] = ()
    language: Language = "da"

    @property
    def arguments(self) -> list[str]:
        """Return the arguments of ``plansvar`` that do it."""
        settings = [word for each in self.changed for word in ("--set", f"{each.name}={each.value}")]
        where = ["--out", str(self.folder), "--store", str(self.store)]
        return ["eval", str(self.questions), *where, *settings]


class Processes:
    """The runs that this server has started."""

    def __init__(self) -> None:
        self._started: dict[Path, subprocess.Popen[bytes]] = {}

    def start(self, job: Job) -> None:
        """Begin a run, or go on with the one that the folder holds."""
        job.folder.mkdir(parents=True, exist_ok=True)
        path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH", "")) if part)
        environment = {**os.environ, "PYTHONPATH": path, "PLANSVAR_LANGUAGE": job.language}
        with (job.folder / LOG).open("wb") as log:
            # A session of its own: Ctrl-C in the window of the server does not reach it.
            self._started[job.folder] = subprocess.Popen(
                [*COMMAND, *job.arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                env=environment,
                start_new_session=True,
            )

    def is_alive(self, folder: Path) -> bool:
        """Say whether the process that this server started for the folder is there still."""
        process = self._started.get(folder)
        return process is not None and process.poll() is None

    def alive(self) -> tuple[Path, ...]:
        """Return the folders whose process is there still, also while it gets ready."""
        return tuple(folder for folder in self._started if self.is_alive(folder))

    def failed(self, folder: Path) -> bool:
        """Say whether the process ended by itself, without having finished."""
        process = self._started.get(folder)
        ended = process is not None and process.poll() not in (None, 0)
        return ended and not RunFolder(folder).stop_wanted

    def wait(self, folder: Path) -> int:
        """Wait for the end of a run and return its exit code."""
        return self._started[folder].wait()


def last_words(folder: Path) -> str:
    """Return what a run that failed said, without a traceback; nothing where it said nothing else."""
    log = folder / LOG
    written = log.read_text("utf-8", "replace") if log.exists() else ""
    told, *_ = written.replace("\r", "\n").partition("Traceback (")
    return "\n".join(line for line in told.splitlines() if line.strip() and not COUNT.match(line))
