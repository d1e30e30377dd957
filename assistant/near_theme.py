"""Which themes a name that is none may mean."""

from __future__ import annotations

from ingest.danish.spelling import Speller
from ingest.danish.words import fold
from ingest.goals.themes import taxonomies, theme_names

MOST = 3


def near_themes(name: str) -> tuple[str, ...]:
    """Return the themes that have a word like ``name`` or a name spelled nearly so, the best first."""
    wanted = name.strip()
    scores: dict[str, int] = {}
    for taxonomy in taxonomies():
        for theme, score in taxonomy.scores(wanted).items():
            scores[theme] = max(score, scores.get(theme, 0))
    spoken = sorted(scores, key=lambda theme: -scores[theme])
    held = [theme for theme in theme_names() if len(wanted) >= MOST and fold(wanted) in fold(theme)]
    return tuple(dict.fromkeys([*_misspelled(wanted), *held, *spoken]))[:MOST]


def _misspelled(name: str) -> list[str]:
    """Return the themes that have a word, or are a word, that ``name`` misspells."""
    owners = {
        fold(word): theme.name
        for taxonomy in taxonomies()
        for theme in taxonomy.themes
        for word in (*theme.terms, *theme.name.split())
        if word.isalpha()
    }
    meant = Speller(dict.fromkeys(owners, 1)).correct(name)
    return [owners[meant]] if meant else []
