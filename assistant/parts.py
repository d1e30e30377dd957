"""A part of a whole: "hvor mange af deltagerne kom i job?" is answered by those who did, and by no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.collection import analysed
from assistant.matching import Concept, presence
from assistant.understanding import SIDE
from assistant.units import Unit
from assistant.weights import DEFAULT
from ingest.danish.numbers import figures, numbers, years
from ingest.danish.words import words

HELD = 0.35
"""How fully one word of what is asked of the part must stand in a text."""
_JOINS = frozenset(
    ("efter", "før", "inden", "siden", "under", "over", "ved", "mellem", "mod", "uden", "også", "stadig")
)
"""Words that only join what a part is or does."""
_ASKS = re.compile(
    r"\bhvor (?:mange|meget) af (?P<whole>.+?)\s"
    r"(?:(?:er|var|bliver|blev|har|havde|får|fik|kommer|kom|går|gik|kan|skal|vil)\s"
    r"|(?=(?:bor|boede|modtager|modtog|deltager|deltog|\w{3,}(?:ede|erer|nger|ører|te))\s))(?P<does>.*)$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\d af (?:dem|disse|de)\b|\w af de \d|\b(?:heraf|hvoraf|deraf)\b"
    r"|\baf (?:de|dem|disse)\b[^.;]{0,400}\d"
    r"|\d (?:er|var|har|havde|får|fik|kom|gik|bor|blev|\w{3,}(?:ede|te))\b",
    re.IGNORECASE,
)
"""How a text tells a part of what it has named."""


def tells_part(text: str) -> bool:
    """Say whether a text counts some of those that it has named: "51 af dem", "heraf 96"."""
    return bool(_TOLD.search(text))


def asks_for_part(question: str) -> bool:
    """Say whether a question asks how many of some are or do something."""
    return _does(question) is not None


def only_the_whole(unit: Unit, question: str, concepts: Sequence[Concept]) -> bool:
    """Say whether a text's numbers are of all, and it has nothing of what the part asked for does."""
    does = _does(question)
    if does is None:
        return False
    said = [c for c in concepts if c.word in does and c.gist]
    own = "\n".join((unit.text, *unit.columns))
    told, around = analysed(own), analysed("\n".join((own, unit.lead, unit.before)))
    return bool(said) and all(presence(c, around if c.gist > SIDE else told, DEFAULT) < HELD for c in said)


@lru_cache(
    maxsize=256
)  # Asked for every text that may answer, and slow on a question that only repeats itself.
def _does(question: str) -> frozenset[str] | None:
    """Return the words for what the part asked for is or does, or None where no part is asked for."""
    asked = _ASKS.search(question)
    if asked is None:
        return None
    whole = {word.text for word in words(asked["whole"])}
    return frozenset(word.text for word in words(asked["does"])) - whole - _JOINS


def only_repeats(unit: Unit, question: str) -> bool:
    """Say whether a text has no number but those that the question names: "af de 240 borgere"."""
    told = figures(unit.text) - {"1", *(str(year) for year in years(unit.text))}
    return bool(told and numbers(unit.text)) and told <= {
        figure for figure in figures(question) if len(figure) > 1
    }
