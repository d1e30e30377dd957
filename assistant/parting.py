"""A question that asks several things, parted into questions that are each read by themselves. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.wordlists import light_stems, question_words
from ingest.danish.lists import word_list
from ingest.danish.municipalities import mentions
from ingest.danish.numbers import MONTH
from ingest.danish.stems import stem
from ingest.danish.words import fold, words

SHORTEST = 3
"""Words from which what stands before a further question is a question itself: not "Kan du hjælpe?"."""
MOST = 4
"""Parts of a question; a longer list is asked as it stands."""
_ASKS = (
    r"(?:(?:i|på|for|af|til|ved|inden for|om) )?"
    r"(?:hvor(?:når|dan|for|fra|hen)?|hvem|hvad|hva|hvis|hvilke[nt]?|how|what|when|where|who|why|which)\b"
)
_VERBS = r"(?:er|har|kan|skal|får|bliver|findes|gælder|må|is|are|does|do|has|can)\b"
_CUT = re.compile(
    rf"\?+\s+(?:og |and )?(?={_ASKS}|{_VERBS})|,?\s+(?:og|samt|and)(?: så)?\s+(?={_ASKS})", re.IGNORECASE
)
"""Where a further question may begin."""
_ASKING = re.compile(rf"(?:^|[^\w]){_ASKS}|^{_VERBS}|^\W*(?:sammenlign|compare)\b", re.IGNORECASE)
_BARE = re.compile(
    r"^\W*(?:hvornår|hvem|hvor|hvorfor|hvordan|when|who|where|why|how)(?: så| da)?\W*$", re.IGNORECASE
)
"""A question word that asks another side of the same: "(hvem har ansvaret,) og hvornår?"."""
_ASKED = re.compile(rf"{_ASKS}(?: (?:mange|meget|længe|ofte|tit|many|much|long|often))?", re.IGNORECASE)
_COUNTING = re.compile(
    r"\b(?P<asks>hvor mange|hvilke[nt]?|how many|which) (?P<noun>[^\W\d]+)\b", re.IGNORECASE
)
_INDIRECT = re.compile(
    rf"^{_ASKS}(?: (?:mange|meget|længe|tit|ofte|lang tid|hurtigt|stort?|højt?))?"
    r" (?:der|man|de|det|den|han|hun|vi|jeg|kommunen|borger\w*|jobcent\w+)\b",
    re.IGNORECASE,
)
"""How a clause begins that is part of a sentence: "(planen siger,) hvem der har ansvaret"."""
_WHETHER = re.compile(rf"(?:^|[.?!:]\s+){_VERBS}[^.?!]*$", re.IGNORECASE)
_LEADS = re.compile(r"^\W*(?:kan|vil|gider|can|could) (?:du|you) [^.?!]*$", re.IGNORECASE)
"""What only leads up to a question: "Kan du hjælpe mig?"."""
_POINTS = re.compile(r"\b(?:det|den|de|dem|it|they|them)\b", re.IGNORECASE)
_TIME = re.compile(
    rf"(?:\d\. ?(?:kvartal|kvt\.?|halvår) |(?:{MONTH}) )?(?<![\d.])(?:19|20)\d\d(?:[-/]\d{{2,4}})?(?!\d)",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:i|ifølge|for|fra|hos|in|for|according to)\b.*", re.IGNORECASE)
_BETWEEN = re.compile(
    r"^[\s,]*(?:(?:og|samt|eller|and|mod)\b)?(?:[\s,]*(?:i|hos|fra|for|ifølge|in))?\s*$", re.IGNORECASE
)
_WITHIN = re.compile(r"^(?:'?s)?(?:\s+(?!og\b|and\b)[^\W\d]+){0,3}\s+$", re.IGNORECASE)
_PLAN = re.compile(r"\w*plan(?:en|s|ens)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a question asks, in words that can be read.

    ``goes_on``: the part before may be needed to understand it; ``again``: it asks the same as that one of
    another place or time.
    """

    text: str
    goes_on: bool = False
    again: bool = False


def parts(question: str, known: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts of a question, in order; ``known``: the municipalities of the collection."""
    first, *further = _clauses(question, known)
    found = _by_place_and_time(first, known)
    whole = first
    for clause in further:
        text = _in_its_place(whole, clause, known) if _only_places(clause, known) else ""
        if text:
            found.append(Part(text, again=True))
        else:
            whole = _with_its_noun(whole, clause)
            found += [Part(p.text, not p.again, p.again) for p in _by_place_and_time(whole, known)]
    return tuple(found) if 1 < len(found) <= MOST else (Part(question),)


def _clauses(question: str, known: Sequence[str]) -> list[str]:
    """Return the questions that stand side by side in one."""
    clauses: list[str] = []
    start = 0
    cuts = list(_CUT.finditer(question))
    for at, cut in enumerate(cuts):
        before = question[start : cut.start()]
        after = question[cut.end() : cuts[at + 1].start() if at + 1 < len(cuts) else len(question)]
        asks = _ASKING.search(before) and len(words(before)) >= SHORTEST and not _LEADS.search(before)
        # "Kan man flytte tiden, og hvor gør man det?": who knows where, knows whether.
        only_more = _WHETHER.search(before) and _POINTS.search(after)
        if asks and not only_more and not _INDIRECT.match(after) and _says_something(after, known):
            clauses.append(before)
            start = cut.end()
    return [*clauses, question[start:]]


def _says_something(clause: str, known: Sequence[str]) -> bool:
    """Say whether a clause names a thing, a place or a time; "og hvor mange er det" only asks."""
    named = _own_words(clause, known) or _TIME.search(clause) or mentions(clause, known)
    return bool(named or _BARE.match(clause))


def _own_words(clause: str, known: Sequence[str]) -> list[str]:
    """Return the words of a clause that neither ask nor say where or when."""
    places = [(m.start, m.end) for m in mentions(clause, known)]
    places += [match.span() for match in _TIME.finditer(clause)]
    light = question_words() | word_list("parts.light")
    said = [w for w in words(clause) if not any(start <= w.start < end for start, end in places)]
    return [w.text for w in said if fold(w.text) not in light]


def _only_places(clause: str, known: Sequence[str]) -> bool:
    """Say whether a clause asks what the one before it asked, of another place or time."""
    return not _own_words(clause, known)


def _in_its_place(whole: str, clause: str, known: Sequence[str]) -> str:
    """Return the question before with the place and time of ``clause``; nothing where that is not sure."""
    asked, named = _asking(whole), _asking(clause)
    if named not in ("hvad", "what") and named != asked:
        return ""
    text = whole.rstrip(" ?.!")
    swaps: list[tuple[int, int, str]] = []
    for found, new in (
        (
            [(m.start, m.end) for m in mentions(text, known)],
            [clause[m.start : m.end] for m in mentions(clause, known)],
        ),
        ([m.span() for m in _TIME.finditer(text)], _TIME.findall(clause)),
    ):
        if len(found) > 1 or len(new) > 1:
            return ""
        if found and new:
            swaps.append((*found[0], new[0]))
        elif new and (placed := _PLACED.search(clause)) and placed[0] not in text:
            swaps.append((len(text), len(text), f" {placed[0].rstrip(' ?.!')}"))
    for start, end, new_text in sorted(swaps, reverse=True):
        text = f"{text[:start]}{new_text}{text[end:]}"
    return f"{text}?" if swaps else ""


def _with_its_noun(whole: str, clause: str) -> str:
    """Return a clause with what it counts, where only the one before names it: "og hvilken er Y for?"."""
    lent, wanting = _COUNTING.search(whole), _COUNTING.match(clause)
    if not lent or not wanting or not _is_light(wanting["noun"]) or _is_light(lent["noun"]):
        return clause
    if wanting["noun"].lower() in ("af", "of") or stem(lent["noun"]) in light_stems():
        return clause
    same = lent["asks"].lower()[:6] == wanting["asks"].lower()[:6]
    return (
        f"{clause[: wanting.end('asks')]} {lent['noun']}{clause[wanting.end('asks') :]}" if same else clause
    )


def _is_light(word: str) -> bool:
    return fold(word) in question_words() | word_list("parts.light")


def _asking(clause: str) -> str:
    """Return the words that a clause asks with: "hvor mange"."""
    found = _ASKED.search(clause)
    return found[0].lower() if found else ""


def _by_place_and_time(clause: str, known: Sequence[str]) -> list[Part]:
    """Part "i Bråsø i 2021 og i Ledinge i 2022", where each place has a time of its own."""
    places = [(m.start, m.end, True) for m in mentions(clause, known)]
    times = [(*m.span(), False) for m in _TIME.finditer(clause)]
    marks = sorted(places + times)
    groups = list(zip(marks[::2], marks[1::2], strict=False))
    alternate = len(groups) > 1 and all(a[2] is not b[2] and a[2] is groups[0][0][2] for a, b in groups)
    if (
        not alternate
        or len(marks) % 2
        or not all(_WITHIN.match(clause[a[1] : b[0]]) for a, b in groups)
        or not all(_BETWEEN.match(clause[one[1][1] : other[0][0]]) for one, other in pairwise(groups))
    ):
        return [Part(clause)]
    head, tail = clause[: groups[0][0][0]], clause[groups[-1][1][1] :]
    joint = clause[groups[0][0][1] : groups[0][1][0]]
    found: list[Part] = []
    for a, b in groups:
        within = joint if _PLAN.search(joint) else clause[a[1] : b[0]]
        said = f"{clause[a[0] : a[1]]}{within}{clause[b[0] : b[1]]}"
        found.append(Part(f"{head}{said}{tail}", again=bool(found)))
    return found
