"""Stems: the form under which the inflections of a word are found.

Snowball's Danish stemmer, mended where it parts a word from itself (uge, uger; år, året; center, centret;
lokal, lokalt) or throws two words together (ledig, leder).
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache

from snowballstemmer import stemmer  # type: ignore[import-untyped]

from ingest.danish.lists import word_list
from ingest.danish.words import fold, tokens

_SIGNS = {"%": "procent", "pct": "procent"}


class _Snowball(threading.local):
    """A stemmer of each thread's own: one keeps the word at hand in itself."""

    def __init__(self) -> None:
        self.stem = stemmer("danish").stemWord


_SNOWBALL = _Snowball()

_FORMS = {
    "uge": "uger ugen ugers ugens ugerne ugernes uges",
    "år": "års året årets årene årenes årenes åre",
    "by": "byen byer byens byerne byernes bys",
    "ny": "nye nyt nyeste",
    "fri": "frie frit",
    "egen": "eget egne",
    "øge": "øger øget øges øgede",
    "barn": "barnet barnets børn børnene børns børnenes",
    "mand": "manden mandens mænd mænds mændene mændenes",
    "stor": "stort større størst største",
    "lang": "langt længere længst længste",
    "ung": "ungt yngre yngst yngste",
    "stig": "steg steget stigning stigninger stigningen",
    "fald": "faldt",
    "få": "får fik fået fås",
    "give": "giver gav givet gives givne",
    "tage": "tager tog taget tages",
    "blive": "bliver blev blevet",
    "stå": "står stod stået",
    "gå": "går gik gået",
    "komme": "kommer kom kommet",
    "sige": "siger sagde sagt siges",
    "være": "er var været",
    "have": "har havde haft",
    "kunne": "kan kunnet",
    "skulle": "skal skullet",
    "ville": "vil villet",
    "måtte": "må måttet",
    "ryge": "ryger røg røget ryges rygning rygningen rygere rygeren rygerne",
    "gør": "gøre gøres gjorde gjort",
}
_STEMS = {form: root for root, forms in _FORMS.items() for form in (root, *forms.split())}
_OWN_S = re.compile(r"(?:sats|plads|proces)$")
_IG = re.compile(
    r"(.{2,}ig)(?:e|es|et|s|t|ere|ste|st|en|ens|er|ers|erne|ernes|hed|heds|heden|hedens|heder|heders|hederne|hedernes)?"
)
_HED = re.compile(r"(.{2,}hed)(?:s|en|ens|er|ers|erne|ernes)")
_CENTER = re.compile(r"(.*cent)(?:er|ers|eret|erets|erne|re|ret|rets|rene|renes)")
_NEUTER = re.compile(r"(.{2,}(?:al|iv|inær|itær|ulær|el|bar))t")
_PAST = re.compile(r"(.{4,}e)des?")


_CLOSED = word_list("stems.closed")
"""Words that no longer word is a form of: "demens" is not "dem", "sommer" is not "som"."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of ``word``; numbers and words with digits stay as they are."""
    key = fold(word.replace("’", "'").removesuffix("'s"))
    key = _SIGNS.get(key, key)
    if not key.isalpha():
        return key
    if key in _STEMS:
        return _STEMS[key]
    return _regular(key)


def _regular(key: str) -> str:
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


def terms(text: str) -> list[str]:
    """Return the stems of all words of ``text``, question words among them."""
    return [stem(word) for word in tokens(text)]
