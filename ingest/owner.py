"""Whose plan it is: the municipality that a document is from, among all those that it names."""

from __future__ import annotations

import re
from collections import Counter

from ingest.danish.municipalities import Mention, mentions
from ingest.plan import Clue, Document, Remark
from ingest.standing import FRONT, in_heading

CLEAR_LEAD = 2.0
"""How many times the runner-up's votes a finding needs to be beyond doubt."""
FRONT_WEIGHT = 3
ENOUGH = 3
"""Votes that a municipality needs which is not named in the front."""
_OWNS_BEFORE = re.compile(
    r"(?:jobcenter|jobcenteret i|jobcentret i|byrådet i|kommunalbestyrelsen i|borgmester i)\s+$",
    re.IGNORECASE,
)
_OWNS_AFTER = re.compile(r"(?:s)?\s+(?:kommunes?|byråds?|kommunalbestyrelses?|jobcent)\b", re.IGNORECASE)


def owner(document: Document) -> tuple[str | None, Clue | None, Remark | None]:
    """Return the municipality, the words that say so, and what is doubtful about it."""
    heard = f"{document.title}\n{document.text}"
    shift = len(document.title) + 1
    named = [mention for mention in mentions(heard) if mention.exact]
    votes: Counter[str] = Counter()
    for mention in named:
        votes[mention.name] += _weight(document, heard, mention, mention.start - shift)
    if not votes:
        return None, None, Remark("reading.doubt_municipality_unknown")
    (name, count), *others = votes.most_common(2)
    first = next(mention for mention in named if mention.name == name)
    clue = Clue("municipality", heard[first.start : first.end], first.start - shift)
    close = bool(others) and count < CLEAR_LEAD * others[0][1]
    if first.start - shift >= FRONT and (close or count < ENOUGH):
        # A plan that merely mentions municipalities is none of theirs: found under a wrong name is worse.
        return None, None, Remark("reading.doubt_municipality_unknown")
    doubt = (
        Remark("reading.doubt_municipality", (("found", name), ("other", others[0][0]))) if close else None
    )
    return name, clue, doubt


def _weight(document: Document, heard: str, mention: Mention, start: int) -> int:
    weight = FRONT_WEIGHT if start < FRONT or in_heading(document, start) else 1
    before, after = heard[max(0, mention.start - 40) : mention.start], heard[mention.end : mention.end + 30]
    return weight * 2 if _OWNS_BEFORE.search(before) or _OWNS_AFTER.match(after) else weight
