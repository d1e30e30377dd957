"""What a text says only that somebody is without: "uden sygedagpengeret" is no word on sygedagpenge."""

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


def affirmed(text: str, question: str) -> str:
    """Return a text without what it denies; all of it where the question itself asks who is without."""
    return text if _LACK.search(question) else _WITHOUT.sub(" ", text)
