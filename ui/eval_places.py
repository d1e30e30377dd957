"""The places of a row in the plans as they are now: what was expected and cited, marked in its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eval.row import Cited, Place, Row
from ingest.errors import UnknownPlanError
from ingest.plan import Plan
from ui.highlight import Line, Stretch, context, excerpt, surroundings

GetPlan = Callable[[str], Plan]


@dataclass(frozen=True, slots=True)
class Shown:
    """A place: the passage and the page around it, with the words marked; empty where the plan is gone."""

    page: int | None
    passage: tuple[Line, ...] = ()
    around: tuple[Line, ...] = ()

    @property
    def gone(self) -> bool:
        """Say whether the plan is no longer in the library, or no longer as it was."""
        return not self.passage


def expected_places(row: Row, plan: GetPlan) -> tuple[Shown | None, ...]:
    """Return for each piece of evidence the first place where it stands; None where it stood nowhere."""
    return tuple(_shown(each.places[0], plan) if each.places else None for each in row.expected)


def cited_places(row: Row, plan: GetPlan) -> tuple[Shown, ...]:
    """Return the place of each citation."""
    return tuple(_quoted(each, plan) for each in row.cited)


def _quoted(cited: Cited, plan: GetPlan) -> Shown:
    shown = _shown(cited.place, plan)
    marked = (s.text for line in shown.passage for cell in line.cells for s in cell if s.marked)
    stands = "".join("".join(marked).split()) == "".join(cited.quote.split())
    return shown if stands else Shown(cited.place.page)


def _shown(place: Place, get: GetPlan) -> Shown:
    try:
        plan = get(place.plan)
    except UnknownPlanError:
        return Shown(place.page)
    quote = Stretch(place.start, place.end)
    return Shown(
        place.page,
        excerpt(plan, context(plan, quote), quote),
        excerpt(plan, surroundings(plan, quote), quote),
    )
