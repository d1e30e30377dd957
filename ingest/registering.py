"""Entering a plan's goals into the register, and weighing whether they agree with each other."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.catalogue import Catalogue
from ingest.goals.contradictions import contradictions
from ingest.goals.corrections import matched
from ingest.goals.goal import Goal
from ingest.plan import Plan


def enter_goals(catalogue: Catalogue, plan: Plan, found: Sequence[Goal]) -> None:
    """Replace a plan's goals, and what contradicts itself among them. Call inside ``writing``."""
    catalogue.goals.set(plan.id, found)
    weigh(catalogue, plan)


def weigh(catalogue: Catalogue, plan: Plan) -> None:
    """Find anew where a plan contradicts itself, by its goals as they count. Call inside ``writing``."""
    goals = catalogue.goals.goals([plan.id])
    counted, _ = matched(goals, catalogue.corrections.of([plan.id]))
    kept = [each.goal for each in counted if not each.rejected]
    catalogue.contradictions.set(plan.id, contradictions(kept, plan))
