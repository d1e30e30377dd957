"""The number that a goal aims at, among all the numbers of its statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.danish.numbers import LONGEST, Number, numbers

_TIME = frozenset(
    ("uger", "dage", "måneder", "år", "timer", "minutter", "kvartaler", "arbejdsdage", "hverdage")
)
_SHARE = re.compile(
    r"\b(?P<none>ingen)\b|\b(?P<half>halvdelen|hver anden)\b|\b(?P<third>en tredjedel|hver tredje)\b"
    r"|\b(?P<twothirds>to tredjedele)\b|\b(?P<quarter>en fjerdedel|hver fjerde)\b"
    r"|\b(?P<threequarters>tre fjerdedele)\b"
    r"|\b(?P<halved>halvere[st]*)\b|\b(?P<doubled>fordoble[st]*)\b"
    r"|(?<![\w,.])(?P<of>(?P<some>\w+) ud af (?P<all>\w+))\b",
    re.IGNORECASE,
)
_SHARES = {
    "half": 50.0, "third": 33.3, "twothirds": 66.7, "quarter": 25.0, "threequarters": 75.0, "halved": 50.0,
    "doubled": 100.0,
}  # fmt: skip
_WORDS = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"]
_TO = re.compile(
    r"(?:(?<!forhold )\btil|\bop på|\bnede? på)\s+"
    r"(?:(?:mindst|højst|maksimalt|minimum|under|over|ca\.)\s+)?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bmed\s+(?:(?:mindst|højst|minimum|op til|ca\.)\s+)?$", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:fra|mod|de|disse|alle|inden for|indenfor|(?:med|har|fået|efter|i|på) (?:mere|mindre) end)\s+$",
    re.IGNORECASE,
)
_PRICED = re.compile(r"(?:alle|hver|nye)\b.*\b(?:over|under)\s+$", re.IGNORECASE)
_LENGTH = re.compile(r"\b(?:varighed\w*|varer|gennemsnit\w*|\w*tiden)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:mindst|højst)\s+(?P<one>[eé][nt])\s+(?!gang)(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:mindst|højst|højest|minimum|maksimalt|under|over|mere end|mindre end|max\.?"
    r"|ikke over)(?:\s+(?:op på|på|være(?: på)?|ligge))?\s+$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:(?:være|ligge|varer?|ned|holdes|bringes|kortere|længere|mindre)(?: ned| på)? (?:under|over|end)"
    r"|ikke (?:over|under|overstige))\s+$",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"(?:\b(?:over|under|mellem|fyldt|efter|inden for|indenfor|seneste|de første|ned til|hver|hvert"
    r"|af mindst|senest|de sidste|end)\s+"
    r"(?:mindst\s+|højst\s+)?)$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:inden for|indenfor)\s+(?:mindst |højst )?$", re.IGNORECASE)
_ADVERB = re.compile(r"\s*[^\W\d_]+t\s+[^\W\d_]+e\s+(?P<noun>[^\W\d_]+)")
_PER = re.compile(
    r"\s(?:om|pr\.)\s(?:året|år|måneden|måned|ugen|uge|dagen|dag|kvartal\w*)\b|\s+(?:efter|før|siden)\b"
)
_ASIDE = re.compile(
    r"\([^()]*\)|,\s(?:der|som|hvor)\s[^,]*(?:,|$)|\bheraf\b.*|\bsvarende til\b.*"
    r"|\bpå en skala\b.*|,?\smod\s.*"
    r"|\b(?:i forhold til|ift\.?|sammenlignet med|sammenholdt med)\s.*"
)
_RATE = re.compile(r"\s(?:CO2\S*)?(?:\s?pr\. [\wæøå]+)+|\sCO2\S*")


@dataclass(frozen=True, slots=True)
class Amount:
    """A goal's number: ``change`` where it says by how much, not to what."""

    value: float
    unit: str | None
    start: int
    change: bool = False
    share: str = ""
    """The words of a share ("halvdelen", "ingen"), where it is not written in figures."""


def amount(text: str) -> Amount | None:
    """Return the number that a statement aims at, or None."""
    shares = list(_shares(text))
    taken = [(at, at + len(each.share)) for each in shares for at in (each.start,)]
    asides = [match.span() for match in _ASIDE.finditer(text)]
    # A year before "til" would be read as the lower end of a range.
    plain = re.sub(r"\b(?:19|20)\d\d(?=\s+til\s+\d)", "____", text)
    found = [n for n in numbers(plain) if not any(a <= n.start < b for a, b in taken)]
    main = [n for n in found if not any(a <= n.start < b for a, b in asides)]
    for pool in (main, found):
        if (chosen := _chosen(text, pool, [] if pool is found else shares)) is not None:
            return chosen
    return shares[0] if shares else None


def _chosen(text: str, pool: list[Number], shares: list[Amount]) -> Amount | None:
    for pattern, change in ((_TO, False), (_BY, True)):
        if aimed := [n for n in pool if pattern.search(text[: n.start]) and not _is_time(n)]:
            return _amount(text, aimed[-1 if not change else 0], change)
    if shares:
        return shares[0]
    counts = [n for n in pool if not _is_time(n) and not _BESIDE.search(text[: n.start])]
    counts = [n for n in counts if n.unit != "kr." or not _PRICED.match(text[: n.start])]
    first = [n for n in counts if not text[: n.start].strip()]
    for few in (first, [n for n in counts if _BOUND.search(text[: n.start])], counts):
        if few:
            return _amount(text, few[0])
    if one := _ONE.search(text):
        return Amount(1.0, one["noun"].lower(), one.start("one"))
    times = [n for n in pool if _is_time(n) and not (n.unit == "gange" and n.value == 1)]
    bound = [n for n in times if _BOUND.search(text[: n.start]) and not _is_aside(text, n)]
    plain = [n for n in times if not _is_aside(text, n)] if _LENGTH.search(text) else []
    within = [n for n in times if _WITHIN.search(text[: n.start])]
    aimed = [n for n in times if _TO.search(text[: n.start])]
    chosen = bound or aimed or plain or within
    return _amount(text, chosen[0]) if chosen else None


def _is_time(number: Number) -> bool:
    return number.unit in _TIME or number.unit == "gange"


def _is_aside(text: str, number: Number) -> bool:
    before = text[: number.start]
    if _HELD.search(before):
        return False
    if re.search(r"\b(?:over|under|mere end|mindre end)\s+$", before, re.IGNORECASE):
        return True
    return bool(_SIDE.search(before) or _PER.match(text, number.end)) and not _BOUND.search(before)


def _amount(text: str, number: Number, change: bool = False) -> Amount:
    return Amount(number.value, _unit(text, number), number.start, change)


def _unit(text: str, number: Number) -> str | None:
    if number.unit is None:
        return None
    after = re.search(r"\d\s", number.words)
    if after and (adverb := _ADVERB.match(text, number.start + after.end())) and number.unit.endswith("t"):
        return adverb["noun"].lower()
    rate = _RATE.match(text, number.end)
    written = number.words.rpartition(" ")[2]
    unit = written if written.lower() == number.unit else number.unit
    return f"{unit} {' '.join(rate[0].split())}" if rate else unit


def _shares(text: str) -> Iterator[Amount]:
    for match in _SHARE.finditer(text):
        kind = match.lastgroup or ""
        if match["of"]:
            some, whole = _count(match["some"]), _count(match["all"])
            if some is not None and whole:
                yield Amount(round(100 * some / whole, 1), "procent", match.start(), share=match[0])
        elif match["none"]:
            noun = re.match(r"\s+(\w+)", text[match.end() :])
            yield Amount(0.0, noun[1].lower() if noun else None, match.start(), share=match[0])
        else:
            name = next(name for name in _SHARES if match[name])
            changed = kind in ("halved", "doubled")
            yield Amount(_SHARES[name], "procent", match.start(), changed, match[0])


def _count(word: str) -> float | None:
    if word.isdigit():
        return float(word) if len(word) <= LONGEST else None
    return float(_WORDS.index(word.lower())) if word.lower() in _WORDS else None
