"""Whether a text tells who does or answers for something: a person, a team, an organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.collection import analysed
from ingest.danish.stems import stem
from ingest.danish.words import fold, words

_NOT_NAMES = r"(?:Kommune\w*|Jobcenter\w*|Danmark|Region\w*)"
_PERSON = re.compile(
    r"(?<!\bpå )(?<!\bfra )"
    rf"\b(?!{_NOT_NAMES})[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)? (?!{_NOT_NAMES})[A-ZÆØÅ][a-zæøå]+"
)
_NAME = re.compile(r"(?<=[a-zæøå,”\"] )[A-ZÆØÅ][\w-]+|\b[A-ZÆØÅ]{2,}\b")
_ROLES = (
    r"koordinator(?:er|en|erne)?|konsulent(?:en|er|erne)?|(?:vej|sagsbehand|råd|formid)(?:ler|leder|giver)(?:en|e|ne)?"
    r"|leder(?:en|e|ne)?|chef(?:en|er)?|direktør(?:en)?|formand(?:en)?|borgmester(?:en)?|minister(?:en)?|mentor(?:er|en)?|tovholder(?:en|e)?"
    r"|kontaktperson(?:er|en)?|guide[nr]?|medarbejder(?:e|en|ne)?|sygeplejerske[nr]?|læge[nr]?|terapeut(?:en|er)?"
    r"|psykolog(?:en)?|frivillige?|deltagerne"
)
_BODIES = (
    r"team(?:et|s)?|udvalg(?:et)?|afdeling(?:en)?|forvaltning(?:en)?|råd(?:et)?|forening(?:en)?|firma(?:et)?"
    r"|leverandør(?:en|er)?|jobcent(?:er|ret|eret)|byråd(?:et)?|bestyrelse[nr]?|cent(?:er|ret)"
)
_ROLE = rf"\w*(?:{_ROLES}|{_BODIES})"
_DOES = re.compile(rf"\b{_ROLE}\b", re.IGNORECASE)
_OFFICE = re.compile(rf"\b\w*(?:{_ROLES})\b", re.IGNORECASE)
_RANK = re.compile(r"formand|borgmester|direktør|leder|chef", re.IGNORECASE)
_BY = re.compile(r"\b(?P<done>\w{3,}(?:es|et|t|te|ede))\b(?: \w+){0,4}? af\b", re.IGNORECASE)
"""By whom something is done: "varetages i fællesskab af"."""
_BY_NAMED = re.compile(rf"{_BY.pattern} (?:\w+ )?(?:{_ROLE}|(?-i:[A-ZÆØÅ]\w+))", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:ansvar(?:et|lige?)?|ansvarshavende|\w*leder(?:en|e)?|formand\w*|\w*chef(?:en)?|tovholder\w*"
    r"|kontaktperson\w*|står for|\w*koordinator|\w*rådgiver|ved teamleder)\b",
    re.IGNORECASE,
)
_ASKED_TO_ANSWER = re.compile(
    r"\b(?:ansvar\w*|står (?:\w+ )?for|bestemmer|leder|ledes|styrer|chef\w*|tovholder|varetager)\b"
    r"|\b(?:in charge|responsible|leads)\b",
    re.IGNORECASE,
)
"""What a question says that asks who answers for something: "hvem står for", "hvem bestemmer over"."""
_ASKS_WHO_PAYS = re.compile(
    r"\b(?:hvem|who)\b.*\b(?:betaler?|betalte|finansierer|finansieret|pays?|paid|funds?)\b", re.IGNORECASE
)
_PAYS = re.compile(
    r"\b(?!der\b|som\b|man\b)\w{2,} (?:betaler|finansierer|dækker|betalte)\b|\b(?:betaler|dækker) \w+"
    r"|\b(?:betales|betalt|finansieres|finansieret|dækkes|dækket) (?:\w+ ){0,2}?(?:af|fra|med)\b"
    r"|\b(?:udgift\w*|prisen|regningen) (?:deles|afholdes)\b|\btilskud (?:\w+ ){0,4}?fra\b"
    r"|\b(?:har|er|kommer|heraf)\b.{0,40}\b(?:afsat|bevilget|sat \w+ af|puljen?)\b",
    re.IGNORECASE,
)
_ASKS_FOR_WHOM = re.compile(
    r"\bhvem (?:er|var) [^,?]{3,60} for\s*\??$|"
    r"\bhvem (?:er|var) (?:den|det|de|\w+(?:en|et|ne)) (?:til )?for\b|\bhvem henvender\b|\bfor hvem\b"
    r"|\bhvem (?:kan|må|skal) (?:\w+ ){0,2}?(?:bruge|få|komme|søge|deltage|låne|være med|benytte|tilmelde)\b"
    r"|\bwho (?:is it for|can (?:use|join|apply|get))\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"unge|ældre|voksne|børn|borgere|ledige|sygemeldte|familier|kvinder|mænd|flygtninge|elever|forældre|pårørende"
    r"|personer|mennesker|virksomheder|foreninger|medarbejdere|langtidsledige|dimittender|alle"
)
_GROUP = re.compile(
    rf"\b(?:{_PEOPLE}) (?:(?:kan|får|har|hører|skal)\b|mellem|under|over|uden|med|fra|på|der|som|i tidlig)"
    rf"|\b(?:for|til|af|giver|hvor) (?:\d+ )?(?:\w+ )?(?:{_PEOPLE})\b",
    re.IGNORECASE,
)
"""Whom something is for: "til unge mellem 15 og 29 år"."""
_WHO = re.compile(
    r"\b(?:hvem|who)\s+(?:(?:er|har|kan|skal|vil|må|bør|bliver|can|will|has|should)\s+)*"
    r"(?:(?:det )?(?:der|som)\s+)?(?P<verb>\w+)",
    re.IGNORECASE,
)
_HE_OR_SHE = re.compile(r"\b(?:han|hun|ham|hende|hans|hendes|he|she|him)\b", re.IGNORECASE)
DOING = 0.8
"""The fitness of a role or a name that does what is asked."""
ROLE = 0.5
"""The fitness of a role or a name without a person, where a person may be meant."""
ALONE = 0.6
"""The fitness of a name without its role, and of a body with one: "UU er tovholder"."""
PASSIVE_STEM = 4
"""Letters that a verb and its passive share: "varetager" and "varetages"."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question for a doer asks: who pays, for whom, who answers for it; what is done, in stems."""

    pays: bool
    for_whom: bool
    to_answer: bool
    verb: str
    stems: frozenset[str]


def does(text: str, question: str) -> float:
    """Say from 0 to 1 how well a text tells who does what a question asks."""
    asked = _asked(question)
    if asked.pays:
        return float(bool(_PAYS.search(text)))
    if asked.for_whom:
        return 1.0 if _GROUP.search(text) else ROLE * names_person(text, question)
    person = names_person(text, question)
    if _done_by(text, asked.stems):
        return 1.0
    if asked.to_answer:
        answers = bool(_ANSWERS.search(text))
        return 1.0 if answers and person else DOING if answers else ROLE * person
    if person:
        return 1.0
    if _BY_NAMED.search(text) or (_DOES.search(text) and asked.verb in analysed(text).stems):
        return DOING
    return ROLE if _DOES.search(text) or _BY.search(text) or _NAME.search(text) else 0.0


@lru_cache(
    maxsize=256
)  # Asked for every text that may answer, and slow on a question that only repeats itself.
def _asked(question: str) -> _Asked:
    return _Asked(
        pays=bool(_ASKS_WHO_PAYS.search(question)),
        for_whom=bool(_ASKS_FOR_WHOM.search(question)),
        to_answer=bool(_ASKED_TO_ANSWER.search(question)),
        verb=_verb(question),
        stems=frozenset(stem(word.text) for word in words(question) if len(word.text) > PASSIVE_STEM),
    )


def names_person(text: str, question: str) -> bool:
    """Say whether a text names a person, or what is written as one, that the question does not name."""
    return any(found[0].lower() not in question.lower() for found in _PERSON.finditer(text))


def of_the_person(text: str, question: str, told: Sequence[str]) -> bool:
    """Say whether a text can be about the person that a follow-up points to, who was named in ``told``."""
    if not told or not _HE_OR_SHE.search(question):
        return True
    names = {name for quote in told for found in _PERSON.finditer(quote) for name in found[0].split()}
    return bool(_HE_OR_SHE.search(text)) or any(word.text in names for word in words(text))


def holds_office(text: str, question: str) -> float:
    """Say how well a text tells who holds an office: a name beside a role, or one of the two alone."""
    person, role = names_person(text, question), bool(_OFFICE.search(text))
    if person:
        return 1.0 if role else ALONE
    return ALONE if role and _NAME.search(text) else 0.0


def same_office(text: str, question: str) -> bool:
    """Say whether a text names the office asked for, or what leads as well: a formand is not the chef."""
    asked = {found[0].lower() for found in _RANK.finditer(question)}
    told = {found[0].lower() for found in _RANK.finditer(text)}
    leads = {"leder", "chef"}
    return not asked or not told or bool(asked & told) or bool(asked & leads and told & leads)


def _verb(question: str) -> str:
    """Return the stem of what somebody is asked to do: "hvem kan hjælpe" asks who helps."""
    asked = _WHO.search(question)
    return stem(fold(asked["verb"])) if asked else ""


def _done_by(text: str, asked: frozenset[str]) -> bool:
    """Say whether what is asked for, in stems, is done by somebody named: "drives af", "betales af"."""
    done = (fold(found["done"]) for found in _BY.finditer(text))
    return any(stem(word) in asked or any(_one_verb(word, other) for other in asked) for word in done)


def _one_verb(word: str, other: str) -> bool:
    return len(other) >= PASSIVE_STEM and word.startswith(other)
