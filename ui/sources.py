"""What stands behind an answer, looked up in the library: places in plans, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Citation, Hit
from corpus.sample.manifest import MARK
from ingest.errors import UnknownPlanError
from ingest.library import Library
from ingest.plan import BlockKind, Plan, PlanCard
from ui.highlight import Line, Segment, Stretch, context, excerpt, surroundings

FRONT = 2_000
"""Characters at the beginning of a plan, where an invented one says so."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a plan: the passage with the quote marked, and the page around it.

    ``removed`` says that the plan is no longer in the library: then only the quote itself is left.
    """

    plan: PlanCard
    page: int | None
    section: str
    passage: tuple[Line, ...]
    around: tuple[Line, ...] = ()
    number: int = 0
    invented: bool = False
    removed: bool = False


def cited(library: Library, citation: Citation) -> Place:
    """Return the place that a citation points to."""
    quote = Stretch(citation.start, citation.end)
    try:
        plan = library.plan(citation.plan.id)
    except UnknownPlanError:
        words = Line(BlockKind.PARAGRAPH, 0, ((Segment(citation.quote, True),),))
        return Place(
            citation.plan, citation.page, citation.section, (words,), number=citation.n, removed=True
        )
    return Place(
        citation.plan,
        citation.page,
        citation.section,
        excerpt(plan, context(plan, quote), quote),
        excerpt(plan, surroundings(plan, quote), quote),
        citation.n,
        is_invented(plan),
    )


def found(library: Library, hit: Hit) -> Place:
    """Return the place of a passage that was looked at."""
    here = hit.passage
    try:
        plan = library.plan(here.plan)
    except UnknownPlanError:
        words = Line(BlockKind.PARAGRAPH, 0, ((Segment(here.text),),))
        return Place(hit.plan, here.page, here.section, (words,), removed=True)
    shown = Stretch(here.start, here.end)
    around = excerpt(plan, surroundings(plan, shown))
    return Place(hit.plan, here.page, here.section, excerpt(plan, shown), around, invented=is_invented(plan))


def is_invented(plan: Plan) -> bool:
    """Say whether a plan is one of the samples, which name themselves invented."""
    mark = MARK.lower()
    return mark in plan.document.title.lower() or mark in plan.text[:FRONT].lower()
