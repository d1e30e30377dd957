"""How a question says that it asks of all municipalities, or of the others than the one before. Pure."""

from __future__ import annotations

import re

_EACH = re.compile(
    r"\bde (?:forskellige|enkelte|respektive) (?P<named>kommuner|planer)(?P<whose>s?)\b", re.IGNORECASE
)
_EACH_IN_ENGLISH = re.compile(
    r"\bthe (?:different|individual|various|respective) (?=municipalities\b|plans\b)", re.IGNORECASE
)
_AROUND = re.compile(r"\b(?:rundt )?omkring (?=i kommunerne\b)", re.IGNORECASE)
_EVERYWHERE = re.compile(
    r"\b(?:alle|samtlige|hver(?:t|e)?|all|every)\b.{0,20}\b(?:kommun|municip)"
    r"|\bkommunernes?\b|\bplanernes?\b|\bthe municipalities\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"^\W*(?:sammenlign|compare)\b"
    r"(?!.*\b(?:med|with|mod|to|år\w*|years?|\w*plan\w*|tidligere|forrige|det|dem|den|it|them)\b)(?!.*\d{4})",
    re.IGNORECASE,
)
"""Asks for a comparison, of nothing that is told nor of two times."""
_OF_ALL = re.compile(
    r"\b(?:af|blandt|for|hos|i|of|among|for) (?:dem |them )?all(?:e(?: ?sammen)?|(?: of them)?)\W*$"
    r"|\bpå tværs\W*$|^\W*(?:og|men|hvad med|hvad så)(?: så| det)? samlet(?: set)?\W*$",
    re.IGNORECASE,
)
"""How a question says at its end that it asks of all municipalities: "hvem har flest af dem alle?"."""
_OTHERS = re.compile(
    r"(?<!\bmed )(?<!\btil )(?<!\bend )(?<!\bsom )(?<!\baf )(?<!\bmellem )(?<!\bwith )(?<!\bthan )"
    r"\b(?:(?:de (?:andre|øvrige)|resten af) kommuner(?:ne)?\b|resten af dem\b|the other municipalities\b)",
    re.IGNORECASE,
)
"""Asks of the other municipalities; "sammen med de andre kommuner" tells of the one."""
_ASKS_OF = (
    r"(?:(?:hvad|hvordan) (?:(?:så )?med|siger|gør|skriver|har|vil|er det|ser det ud|står der)(?: så| da)? "
    r"|(?:gælder|er) det (?:også|det samme) |(?:what|how) (?:about|do) )?(?:(?:i|hos|for|in) )?"
)
_ONLY_OTHERS = re.compile(
    rf"^\W*(?:(?:og|men|så|and|but) )*{_ASKS_OF}"
    r"(?:(?:alle )?de (?:andre|øvrige)(?: kommuner)?|resten(?: af (?:kommunerne|dem))?"
    r"|(?:all )?the (?:others|rest|other municipalities)(?: say| do)?)(?: så| da| også)?\W*$",
    re.IGNORECASE,
)
"""Asks nothing else: "hvad med resten?"."""


def in_short(text: str) -> str:
    """Return a question with "kommunerne" for "de forskellige kommuner", of which no plan need speak."""
    text = _EACH.sub(r"\g<named>ne\g<whose>", _AROUND.sub("", text))
    return _EACH_IN_ENGLISH.sub("all ", text)


def everywhere(text: str) -> bool:
    """Say whether a text speaks of all municipalities or plans: "hvad gør kommunerne for unge?"."""
    return bool(_EVERYWHERE.search(text))


def of_all(text: str) -> bool:
    """Say whether a question ends by asking of all municipalities: of "dem alle"."""
    return bool(_OF_ALL.search(text))


def compares_all(text: str) -> bool:
    """Say whether a text that names no municipality can only compare them: "sammenlign målene for unge"."""
    return bool(_COMPARES.search(text))


def of_others(text: str) -> bool:
    """Say whether a text asks of the other municipalities: "og de andre?", "hvad gør de øvrige kommuner?"."""
    return only_of_others(text) or bool(_OTHERS.search(text))


def only_of_others(text: str) -> bool:
    """Say whether a text asks nothing but the question before of the other municipalities."""
    return bool(_ONLY_OTHERS.search(text))
