"""What a text says no to: who is without ("uden sygedagpengeret"), and what a municipality does not do."""

from __future__ import annotations

import re

_HAVING = r"(?:(?:at (?:have|få|modtage|være på)|ret til|adgang til) )?"
_WITHOUT = re.compile(
    rf"\buden {_HAVING}(?!for\b|at\b|om\b)\w{{4,}}"
    r"|\bikke (?:\w+ ){0,2}?(?:berettiget|berettigede|ret|adgang) til \w{4,}",
    re.IGNORECASE,
)
_LACK = re.compile(
    r"\b(?:uden|ikke|ingen|intet|hverken|mangle\w*|savne\w*|miste\w*|\w+løs[et]?|without|not|no|lack\w*)\b",
    re.IGNORECASE,
)

_ASIDE = re.compile(r",? (?:der|som|hvis|når|fordi|da|selv om|selvom|hvor|så) .*| (?:at|om) .*", re.DOTALL)
"""A clause about something else: "... ikke med, fordi det er for langt væk"."""
_SELF = (
    r"kommunen|vi|by(?:rådet|en)|kommunalbestyrelsen|jobcent(?:er|e?ret)|udvalget|planen|politikken"
    r"|forvaltningen|der"
)
_LIMIT = r"(?:\w+ ){0,2}?(?:kun|alene|bare|blot|mere|flere|over|højere|længere end|før)\b"
_NOT = rf"(?:ikke|ingen|intet|hverken|ej)\b(?! {_LIMIT})"


def refuses(text: str, owner: str, question: str) -> bool:
    """Say whether a text tells that its ``owner`` does or has not what is asked: "X er ikke med i ..."."""
    if _LACK.search(question) or re.search(r"\bmen\b", text):
        return False
    told = rf"\b(?:{re.escape(owner)}|{_SELF})\b(?: \w+){{0,3}}? {_NOT}"
    return bool(re.search(told, _ASIDE.sub("", text), re.IGNORECASE))


def affirmed(text: str, question: str) -> str:
    """Return a text without what it denies; all of it where the question itself asks who is without."""
    return text if _LACK.search(question) else _WITHOUT.sub(" ", text)
