"""Small plans as files, a library with a fast encoder, and other processes on the same store."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from ingest.library import Library
from ingest.plan import Document
from ingest.reading.read import read

ROOT = Path(__file__).parents[2]
WORKER = Path(__file__).parent / "worker.py"

# fmt: off
NAMES = (
    "ananas", "banan", "citron", "dadler", "enebær", "figen", "granatæble", "hyben", "ingefær",
    "jordbær", "kirsebær", "lakrids", "mandel", "nødder", "oliven", "pære", "quinoa", "rabarber",
    "solbær", "timian", "urter", "vindrue", "ylette", "zucchini", "æble", "østers", "ålegræs", "abrikos",
    "blomme", "brombær", "chili", "dild", "estragon", "fennikel", "gulerod", "hindbær", "isop",
    "julesalat", "kapers", "løg", "mynte", "nelliker", "oregano", "porre",
)
# fmt: on
"""A word for each plan that stands in no other."""

TEXT = """Beskæftigelsesplan {year}
{name} Kommune

1. Indledning

Planen handler om {word}. Byrådet i {name} har besluttet, at {word} skal nå ud til alle ledige inden sommer.
Jobcentret følger udviklingen hvert kvartal og lægger tallene frem for udvalget.

2. Mål

Målet er, at mindst {number} ledige har fået {word} ved udgangen af {year}. Målet gælder hele kommunen.
"""


def _worker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("store_worker", WORKER)
    if spec is None or spec.loader is None:
        raise ImportError(WORKER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Other:
    """Another process on the store, that does one thing at a time and says what came of it."""

    def __init__(self, store: Path, dimension: int = 1499) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(WORKER), str(store), str(dimension)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self.hear()

    def send(self, *command: object) -> None:
        assert self.process.stdin
        self.process.stdin.write(
            json.dumps([str(part) if i else part for i, part in enumerate(command)]) + "\n"
        )
        self.process.stdin.flush()

    def hear(self) -> object:
        assert self.process.stdout
        line = self.process.stdout.readline()
        return json.loads(line) if line else None

    def ask(self, *command: object) -> object:
        self.send(*command)
        return self.hear()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Callable[..., Other]]:
    running: list[Other] = []

    def start(dimension: int = 1499) -> Other:
        running.append(Other(tmp_path / "store", dimension))
        return running[-1]

    yield start
    for process in running:
        process.end()


@pytest.fixture
def write_plan(tmp_path: Path) -> Callable[..., Path]:
    folder = tmp_path / "plans"
    folder.mkdir()

    def write(number: int, year: int = 2024) -> Path:
        word = NAMES[number % len(NAMES)]
        file = folder / f"{word}-{number}.txt"
        name = f"{word.capitalize()}by"
        file.write_text(TEXT.format(word=word, name=name, year=year, number=100 + number), encoding="utf-8")
        return file

    return write


@pytest.fixture
def words() -> type:
    return _worker().Words  # type: ignore[no-any-return]


@pytest.fixture
def library(tmp_path: Path, words: type) -> Iterator[Library]:
    opened = Library(tmp_path / "store", words)
    yield opened
    opened.close()


@pytest.fixture
def read_plan(write_plan: Callable[..., Path]) -> Callable[..., Document]:
    return lambda number, year=2024: read(write_plan(number, year))
