"""The words by which plans announce goals, and those by which one tells that something is none."""

from __future__ import annotations

import re

_GOAL = (
    r"(?:resultat|del|effekt|hoved|kvalitets|ydelses|indsats|strategi|klima|sundheds|beskæftigelses|års"
    r"|lokal|fokus|"
    r"politik|reduktions|udviklings)?mål(?:ene|et|sætning(?:er|en|erne)?|tal(?:let|lene)?)?"
)
_GOAL_WORD = re.compile(
    rf"\b{_GOAL}\b|\bsucceskriteri\w+|\bresultatkrav|\bvil vi (?:opnå|nå)\b|\bskal vi (?:opnå|nå)\b"
    r"|\bambition(?:er|en)?\b|\b(?:det )?(?:vil|skal) vi måles på|\btegn på succes|\bpejlemærke\w*"
    r"|\b(?:i mål|lykkes),? når\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:hvordan|sådan|strategi(?!sk)\w*|prioritering\w*|handling\w*|aktivitet\w*|opfølgning"
    r"|følg\w* op|status|"
    r"evaluering|redskab\w*|metode\w*|principper|nå\w* (?:vores |vore |de )?mål\w*"
    r"|opnå (?:resultat)?mål\w*|til(?:tag|tagene)|"
    r"gør vi|vil vi gøre|ansvar\w*|ordforklaring|indhold)\b"
    r"|^(?:derfor |det )?(?:vil|skal) vi:?$|^(?:vi|kommunen|byrådet|jobcent\w+) (?:vil|skal):?$",
    re.IGNORECASE,
)
_MINISTER = re.compile(
    r"minister|\bnationale mål|\blandspolitisk|\bregeringens mål|\bvejledende mål", re.IGNORECASE
)
_LOCAL = re.compile(r"\blokale?\b|\bvores\b|\bresultatmål|\bkommunens\b|\begne\b", re.IGNORECASE)
LABEL = re.compile(
    rf"(?:lokalt |lokale "
    rf"|vores )?(?P<word>{_GOAL}|succeskriteri(?:um|er)"
    rf"|resultatkrav)(?P<number>\s*(?:nr\.?\s*)?\d+(?:\.\d+)*\s?[a-zæøå]?(?=\W))?"
    r"(?:\s+for\s+[^:.\n]{3,40}(?=:))?\s?[:.–-]\s+",
    re.IGNORECASE,
)
STARTS_BOUND = re.compile(
    r"(?:mindst|højst|minimum|maksimalt|færre end|flere end)\s+(?:\d|hver|halvdelen|[a-zæøå]+ ud af)",
    re.IGNORECASE,
)
LATER = re.compile(
    r"I (?:19|20)\d\d (?:er|skal) (?:\w+ )?(?:mål\w*|ambitionen|tallet|andelen|antallet)(?: være)?"
    r" [^.]{1,20}(?:\.|pct\.)?"
)
"""A sentence that only says how far the goal before it is to come later."""
FIELD = re.compile(
    r"(?:(?<=\s)|^)(?P<name>Måltal|Udgangspunkt|Baseline|Nuværende niveau|Ansvarlige?|Frist|Tidsfrist"
    r"|Deadline|Tidshorisont|Indikator"
    r"|Målgruppe|Status|Målopfølgning):\s+"
)
_CHANGE_DOWN = (
    r"nedbring\w*|nedbragt|reducere\w*|falde[rt]?|falde|sænke\w*|mindske\w*|nedsætte\w*|formindske\w*"
    r"|halvere\w*|forkorte\w*"
)
_CHANGE_UP = r"øge[srt]*|stige[rt]?|hæve\w*|forøge\w*|vokse[rt]?|udbygge\w*|fordoble\w*|forbedre\w*"
DOWN = re.compile(
    rf"\b(?:{_CHANGE_DOWN}|færre|kortere|lavere|merfald|skal (?:\w+ )?(?:\w+ )?ned\b|(?:fortsat "
    rf"|procentpoint |pct\.? |% )?(?:ligge|være|er|ligger)? ?under (?:lands|region|gennemsnit|niveau"
    rf"|kommunegruppe)\w*"
    r"|mindre stigning)\b",
    re.IGNORECASE,
)
UP = re.compile(
    rf"\b(?:{_CHANGE_UP}|flere|højere|skal (?:\w+ )?(?:\w+ )?op\b|(?:ligge|være|ligger"
    rf"|er)? ?over (?:lands|region|gennemsnit|niveau|kommunegruppe)\w*)\b",
    re.IGNORECASE,
)
CHANGE = re.compile(
    rf"\b(?:{_CHANGE_DOWN}|{_CHANGE_UP}|merfald|mindre stigning"
    r"|(?:skal|fra|bragt|bringes|når|kommer)\b[^.]{0,40}\b(?:op|nede?)(?= (?:på|til|fra|med|under)\b))\b",
    re.IGNORECASE,
)
LEAST = re.compile(
    r"\b(?:mindst|minimum|som minimum|ikke under|mere end eller lig|større end|eller derover"
    r"|eller bedre|på niveau med)\b",
    re.IGNORECASE,
)
MOST = re.compile(
    r"\b(?:højst|højest|maksimalt|maks\.?|max\.?|ikke over|eller derunder"
    r"|ikke (?:stige|overstige|være over|være mere end|være højere end)|skal under)\b",
    re.IGNORECASE,
)
BELOW = re.compile(
    r"\b(?:(?:færre|kortere|lavere|mindre) end|(?:være|ligge|varer?|holdes) (?:på et niveau )?under)\s+$",
    re.IGNORECASE,
)
ABOVE = re.compile(
    r"\b(?:(?:flere|højere|længere|mere) end|(?:være|ligge|holdes) (?:på )?over)\s+$", re.IGNORECASE
)
"""Just before a number, how it is to be read."""
BENCHMARK = re.compile(
    r"\b(?:på niveau med|under|over|(?:bedre|højere|lavere|mindre|større|færre|flere) end|i forhold til"
    r"|ift\.?|sammenlignet med|sammenholdt med|svare til)\s+(?:i )?"
    r"(?:eller \w+ end )?(?:den for |det for |gennemsnittet (?:for|i) )?"
    r"(?P<what>landsgennemsnit\w*|hele landet|landsplan|regionsgennemsnit\w*|gennemsnittet|RAR \w+"
    r"|klynge\w*|sammenlignings\w+|sammenlignelige kommuner)",
    re.IGNORECASE,
)
PROMISE = re.compile(
    r"\b(?:skal|må højst|må ikke|mindst|højst|minimum|maksimalt|mål(?:et|sætningen|tallet) er"
    r"|at der i (?:19|20)\d\d er|er mål(?:et|sætningen|tallet))\b"
    rf"|\b(?:{_CHANGE_DOWN}|{_CHANGE_UP})\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"(?<!\bsom )(?<!, der )\bskal\b(?! (?:ses|forstås|bemærkes|nævnes|læses|siges))"
    r"|\bmå\b[^.]{0,90}\b(?:højst|ikke|maksimalt)\b|\bmål(?:et|sætningen|tallet) (?:er|for)\b"
    r"|\b(?:kommunens|vores|byrådets|udvalgets) mål er\b"
    r"|\bat der i (?:19|20)\d\d er\b|\ber mål(?:et|sætningen)\b|\bambitionen er\b"
    r"|\bvil\b[^.]*?\b(?:nedbringe|reducere|sænke|øge|hæve|etablere|skabe|opnå)\b"
    r"|\bvil have,? at\b|\b(?:arbejder for|sætter det mål|går efter|som mål),? at\b"
    r"|\bmålsætning om,? at\b"
    r"|\bmål(?:et|sætningen) med [^.,]* er,? at\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:var|udgjorde|lå|steg|faldt|havde|viste|blev|fik|deltog|kom|er (?:steget|faldet)|har opnået)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:skønne\w*|forvente\w*|prognose\w*|fremskriv\w*|fremskrev\w*|koster|udmeldt\w*|opstillet|fastsat)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:udgift\w*|budget\w*|mio\.|kr\.|\w*sats(?:en|er)?\b|refusion\w*|lønnen|ydelsen\b|tilskuddet"
    r"|puljen)",
    re.IGNORECASE,
)
_LAW = re.compile(r"§|\b(?:stk|nr|jf)\.|\bbekendtgørelse\w*|\bindsende\w*|\bansøgning\w*", re.IGNORECASE)
_FOLLOWED_UP = re.compile(
    r"\b(?:evaluere[st]*|følges op|afrapportere\w*|redegørelse|opgøres|godkende[st]*|forelægges|drøftes"
    r"|drøfter|revideres|"
    r"sendes|målene|resultatmålene|høring\w*)\b",
    re.IGNORECASE,
)
AIMS = re.compile(
    r"\b(?:mål(?:et|sætningen)|ambitionen) (?:\w+ ){0,5}?er(?: \w+)?,? at\b"
    r"|\b(?:kommunens|vores|byrådets|udvalgets) mål er\b|\ber mål(?:et|sætningen),? at\b"
    r"|\b(?:sætter|sat|har) (?:\w+ )?(?:det |som |et )?mål,? (?:om,? )?at\b|\bmålsætning om,? at\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:danmark|regeringen|folketinget|staten|eu|regionen|\w*ministeren|aftalepartierne)\b", re.IGNORECASE
)
_BY_OTHERS = re.compile(
    r"\b(?:ifølge|efter|i henhold til) \w*(?:loven|aftalen)\b|\bnationalt?e? (?:mål|målsætning)\w*"
    r"|\bpå landsplan skal\b|\b(?:\w*reformen|lovændring\w*|lovforslag\w*)\b",
    re.IGNORECASE,
)
ACTIVITY = re.compile(
    r"\b(?:samarbejde[rst]*|deltager?|deltagelse|samtaleforløb|fokus på|fokusere\w*|tilbyder|tilbydes"
    r"|synliggøre\w*|arbejde[rs]? (?:med|målrettet)|"
    r"udarbejde[srt]*|anvende[srt]*|afholder|prioritere[srt]*|understøtte[srt]*|iværksætte[srt]*"
    r"|inddrage[srt]*)\b",
    re.IGNORECASE,
)

HELD_TO = re.compile(r"\bskal\b|^alle\b|^hver\b", re.IGNORECASE)


def announces_goals(words: str) -> bool:
    """Say whether a heading or a lead-in announces the plan's own goals."""
    return bool(_GOAL_WORD.search(words)) and not tells_means(words) and not quotes_minister(words)


def tells_means(words: str) -> bool:
    """Say whether a heading or a lead-in announces how goals are to be reached or followed."""
    return bool(_MEANS.search(words))


def quotes_minister(words: str) -> bool:
    """Say whether a heading or a lead-in announces goals that are the minister's, not the plan's."""
    return bool(_MINISTER.search(words)) and not _LOCAL.search(words)


def is_history(words: str) -> bool:
    """Say whether a statement tells what was, or what is expected or paid, rather than what shall be."""
    if _FORECAST.search(words):
        return True
    return bool(_PAST.search(words)) and not PROMISE.search(words)


def is_anothers(words: str) -> bool:
    """Say whether a statement tells what the state, a minister or the law wants, not the municipality."""
    return bool(_OTHER.match(words) or _BY_OTHERS.search(words))


def is_forecast(words: str) -> bool:
    """Say whether words tell what is expected to happen, or was decided before."""
    return bool(_FORECAST.search(words))


def is_follow_up(words: str) -> bool:
    """Say whether a statement tells how the goals are followed."""
    return bool(_FOLLOWED_UP.search(words))


_PASSIVE = re.compile(
    r"(?:(?:den|det) gennemsnitlige )?(?:antallet af|antal|andelen af|varigheden"
    r"|\w+(?:graden|frekvensen|ledigheden|fraværet|forbruget|tiden))\b"
    r"[^.]*?\b(?:nedbringes|reduceres|øges|sænkes|hæves|halveres|fordobles|mindskes|fastholdes|holdes|forkortes)\b",
    re.IGNORECASE,
)
"""In the present and the passive, nobody tells what was: "Andelen af ... reduceres til 12 pct."."""


def commits(words: str) -> bool:
    """Say whether a sentence in running text binds: "skal", "må højst", "målet er"."""
    other = _FORECAST.search(words) or _MONEY.search(words) or _LAW.search(words)
    binds = _MUST.search(words) or _PASSIVE.match(words) or AIMS.search(words)
    return bool(binds) and not other
