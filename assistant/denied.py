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

_WHO_NOT = re.compile(
    r"\bhvilke[nt]? (?:af )?(?:de )?(?:kommun|plan)\w*(?:,? (?:der|som))? (?:ikke|mangler|undlader"
    r"|\w+ (?:slet |endnu |stadig )?(?:ikke|ingen)\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r", og .*|,? (?:der|som|hvis|når|fordi|da|selv om|selvom|hvor|så) .*| (?:at|om) .*", re.DOTALL
)
"""A clause about something else: "... ikke med, fordi det er for langt væk"."""
_SELF = (
    r"kommunen|vi|by(?:rådet|en)|kommunalbestyrelsen|jobcent(?:er|e?ret)|udvalget|planen|politikken"
    r"|forvaltningen|der"
)
_LIMIT = (
    r"(?:\w+ ){0,2}?(?:kun|alene|bare|blot|mere|flere|færre|mindre end|over|højere|længere end|før"
    r"|ventetid|ventelist\w*|grænse|loft|tvivl|vente|undvære|slippe)\b"
)
"""What is not said no to after a no: "ikke kun for unge", "ingen ventetid", "ikke mere end to uger"."""
_NOT = rf"(?:ikke|ingen|intet|hverken|ej)\b(?! {_LIMIT})"


def asks_who_does_not(question: str) -> bool:
    """Say whether a question asks which do or have not: "Hvilke kommuner er ikke med?"."""
    return bool(_WHO_NOT.search(question))


def refuses(text: str, owner: str) -> bool:
    """Say whether a text tells that its ``owner`` does or has not something: "X er ikke med i ..."."""
    if re.search(r"\bmen\b", text):
        return False
    selves = "|".join(filter(None, (re.escape(owner), _SELF)))
    told = rf"\b(?:{selves})\b(?: \w+){{0,3}}? {_NOT}"
    return bool(re.search(told, _ASIDE.sub("", text), re.IGNORECASE))


def affirmed(text: str, question: str) -> str:
    """Return a text without what it denies; all of it where the question itself asks who is without."""
    return text if _LACK.search(question) else _WITHOUT.sub(" ", text)
