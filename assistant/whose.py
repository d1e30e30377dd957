"""A turn that says little but whose plans it is about: others instead, some fewer or more; and the chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked import AnswerKind
from assistant.understanding import Understanding
from ingest.danish.lists import word_list
from ingest.danish.municipalities import mentions
from ingest.danish.numbers import is_month
from ingest.danish.words import fold, words

_LESS = re.compile(
    r"\b(?:fjerne?|slette?|droppe?|udelade?|uden|undtagen|undtaget|ikke|minus|bort fra"
    r"|remove|drop|without|except)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:tilføje?|medtage?|inkludere?|plus|add|include)\b", re.IGNORECASE)


def only_whose(now: Understanding, was: Understanding, known: Sequence[str]) -> Understanding:
    """Read a turn of a place or a year and small words as that alone: "prøv lige med Ledinge i stedet for".

    "Fjern Bråsø" after a comparison leaves the others that were asked about; "tilføj Bråsø" asks it as well.
    """
    if not (now.municipalities or now.missing or now.years) or not _says_no_more(now.text, known):
        return now
    small = word_list("conversation.around_a_place")
    kept = tuple(concept for concept in now.concepts if fold(concept.word) not in small)
    bare = replace(now, concepts=kept, kind=AnswerKind.OTHER, counted=None, amount=None)
    spoken = tuple(known) if was.everywhere else was.municipalities
    if _LESS.search(now.text):
        left = tuple(name for name in spoken if name not in now.municipalities)
        return replace(bare, municipalities=left) if left else now
    if _MORE.search(now.text):
        return replace(bare, municipalities=tuple(dict.fromkeys((*spoken, *now.municipalities))))
    return bare


def chosen(now: Understanding, names: Sequence[str], known: Sequence[str]) -> Understanding:
    """Return a question as being about the municipalities chosen beside it, also where they have no plan."""
    return replace(
        now,
        municipalities=tuple(name for name in names if name in known),
        missing=tuple(name for name in names if name not in known),
        everywhere=False,
    )


def _says_no_more(text: str, known: Sequence[str]) -> bool:
    places = mentions(text, known)
    said = [word for word in words(text) if not any(p.start <= word.start < p.end for p in places)]
    small = word_list("conversation.around_a_place")
    return all(fold(word.text) in small or word.text.isdigit() or is_month(word.text) for word in said)
