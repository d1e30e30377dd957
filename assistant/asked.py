"""What kind of answer a question asks for, by the words it asks with."""

from __future__ import annotations

import re
from enum import StrEnum


class AnswerKind(StrEnum):
    """The kind of answer that would satisfy a question."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    PERSON = "person"
    DEFINITION = "definition"
    LIST = "list"
    YES_NO = "yes_no"
    HOW = "how"
    WHY = "why"
    COMPARISON = "comparison"
    WHICH_MUNICIPALITIES = "which_municipalities"
    OTHER = "other"


class Amount(StrEnum):
    """What a number that is asked for is an amount of, where the question says it."""

    MONEY = "money"
    SHARE = "share"
    DURATION = "duration"
    FREQUENCY = "frequency"
    AGE = "age"


class Aim(StrEnum):
    """Whether a question asks what shall be, or what is."""

    GOAL = "goal"
    STATE = "state"
    UNSAID = "unsaid"


_GOAL = re.compile(
    r"\b(?:vil|skal|må|mål\w*|højst|mindst|ønsker|forventer|planlægger|should|will|target|aims?)\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:er|var|har|havde|fik|får|blev|kom|bor|modtog|deltog|nåede|is|are|was|were|had)\b", re.IGNORECASE
)

_SEVERAL = "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|[2-9]|1[0-9]"

_SPAN = r"(?:minut|time|døgn|dag|hverdag|uge|måned|år(?!sværk))\w*"
_COIN = r"penge(?:ne)?|kroner|kr|mio|millioner|mia|milliarder|beløb(?:et)?"
_RATE = r"(?:ledighed|sygefravær|frafald|\w{4,}grad)(?:en|et)?\b"
_AMOUNTS: tuple[tuple[Amount, str], ...] = (
    (
        Amount.FREQUENCY,
        r"\bhvor (?:tidt?|tit|oftt?e|hyppigt?|jævnligt|regelmæssigt|mange gange)\b|\bmed hvilke mellemrum\b"
        r"|\bhow (?:often|frequently|many times)\b",
    ),
    (
        Amount.DURATION,
        rf"\bhvor (?:lang ?tid|lagn tid|længe?|hurtigt?|mange {_SPAN})\b"
        r"|\bhvor lang\w* .*(?:tid|tiden|periode\w*|forløb\w*|kurset|varighed\w*)\b"
        r"|\bhvad er (?:\w+ ){0,3}(?:varigheden|\w*tiden|\w*varighed)\b"
        r"|\bhow (?:long|fast|quickly|soon|many (?:minutes|hours|days|weeks|months|years))\b",
    ),
    (
        Amount.MONEY,
        r"\bhvad? ?(?:koster|kostede|skal (?:man|jeg|vi|det) (?:betale|koste))\b|\bhvor (?:dyrt?|billigt?)\b"
        r"|\bhvad (?:skal|vil|kommer|kan|må)\b.*\bkoste\b"
        r"|\bhvor (?:mange|meget) (?:penge|kroner|kr|mio|millioner|mia|milliarder|koster|kostede)\b"
        r"|\bhvor (?:mange|meget) af (?:\S+ ){0,2}penge(?:ne)?\b"
        r"|\b(?:hvor meget|hvad) (?:får|tjener|udbetal\w*|betaler)\b.*"
        r"\b(?:udbetalt|i (?:timen|løn|ydelse)|om (?:ugen|måneden))\b"
        r"|\bhvor (?:meget tjener|høj\w* er \w*(?:løn|sats|ydelse)(?:nen|sen|n|en)?)\b"
        r"|\bhvor meget\b.*\b(?:koster?|kostede|afsat|betale\w*|bevilget|bevilges|tilskud|udgift\w*)\b"
        r"|\b(?:udbetaler|betaler|bruger|giver|afsætter|sparer) (?:mest|mindst)\b"
        r"|\bhvor (?:mange|meget)\b.*\bsat (?:af|til side)\b"
        r"|\bhvad (?:er|var|har)\b.{1,40}\b(?:sat af|afsat|bevilget|bevilliget)\b"
        r"|\bhvor stort? (?:et |en |er )?(?:de[nt] )?(?:\w+e )?"
        r"\w*(?:beløb|tilskud|budget|udgift|bevilling|pulje)(?:et|en|n)?\b"
        r"|\bhvad er (?:\w+ ){0,3}\w*(?:pris|budget|udgift|tilskud|beløb|takst|bevilling)(?:[td]?et|en)?\b"
        r"|\bhow much (?:money|does|do|did|is spent)\b"
        r"|\bwhat (?:does .* cost|is the (?:price|budget|cost))\b",
    ),
    (
        Amount.SHARE,
        r"\bhvor (?:stor|mange|høj|lille|meget)\w* (?:en )?(?:\w+ )?(?:andel|del|brøkdel|procen\w*|pct)\b"
        rf"|\b(?:hvor (?:stor|høj|lav)|lavest|højest|højere|lavere)\w* .*\b{_RATE}"
        rf"|\b{_RATE} (?:højest|lavest|højere|lavere)\b"
        r"|\b(?:størst|mindst|højest|lavest)e? (?:andel|del)\b"
        r"|\b(?:andelen|procentdelen)\b.* (?:størst|mindst|højest|lavest|højere|lavere|større|mindre)\b"
        r"|\b(?:largest|smallest|highest|lowest) (?:share|proportion|percentage)\b"
        r"|\bhvilken (?:pro ?cent|procentdel|andel|brøkdel)\b|\bhvad (?:er|var) (?:andelen|\w*procenten)\b"
        r"|\bhvad (?:er|var) (?:\w+e )?\w*(?:ledigheden|arbejdsløsheden|sygefraværet|frafaldet|\w{4}graden)\b"
        r"|\b(?:what|how (?:large|big|high) an?) (?:share|percent\w*|proportion|part)\b"
        r"|\bhow many (?:percent|per cent)\b",
    ),
    (Amount.AGE, r"\bhvor (?:gammel|gamle|ung|unge)\b|\bhvilken alder\b|\bhow old\b|\baldersgrænse\w*\b"),
)
"""What is asked for the amount of, in Danish and English, also as it is misspelled; the first that fits."""

_SINCE_WHEN = re.compile(
    r"\bsiden hvornår\b|\bhvornår (?:åbnede|startede|begyndte|opstod)\b"
    r"|\bhvornår blev .* (?:til|åbnet|oprettet|stiftet|etableret|indviet|lavet|vedtaget|startet|sat i gang)\b"
    r"|\bsince when\b",
    re.IGNORECASE,
)
_THERE = (
    r"er|var|bliver|ligger|lå|holdes|holder|afholdes|foregår|finder|kan|skal|må|mødes|bor|sidder|kommer|går|får"
    r"|åbner|åbnes|henvender|befinder|findes|begynder|starter|i \w+ (?:ligger|er|kan|bor)"
)
_CUES: tuple[tuple[AnswerKind, str], ...] = (
    (
        AnswerKind.DEFINITION,
        r"\bhvornår (?:regnes|tæller|kaldes|betragtes|anses)\b"
        r"|\bhvornår (?:er|bliver) (?:man|du|en borger) \w*(?:ledig|parat|berettiget|omfattet|visiteret)\b",
    ),
    (AnswerKind.COMPARISON, r"^(?:sammenlign|compare)|\b(?:forskel(?:len|le)?|forskellig\w*|difference)\b"),
    (
        AnswerKind.WHICH_MUNICIPALITIES,
        r"\b(?:hvilken|hvilke|which) (?:af )?(?:de )?(?:kommun\w+|plan\w*|municipalit\w+)\b"
        r"|\b(?:hvem|who) (?:nævner|omtaler|skriver om|mentions?)\b",
    ),
    (
        AnswerKind.NUMBER,
        r"\bhvor (?:mange|meget|få|lidt|gammel|gamle|(?:stor|høj|lav|lang|læng|hurtig)\w*)\b"
        r"|\bhvad (?:er|var|blev) (?:tallet|antallet)\b"
        r"|\b(?:hvilken|hvad er) (?:andel|procentdel)|\bhow (?:many|much|large|long)\b"
        r"|" + "|".join(cue for _, cue in _AMOUNTS),
    ),
    (
        AnswerKind.WHY,
        r"\bhvorfor\b|\bhvad (?:er|var|skyldes)\b.*\b(?:årsagen|grunden)\b|\bhvad skyldes\b|\bwhy\b",
    ),
    (
        AnswerKind.DATE,
        r"\bhvo?rnår\b|\bhvilke(?:n|t) (?:år|dato|måned|dag|ugedag|uge|tidspunkt)\b"
        r"|\bhvilke (?:dage|datoer)\b"
        r"|\bhvad (?:tid|klokken)\b|\b(?:when|what (?:time|day|date))\b",
    ),
    (
        AnswerKind.PLACE,
        rf"\bhvor (?:{_THERE})\b(?!.*\b(?:flest|færrest|størst|mindst|højest|lavest|mest|bedst|dårligst)e?\b)"
        r"|\bhvilke(?:n|t) (?:sted|adresse|by|lokale)\b|\bhvilke steder\b|\bwhere\b",
    ),
    (
        AnswerKind.PERSON,
        r"\b(?:hvem (?:er|var|bliver)|hvad hedder|who is)\b.*(?:formand|leder|chef|minister|direktør|mester"
        r"|mayor|koordinator|rådgiver|konsulent|kontaktperson|vejleder|sygeplejerske|læge)(?:en|s|ens)?\b",
    ),
    (
        AnswerKind.NAME,
        r"\bhv?em\b|\bhvad hedder\b|\bhvis (?:ansvar|opgave|bord)\b|\bwho(?:se|m)?\b"
        r"|\bhvilke(?:n|t) \w*(?:afdeling|forvaltning|team|udvalg|enhed|center|myndighed|instans|leder|råd)\b"
        r"|\b(?:which|what) (?:department|team|committee|unit)\b",
    ),
    (
        AnswerKind.DEFINITION,
        r"\bdefiner\w*|\bdefinition\w*|\bhvad (?:står .+ for|betyder|dækker|vil .+ sige|forstås|menes)\b"
        r"|\bwhat does .+ (?:mean|stand for)\b",
    ),
    (AnswerKind.LIST, rf"\bhvad er\b.*\b(?:{_SEVERAL}) \w+|\bhvad er (?:\w+ ){{0,2}}\w+(?:ene|erne)\b"),
    (AnswerKind.LIST, r"\bhvilke\b|\bnævn\b|\b(?:list|opremse?)\b|\bhvad er de \w+\b|\bwhich\b"),
    (AnswerKind.HOW, r"\bhvordan\b|\bhow\b|\bpå hvilken måde\b"),
    (
        AnswerKind.DEFINITION,
        r"\b(?:hvad er|what is)\b(?!.*\b(?:\w*mål|\w*målet|\w*målene|målsætning\w*|goals?|targets?)\b)",
    ),
    (
        AnswerKind.YES_NO,
        r"^(?:og )?(?:gælder|er|har|kan|skal|får|bliver|findes|arbejder|må|vil|giver|tilbyder|bruger|deltager"
        r"|gør|does|do|is|are|has|can)\b",
    ),
)


def answer_kind(question: str) -> AnswerKind:
    """Return the kind of answer that ``question`` asks for; the first cue that fits decides."""
    return next((kind for kind, cue in _CUES if re.search(cue, _plain(question))), AnswerKind.OTHER)


def amount(question: str) -> Amount | None:
    """Return what ``question`` asks for an amount of, or None where it does not say or asks for no amount."""
    return next((amount for amount, cue in _AMOUNTS if re.search(cue, _plain(question))), None)


def rate_asked(question: str) -> str:
    """Return the rate that ``question`` asks for ("ledigheden"), or nothing."""
    found = re.search(rf"\b\w*{_RATE}", question.lower())
    return found[0] if found else ""


def since_when(question: str) -> bool:
    """Say whether ``question`` asks when something came about, which no weekday tells."""
    return bool(_SINCE_WHEN.search(question))


def is_measure(word: str, much: Amount) -> bool:
    """Say whether a word is only what an amount is asked for in: "dage" of a duration, "penge" of money."""
    cue = {Amount.DURATION: _SPAN, Amount.MONEY: _COIN}.get(much)
    return cue is not None and bool(re.fullmatch(cue, word.lower()))


def _plain(question: str) -> str:
    spoken = " ".join(question.lower().split()).lstrip("<\"'([{”“»–-*>: ")
    return re.sub(r"\bhva\b", "hvad", spoken)


def aim(question: str) -> Aim:
    """Return whether ``question`` asks what shall be ("hvor mange skal ...") or what is ("hvor mange er")."""
    if _GOAL.search(question):
        return Aim.GOAL
    return Aim.STATE if _STATE.search(question) else Aim.UNSAID
