"""Characters: one way of writing each, without changing a word."""

from __future__ import annotations

import re
import unicodedata

BULLET = "•"
PRIVATE_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf071\uf0e0\uf0be\uf02d\uf0d2\uf075\uf09f\uf0bf"
"""Where Symbol and Wingdings put their bullets, arrows and ticks when a PDF or Word file names no Unicode."""

_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB05)}
_REPLACED = str.maketrans(
    {
        **_LIGATURES,
        **dict.fromkeys(PRIVATE_BULLETS, BULLET),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        "\u2010": "-",
        "\u2011": "-",
        "\x0b": " ",
    }
)
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\x7f]")
_SPACES = re.compile(r"[ \t\r\n\f\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """Return ``text`` in NFC with plain spaces, whole letters and known bullets; soft hyphens are kept."""
    plain = unicodedata.normalize("NFC", text.translate(_REPLACED))
    return _INVISIBLE.sub("", _PRIVATE.sub(_private, plain))


def one_line(text: str) -> str:
    """Return ``text`` cleaned, on one line, with single spaces and without soft hyphens."""
    return _SPACES.sub(" ", clean(text).replace("\u00ad", "")).strip()


def _private(found: re.Match[str]) -> str:
    """Symbol fonts put ASCII at F020 to F07E, WinAnsi a bullet at 7F: a bullet where a line starts."""
    return BULLET if not found.string[: found.start()].strip() else " "
