"""What stands behind an answer, looked up in the library: places in plans, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from assistant.answer import Citation, Hit
from corpus.sample.manifest import MARK, read_manifest
from ingest.errors import UnknownPlanError
from ingest.library import ID_LENGTH, Library
from ingest.plan import BlockKind, Plan, PlanCard
from ui.highlight import Line, Segment, Stretch, context, excerpt, surroundings

FRONT = 2_000
"""Characters at the beginning of a plan, where an invented one says so."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a plan: the passage with the quote marked, and the page around it.

    ``nearest`` are the words that came nearest to the question where none are quoted. ``removed`` says that
    the plan is no longer in the library: then only the quote itself is left.
    """

    plan: PlanCard
    page: int | None
    section: str
    passage: tuple[Line, ...]
    around: tuple[Line, ...] = ()
    number: int = 0
    invented: bool = False
    removed: bool = False
    nearest: str = ""


def cited(library: Library, citation: Citation) -> Place:
    """Return the place that a citation points to."""
    quote = Stretch(citation.start, citation.end)
    try:
        plan = library.plan(citation.plan.id)
    except UnknownPlanError:
        return _gone(
            citation.plan, citation.page, citation.section, Segment(citation.quote, True), citation.n
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
        return _gone(hit.plan, here.page, here.section, Segment(here.text))
    shown = Stretch(here.start, here.end)
    around = excerpt(plan, surroundings(plan, shown))
    invented = is_invented(plan)
    lines = excerpt(plan, shown)
    return Place(hit.plan, here.page, here.section, lines, around, invented=invented, nearest=hit.nearest)


def _gone(card: PlanCard, page: int | None, section: str, words: Segment, number: int = 0) -> Place:
    line = Line(BlockKind.PARAGRAPH, 0, ((words,),))
    invented = card.id in _sample_ids()
    return Place(card, page, section, (line,), number=number, invented=invented, removed=True)


@cache
def _sample_ids() -> frozenset[str]:
    """Return the ids of the samples that come with Plansvar: known even when their text is gone."""
    files = [sample.path for sample in read_manifest() if sample.path.exists()]
    return frozenset(sha256(file.read_bytes()).hexdigest()[:ID_LENGTH] for file in files)


def is_invented(plan: Plan) -> bool:
    """Say whether a plan is one of the samples, which name themselves invented."""
    return MARK.lower() in f"{plan.document.title}\n{plan.text[:FRONT]}".lower()


def invented(library: Library) -> frozenset[str]:
    """Return the ids of the plans that are invented samples."""
    fronts = library.catalogue.fronts(FRONT)
    return frozenset(id_ for id_, front in fronts.items() if MARK.lower() in front.lower())
