"""The units that answers are made of: sentences, list items, table rows and headings, each with its context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.danish.sentences import sentences
from ingest.danish.stems import terms
from ingest.plan import Block, BlockKind, Plan


_LABEL = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:[•▪➢–-]\s+)?(?P<label>[A-ZÆØÅ][\w-]{2,}(?: [a-zæøå]+)?)(?:\s+\d+\s?[a-z]?\s?[.:–-]|\s?:)\s"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A slice of a plan that can stand as an answer: ``plan.text[start:end]``, on one page.

    ``lead`` is the sentence that introduces the list a unit belongs to; ``group`` numbers that list within
    the plan (-1: no list); ``before`` is the sentence before it in the same paragraph.
    """

    plan: str
    start: int
    end: int
    kind: BlockKind
    text: str
    path: tuple[str, ...]
    lead: str = ""
    lead_start: int = -1
    group: int = -1
    before: str = ""
    columns: tuple[str, ...] = ()
    introduces: bool = False
    """Whether it is a heading with text under it, or the sentence that leads into a list."""
    series: frozenset[str] = frozenset()
    """The stems of the label before it: "Fokusområde 2: ..." belongs to the plan's fokusområder."""


def units(plan: Plan) -> tuple[Unit, ...]:
    """Return every unit of a plan in order."""
    found = list(_units(plan))
    following: list[Unit | None] = [*found[1:], None]
    return tuple(
        replace(unit, introduces=_introduces(unit, after), series=_series(unit.text))
        for unit, after in zip(found, following, strict=True)
    )


def _introduces(unit: Unit, after: Unit | None) -> bool:
    if after is None or after.kind is BlockKind.HEADING:
        return False
    return unit.kind is BlockKind.HEADING or unit.group < 0 <= after.group


@dataclass(slots=True)
class _Place:
    """Where the walk through a plan is: the headings above, and the list that is open."""

    above: list[tuple[int, str]]
    lead: str = ""
    lead_start: int = -1
    group: int = -1
    groups: int = 0
    last: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(words for _, words in self.above)


def _units(plan: Plan) -> Iterator[Unit]:
    place = _Place([])
    heads = _table_heads(plan.document.blocks)
    for block in plan.document.blocks:
        text = plan.text[block.start : block.end]
        if block.kind is BlockKind.HEADING:
            place.above = [*(entry for entry in place.above if entry[0] < block.level), (block.level, text)]
            place.lead, place.lead_start, place.group, place.last = text, block.start, -1, ""
            yield Unit(plan.id, block.start, block.end, block.kind, text, place.path[:-1])
        elif block.start in heads:
            place.group = -1
        elif block.kind in (BlockKind.ITEM, BlockKind.ROW):
            yield from _listed(plan, block, place)
        else:
            place.group = -1
            yield from _sentences(plan, block, place)
            place.lead, place.lead_start = _last_sentence(plan, block)
            place.last = place.lead


def _series(text: str) -> frozenset[str]:
    labelled = _LABEL.match(text)
    return frozenset(terms(labelled["label"])) if labelled else frozenset()


def _table_heads(blocks: Sequence[Block]) -> set[int]:
    """Return where the rows begin that only carry the column headings of the rows below them."""
    pairs = zip(blocks, blocks[1:], strict=False)
    rows = BlockKind.ROW
    return {a.start for a, b in pairs if a.kind is b.kind is rows and b.columns and not a.columns}


def _listed(plan: Plan, block: Block, place: _Place) -> Iterator[Unit]:
    if place.group < 0:
        place.groups += 1
        place.group = place.groups
    text = plan.text[block.start : block.end]
    place.last = text
    yield Unit(
        plan.id,
        block.start,
        block.end,
        block.kind,
        text,
        place.path,
        place.lead,
        place.lead_start,
        place.group,
        columns=block.columns,
    )


def _sentences(plan: Plan, block: Block, place: _Place) -> Iterator[Unit]:
    before, path = place.last, place.path
    for start, end in sentences(plan.text, block.start, block.end):
        text = plan.text[start:end]
        yield Unit(plan.id, start, end, block.kind, text, path, before=before)
        before = text


def _last_sentence(plan: Plan, block: Block) -> tuple[str, int]:
    spans = sentences(plan.text, block.start, block.end)
    start, end = spans[-1] if spans else (block.start, block.end)
    return plan.text[start:end], start
