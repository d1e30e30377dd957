"""What has become of a number: the rows and sentences that tell a change where one is asked for. Pure."""

from __future__ import annotations

import re

from assistant.asked import Aim, AnswerKind
from assistant.columns import CHANGED
from assistant.table_cells import Measure, cells_of
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.danish.numbers import figures, years
from ingest.danish.stems import stem
from ingest.plan import BlockKind

_SIDES = frozenset(
    stem(word)
    for word in [
        "steget",
        "faldet",
        "stigning",
        "fald",
        "vokset",
        "udvikling",
        "udviklet",
        "ændret",
        "ændring",
        "flere",
        "færre",
        "kommet",
        "blevet",
        "procentpoint",
        "sidste",
        "seneste",
    ]
)
"""Words that ask for a change, and name nothing that has changed."""
_TOLD = re.compile(
    r"\b(?:steg|stig|fald|vokse|øge|færre|flere|udvik|uændre)\w*|\bmod (?:\w+ )?(?!(?:19|20)\d\d\b)\d"
    r"|\bfra\b.*\d.*\btil\b.*\d",
    re.IGNORECASE,
)


def asks_for_change(understood: Understanding) -> bool:
    """Say whether a question asks how a number has changed, and not how it shall."""
    told = understood.aim is not Aim.GOAL and understood.kind is not AnswerKind.WHY
    return told and bool(CHANGED.search(understood.text))


def only_asks(word: str) -> bool:
    """Say whether the stem of a word only asks for a change."""
    return word in _SIDES


def tells_change(unit: Unit) -> bool:
    """Say whether a unit tells a change: a row by a column of it or by two years, a sentence in words."""
    if unit.kind is not BlockKind.ROW:
        dates = {str(year) for year in years(unit.text)}
        # "Steget siden 1990" tells that, and not by how much.
        return bool(_TOLD.search(unit.text) and figures(unit.text) - dates)
    cells = [cell for cell in cells_of(unit) if cell.bare]
    dated = {year for cell in cells for year in years(cell.heading)}
    return any(cell.measure is Measure.CHANGE for cell in cells) or len(dated) > 1
