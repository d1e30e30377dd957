"""The values that an answer is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.plan import Passage, PlanCard


class Reason(StrEnum):
    """Why there is no answer. Each is a finding about the plans, not an error."""

    NOT_IN_PLANS = "not_in_plans"
    NO_SUCH_MUNICIPALITY = "municipality_not_in_collection"
    NO_SUCH_YEAR = "year_not_in_collection"
    NOT_ABOUT_PLANS = "not_about_plans"
    EMPTY_COLLECTION = "empty_collection"
    NO_QUESTION = "no_question"
    NO_MORE = "no_more"
    NOT_MEASURED = "not_measured"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, the plan it stands in, and how well it fits (comparable in one answer).

    ``plan.text[start:end]`` is what came nearest in the passage; -1 where that is not known.
    """

    passage: Passage
    plan: PlanCard
    score: float
    start: int = -1
    end: int = -1

    @property
    def nearest(self) -> str:
        """Return the words of the passage that came nearest to the question, or all of it."""
        if self.start < self.passage.start:
            return self.passage.text
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]

    @property
    def location(self) -> str:
        """Return "Herlev, Beskæftigelsesplan 2024-2025, s. 10, Resultatmål"."""
        return location(self.plan, self.passage.page, self.passage.section)


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that prove a claim: ``plan.text[start:end] == quote``, all of it on ``page``."""

    n: int
    plan: PlanCard
    page: int | None
    section: str
    quote: str
    start: int
    end: int

    @property
    def location(self) -> str:
        """Return "Herlev, Beskæftigelsesplan 2024-2025, s. 10, Resultatmål"."""
        return location(self.plan, self.page, self.section)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its proof, or the finding that there is none.

    ``text`` carries marks [1], [2] that point to ``citations``. ``hits`` are the passages looked at, best
    first. ``searched`` names the plans that the question was put to. ``understood`` is the question as it
    was read when that differs from what was written (a follow-up, an English one without an answer).
    ``dropped`` counts citations that did not stand word for word in the plan and were left out.
    """

    question: str
    text: str
    abstained: bool
    reason: Reason | None
    searched: tuple[PlanCard, ...]
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    understood: str = ""
    dropped: int = 0
    id: str | None = None


def location(plan: PlanCard, page: int | None, section: str) -> str:
    """Return where something stands, as a person would say it."""
    parts = [plan.location, f"s. {page}" if page is not None else "", section]
    return ", ".join(part for part in parts if part)
