"""Citing: a chosen unit becomes text with marks, each mark a quotation that stands on one page."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation
from assistant.collection import Collection
from assistant.judging import Verdict
from assistant.spans import Span, spans
from assistant.understanding import Understanding


class Writer:
    """Writes one answer: numbers its citations, and drops those that do not stand in the plan."""

    def __init__(self, collection: Collection, understood: Understanding) -> None:
        self._collection = collection
        self._kind = understood.kind
        self._asked = {concept.stem for concept in understood.concepts if concept.weight >= 0.5}
        self.citations: list[Citation] = []
        self.dropped = 0

    def told(self, verdict: Verdict) -> str:
        """Return a chosen unit as text with its marks."""
        plan = self._collection.library.plan(verdict.unit.plan)
        quoted = spans(verdict.unit, self._kind, self._asked, self._collection.units(plan.id))
        pieces = [self._piece(span, verdict) for span in _on_one_page(quoted, self._collection)]
        kept = [piece for piece in pieces if piece]
        return "\n".join(kept) if len(kept) > 2 else " ".join(kept)

    def _piece(self, group: Sequence[Span], verdict: Verdict) -> str:
        plan = self._collection.library.plan(group[0].plan)
        start, end = group[0].start, group[-1].end
        if any(c.plan.id == plan.id and c.start <= start and end <= c.end for c in self.citations):
            return ""
        number = self._cite(plan.id, start, end, verdict)
        told = "\n".join(span.told for span in group) if len(group) > 2 else " ".join(s.told for s in group)
        return f"{told} [{number}]" if number else ""

    def _cite(self, plan_id: str, start: int, end: int, verdict: Verdict) -> int:
        plan = self._collection.library.plan(plan_id)
        quote = plan.text[start:end]
        if not quote.strip() or "\f" in quote:
            self.dropped += 1
            return 0
        card = next(card for card in self._collection.cards if card.id == plan_id)
        section = verdict.unit.path[-1] if verdict.unit.path else ""
        number = len(self.citations) + 1
        page = plan.document.page_at(start)
        self.citations.append(Citation(number, card, page, section, quote, start, end))
        return number


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
