"""Hanging hyphens: "kontant- eller uddannelseshjælp" speaks of kontanthjælp too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.danish.compounds import segments
from ingest.danish.words import fold

_HANGING = re.compile(
    r"(?<![^\W_])(?P<firsts>(?:[^\W_]{2,}-,? ){1,5})(?:og|eller|samt) (?P<whole>[^\W_]{6,})", re.IGNORECASE
)
_FIRST = re.compile(r"[^\W_]+")


def completed(text: str) -> Iterator[str]:
    """Give the words that hyphens leave out, each with the last part of the compound that ends the row."""
    if "- " not in text and "-," not in text:
        return
    for found in _HANGING.finditer(text):
        parts = segments(fold(found["whole"]))
        if len(parts) > 1:
            yield from (f"{first.lower()}{parts[-1][0]}" for first in _FIRST.findall(found["firsts"]))
