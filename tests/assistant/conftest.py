"""Five small plans of four invented municipalities, kept as real ones are, and an assistant on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.collection import Collection
from assistant.question import Question
from assistant.understanding import Understanding
from ingest.library import Library
from ingest.reading.read import read
from ingest.settings import Settings

PLANS = Path(__file__).parent / "plans"


def filled(store: Path, *names: str) -> Library:
    library = Library.open(Settings(store=store))
    for name in names:
        library.add(read(PLANS / name))
    return library


@pytest.fixture(scope="session")
def plan_folder() -> Path:
    return PLANS


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = filled(tmp_path_factory.mktemp("store"), *sorted(path.name for path in PLANS.iterdir()))
    yield opened
    opened.close()


@pytest.fixture
def small_library(tmp_path: Path) -> Iterator[Callable[..., Library]]:
    """Open a store of its own with the named plans."""
    opened: list[Library] = []

    def open_with(*names: str) -> Library:
        opened.append(filled(tmp_path / f"store{len(opened)}", *names))
        return opened[-1]

    yield open_with
    for each in opened:
        each.close()


@pytest.fixture(scope="module")
def on_plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Mapping[str, str]], Assistant]]:
    """Return an assistant on plans written by the test itself: the name of each file, and its text."""
    opened: list[Library] = []

    def write(plans: Mapping[str, str]) -> Assistant:
        folder: Path = tmp_path_factory.mktemp("plans")
        opened.append(Library.open(Settings(store=folder / "store")))
        for name, text in plans.items():
            (folder / name).write_text(text, encoding="utf-8")
            opened[-1].add(read(folder / name))
        return Assistant(opened[-1])

    yield write
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def assistant(library: Library) -> Assistant:
    return Assistant(library)


@pytest.fixture(scope="session")
def collection(assistant: Assistant) -> Collection:
    return assistant.collection()


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Callable[..., Answer]:
    return lambda text, *history, **filters: assistant.ask(Question(text, history, **filters))


@pytest.fixture(scope="session")
def understood(assistant: Assistant) -> Callable[..., Understanding]:
    read = assistant.understanding
    return lambda text, *history, **filters: read.invoke(Question(text, history, **filters)).understood
