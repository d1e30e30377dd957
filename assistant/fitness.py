"""Whether a unit is of the kind that a question asks for: a number, a time, a name, a reason, a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.actions import tells_what_is_done
from assistant.asked import Aim, Amount, AnswerKind, rate_asked, since_when
from assistant.collection import analysed
from assistant.counting import ENOUGH, MERE, STAFF, counts
from assistant.doers import does, holds_office
from assistant.matching import Concept, presence
from assistant.parts import asks_for_part, only_repeats, only_the_whole, tells_part
from assistant.rates import as_asked
from assistant.regions import elsewhere, is_whole, names_region
from assistant.times import lasts_otherwise, of_another_time
from assistant.understanding import OWN, Understanding
from assistant.units import Unit
from assistant.weights import DEFAULT
from ingest.danish.numbers import dates, numbers, years
from ingest.plan import BlockKind

_WHEN = re.compile(
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|hverdage?|senest|inden|kl\.? ?\d\d?|klokken"
    r"|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
    r"|\befter \w+ (?:dage|uger|måneder|år)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:i forhold til|sammenlignet med|sammenholdt med)\b[^,.;]*", re.IGNORECASE)
"""A time that something is only compared with is not when it happens."""
_BECAUSE = re.compile(
    r"\b(?:fordi|derfor|skyldes|på grund af|som følge af|årsag\w*|grund(?:en|ene)?|idet|eftersom|for at"
    r"|af hensyn til|på baggrund af|(?:med|til) det formål|formålet|så(?:dan)? (?:at|de|den|vi|man|borger\w*)"
    r"|(?:ønsker|vil|skal) først\b|afventer"
    r"|det er sket|dækker over|hænger sammen med|begrund\w*|hensigten|da (?:der|det|de|den|vi|man))\b"
    r"|, da\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}\.)\s+)?(?:[A-ZÆØÅ][\w-]+ \d+\s?[.:–-])?")
"""The number that a heading only bears: "Tema 4: Pårørende" counts nobody."""
_NOW = re.compile(
    r"\b(?:nu|i dag|hidtil|indtil (?:nu|videre)|for tiden|i øjeblikket|today|now|so far|currently)\b",
    re.IGNORECASE,
)
_START = re.compile(r"\b(?:udgangspunkt(?:et)?|baseline)\b", re.IGNORECASE)
_AIM = re.compile(r"\b(?:skal|må|mål\w*|mindst|højst|goal|target)\b", re.IGNORECASE)
_SO_FAR = re.compile(
    r"\([^)]*\d|\b(?:fra|mod) \d|\bi dag\b|\b(?:er|har) (?:det|den)\b|\bhar (?:der|de)\b"
    r"|\b(?:var|lå|faldt|steg|havde|fik|blev|kom)\b",
    re.IGNORECASE,
)
"""Where a goal tells what it starts from."""
_ADDRESS = re.compile(r"\b[A-ZÆØÅ]\w+(?:vej|gade|vænget|plads(?:en)?|torv(?:et)?|allé|stræde|parken?)\w* \d+")
_LIES = re.compile(
    r"\b(?:ligger|bor|holde[rs]\w*|afholdes|foregår|mødes|møder|åbner|sidder|åbent|finde[rs]|sted|fordelt|placeret"
    r"|beliggende|kontor|begynder|lokaler?)\b",
    re.IGNORECASE,
)
_PROPER_PLACE = re.compile(r"\b(?:på|i|hos|ved|hen til)\s[”\"]?[A-ZÆØÅ]\w+")
_COMMON_PLACE = re.compile(
    r"\b(?:på|i|hos|ved)\s(?:\w+\s){0,2}\w*(?:biblioteket?|rådhuset|jobcenteret|centeret|centret|skolen?|huset"
    r"|lokaler?|kontoret|havnen|stationen|arbejdspladsen|virksomheden|hjemmet|gården|værkstedet|plejehjem\w*|bolig\w*)\b"
    r"|\b(?:hjemme hos|online|digitalt|over video|telefonisk)\b",
    re.IGNORECASE,
)


def fitness(unit: Unit, understood: Understanding) -> float:
    """Return how well a unit is of the kind asked for, from 0 to 1; 0 where any kind will do."""
    text, concepts = unit.text, understood.concepts
    match understood.kind:
        case AnswerKind.NUMBER:
            if unit.kind is BlockKind.HEADING and not numbers(_LABEL.sub("", text)):
                return 0.0
            given = counts(unit, understood.counted, concepts, understood.amount)
            if understood.amount is None and asks_for_part(understood.text) and tells_part(text):
                given = max(given, ENOUGH)
            return min(given, MERE) if _of_something_else(unit, understood) else given
        case AnswerKind.DATE:
            text = _COMPARED.sub("", text)
            if dates(text) or years(text):
                return 1.0
            return 1.0 if _WHEN.search(text) and not since_when(understood.text) else 0.0
        case AnswerKind.PLACE:
            return _places(text)
        case AnswerKind.WHY:
            return 1.0 if _BECAUSE.search(text) else 0.0
        case AnswerKind.NAME:
            return does(text, understood.text)
        case AnswerKind.PERSON:
            return holds_office(text, understood.text)
        case AnswerKind.DEFINITION:
            return _defines(text, concepts)
        case AnswerKind.LIST:
            return _enumerates(unit, concepts)
        case AnswerKind.HOW:
            return tells_what_is_done(unit) if understood.asks_for_deeds else 0.0
        case _:
            return 0.0


def _of_something_else(unit: Unit, understood: Understanding) -> bool:
    """Say whether a unit's numbers are of another place, time or rate, or of all for a part."""
    if _of_another_place(unit, understood) or _of_another_time(unit, understood):
        return True
    asked = understood.text
    if understood.amount is Amount.SHARE and not _names_rate(unit, understood):
        return True
    if not as_asked(unit, asked, understood.amount) or only_the_whole(unit, asked, understood.concepts):
        return True
    if understood.amount is None and lasts_otherwise(unit, asked):
        return True
    return understood.amount is None and unit.kind is not BlockKind.ROW and only_repeats(unit, asked)


def _of_another_place(unit: Unit, understood: Understanding) -> bool:
    """Say whether a unit's numbers are a region's or a firm's, where the municipality's own is asked for."""
    names = understood.municipalities
    if not names or names_region(understood.text) or unit.kind is BlockKind.ROW:
        return False
    return elsewhere(unit.text, names) or (_asks_for_staff(understood) and not is_whole(unit.text, names))


def _names_rate(unit: Unit, understood: Understanding) -> bool:
    """Say whether a unit speaks of the rate asked for: 0,6 pct. on a benefit is no ledighed."""
    rate = rate_asked(understood.text)
    sought = next((concept for concept in understood.concepts if concept.word.lower() == rate), None)
    told = analysed("\n".join((unit.before, unit.lead, *unit.columns, unit.text)))
    return sought is None or presence(sought, told, DEFAULT) > 0.0


def _asks_for_staff(understood: Understanding) -> bool:
    """Say whether a question asks how many work for a municipality, and for no part of it."""
    counted = understood.counted
    asked = [concept for concept in understood.concepts if concept.gist >= OWN]
    return counted is not None and counted.stem in STAFF and all(concept == counted for concept in asked)


def _of_another_time(unit: Unit, understood: Understanding) -> bool:
    """Say whether a unit tells only what shall be, where it is asked what is, or another time's number."""
    text = unit.text
    so_far = bool(_SO_FAR.search(text))
    if understood.aim is not Aim.GOAL and not understood.edition and of_another_time(unit, understood.text):
        return True
    if _START.search(understood.text):
        return not (so_far or _START.search(text))
    asked = understood.aim is not Aim.GOAL and _NOW.search(understood.text)
    return bool(asked and _AIM.search(text)) and not so_far


def _places(text: str) -> float:
    """Say whether a text tells where something is: an address, a named place, or a kind of place."""
    if _ADDRESS.search(text):
        return 1.0
    lies = bool(_LIES.search(text))
    if _PROPER_PLACE.search(text):
        return 1.0 if lies else 0.5
    return 0.3 * lies + 0.5 * bool(_COMMON_PLACE.search(text))


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
