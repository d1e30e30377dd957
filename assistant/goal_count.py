"""How many goals a plan has: the number it tells, or where it tells none, those that are registered of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked import AnswerKind
from assistant.collection import Collection, analysed
from assistant.judging import Verdict
from assistant.matching import Concept
from assistant.understanding import GOAL_STEMS, OWN, Understanding
from ingest.danish.numbers import Number, numbers
from ingest.danish.stems import stem
from ingest.plan import PlanCard

_PLANS = frozenset(("plan", "politik", "strategi", "have"))
_OF_OTHERS = re.compile(
    r"minister|\bvejledende\b|\bregering|\bhele landet\b|\bKL\b|(?<!skal )\b(?:nået|nåede|nås)\b",
    re.IGNORECASE,
)
"""Whose goals stand in a plan beside its own, and what became of some."""
_PART = re.compile(
    r"[\wæøå]+ (?:[\wæøå]+ )?(?:lokale|egne|selvstændige|kommunale|local|own) \w*mål(?:sætninger)?\b",
    re.IGNORECASE,
)
"""Goals that a plan has beside those of the minister: fewer than it has in all."""
_OF_THE_PLAN = re.compile(
    r"\bplanen\b|\bi alt\b|\blokale?\b|\bkommunens?\b|\bopstille\w*|\bstatus\b|\bfølge[rs]\b", re.IGNORECASE
)
"""Beside a number of goals, what shows that they are those of the plan."""


def asks_for_goal_count(understood: Understanding) -> bool:
    """Say whether a question asks how many goals a plan has, and of nothing in particular."""
    counted = understood.counted
    if understood.kind is not AnswerKind.NUMBER or counted is None or counted.stem not in GOAL_STEMS:
        return False
    if len(understood.years) > 1:
        return False
    own = [concept for concept in understood.concepts if concept.gist >= OWN]
    return all(concept == counted or _names_plan(concept) for concept in own)


def counted_goals(
    verdicts: Sequence[Verdict],
    understood: Understanding,
    plans: Sequence[PlanCard],
    collection: Collection,
) -> tuple[Verdict, ...]:
    """Return the sentence that tells how many, or each registered goal; nothing where no one is asked of."""
    if len({card.identity.municipality for card in plans}) != 1:
        return ()
    card = _plan_meant(plans, understood)
    told = [v for v in verdicts if v.unit.plan == card.id and _signs(v.unit.text)]
    if told:
        return (max(told, key=lambda verdict: _signs(verdict.unit.text)),)
    if understood.ranks:
        # Who has the most is told by the plans' own numbers; what is counted here is a list and no number.
        return ()
    return tuple(
        Verdict(unit, 0.0, 0.0, 0.0, 0.0, 0.0, stated=goal)
        for goal in collection.goals(card.id)
        if (unit := next((u for u in collection.units(card.id) if u.overlaps(goal.places[0])), None))
    )


def goals_in_all(text: str) -> Number | None:
    """Return the number of all goals of a plan that a text tells, or None where it tells only of some."""
    return None if _OF_OTHERS.search(text) else _told(_PART.sub(" ", text))


def _told(text: str) -> Number | None:
    """Return the number of goals that a text tells; of several the last, which sums up."""
    found = [number for number in numbers(text) if stem(number.unit or "") in GOAL_STEMS]
    return found[-1] if found else None


def _signs(text: str) -> int:
    """Return how many words show that a text tells the number of a plan's own goals."""
    if _told(text) is None or _OF_OTHERS.search(text):
        return 0
    return len({found.lower() for found in _OF_THE_PLAN.findall(text)})


def _names_plan(concept: Concept) -> bool:
    return bool(_PLANS & {concept.stem, *(part for part, _ in concept.parts)})


def _plan_meant(plans: Sequence[PlanCard], understood: Understanding) -> PlanCard:
    """Return the plan that is asked about by its title and year, the newest of several."""
    asked = {c.stem for c in understood.concepts if _names_plan(c)}
    years = {*understood.years, *([understood.edition] if understood.edition else [])}

    def fit(card: PlanCard) -> tuple[int, bool, int]:
        named = asked & analysed(card.identity.title or "").stems.keys()
        return len(named), any(card.identity.covers(year) for year in years), card.identity.first_year or 0

    return max(plans, key=fit)
