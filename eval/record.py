"""Asking one question and writing down what came of it."""

from __future__ import annotations

import time
import traceback
from dataclasses import replace
from pathlib import PurePath
from types import TracebackType
from typing import Protocol

from assistant.answer import Answer, Citation, Hit
from assistant.question import Question
from assistant.timing import laps
from eval.plans import Plans, document_name
from eval.questions import Case, Gold
from eval.quotes import find_all, holds
from eval.row import Cited, Expected, Place, Retrieved, Row
from ingest.plan import Plan, PlanCard


class Answerer(Protocol):
    """Whatever answers questions: the assistant, or something to hold it against."""

    def ask(self, question: Question) -> Answer:
        """Answer a question."""
        ...


def ask(case: Case, answerer: Answerer, collection: Plans) -> Row:
    """Ask ``case`` and return its row, whatever happens: a question that fails is a finding, not an end."""
    caught = _Caught()
    begun = time.perf_counter()
    row = Row(case, expected=expect(case, collection))
    with caught:
        with laps() as steps:
            answer = answerer.ask(case.as_question())
        seconds = time.perf_counter() - begun
        row = replace(record(case, answer, collection, seconds), steps=tuple(steps))
    if caught.words:
        return Row(case, row.expected, error=caught.words, seconds=time.perf_counter() - begun)
    return row


def expect(case: Case, collection: Plans) -> tuple[Expected, ...]:
    """Return each piece of evidence with every place where it stands."""
    return tuple(_expected(gold, collection) for gold in case.evidence)


def record(case: Case, answer: Answer, collection: Plans, seconds: float = 0.0) -> Row:
    """Turn an answer into a row."""
    return Row(
        case=case,
        expected=expect(case, collection),
        answer=answer.text,
        abstained=answer.abstained,
        reason=answer.reason,
        understood=answer.understood,
        searched=tuple(card.location for card in answer.searched),
        retrieved=tuple(_retrieved(hit, case) for hit in answer.hits),
        cited=tuple(_cited(citation, collection) for citation in answer.citations),
        dropped=answer.dropped,
        seconds=seconds,
    )


def _expected(gold: Gold, collection: Plans) -> Expected:
    cards = collection.named(gold.document)
    places = tuple(place for card in cards for place in _places(gold, collection.plan(card.id)))
    return Expected(gold, next((_municipality(card) for card in cards), None), places)


def _places(gold: Gold, plan: Plan) -> list[Place]:
    return [
        Place(plan.id, start, end, plan.document.page_at(start))
        for quote in gold.quotes
        for start, end in find_all(quote, plan.text)
    ]


def _retrieved(hit: Hit, case: Case) -> Retrieved:
    passage = hit.passage
    return Retrieved(
        place=Place(passage.plan, passage.start, passage.end, passage.page),
        source=hit.plan.source,
        municipality=_municipality(hit.plan),
        section=passage.section,
        text=passage.text,
        score=hit.score,
        shows=tuple(n for n, gold in enumerate(case.evidence) if _shows(hit, gold)),
    )


def _shows(hit: Hit, gold: Gold) -> bool:
    """Say whether a passage holds the whole quote, or one of its alternatives, in the right plan."""
    if document_name(hit.plan.source) != gold.document:
        return False
    return any(holds(hit.passage.text, quote) for quote in gold.quotes)


def _cited(citation: Citation, collection: Plans) -> Cited:
    plan = collection.plan(citation.plan.id)
    return Cited(
        n=citation.n,
        place=Place(citation.plan.id, citation.start, citation.end, citation.page),
        source=citation.plan.source,
        municipality=_municipality(citation.plan),
        years=citation.plan.identity.years,
        section=citation.section,
        quote=citation.quote,
        pages=_pages(citation.quote, plan),
        columns=_columns(citation, plan),
    )


def _columns(citation: Citation, plan: Plan) -> tuple[str, ...]:
    blocks = plan.document.blocks
    quoted = (block for block in blocks if block.start < citation.end and citation.start < block.end)
    return tuple(dict.fromkeys(heading for block in quoted for heading in block.columns))


def _pages(quote: str, plan: Plan) -> tuple[int | None, ...]:
    """Return the pages on which the whole quote stands; (None,) in a plan without pages."""
    found = (
        plan.document.page_at(start)
        for start, end in find_all(quote, plan.text)
        if plan.document.page_at(start) == plan.document.page_at(end - 1)
    )
    return tuple(dict.fromkeys(found))


def _municipality(card: PlanCard) -> str | None:
    return card.identity.municipality


class _Caught:
    """Holds what went wrong in its block, as words.

    Any error of an answerer belongs in the row of its question: one failure must not cost the others.
    What is no error (Ctrl-C, exit) still ends the run.
    """

    words = ""

    def __enter__(self) -> None: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if kind is None or not issubclass(kind, Exception):
            return False
        where = traceback.extract_tb(trace)[-1]
        self.words = f"{kind.__name__}: {error} ({PurePath(where.filename).name}, {where.name})"
        return True
