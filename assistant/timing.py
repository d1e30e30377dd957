"""How long each step of an answer takes, for whoever listens; to everyone else a question costs the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from time import perf_counter


class Step(StrEnum):
    """The steps from a question to an answer, in their order."""

    UNDERSTAND = "understand"
    SCOPE = "scope"
    FIND = "find"
    CHOOSE = "choose"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Lap:
    """One step, and the seconds it took."""

    step: Step
    seconds: float


_heard: ContextVar[list[Lap] | None] = ContextVar("heard", default=None)


@contextmanager
def timed(step: Step) -> Iterator[None]:
    """Measure the block as this step."""
    heard = _heard.get()
    begun = perf_counter()
    yield
    if heard is not None:
        heard.append(Lap(step, perf_counter() - begun))


@contextmanager
def laps() -> Iterator[list[Lap]]:
    """Collect the steps that are taken in the block, by this thread."""
    heard: list[Lap] = []
    before = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(before)
