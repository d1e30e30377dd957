"""Which language a question is asked in."""

from __future__ import annotations

from ingest.danish.words import tokens

_ENGLISH = frozenset(
    "the of what which who whom whose how why when where does did do has have had is are was were will would can "
    "could should must and or not with without from about their there they this that these those many much for "
    "to by at be been any all than into your you we our it its a an in on if between more most please show list "
    "compare tell explain people plan plans target targets goal goals municipality municipalities".split()
)
_DANISH = frozenset(
    "og er hvad hvor hvem hvilken hvilke hvilket hvordan hvornår hvorfor mange meget skal vil kan har havde var "
    "der det den de en et i på til af med uden om fra ikke som sig sin sit sine deres kommune kommunen kommuner "
    "mål målet plan planen planer jeg du vi man får gør bliver blev siger står ved efter eller hos mellem for "
    "at unge ledige borgere hvilkne vis sammenlign fortæl forklar".split()
)


def is_english(text: str) -> bool:
    """Say whether a short text is English rather than Danish, by its function words; Danish where in doubt."""
    found = [word.lower() for word in tokens(text)]
    return sum(word in _ENGLISH for word in found) > sum(word in _DANISH for word in found)
