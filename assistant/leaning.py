"""Whether a sentence leans on the one before it: what points back is told with what it points to."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.asked import AnswerKind
from assistant.collection import analysed
from assistant.units import Unit
from ingest.danish.stems import stem

_VERB = (
    "(?:er|var|har|havde|skal|kan|vil|må|bliver|blev|får|fik|giver|sker|steg|stiger|faldt|falder|gælder"
    "|betyder|omfatter|består|ligger|lå|varer|hedder|svarer|koster|arbejder|følger|bygger|indeholder|retter"
    "|tager|kommer|møder|sikrer|dækker|viser|foregår|hjælper|støtter|deltager|drives|holder|begynder"
    r"|dækkes|sidder|bor|kræver|skyldes|udgør|\w{3,}es)\b"
)
_POINTS_BACK = re.compile(
    rf"(?:De|Den|Det|Her|Han|Hun|Begge)\s+{_VERB}|(?:Dette|Disse|Denne)\b"
    r"|(?:Heraf|Derfor|Indtil da|Derefter|Herefter|Af (?:dem|disse)|Begge dele)\b"
    r"|(?:På (?:den|denne) (?:baggrund|måde)|I den (?:sammenhæng|forbindelse))\b"
)
_FORMAL = re.compile(r"Det (?:er|var|bliver|blev|har|kan|skal|må|\w+es)\b.*\bat\b")
"""Where "det" only holds the place of what follows: "Det er vigtigt, at ..."."""
_SUCH = re.compile(r"\b(?:en sådan|et sådant|sådanne)\b(?! at\b)", re.IGNORECASE)
_THEREFORE = re.compile(r"\bderfor\b", re.IGNORECASE)
_THEREFORE_NOT = re.compile(r"\bderfor (?:ikke|ingen|intet)\b", re.IGNORECASE)
_CALLED = re.compile(r"[A-ZÆØÅ][a-zæøå]{2,}(?:en|et|erne|ene)\s+(?:hedder|kaldes|kaldtes)\b")
"""A name for what was told before: "Holdet hedder ..."."""
_DEFINITE = re.compile(rf"(?P<noun>[A-ZÆØÅ][a-zæøå]{{2,}}(?:en|et|erne|ene))\s+{_VERB}")
_FOLLOWS = re.compile(
    rf"(?:De|Den|Det|Her|Der|Han|Hun)\s+{_VERB}|(?:Derfor|Dette|Disse|Denne|Målet|Formålet)\b"
)


def refers(text: str) -> bool:
    """Say whether a sentence goes on about what was said before it."""
    return bool(_FOLLOWS.match(text)) and not _FORMAL.match(text)


def leans(unit: Unit, before: Unit, kind: AnswerKind, asked: Collection[str]) -> bool:
    """Say whether a sentence makes no sense without the one before it in its section.

    ``asked`` holds the stems of the question: what the reader has named need not be told again.
    """
    if unit.before != before.text or before.kind is not unit.kind:
        return False
    text = unit.text
    if _POINTS_BACK.match(text):
        return not _FORMAL.match(text)
    if _SUCH.search(text) or _CALLED.match(text):
        return True
    if _THEREFORE_NOT.search(text) or (kind is AnswerKind.WHY and _THEREFORE.search(text)):
        return True
    return _takes_up(text, before.text, asked)


def _takes_up(text: str, before: str, asked: Collection[str]) -> bool:
    """Say whether a sentence begins with a thing that the one before it brought up: "Holdet ..."."""
    found = _DEFINITE.match(text)
    if found is None:
        return False
    thing, said = stem(found["noun"].lower()), analysed(before)
    # "Politikken" needs no explaining to one who asks about the sundhedspolitik.
    known = any(word.endswith(thing) for word in asked)
    return not known and (thing in said.stems or thing in said.parts)
