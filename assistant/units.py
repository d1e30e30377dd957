"""The units that answers are made of: sentences, list items, rows and headings, each with its context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.danish.sentences import sentences
from ingest.danish.stems import terms
from ingest.goals.goal import Place
from ingest.plan import Block, BlockKind, Plan

_LABEL = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:[•▪➢–-]\s+)?(?P<label>[A-ZÆØÅ][\w-]{2,}(?: [a-zæøå]+)?)"
    r"(?:\s+\d+\s?[a-z]?\s?[.:–-]|\s?:)\s"
)
_REPLY = re.compile(
    r"\W*(?:(?:ja|nej|i (?:høj|nogen|mindre) grad)\W+)?\d[\d.,]*\s?(?:%|pct\b|procent\b)\W*", re.IGNORECASE
)

LISTED = (BlockKind.ITEM, BlockKind.ROW)
_CONTENTS = re.compile(r"(?:\.\s?){5,}|…{2,}")
"""The dots that lead to a page number: a table of contents only repeats the headings."""


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
    title: str = ""
    """What the plan is called."""

    def overlaps(self, place: Place) -> bool:
        """Say whether some of ``place`` stands in the unit."""
        return place.start < self.end and self.start < place.end


def units(plan: Plan, start: int = 0, end: int | None = None) -> tuple[Unit, ...]:
    """Return the units of a plan that begin in ``text[start:end]``, in order; all if nothing is said."""
    stop = len(plan.text) if end is None else end
    found = list(_with_next(_units(plan, start), stop))
    following: list[Unit | None] = [*found[1:], None]
    return tuple(
        replace(
            unit,
            introduces=_introduces(unit, after),
            series=_series(unit.text),
            title=plan.identity.title or "",
        )
        for unit, after in zip(found, following, strict=True)
        if start <= unit.start < stop
    )


def _with_next(found: Iterator[Unit], stop: int) -> Iterator[Unit]:
    """Give units up to the first that begins at or after ``stop``: it tells what the last one introduces."""
    for unit in found:
        yield unit
        if unit.start >= stop:
            return


def _introduces(unit: Unit, after: Unit | None) -> bool:
    if after is None or after.kind is BlockKind.HEADING:
        return False
    return unit.kind is BlockKind.HEADING or unit.group < 0 <= after.group


@dataclass(slots=True)
class _Place:
    """Where the walk through a plan is: the headings above, the block that leads in, the open list."""

    plan: Plan
    above: list[tuple[int, str]]
    leading: Block | None = None
    previous: Block | None = None
    group: int = -1
    groups: int = 0

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(words for _, words in self.above)

    @property
    def lead(self) -> tuple[str, int]:
        """Return the words that introduce what follows, and where they begin."""
        if self.leading is None:
            return "", -1
        if self.leading.kind is BlockKind.HEADING:
            return self.plan.text[self.leading.start : self.leading.end], self.leading.start
        return _last_sentence(self.plan, self.leading)

    @property
    def last(self) -> str:
        """Return the sentence, item or row before, under the same heading."""
        if self.previous is None or self.previous.kind is BlockKind.HEADING:
            return ""
        if self.previous.kind in LISTED:
            return self.plan.text[self.previous.start : self.previous.end]
        return _last_sentence(self.plan, self.previous)[0]

    def enter(self, block: Block) -> None:
        """Note a block before its units are made."""
        if block.kind is BlockKind.HEADING:
            words = self.plan.text[block.start : block.end]
            self.above = [*(entry for entry in self.above if entry[0] < block.level), (block.level, words)]
        if block.kind not in LISTED:
            self.group = -1
        elif self.group < 0:
            self.groups += 1
            self.group = self.groups

    def leave(self, block: Block) -> None:
        """Note a block after its units are made."""
        self.previous = block
        if block.kind not in LISTED:
            self.leading = block


def _units(plan: Plan, start: int) -> Iterator[Unit]:
    """Walk through a plan; what ends before ``start`` is only noted, since parting sentences takes time."""
    place = _Place(plan, [])
    heads = _table_heads(plan.document.blocks)
    for block in plan.document.blocks:
        if block.start in heads and block.kind in LISTED:
            place.group = -1
            continue
        if _CONTENTS.search(plan.text, block.start, block.end):
            continue
        place.enter(block)
        if block.end > start:
            yield from _of_block(plan, block, place)
        place.leave(block)


def _of_block(plan: Plan, block: Block, place: _Place) -> Iterator[Unit]:
    if block.kind is BlockKind.HEADING:
        text = plan.text[block.start : block.end]
        yield Unit(plan.id, block.start, block.end, block.kind, text, place.path[:-1])
    elif block.kind in LISTED:
        yield _listed(plan, block, place)
    else:
        yield from _sentences(plan, block, place)


def _series(text: str) -> frozenset[str]:
    labelled = _LABEL.match(text)
    return frozenset(terms(labelled["label"])) if labelled else frozenset()


def _table_heads(blocks: Sequence[Block]) -> set[int]:
    """Return where the rows begin that only carry the column headings of the rows below them."""
    pairs = pairwise(blocks)
    rows = BlockKind.ROW
    return {a.start for a, b in pairs if a.kind is b.kind is rows and b.columns and not a.columns}


def _listed(plan: Plan, block: Block, place: _Place) -> Unit:
    text = plan.text[block.start : block.end]
    lead, lead_start = place.lead
    return Unit(
        plan.id,
        block.start,
        block.end,
        block.kind,
        text,
        place.path,
        lead,
        lead_start,
        place.group,
        columns=block.columns,
    )


def _sentences(plan: Plan, block: Block, place: _Place) -> Iterator[Unit]:
    before, path = place.last, place.path
    for start, end in _with_answers(plan.text, sentences(plan.text, block.start, block.end)):
        text = plan.text[start:end]
        yield Unit(plan.id, start, end, block.kind, text, path, before=before)
        before = text


def _with_answers(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give sentences, a question of a survey with the share that is its answer: "Trives du? Ja: 71 %"."""
    spans = list(found)
    while spans:
        start, end = spans.pop(0)
        if spans and text[end - 1] == "?" and _REPLY.fullmatch(text, *spans[0]):
            end = spans.pop(0)[1]
        yield start, end


def _last_sentence(plan: Plan, block: Block) -> tuple[str, int]:
    spans = sentences(plan.text, block.start, block.end)
    start, end = spans[-1] if spans else (block.start, block.end)
    return plan.text[start:end], start
