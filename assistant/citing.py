"""Citing: a chosen unit becomes text with marks, each mark a quotation that stands on one page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answer import Citation
from assistant.collection import Collection, analysed
from assistant.judging import Verdict
from assistant.spans import Sought, Span, heading_over, spans, stated
from assistant.understanding import GOAL_STEMS, OWN, Understanding
from assistant.units import Unit
from ingest.danish.stems import stem
from ingest.plan import BlockKind

ALIKE = 0.8
"""The share of its words by which what is said is told to have been said already."""
NEW_LINE = "\n"
_SENTENCE_END = re.compile(r"[.!?:…][\"”’»)\]\d]*$")
_NUMBERED_LABEL = re.compile(r"^[A-ZÆØÅ]\w+ \d+\s?[a-z]?\s?[.:–-]\s+")
_LABELS = GOAL_STEMS | {stem("lokalt")}
"""Words by which a list names its items."""


class Writer:
    """Writes one answer: numbers its citations, and drops those that do not stand in the plan.

    What ``before`` has told of the same answer is not told again, and its numbers go on.
    """

    def __init__(
        self, collection: Collection, understood: Understanding, before: Writer | None = None
    ) -> None:
        self._collection = collection
        asked = [concept for concept in understood.concepts if concept.weight >= OWN]
        self._sought = Sought(
            understood.kind,
            frozenset(concept.stem for concept in asked),
            frozenset(concept.stem for concept in asked if concept.gist >= OWN) - GOAL_STEMS,
            understood.text,
        )
        self.citations: list[Citation] = before.citations if before else []
        self._told: list[Span] = before._told if before else []
        self._above: list[tuple[str, str]] = before._above if before else []
        self._began = len(self.citations)
        self.dropped: int = before.dropped if before else 0

    @property
    def cited(self) -> Sequence[Citation]:
        """Return its own citations, without those of the one before."""
        return self.citations[self._began :]

    def told(self, *verdicts: Verdict) -> str:
        """Return chosen units that belong together as text with their marks.

        What the answer has said already is not said again: only its place is cited.
        """
        quoted = [span for verdict in verdicts for span in self._spans(verdict)]
        new = [s for n, s in enumerate(quoted) if not self._said(s) and s not in quoted[:n]]
        if len(new) < len(quoted) and (not new or quoted[0].kind is BlockKind.HEADING):
            return self._also_stands(quoted) if len(quoted) == 1 else ""
        above = heading_over(new, self._sought, self._stems(new[0].plan))
        self._told += new
        pieces = [self._piece(group) for group in _on_one_page(new, self._collection)]
        kept = [piece for piece in pieces if piece]
        if above and kept:
            kept[0] = f"{above}: {kept[0]}"
            self._above.append((new[0].plan, above))
        return "\n".join(kept) if len(kept) > 2 else " ".join(kept)

    def _spans(self, verdict: Verdict) -> list[Span]:
        plan = self._collection.library.plan(verdict.unit.plan)
        if verdict.stated and verdict.unit.kind is not BlockKind.ROW:
            return [stated(verdict.stated, verdict.unit, plan.text)]
        return spans(verdict.unit, self._sought, self._collection.units(plan.id))

    def _said(self, span: Span) -> bool:
        return any(_repeats(span, told) for told in self._told)

    def _stems(self, plan: str) -> set[str]:
        """Return the stems that have been told of a plan."""
        said = [span.told for span in self._told if span.plan == plan]
        said += [heading for owner, heading in self._above if owner == plan]
        return {stem for words in said for stem in analysed(words).stems}

    def _also_stands(self, quoted: Sequence[Span]) -> str:
        """Cite another place that says the same."""
        (span,) = quoted
        if any(
            c.plan.id == span.plan and c.start <= span.start and span.end <= c.end for c in self.citations
        ):
            return ""
        number = self._cite(quoted)
        return f"[{number}]" if number else ""

    def _piece(self, group: Sequence[Span]) -> str:
        number = self._cite(group)
        return f"{joined(group)} [{number}]" if number else ""

    def _cite(self, group: Sequence[Span]) -> int:
        start, end = group[0].start, group[-1].end
        plan = self._collection.library.plan(group[0].plan)
        quote = plan.text[start:end]
        if not quote.strip() or "\f" in quote:
            self.dropped += 1
            return 0
        card = next(card for card in self._collection.cards if card.id == plan.id)
        number = len(self.citations) + 1
        page = plan.document.page_at(start)
        self.citations.append(Citation(number, card, page, group[-1].section, quote, start, end))
        return number


def together(chosen: Sequence[Verdict]) -> list[list[Verdict]]:
    """Group neighbouring sentences of a plan, in its order; the others stay in the order of their worth."""
    groups: list[list[Verdict]] = []
    for verdict in chosen:
        last = groups[-1][-1].unit if groups else None
        if last and _follows(verdict.unit, last):
            groups[-1].append(verdict)
        elif last and _follows(last, verdict.unit):
            groups[-1].insert(0, verdict)
        else:
            groups.append([verdict])
    return groups


def _follows(unit: Unit, above: Unit) -> bool:
    """Say whether a sentence is the next one: a plan may say both again elsewhere."""
    return bool(unit.before) and unit.before == above.text and above.end <= unit.start


def _on_one_page(quoted: Sequence[Span], collection: Collection) -> list[list[Span]]:
    """Group spans that can be one quotation: neighbours on one page."""
    groups: list[list[Span]] = []
    for span in quoted:
        plan = collection.library.plan(span.plan)
        between = plan.text[groups[-1][-1].end : span.start] if groups else "\f"
        if groups and not between.strip() and "\f" not in between:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def joined(group: Sequence[Span]) -> str:
    """Return neighbouring spans as text: sentences run on, items and lines stand on lines of their own."""
    told = group[0].told
    for above, span in pairwise(group):
        prose = span.kind is BlockKind.PARAGRAPH and _SENTENCE_END.search(span.told)
        if above.kind is BlockKind.HEADING:
            told = f"{told.rstrip(' :')}:{' ' if prose else NEW_LINE}{span.told}"
        else:
            run_on = prose and above.kind is BlockKind.PARAGRAPH and _SENTENCE_END.search(above.told)
            told += (" " if run_on or above.told.endswith("?") else NEW_LINE) + span.told
    # A lead-in whose list is not asked for must not end as if it came.
    return f"{told.removesuffix(':')} …" if told.endswith(":") else told


def _repeats(span: Span, told: Span) -> bool:
    """Say whether a span says nothing that its plan has not said in the answer: the same goal in a list."""
    if span.plan != told.plan:
        return False
    within = told.start <= span.start and span.end <= told.end
    if span.kind is BlockKind.ROW:
        # Of a row only the cells that were asked for are told.
        return within and span.told in told.told
    if within:
        return True
    new, known = analysed(_NUMBERED_LABEL.sub("", span.told)), analysed(told.told)
    words = set(new.stems) - _LABELS
    held = words & (set(known.stems) | set(known.parts))
    numbers = {word for word in words if word.isdigit()}
    return bool(words) and numbers <= held and len(held) >= ALIKE * len(words)
