"""Stems: the form under which the inflections of a word are found.

Snowball's Danish stemmer, mended where it parts a word from itself (uge, uger; år, året; center, centret;
lokal, lokalt; brugt, brugte, bruger) or throws two words together (ledig, leder). What no rule finds (gik,
størst, børn) stands in ``corpus/forms.toml``.
"""

from __future__ import annotations

import re
import threading
import tomllib
from functools import cache, lru_cache

from snowballstemmer import stemmer  # type: ignore[import-untyped]

import corpus
from ingest.danish.lexicon import lexicon
from ingest.danish.lists import word_list
from ingest.danish.words import fold, tokens

_SIGNS = {"%": "procent", "pct": "procent"}


class _Snowball(threading.local):
    """A stemmer of each thread's own: one keeps the word at hand in itself."""

    def __init__(self) -> None:
        self.stem = stemmer("danish").stemWord


_SNOWBALL = _Snowball()

_OWN_S = re.compile(r"(?:sats|plads|proces)$")
_IG = re.compile(
    r"(.{2,}ig)(?:e|es|et|s|t|ere|ste|st|en|ens|er|ers|erne|ernes|hed|heds|heden|hedens|heder|heders|hederne|hedernes)?"
)
_HED = re.compile(r"(.{2,}hed)(?:s|en|ens|er|ers|erne|ernes)")
_CENTER = re.compile(r"(.*cent)(?:er|ers|eret|erets|erne|re|ret|rets|rene|renes)")
_NEUTER = re.compile(r"(.{2,}(?:al|iv|inær|itær|ulær|el|bar))t")
_WEAK = re.compile(r"(.{2,}[^t])t(?:es?)?")
_PAST = re.compile(r"(.{4,}e)des?")


_CLOSED = word_list("stems.closed")
"""Words that no longer word is a form of: "demens" is not "dem", "sommer" is not "som"."""
_NO_PAST = word_list("stems.no_past")
"""Words that look like the past of a verb: "faste" is none of "fase"."""


@cache
def _forms() -> dict[str, str]:
    """Return ``corpus/forms.toml``: the base form of each form that no rule finds."""
    with (corpus.ROOT / "forms.toml").open("rb") as file:
        areas = tomllib.load(file).values()
    return {form: base for area in areas for base, forms in area.items() for form in (base, *forms.split())}


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of ``word``; numbers and words with digits stay as they are."""
    key = fold(word.replace("’", "'").removesuffix("'s"))
    key = _SIGNS.get(key, key)
    if not key.isalpha():
        return key
    return _forms().get(key) or _regular(key)


def _regular(key: str) -> str:
    key = _present(key)
    for pattern in (_HED, _NEUTER, _PAST):
        if match := pattern.fullmatch(key):
            key = match[1]
    if match := _IG.fullmatch(key):
        return match[1]
    if match := _CENTER.fullmatch(key):
        return f"{match[1]}er"
    if _OWN_S.search(key):
        return key
    root = str(_SNOWBALL.stem(key))
    return key if root in _CLOSED else root


def _present(key: str) -> str:
    """Return the verb that a past in -te or -t is of ("brugte": "bruge"), when the language knows both."""
    past = _WEAK.fullmatch(key)
    if past is None or key in _NO_PAST:
        return key
    known, root = lexicon(), past[1]
    verb = all(form in known for form in (f"{root}e", f"{root}er", f"{root}te"))
    return f"{root}e" if verb else key


def terms(text: str) -> list[str]:
    """Return the stems of all words of ``text``, question words among them."""
    return [stem(word) for word in tokens(text)]
