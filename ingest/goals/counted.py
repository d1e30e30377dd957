"""How many goals a plan says it has, and how many it lists under their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.danish.sentences import sentences
from ingest.goals.goal import Goal, Place
from ingest.goals.wording import is_history, quotes_minister
from ingest.plan import Block, BlockKind, Plan

_NOUN = r"(?:[a-zæøå]*mål|[a-zæøå]*målsætninger|succeskriterier|målepunkter)"
_SPELLED = (
    "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
    "femten", "seksten", "sytten", "atten", "nitten", "tyve",
)  # fmt: skip
_MANY = re.compile(
    rf"(?<![\w.,-])(?P<number>\d{{1,2}}|{'|'.join(_SPELLED)})\s+"
    rf"(?:(?P<local>lokale\s+)|(?:[a-zæøå-]+e|og)\s+){{0,4}}?(?P<noun>{_NOUN})\b(?P<after>[^.]{{0,40}})",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:i alt|samlet|alt i alt|tilsammen|sammenlagt)\b", re.IGNORECASE)
_PLAN = re.compile(r"\b\w*(?:plan|planen|politik|politikken|strategi|strategien)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:ud af|af de|andre|nye|øvrige|yderligere|første|sidste|vigtigste|største|mindst|op til)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:hver|hvert)\b", re.IGNORECASE)
_FOR_SOME = re.compile(
    r"\s+(?:for|om|under|inden for)\s+(?!(?:19|20)\d\d|indsatsen|perioden|planen|kommunen|årene)"
)
_LABEL = re.compile(
    rf"(?:[•▪■➢►✓·o*–-]\s+)?(?P<local>lokalt? )?(?P<noun>{_NOUN}|målsætning|succeskriterium|målepunkt)"
    r"(?:\s+(?:nr\.?\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})*)\s?(?P<letter>[a-zæøå]?))?\s?[:.–-](?=\s|$)",
    re.IGNORECASE,
)
_STRUCTURED = frozenset(("docx", "html", "md"))
"""Formats that say themselves what is an item."""
_PLURAL = {"målsætning": "målsætninger", "succeskriterium": "succeskriterier", "målepunkt": "målepunkter"}


@dataclass(frozen=True, slots=True)
class Said:
    """A number in a plan: the words ``plan.text[place.start:place.end]`` that say it."""

    words: str
    place: Place
    value: float


def announced(plan: Plan) -> dict[str, list[Said]]:
    """Return by noun how many goals a plan says that it has in all; partial numbers beside them too."""
    found: dict[str, list[Said]] = {}
    total: set[str] = set()
    for start, end, section in _running(plan):
        text = plan.text[start:end]
        if quotes_minister(text) or _is_past(plan, text):
            continue
        for match in _MANY.finditer(text):
            noun = f"{'lokale ' if match['local'] else ''}{match['noun'].lower()}"
            found.setdefault(noun, []).append(_said(plan, start, end, section, _number(match["number"])))
            if _is_total(text, match):
                total.add(noun)
    return {noun: said for noun, said in found.items() if noun in total}


def listed(plan: Plan, noun: str, goals: Sequence[Goal]) -> tuple[Said, ...]:
    """Return the goals that a plan lists under the noun, each once.

    Told apart by their own numbers ("Resultatmål 2b: ..."), or by ``goals`` ("Lokalt mål: ...").
    """
    numbered: dict[str, Said] = {}
    plain: dict[int, Said] = {}
    for block, section in _blocks(plan):
        match = _LABEL.match(plan.text, block.start, block.end)
        if match is None or _noun(match) != noun:
            continue
        said = _said(plan, block.start, block.end, section, 1.0)
        if match["number"]:
            numbered.setdefault(_key(match), said)
        else:
            plain.setdefault(_which(goals, block), said)
    if not numbered:
        return tuple(plain.values())
    return tuple(said for key, said in numbered.items() if not _has_parts(key, set(numbered)))


def lists(plan: Plan) -> Iterator[tuple[str, Said, tuple[Said, ...]]]:
    """Yield each list under a line that says how many goals follow ("Vi har tre mål:"), with the noun."""
    blocks = list(_blocks(plan))
    for n, (block, section) in enumerate(blocks):
        start, end = ([*sentences(plan.text, block.start, block.end)] or [(0, 0)])[-1]
        text = plan.text[start:end]
        match = _MANY.search(text)
        if block.kind is not BlockKind.PARAGRAPH or match is None or not _leads(plan, text, match):
            continue
        below = [each for each, _ in takewhile(lambda pair: pair[0].kind is BlockKind.ITEM, blocks[n + 1 :])]
        items = [each for each in below if each.level == below[0].level]
        value = _number(match["number"])
        if len(items) > 1 and _is_whole(plan, items, int(value)):
            below_it = tuple(_said(plan, each.start, each.end, section, 1.0) for each in items)
            yield match["noun"].lower(), _said(plan, start, end, section, value), below_it


def _leads(plan: Plan, text: str, match: re.Match[str]) -> bool:
    """Say whether a line ends in what is counted: "tre mål:", but not "tre mål og en række tiltag:"."""
    if not text.endswith(":") or quotes_minister(text) or _is_past(plan, text) or _EACH.search(text):
        return False
    partial = _PART.search(text[max(0, match.start() - 25) : match.end("noun")])
    return partial is None and not re.search(r"\bog\b", text[match.end("noun") :])


def _is_whole(plan: Plan, items: Sequence[Block], announced: int) -> bool:
    """Say whether no item is missing or joined to another: by the file's own lists, or by their marks.

    Numbers run 1, 2, 3; one sign shows that there are too many, but the rest may stand on the next page.
    """
    if plan.document.format in _STRUCTURED:
        return True
    marks = [plan.text[each.start : each.end].split(maxsplit=1)[0] for each in items]
    numbered = [f"{n}{mark[-1]}" for n, mark in enumerate(marks, 1)]
    signs = len(set(marks)) == 1 and not marks[0][0].isalnum()
    return marks == numbered or (signs and len(items) > announced)


def _said(plan: Plan, start: int, end: int, section: str, value: float) -> Said:
    place = Place(start, end, plan.document.page_at(start), section)
    return Said(plan.text[start:end], place, value)


def label_at(plan: Plan, place: Place) -> str | None:
    """Return the number of the label that a goal carries, such as "2b"."""
    match = _LABEL.match(plan.text, plan.text.rfind("\n", 0, place.start) + 1, place.start)
    return _key(match) if match and match["number"] else None


def _key(match: re.Match[str]) -> str:
    return f"{match['number']}{match['letter'].lower()}"


def _noun(match: re.Match[str]) -> str:
    noun = match["noun"].lower()
    return f"{'lokale ' if match['local'] else ''}{_PLURAL.get(noun, noun)}"


def _which(goals: Sequence[Goal], block: Block) -> int:
    """Return the goal that a block says, by where it stands first; one that says none is its own."""
    said = (goal.start for goal in goals if any(block.start <= p.start < block.end for p in goal.places))
    return next(said, block.start)


def _has_parts(key: str, keys: set[str]) -> bool:
    """Say whether a number is only the heading of others: 2 over 2a and 2b, or over 2.1 and 2.2."""
    return any(other.startswith(key) and re.match(r"\.\d|[a-zæøå]$", other[len(key) :]) for other in keys)


def _is_total(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 25) : match.start()]
    if _EACH.search(text) or _PART.search(before) or _PART.search(match[0].removesuffix(match["after"])):
        return False
    return bool(_TOTAL.search(text) or (_PLAN.search(text) and not _FOR_SOME.match(match["after"])))


def _is_past(plan: Plan, text: str) -> bool:
    named = [int(year) for year in re.findall(r"\b20\d\d\b", text)]
    return is_history(text.replace("opstillet", "").replace("fastsat", "")) or (
        bool(named) and max(named) < (plan.identity.first_year or 0)
    )


def _running(plan: Plan) -> Iterator[tuple[int, int, str]]:
    """Yield every sentence outside tables and notes with its nearest heading."""
    for block, section in _blocks(plan):
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            yield from ((start, end, section) for start, end in sentences(plan.text, block.start, block.end))


def _blocks(plan: Plan) -> Iterator[tuple[Block, str]]:
    section = ""
    for block in plan.document.blocks:
        yield block, section
        if block.kind is BlockKind.HEADING:
            section = plan.text[block.start : block.end]


def _number(words: str) -> float:
    return float(words) if words.isdigit() else float(_SPELLED.index(words.lower()) + 2)
