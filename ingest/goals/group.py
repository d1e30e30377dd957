"""Whom a goal is about."""

from __future__ import annotations

import re

LONGEST = 90
"""Characters of the longest group that is taken over as it stands."""
_PATTERNS = (
    re.compile(
        r"\b(?:antallet af|andelen af|antal|andel af|blandt)\s+"
        r"(?P<who>(?:[^.;:()]|(?<=\d)\.(?=\s[a-zæøå]))+?)"
        r"(?=,|\s(?:med|til|fra) (?:mindst |højst )?\d|(?<!\d)\.|\.(?!\s[a-zæøå])|[;:()]|$"
        r"|\s(?:skal|er|har|må|der|som|bliver|får|falder|stiger|nedbringes|øges|reduceres|udgør)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?:%|\bpct\.?|\bprocent|\bhalvdelen)\s*af|ud af \w+)\s+(?P<who>[^.;:()\d]+?)"
        r"(?=,|\s(?:skal|er|har|må|der|som|bliver|får|svarer|vil|kan|gennemfører|kommer|have|være|få"
        r"|oplever)\b"
        r"|[.;:()]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|\b(?:mindst|højst|flere|færre|alle)\s)(?:\d[\d.]*\s)?(?P<who>(?:[a-zæøå-]+ ){0,3}?[a-zæøå-]*"
        r"(?:borgere|personer|ledige|unge|modtagere|sygemeldte|flygtninge|familiesammenførte"
        r"|virksomheder|elever|"
        r"kvinder|mænd|ældre|medarbejdere|børn|voksne|langtidsledige|seniorer|pårørende)(?: på [a-zæøå-]+)?)",
        re.IGNORECASE,
    ),
)


def target_group(statement: str) -> str | None:
    """Return the words that say whom or what a goal counts, or None."""
    for pattern in _PATTERNS:
        if (match := pattern.search(statement)) and 2 < len(match["who"].strip()) <= LONGEST:
            return " ".join(match["who"].split())
    return None
