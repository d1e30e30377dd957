"""Statements that may be goals, each with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.danish.sentences import sentences
from ingest.goals.wording import FIELD, LABEL, announces_goals, quotes_minister, tells_means
from ingest.plan import Block, BlockKind, Plan

BARE = 30
"""Characters up to which a heading says nothing but that goals follow."""
SHORT = 80
"""Characters up to which a paragraph without a full stop can be a caption over what follows."""
_BULLET = re.compile(r"\s*(?:[•▪■➢►✓·o*–-]|\d{1,2}[.)]|[a-zæøå]\))\s+")
_PARTED = re.compile(r"\.\s*\t|\t")
_GOAL_COLUMN = re.compile(r"\b(?:\w*mål(?:sætning|tal)?|målet|target)\b", re.IGNORECASE)
_RESULT_COLUMN = re.compile(r"\b(?:resultat(?:et|er)?|opnået|realiseret|opfyldt)\b", re.IGNORECASE)
_DEADLINE_COLUMN = re.compile(r"\b(?:frist|tidsfrist|deadline|senest|hvornår|tidshorisont)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slice of a plan that may be a goal.

    ``announced``: it stands under a heading or after a lead-in that announces goals; ``labelled``: it carries
    the word itself ("Resultatmål 2a: ..."). ``group`` numbers the list that it is an item of (-1: none).
    """

    start: int
    end: int
    text: str
    kind: BlockKind
    path: tuple[str, ...]
    announced: bool = False
    labelled: bool = False
    quoted: bool = False
    """It stands where the minister's goals are quoted."""
    first: bool = True
    """It is the first sentence of its item or paragraph."""
    block: int = -1
    """Where its item or paragraph begins."""
    following: str = ""
    """The sentence after it in the same block."""
    baseline: str = ""
    deadline: str = ""
    group: int = -1
    measured: str = ""
    """What its number is read from, where that is not its own text: a row with its column's heading."""

    @property
    def section(self) -> str:
        """Return the nearest heading."""
        return self.path[-1] if self.path else ""


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


def candidates(plan: Plan) -> Iterator[Candidate]:
    """Yield every statement of a plan, in order."""
    place = _Place(listed=_unmarked_items(plan))
    for block in plan.document.blocks:
        text = plan.text[block.start : block.end]
        if block.kind is BlockKind.HEADING:
            yield from _heading(plan, block, text, place)
        elif block.kind is BlockKind.ROW:
            yield from _row(plan, block, text, place)
        elif block.kind is not BlockKind.NOTE:
            yield from _statements(plan, block, place)


def _unmarked_items(plan: Plan) -> frozenset[int]:
    """Return the paragraphs that are all there is under a heading that only says "Vores mål": its goals."""
    found: list[int] = []
    section: list[Block] | None = None
    for block in (*plan.document.blocks, Block(BlockKind.HEADING, 0, 0)):
        if block.kind is BlockKind.HEADING:
            found += [each.start for each in section or ()] if len(section or ()) > 1 else []
            words = plan.text[block.start : block.end]
            section = [] if len(words) <= BARE and announces_goals(words) and not LABEL.match(words) else None
        elif section is not None:
            short = len(sentences(plan.text, block.start, block.end)) <= 2
            section = [*section, block] if block.kind is BlockKind.PARAGRAPH and short else None
    return frozenset(found)


def _heading(plan: Plan, block: Block, text: str, place: _Place) -> Iterator[Candidate]:
    """A labelled heading may be a goal itself, and a field of one when layout has made it look so."""
    yield from _statements(plan, block, place)
    if not FIELD.match(text):
        place.above = [*(entry for entry in place.above if entry[0] < block.level), (block.level, text)]
        place.lead, place.in_list = "", False


def _statements(plan: Plan, block: Block, place: _Place) -> Iterator[Candidate]:
    item = block.kind is BlockKind.ITEM
    listed = item or block.start in place.listed
    _enter(listed, place, block.end - block.start < SHORT and plan.text[block.end - 1] == ".")
    bullet = _BULLET.match(plan.text, block.start, block.end) if item else None
    start = bullet.end() if bullet else block.start
    label = LABEL.match(plan.text, start, block.end)
    body, fields = _fields(plan.text, label.end() if label else start, block.end)
    if label or block.kind is not BlockKind.HEADING or _standing(place, item)[1]:
        yield from _sentences(plan, block, body, fields, bool(label), place)
    if not place.in_list:
        place.lead = _last(plan.text, block)


def _enter(item: bool, place: _Place, caption: bool) -> None:
    """A remark of a line between two items does not end their list."""
    if item and not place.in_list:
        place.group += 1
    place.in_list = item or (place.in_list and caption)


def _sentences(
    plan: Plan,
    block: Block,
    body: tuple[int, int],
    fields: dict[str, str],
    labelled: bool,
    place: _Place,
) -> Iterator[Candidate]:
    spans = sentences(plan.text, *body)
    announced, quoted = _standing(place, block.kind is BlockKind.ITEM)
    listed = block.kind is BlockKind.ITEM or block.start in place.listed
    for n, (start, end) in enumerate(spans):
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
            after,
            fields.get("baseline", ""),
            fields.get("deadline", ""),
            place.group if listed else -1,
        )


def _standing(place: _Place, item: bool) -> tuple[bool, bool]:
    """Say whether goals are announced here, and whether they are only quoted; the nearest word decides."""
    if item and _leads(place.lead):
        if quotes_minister(place.lead):
            return False, True
        if tells_means(place.lead):
            return False, False
        if announces_goals(place.lead):
            return True, False
    for words in reversed(place.path):
        if quotes_minister(words):
            return False, True
        if words == place.path[-1] and announces_goals(words):
            return True, False
    return False, False


def _leads(lead: str) -> bool:
    return lead.endswith(":") or (len(lead) < SHORT and not lead.endswith("."))


def _fields(text: str, start: int, end: int) -> tuple[tuple[int, int], dict[str, str]]:
    """Cut a block at its named fields ("Udgangspunkt: ..."); the first part is the statement."""
    marks = list(FIELD.finditer(text, start, end))
    names = {"udgangspunkt": "baseline", "baseline": "baseline", "nuværende niveau": "baseline"}
    names |= {
        "frist": "deadline",
        "tidsfrist": "deadline",
        "deadline": "deadline",
        "tidshorisont": "deadline",
    }
    found: dict[str, str] = {}
    for n, mark in enumerate(marks):
        stop = marks[n + 1].start() if n + 1 < len(marks) else end
        if name := names.get(mark["name"].lower()):
            found[name] = text[mark.end() : stop].strip()
    return (start, marks[0].start() if marks else end), found


def _row(plan: Plan, block: Block, text: str, place: _Place) -> Iterator[Candidate]:
    """Yield the cell under a column of goals; a row whose goal is a bare number is a statement as a whole."""
    place.in_list = False
    at = next((n for n, name in enumerate(block.columns) if _GOAL_COLUMN.search(name)), None)
    cells = text.split("\t")
    if at is None or at >= len(cells) or tuple(cells) == block.columns:
        return
    column = block.columns[at]
    if tells_means(column) or quotes_minister(column) or _RESULT_COLUMN.search(" ".join(block.columns)):
        return
    start = block.start + sum(len(cell) + 1 for cell in cells[:at])
    whole = not re.search(r"[^\W\d_]{4,}", cells[at])
    span = (block.start, block.end) if whole else (start, start + len(cells[at]))
    deadline = next(
        (cell for name, cell in zip(block.columns, cells, strict=False) if _DEADLINE_COLUMN.search(name)), ""
    )
    unit = re.search(r"\(([^()\d]+)\)", column)
    measured = f"{cells[0]}: {cells[at]} {unit[1] if unit else ''}" if whole else ""
    if not any(character.isalnum() for character in cells[at]):
        return
    yield Candidate(
        *span,
        plan.text[slice(*span)],
        block.kind,
        place.path,
        announced=True,
        labelled=True,
        deadline=deadline or column,
        measured=measured,
    )


def _last(text: str, block: Block) -> str:
    spans = sentences(text, block.start, block.end)
    return text[slice(*spans[-1])] if spans else ""
