"""Whether a unit can tell that something is so: a list of abbreviations cannot, nor who is not of it."""

from __future__ import annotations

import re

from assistant.asked import AnswerKind
from assistant.denied import asks_who_does_not, refuses
from assistant.honesty import CLAIMS
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.plan import PlanCard

_GLOSSED = re.compile(r"\W*[A-ZÆØÅ][\w-]{1,7}:\s[^:.]+\.?\s*")
"""An entry of a list of abbreviations: "KIF: Kultur og Idræt for alle"."""


def can_claim(unit: Unit, understood: Understanding, plan: PlanCard) -> bool:
    """Say whether a unit of a plan claims anything that a question asks after."""
    if understood.kind is AnswerKind.PERSON:
        return asks_who_does_not(understood.text) or not refuses(unit.text, plan.identity.municipality or "")
    return understood.kind not in CLAIMS or not _GLOSSED.fullmatch(unit.text)
