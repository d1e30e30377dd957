"""An error on its way from the reading process: its own module, so that both sides know it by one name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What an UnreadableFileError is made of, without its traceback."""

    code: str
    fields: tuple[tuple[str, str], ...] = ()
