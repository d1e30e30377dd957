"""Words with their places, and the key under which different spellings of one word meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_PARAGRAPH = r"§{1,2}\s?\d+(?:\s?[a-z](?![^\W_]))?"
_NUMBER = r"\d+(?:[.,]\d+)*(?![^\W_])"
_ABBREVIATION = r"[a-zæøå]{1,3}(?:\.[a-zæøå]{1,4})+(?![^\W_])"
_WORD = r"[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*"
_TOKEN = re.compile(f"{_PARAGRAPH}|{_NUMBER}|{_ABBREVIATION}|{_WORD}|%")
_SPELLED_OUT = (("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("ä", "æ"), ("ö", "ø"), ("é", "e"))
_A_PLURAL = re.compile(r"(?<=[aeiouyæøå][mnrltdk]a)e(?:r|rs|rne|rnes)$")
_HYPHENS = re.compile(r"[-\u2010\u2011\u00ad\s]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a sign that is read as a word: ``text`` stands at ``start:end``."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Return the words of ``text`` in order: "1.615", "a-kasse", "§ 12" and "%" are one word each."""
    return [Word(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def tokens(text: str) -> list[str]:
    """Return the words of ``text`` without their places."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return the key of ``word``: lower case, aa/ae/oe as å/æ/ø, no hyphens; "mål" is not "mal"."""
    key = _HYPHENS.sub("", unicodedata.normalize("NFC", word).lower())
    stem, plural = _plural_of_a(key)
    for spelled, letter in _SPELLED_OUT:
        stem = stem.replace(spelled, letter)
    return stem + plural


def _plural_of_a(key: str) -> tuple[str, str]:
    """Part "temaer" into "tema" and "er": that a and that e are two letters."""
    found = _A_PLURAL.search(key)
    return (key[: found.start()], found[0]) if found else (key, "")


@lru_cache(maxsize=200_000)
def spelled_out(word: str) -> str:
    """Return ``word`` with å, æ and ø as aa, ae and oe."""
    return fold(word).replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """Return ``word`` as a keyboard without Danish letters writes it in haste: "hillerød" as "hillerod"."""
    return fold(word).replace("æ", "a").replace("ø", "o").replace("å", "a")
