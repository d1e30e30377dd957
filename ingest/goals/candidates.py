"""Statements that may be goals, each with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.danish.numbers import years
from ingest.danish.sentences import sentences
from ingest.goals.candidate import Candidate
from ingest.goals.fields import fields, with_fields, with_number
from ingest.goals.rows import row_candidates
from ingest.goals.wording import FIELD, LABEL, STARTS_BOUND, announces_goals, quotes_minister, tells_means
from ingest.plan import Block, BlockKind, Plan

BARE = 30
"""Characters up to which a heading says nothing but that goals follow."""
SHORT = 80
"""Characters up to which a paragraph without a full stop can be a caption over what follows."""
FEW = 3
"""Sentences that a paragraph has at most where it is an item whose mark is lost, or a few run together."""
CONTEXT = 300
"""Characters before a sentence in its paragraph in which what it speaks of is looked for."""
_PROMISES = re.compile(r"\b(?:skal|vil|ønsker|følgende|at)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:vores|kommunens|byrådets|lokale) mål$", re.IGNORECASE)
_TITLED = re.compile(
    r"(?P<words>(?:[A-ZÆØÅ]\w+ )?(?:[a-zæøå]+ ){0,3}(?:[a-zæøå]*mål|måles på|opnå|succes|succeskriterier))\s+"
    r"(?=[A-ZÆØÅ][a-zæøå]+ )"
)
"""The title of a box that reading has joined to its first line: "Vores mål Alle unge får ..."."""
_NEXT = re.compile(
    r"(?<=[a-zæøå)]) (?=(?:De|Det|Den|Der|Disse|Dette|Derudover|Herudover|Gælder|Målene) [a-zæøå]+ [a-zæøå]"
    r"|I (?:19|20)\d\d (?:er|skal) )"
)
"""Where an item ends that has no full stop."""
_INLINE = re.compile(r"(?<=\bat) [-–•] |(?<=\bnår) [-–•] ")
_DASH = re.compile(r" [-–•] (?=\w)")
_BULLET = re.compile(r"\s*(?:[•▪■➢►✓·o*–-]|\d{1,2}[.)]|[a-zæøå]\))\s+")


@dataclass(slots=True)
class _Place:
    """Where the walk through a plan is."""

    above: list[tuple[int, str]] = field(default_factory=list)
    lead: str = ""
    group: int = -1
    in_list: bool = False
    listed: frozenset[int] = frozenset()
    """Where the paragraphs begin that are the items of a list whose marks are lost."""

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(words for _, words in self.above)


def candidates(plan: Plan) -> list[Candidate]:
    """Return every statement of a plan, in order; a named field on a line of its own belongs to its goal."""
    place = _Place(listed=_unmarked_items(plan))
    found: list[Candidate] = []
    for block in plan.document.blocks:
        text = plan.text[block.start : block.end]
        if found and found[-1].labelled:
            if (whole := with_number(plan, found[-1], block)) is not None:
                found[-1] = whole
                continue
            found[-1] = with_fields(found[-1], text)
        found += _in_block(plan, block, text, place)
    return found


def _in_block(plan: Plan, block: Block, text: str, place: _Place) -> Iterator[Candidate]:
    if block.kind is BlockKind.HEADING:
        yield from _heading(plan, block, text, place)
    elif block.kind is BlockKind.ROW:
        place.in_list = False
        yield from row_candidates(plan, block, place.path)
    elif block.kind is not BlockKind.NOTE:
        for part in _inline_items(text, block):
            yield from _statements(plan, part, place)


def _inline_items(text: str, block: Block) -> list[Block]:
    """Part a paragraph whose lead-in reading has joined to its list: "Vores mål er, at - flere ..."."""
    lead = _INLINE.search(text)
    if block.kind is not BlockKind.PARAGRAPH or lead is None:
        return [block]
    starts = [lead.end(), *(mark.end() for mark in _DASH.finditer(text, lead.end()))]
    ends = [*(mark.start() for mark in _DASH.finditer(text, lead.end())), len(text)]
    if len(starts) < 2:
        return [block]
    parts = [
        Block(BlockKind.ITEM, block.start + a, block.start + b) for a, b in zip(starts, ends, strict=True)
    ]
    return [Block(block.kind, block.start, block.start + lead.start()), *parts]


def _unmarked_items(plan: Plan) -> frozenset[int]:
    """Return the paragraphs that are all there is under a heading that only says "Vores mål": its goals."""
    found: list[int] = []
    section: list[Block] | None = None
    ours = False
    for block in (*plan.document.blocks, Block(BlockKind.HEADING, 0, 0)):
        if block.kind is BlockKind.HEADING:
            found += [each.start for each in section or ()] if ours or len(section or ()) > 1 else []
            words = plan.text[block.start : block.end]
            section = [] if _is_bare(words) else None
            ours = bool(_OURS.search(words))
        elif section is not None:
            short = len(sentences(plan.text, block.start, block.end)) <= FEW
            section = [*section, block] if block.kind is BlockKind.PARAGRAPH and short else None
    return frozenset(found)


def _is_bare(words: str) -> bool:
    bare = len(words) <= BARE or bool(_OURS.search(words))
    return bare and announces_goals(words) and not LABEL.match(words)


def _heading(plan: Plan, block: Block, text: str, place: _Place) -> Iterator[Candidate]:
    """A labelled heading may be a goal itself, and a line of a box when layout has made it look so."""
    boxed = FIELD.match(text) or STARTS_BOUND.match(text)
    if not boxed:
        place.above = [entry for entry in place.above if entry[0] < block.level]
    yield from _statements(plan, block, place)
    if not boxed:
        place.above.append((block.level, text))
        titled = _titled(text, 0, len(text))
        place.lead, place.in_list = titled["words"] if titled else "", False


def _statements(plan: Plan, block: Block, place: _Place) -> Iterator[Candidate]:
    item = block.kind is BlockKind.ITEM
    if item and _is_caption(plan.text[block.start : block.end]):
        place.lead, place.in_list = plan.text[block.start : block.end], False
        return
    listed = item or block.start in place.listed
    _enter(listed, place, block.end - block.start < SHORT and plan.text[block.end - 1] == ".")
    bullet = _BULLET.match(plan.text, block.start, block.end) if item else None
    start = bullet.end() if bullet else block.start
    label = LABEL.match(plan.text, start, block.end) or _titled(plan.text, start, block.end)
    body, named = fields(plan.text, label.end() if label else start, block.end)
    if label and years(label[0]):
        named = {"deadline": label[0], **named}
    if label and (number := label.groupdict().get("number")):
        named = {"number": re.sub(r"\s|nr\.?", "", number.lower()), **named}
    yield from _sentences(plan, block, body, named, bool(label), place)
    titled = _titled(plan.text, start, block.end)
    if titled or not (place.in_list or (block.kind is BlockKind.HEADING and place.lead)):
        place.lead = titled["words"] if titled else _last(plan.text, block)


def _titled(text: str, start: int, end: int) -> re.Match[str] | None:
    match = _TITLED.match(text, start, end)
    return match if match and announces_goals(match["words"]) else None


def _is_caption(text: str) -> bool:
    """Say whether what looks like an item is the name of the next box: "Det gør vi"."""
    short = len(text) <= BARE and not _BULLET.match(text) and text[-1] not in ".,;"
    return short and (announces_goals(text) or tells_means(text))


def _enter(item: bool, place: _Place, caption: bool) -> None:
    """A remark of a line between two items does not end their list."""
    if item and not place.in_list:
        place.group += 1
    place.in_list = item or (place.in_list and caption)


def _sentences(
    plan: Plan,
    block: Block,
    body: tuple[int, int],
    named: dict[str, str],
    labelled: bool,
    place: _Place,
) -> Iterator[Candidate]:
    spans = sentences(plan.text, *body)
    if block.kind is BlockKind.ITEM:
        spans = [part for span in spans for part in _parted(plan.text, *span)]
    announced, quoted = _standing(place, block.kind is BlockKind.ITEM)
    listed = block.kind is BlockKind.ITEM or block.start in place.listed
    for n, (start, end) in enumerate(spans):
        before = plan.text[max(spans[0][0], start - CONTEXT) : start]
        after = plan.text[slice(*spans[n + 1])] if n + 1 < len(spans) else ""
        yield Candidate(
            start,
            end,
            plan.text[start:end],
            block.kind,
            place.path,
            announced,
            labelled and n == 0,
            quoted and not labelled,
            n == 0 or block.start in place.listed,
            block.start,
            before,
            after,
            named.get("baseline", ""),
            named.get("deadline", ""),
            place.group if listed else -1,
            listed and _leads(place.lead) and announces_goals(place.lead),
            named.get("number", "") if n == 0 else "",
        )


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut an item without a full stop from the paragraph that reading has joined to it."""
    cut = _NEXT.search(text, start, end)
    return [(start, end)] if cut is None else [(start, cut.start()), (cut.end(), end)]


def _standing(place: _Place, item: bool) -> tuple[bool, bool]:
    """Say whether goals are announced here, and whether they are only quoted; the nearest word decides."""
    if item and _leads(place.lead):
        if quotes_minister(place.lead):
            return False, True
        if tells_means(place.lead):
            return False, False
        if announces_goals(place.lead):
            return True, False
        if place.lead.endswith(":") and not _PROMISES.search(place.lead):
            return False, False
    for words in reversed(place.path):
        if quotes_minister(words):
            return False, True
        if words == place.path[-1] and announces_goals(words):
            return True, False
    return False, False


def _leads(lead: str) -> bool:
    return lead.endswith(":") or (len(lead) < SHORT and not lead.endswith("."))


def _last(text: str, block: Block) -> str:
    spans = sentences(text, block.start, block.end)
    return text[slice(*spans[-1])] if spans else ""
