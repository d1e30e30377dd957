"""From the chosen units to the spans that are quoted: whole lists, headings with what follows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.announced import FURTHER, LONGEST_LIST, announced, group_of, section, under_alike
from assistant.asked import AnswerKind
from assistant.collection import analysed
from assistant.leaning import leans, refers
from assistant.rows import told_row
from assistant.telling import named, plain, prose
from assistant.units import Unit
from ingest.goals.goal import Goal
from ingest.plan import BlockKind

LONGEST_SERIES = 2_000
LONGEST_SECTION = 400
"""Characters of a section that is told whole where its heading is what answers."""
SAME = 40
"""Characters by which two units of a series are told to be one that stands twice."""
POINTED = (AnswerKind.NUMBER, AnswerKind.DATE, AnswerKind.NAME, AnswerKind.PERSON)
"""Kinds of answers that one sentence gives: what it introduces is not needed."""
SHORT = 150
"""Characters under which a sentence may need the one after it."""
LEAST_WORDS = 4
"""Words under which a line is no sentence that goes on: "Tabel 1."."""
LEANING = 450
"""Characters of a sentence with those it leans on."""
HEADING = 70
"""Characters up to which a heading is told before a sentence that it makes plain."""
_REASON = re.compile(r"\b(?:fordi|skyldes|på grund af|som følge af|årsag\w*|idet|eftersom)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:at|skal|vil|kan|ved|lover|må)\s?:$")
_LABEL = re.compile(r"(?P<label>[A-ZÆØÅ]\w+ \d+)\s?[.:–-]\s+")
_FIELD = re.compile(r"([A-ZÆØÅ][\w-]*):\s+\S")


@dataclass(frozen=True, slots=True)
class Sought:
    """What a question asks for: the kind, its stems, those that say what it is about, and its words."""

    kind: AnswerKind
    stems: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """``plan.text[start:end]``, on one page, and how it is told in an answer."""

    plan: str
    start: int
    end: int
    told: str
    kind: BlockKind
    section: str
    """The nearest heading above it."""
    field: bool = False
    """Whether it is a line that stands under several headings: "Ansvarlig: Jobteamet" needs its own."""


def spans(unit: Unit, sought: Sought, units: Sequence[Unit]) -> list[Span]:
    """Return what to quote for a chosen unit: itself, its whole list, or what stands under it."""
    quoted = _quoted(unit, units.index(unit), sought, units)
    return [_span(one, sought, _fields(units)) for one in quoted]


def _quoted(unit: Unit, index: int, sought: Sought, units: Sequence[Unit]) -> list[Unit]:
    listing = sought.kind is AnswerKind.LIST
    if listing and unit.series and unit.series <= sought.stems:
        return _series(unit, units)
    opens = unit.kind is BlockKind.HEADING or unit.text.endswith(":") or listing
    if listing and unit.kind is BlockKind.HEADING and (items := under_alike(unit, index, units)):
        return items
    if unit.introduces and opens and (unit.kind is BlockKind.HEADING or sought.kind not in POINTED):
        below = _below(unit, index, units)
        if below:
            return [unit, *_short_enough(below)]
    if listing and unit.group >= 0 and unit.kind is BlockKind.ITEM:
        items = [other for other in units if other.group == unit.group]
        if sum(len(item.text) for item in items) <= LONGEST_LIST:
            return items
    if listing and (items := announced(unit, index, units)):
        return [unit, *items]
    if unit.kind is BlockKind.ITEM and (opening := _opening(unit, index, units)):
        return [opening, unit]
    before = _before(index, sought, units)
    following = units[index + 1] if index + 1 < len(units) else None
    after = [following] if following and _continues(unit, following, sought) else []
    return [*before, unit, *([] if before else after)]


def _before(index: int, sought: Sought, units: Sequence[Unit]) -> list[Unit]:
    """Return the sentences before one that makes no sense without them."""
    kept: list[Unit] = []
    length = len(units[index].text)
    while index and leans(units[index], units[index - 1], sought.kind, sought.stems):
        index -= 1
        length += len(units[index].text)
        if kept and length > LEANING:
            break
        kept.insert(0, units[index])
    return kept


def stated(goal: Goal, unit: Unit, text: str) -> Span:
    """Return a registered goal where the unit states it; ``text`` is the plan's."""
    place = next(filter(unit.overlaps, goal.places))
    told = plain(text[place.start : place.end])
    return Span(goal.plan, place.start, place.end, told, unit.kind, place.section)


def _continues(unit: Unit, following: Unit, sought: Sought) -> bool:
    """Say whether the sentence after a chosen one is needed to make it an answer."""
    prose = unit.kind is following.kind is BlockKind.PARAGRAPH
    if not prose or following.before != unit.text:
        return False
    if unit.text.endswith("?"):
        return True
    if len(following.text.split()) < LEAST_WORDS:
        return False
    kind = sought.kind
    if kind is AnswerKind.WHY:
        return not _REASON.search(unit.text)
    if kind is AnswerKind.LIST:
        adds = bool(sought.subject & set(analysed(following.text).stems)) or refers(following.text)
        return adds and unit.text.count(",") < 2
    return kind not in POINTED and len(unit.text) < SHORT and refers(following.text)


def _opening(unit: Unit, index: int, units: Sequence[Unit]) -> Unit | None:
    """Return the lead-in that an item continues: "Jobcenteret vil:" and "hjælpe flere i job"."""
    begins = plain(unit.text)[:1]
    if unit.lead_start < 0 or not (begins.islower() or _OPEN.search(unit.lead)):
        return None
    above = (other for other in reversed(units[:index]) if other.start <= unit.lead_start)
    opening = next(above, None)
    whole = opening is not None and opening.start == unit.lead_start and opening.kind is BlockKind.PARAGRAPH
    return opening if whole and len(unit.lead) <= SHORT else None


def heading_over(quoted: Sequence[Span], sought: Sought, said: Collection[str]) -> str:
    """Return the heading over what is quoted where it tells what that is about, and the words do not.

    ``said`` holds the stems that the answer has told already.
    """
    first = quoted[0]
    if first.kind in (BlockKind.HEADING, BlockKind.ROW) or not 0 < len(first.section) <= HEADING:
        return ""
    heading = named(first.section)
    label = _LABEL.match(heading)
    if label and label["label"].lower() not in sought.text.lower():
        heading = heading[label.end() :]
    own = analysed("\n".join(span.told for span in quoted))
    stems = set(analysed(heading).stems)
    untold = stems - set(said) - set(own.stems) - set(own.parts)
    wanted = len(untold) * 2 > len(stems) if first.field else bool(untold & sought.subject)
    return heading if wanted else ""


def _series(unit: Unit, units: Sequence[Unit]) -> list[Unit]:
    """Return the units with the same label, each the first time it stands in the plan."""
    first: dict[str, Unit] = {}
    for other in units:
        if other.series == unit.series:
            first.setdefault(" ".join(other.text.lower().split())[:SAME], other)
    kept: list[Unit] = []
    for other in first.values():
        if sum(len(k.text) for k in kept) + len(other.text) > LONGEST_SERIES:
            break
        kept.append(other)
    return kept


def _below(unit: Unit, index: int, units: Sequence[Unit]) -> list[Unit]:
    """Return what a heading or a lead-in introduces: the list, the short section, or the first sentences."""
    following = section(index, units)
    if not following:
        return []
    if following[0].group >= 0:
        return group_of(following, following[0].group)
    if unit.kind is not BlockKind.HEADING:
        return following[:2]
    prose = [one for one in following if one.kind is not BlockKind.NOTE]
    listed = next((place for place, one in enumerate(prose[: FURTHER + 1]) if one.group >= 0), None)
    if listed is not None:
        prose = [*prose[:listed], *group_of(prose, prose[listed].group)]
        return prose if sum(len(one.text) for one in prose) <= LONGEST_LIST else prose[:2]
    return prose if sum(len(one.text) for one in prose) <= LONGEST_SECTION else prose[:2]


def _short_enough(below: Sequence[Unit]) -> list[Unit]:
    kept: list[Unit] = []
    for unit in below:
        if sum(len(k.text) for k in kept) + len(unit.text) > LONGEST_LIST:
            break
        kept.append(unit)
    return kept


def _fields(units: Sequence[Unit]) -> frozenset[str]:
    """Return the labels that stand under several headings: each of them has an "Ansvarlig:" of its own."""
    found = {(label[1], unit.path) for unit in units if (label := _FIELD.match(unit.text))}
    return frozenset(label for label, n in Counter(label for label, _ in found).items() if n > 1)


def _span(unit: Unit, sought: Sought, fields: Collection[str]) -> Span:
    if unit.kind is BlockKind.ROW and unit.columns:
        told = told_row(unit, sought.stems, sought.text)
    elif unit.kind is BlockKind.HEADING:
        told = named(unit.text)
    else:
        told = prose(unit.text)
    section = unit.path[-1] if unit.path else ""
    label = _FIELD.match(unit.text)
    field = bool(label and label[1] in fields)
    return Span(unit.plan, unit.start, unit.end, told, unit.kind, section, field)
