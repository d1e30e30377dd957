"""Where sentences begin and end, in text full of "jf.", "bl.a.", "31. dec." and "2030."."""

from __future__ import annotations

import re

from ingest.danish.lists import word_list

_CLOSERS = "\"”’»«')]"
_END = re.compile(rf"[.!?…:;]+[{re.escape(_CLOSERS)}]*(?=\s|$)|[\n\f]")
_LAST_WORD = re.compile(r"[^\s(\[\"”»]+$")
_NEVER_LAST = word_list("sentences.never_last")
_SOMETIMES_LAST = word_list("sentences.sometimes_last")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|sept|okt|nov|dec)\.?$", re.IGNORECASE)
_ORDINAL_FOLLOWERS = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec|kvartal|halvår|uge|klasse|kl|år|gang|del|sal|juledag)\b",
    re.IGNORECASE,
)
LOOKED_BACK = 80
"""Characters before a full stop that tell whether it ends a sentence; longer words are none."""
_INITIALS = re.compile(r"(?<![^\s(])[A-ZÆØÅ](?:\.[A-ZÆØÅ])*$")
_ABBREVIATION_WITH_DOTS = re.compile(r"(?:[a-zæøå]{1,3}\.)+[a-zæøå]{1,4}$", re.IGNORECASE)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the offsets of the sentences in ``text[start:end]``, without the space around them.

    A line end always ends a sentence.
    """
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if _ends(text, match, begin, stop):
            spans.append((begin, match.end()))
            begin = match.end()
    spans.append((begin, stop))
    return [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(text: str, match: re.Match[str], begin: int, stop: int) -> bool:
    mark = match.group()
    if mark[0] in "\n\f":
        return True
    if mark[0] in ":;":
        return False
    following = text[match.end() : stop].lstrip(" \t")[:40]
    if not following or following[0] in "\n\f":
        return True
    if mark[0] != "." or mark.startswith(".."):
        return _may_begin(following)
    return _full_stop(text[max(begin, match.start() - LOOKED_BACK) : match.start()], following)


def _may_begin(following: str) -> bool:
    first = following.lstrip("\"”“»'([–-• ")[:1]
    return not first.islower()


def _full_stop(before: str, following: str) -> bool:
    """Say whether the full stop between ``before`` and ``following`` ends a sentence."""
    found = _LAST_WORD.search(before)
    word = found.group().lower() if found else ""
    if not _may_begin(following) or word in _NEVER_LAST:
        return False
    if word in _SOMETIMES_LAST:
        return following[:1].isupper()
    if word.isdigit():
        return _number_ends(before, word, following)
    if _MONTH.fullmatch(word) and following[:1].isdigit():
        return False
    if _initials(before):
        return False
    return not _ABBREVIATION_WITH_DOTS.fullmatch(word) or following[:1].isupper()


def _number_ends(before: str, word: str, following: str) -> bool:
    if not before[: -len(word)].strip():
        return False
    if _ORDINAL_FOLLOWERS.match(following):
        return False
    return len(word) == 4 or not following[:1].islower()


def _initials(before: str) -> bool:
    return bool(_INITIALS.search(before))
