"""Whether a unit is of the kind that a question asks for: a number, a time, a name, a reason, a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked import AnswerKind
from assistant.counting import counts
from assistant.matching import Concept
from assistant.units import Unit
from ingest.danish.numbers import dates, years

_NAME = re.compile(r"(?<=[a-zæøå,”\"] )[A-ZÆØÅ][\w-]+|\b[A-ZÆØÅ]{2,}\b")
_PERSON = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)? [A-ZÆØÅ][a-zæøå]+")
_AGENT = re.compile(r"\b\w{3,}(?:es|et|t) (?:\w+ ){0,3}af\b")
"""By whom something is done: "varetages i fællesskab af"."""
_WHEN = re.compile(
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|hverdage?|senest|inden|kl\.|klokken"
    r"|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
    r"|\befter \w+ (?:dage|uger|måneder|år)\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\b(?:fordi|derfor|skyldes|på grund af|som følge af|årsag\w*|grund(?:en|ene)?|idet|eftersom|for at)\b",
    re.IGNORECASE,
)


def fitness(unit: Unit, kind: AnswerKind, counted: Concept | None, concepts: Sequence[Concept]) -> float:
    """Return how well a unit is of the kind asked for, from 0 to 1; 0 where any kind will do."""
    text = unit.text
    match kind:
        case AnswerKind.NUMBER:
            return counts(unit, counted, concepts)
        case AnswerKind.DATE:
            return 1.0 if dates(text) or years(text) or _WHEN.search(text) else 0.0
        case AnswerKind.WHY:
            return 1.0 if _BECAUSE.search(text) else 0.0
        case AnswerKind.NAME:
            return 1.0 if _PERSON.search(text) else 0.7 if _NAME.search(text) or _AGENT.search(text) else 0.0
        case AnswerKind.PERSON:
            return 1.0 if _PERSON.search(text) else 0.0
        case AnswerKind.DEFINITION:
            return _defines(text, concepts)
        case AnswerKind.LIST:
            return _enumerates(unit, concepts)
        case _:
            return 0.0


def _enumerates(unit: Unit, concepts: Sequence[Concept]) -> float:
    """Say whether the text lists several things, introduces what does, or is one of a series asked about."""
    if unit.introduces or (unit.series and unit.series <= {concept.stem for concept in concepts}):
        return 1.0
    return 0.5 if unit.group >= 0 or unit.text.count(",") >= 2 or " og " in unit.text else 0.0


def _defines(text: str, concepts: Sequence[Concept]) -> float:
    """Say whether the text explains one of the concepts: "X (...)", "X – ...", "X er ...", "hedder X"."""
    for concept in concepts:
        word = re.escape(concept.word)
        if re.search(rf"\b{word}\w*\s*(?:\(|[–:-]\s|er\s|betyder|står for)", text, re.IGNORECASE):
            return 1.0
        if re.search(rf"(?:[–-] ?|, |kaldt )\W?{word}\w*\W?, (?:hvor|som|der)\b", text, re.IGNORECASE):
            return 1.0
        if re.search(
            rf"\(\s*{word}\s*\)|\b(?:hedder|kaldes|kaldet|kalder vi)\s+\W?{word}\b", text, re.IGNORECASE
        ):
            return 1.0
    return 0.0
