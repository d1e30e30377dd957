"""A plan's words as they are told: on one line, without bullets and numbers that only its layout needs."""

from __future__ import annotations

import re

ABBREVIATION = 5
"""Characters up to which capitals are an abbreviation."""
_BULLET = re.compile(r"^\s*(?:[•●▪◦‣➢➤►–—*·o-]|\(?[a-zA-Z0-9]{1,2}[.)])\s+")
_NUMBERED = re.compile(r"^\d+(?:\.\d+)+\.?\s+|^\d+\.\s+")
_FOOTNOTE = re.compile(r"(?<=[a-zæøå]{3}\.)(?<!\bstk\.)(?<!\bkap\.)(?<!\bart\.)\d{1,2}(?=\s|$)")
"""The number of a footnote, which reading a page leaves behind a full stop: "2,8 pct.3"."""
_CARD = re.compile(
    r"^([A-ZÆØÅ][\w-]*(?: [a-zæøå][\w-]*){0,4}) "
    r"(?=(?:Det|Den|De|Der|Vi|Alle|Når|Formålet|Målet) [a-zæøå]|\1 [a-zæøå])"
)
"""A card's heading that the layout ran together with its text: "Tidlig indsats Formålet er, at ..."."""


def plain(text: str) -> str:
    """Return text on one line, without its bullet and the numbers of its footnotes."""
    return " ".join(_FOOTNOTE.sub("", _BULLET.sub("", text)).split())


def prose(text: str) -> str:
    """Return a sentence as it is told: a heading that stands on its line is set off."""
    return _CARD.sub(r"\1: ", plain(text))


def named(heading: str) -> str:
    """Return a heading as it is told: without its number, and not shouted."""
    words = _NUMBERED.sub("", plain(heading)).rstrip(" :.")
    return words.capitalize() if words.isupper() and len(words) > ABBREVIATION else words
