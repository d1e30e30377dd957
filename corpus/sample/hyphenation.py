"""Where a Danish word may be broken at the end of a line: between the parts of a compound, and in the middle.

Good enough for setting sample plans, which should have words broken as municipal plans do.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from corpus.sample.manifest import ROOT

_SOFT = "\xad"
_LONG = re.compile(r"[A-ZÆØÅa-zæøå]{9,}")
_MIDDLE = re.compile(
    r"(?<=[aeiouyæøå])(?!s[kpt]|[bdfgkptv][lrj]|n[gk])([bdfghjklmnprstv])(?=[bdfghjklmnprtv][aeiouyæøå])"
)


def with_soft_hyphens(text: str) -> str:
    """Return ``text`` with soft hyphens in its long words."""
    return _LONG.sub(lambda match: _broken(match[0]), text)


def _broken(word: str) -> str:
    cuts = [*_MIDDLE.finditer(word), *_parts().finditer(word)]
    places = {cut.end() for cut in cuts}
    kept = [0, *sorted(place for place in places if 4 <= place <= len(word) - 4), len(word)]
    return _SOFT.join(word[start:end] for start, end in pairwise(kept))


@cache
def _parts() -> re.Pattern[str]:
    parts = (ROOT / "hyphenation.txt").read_text(encoding="utf-8").split()
    return re.compile("|".join(sorted(parts, key=len, reverse=True)), re.IGNORECASE)
