"""Whether a question asks what is done, and whether a text tells it: a goal or a number is no deed."""

from __future__ import annotations

import re

from assistant.units import Unit
from ingest.danish.numbers import numbers
from ingest.plan import BlockKind

_DEEDS = r"(?:indsats|tiltag|initiativ|handling)\w*"
_ASKS = re.compile(
    r"\bhvad (?:\w+ ){0,3}?(?:gør|gøre|gjort|gøres)\b|\bhvad (?:så )?(?:helt )?konkret\b"
    rf"|\bhvilke[nt]? (?:\w+ )?{_DEEDS}\b"
    r"|\bhvad (?:er|bliver) der (?:sat i gang|iværksat|planlagt)\b|\bhvordan\W*$"
    r"|\bhvordan (?:vil|skal|kan|gør|når|opnår) (?:de|man|vi|i|kommunen|jobcenteret|det)\b"
    r"|\bwhat (?:\w+ ){0,3}?(?:do|doing|done)\b|\bhow\W*$|\bhow (?:will|do|does|can) (?:they|it|we)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\b(?:gør|gøre|handling\w*|indsats\w*|tiltag\w*|initiativ\w*|aktiviteter\w*|derhen|hvordan|redskab\w*)\b",
    re.IGNORECASE,
)
_DONE = (
    r"tilbudt|tilbud|oprettet|udvidet|ansat|delt|anlagt|lavet|etableret|afsat|skrevet|sat i gang|indgået"
    r"|aftalt|aftale"
)
_DEED = re.compile(
    rf"\b(?:(?:får|bliver|er|har) (?:\w+ ){{0,3}}?(?:{_DONE})|kan (?:få|søge|vælge|låne|bede)"
    r"|tilbyde[rs]|følger|hjælper|støtter|oprette[rs]|indføre[rs]|starter|holde[rs]|inviterer|ringer|besøger"
    r"|kontakter|ansætter|afsætter|samler|samarbejder|betaler|stiller|laver|anlægge[rs]|bygge[rs]|udvide[rs]"
    r"|underviser|vejleder|rådgiver|sender|skriver|arbejder|prioriterer|iværksætte[rs]|igangsætte[rs]"
    r"|etablere[rs]|lægger|kører|mødes|henviser|bruger|anvender|gennemføre[rs]|deltager|der er åbent"
    r"|giver (?:unge|ledige|borgere|sygemeldte|plads|tilbud|støtte|mulighed|hjælp|\w+erne|\w+eren)"
    r"|gøres|styrke[rs]|understøtter|sikrer|motiverer|fokuserer|har (?:\w+ )?fokus på|målrette[rs]"
    r"|tilrettelægge[rs]|arrangerer|afholde[rs]|udbyde[rs]|formidler|inddrage[rs]|indkalde[rs]|screene[rs]"
    r"|(?:vi|kommunen|jobcenteret|byrådet|teamet) (?:vil|skal))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:vi|kommunen|jobcenteret|byrådet|teamet|udvalget|skolerne) (?:\w+ ){0,2}?(?:vil|skal)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(r"^\W*(?:\d+\.\s*)?(?:\w+ ){1,8}skal \w+", re.IGNORECASE)
"""What is wished for others and done by nobody named: "Ledige skal mødes med værdighed"."""
"""Verbs of what somebody does, or what somebody gets."""
_AIMED = re.compile(
    r"\b(?:mindst|højst|skal (?:\w+ ){0,2}?(?:ned|op|være|nedbringes|øges|reduceres|falde|stige)|må højst"
    r"|andelen|antallet)\b",
    re.IGNORECASE,
)
DEED, UNDER = 1.0, 0.7
"""The fitness of a text that tells what is done, and of one that only stands under such a heading."""


def asks_what_is_done(question: str) -> bool:
    """Say whether a question asks what somebody does about what was spoken of."""
    return bool(_ASKS.search(question))


def names_deeds(word: str) -> bool:
    """Say whether a word only means what is done: "hvilke tiltag"."""
    return bool(re.fullmatch(_DEEDS, word, re.IGNORECASE))


def tells_what_is_done(unit: Unit) -> float:
    """Say from 0 to 1 how well a unit tells what is done."""
    if unit.kind in (BlockKind.HEADING, BlockKind.ROW, BlockKind.NOTE):
        return 0.0
    if _WISHED.search(unit.text) and not _OURS.search(unit.text):
        return 0.0
    counted = bool(numbers(unit.text))
    if counted and _AIMED.search(unit.text):
        return 0.0
    if _DEED.search(unit.text):
        return DEED
    return (
        0.0
        if counted or unit.introduces
        else UNDER
        if _HEADED.search("\n".join((*unit.path[-1:], unit.lead)))
        else 0.0
    )
