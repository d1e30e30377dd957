"""Number words and figures as one: "fem" and "5", "toårig" and "2-årig"."""

from __future__ import annotations

import re

from ingest.danish.stems import stem
from ingest.danish.words import Word, fold

_FIGURES = {
    "to": "2", "tre": "3", "fire": "4", "fem": "5", "seks": "6", "syv": "7", "otte": "8", "ni": "9",
    "ti": "10", "elleve": "11", "tolv": "12",
}  # fmt: skip
_WORDS = {figure: word for word, figure in _FIGURES.items()}
_ONE = {"en": "1", "et": "1", "én": "1", "ét": "1"}
_SPELLED = _FIGURES | _ONE
_JOINED = re.compile(
    rf"\b(?P<number>{'|'.join(_SPELLED)}|\d{{1,2}})[-\u2010\u2011]?"
    r"(?P<rest>(?:årig|måneders|ugers|dages|timers|trins|delt|sporet)\w*)\b",
    re.IGNORECASE,
)


def other_form(word: str) -> str | None:
    """Return the stem of a number in its other form: "5" for "fem"; "en" and "et" are articles."""
    key = fold(word)
    other = _FIGURES.get(key) or _WORDS.get(key)
    return stem(other) if other else None


def in_figures(text: str) -> str:
    """Return a text with the numbers of joined words apart, in figures: "toårige" as "2 årige"."""
    return _JOINED.sub(lambda found: f"{_figure(found)} {found['rest']}", text)


def parted(word: Word) -> tuple[Word, ...]:
    """Part a joined word of a question into its figure and the rest; any other word stays."""
    found = _JOINED.fullmatch(word.text)
    if found is None:
        return (word,)
    cut = word.start + found.start("rest")
    return Word(_figure(found), word.start, cut), Word(found["rest"], cut, word.end)


def joined_forms(word: str, numbers: list[str]) -> tuple[str, ...]:
    """Return the stems under which a text holds a question's numbers run together: "toårig" for "årig"."""
    if not _JOINED.fullmatch(f"1{word}"):
        return ()
    spelled = [one for one, figure in _SPELLED.items() for number in numbers if figure == number]
    return tuple(dict.fromkeys(stem(f"{number}{word}") for number in (*numbers, *spelled)))


def _figure(found: re.Match[str]) -> str:
    number = found["number"].lower()
    return _SPELLED.get(number, number)
