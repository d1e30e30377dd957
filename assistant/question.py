"""The value that an answer begins with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was written, with the earlier questions of the conversation, oldest first.

    ``municipalities`` and ``year`` are the user's own filters; what the text itself names is found later.
    """

    text: str
    history: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    year: int | None = None
    id: str | None = None
