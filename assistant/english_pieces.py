"""The words of an English question, those of an expression together, with what each may be in Danish."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.collection import Collection
from assistant.english_questions import asking
from ingest.danish.english import english
from ingest.danish.everyday import is_word
from ingest.danish.municipalities import mentions
from ingest.danish.stems import stem, terms
from ingest.danish.words import Word, words

BESIDE = re.compile(r"'?[ -]+")
"""What may stand between the words of an expression."""
DEFINITE = ("t", "n", "et", "en")
"""Endings of a noun that is known in the plans in that form alone."""
_QUOTED = re.compile(r"[\"“”„»«‘][^\"“”„»«’]+[\"“”»«’]")
_DANISH_LETTER = re.compile(r"[æøå]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands at ``start:end``, in English words if it is not a name, and what it may be in Danish."""

    start: int
    end: int
    danish: tuple[str, ...]
    spoken: tuple[str, ...] = ()

    @property
    def read(self) -> bool:
        """Say whether it is read as Danish, and no name that stays."""
        return bool(self.spoken)


def in_pieces(text: str, collection: Collection) -> list[Piece]:
    """Return the words of a text, those of an expression together, each with what it is in Danish."""
    kept = _names(text, collection)
    spoken = [part for word in words(text) for part in _parted(word, kept, collection)]
    shouted = text.isupper()
    lowered = ["" if _within(w, kept) or _is_short(w, shouted) else w.text.lower() for w in spoken]
    found: list[Piece] = []
    at = 0
    while at < len(spoken):
        width, danish = _longest(text, spoken, lowered, at)
        if danish is None:
            word = spoken[at]
            found.append(_unknown(word, bool(at), bool(lowered[at]), collection))
        else:
            told, said = _known_first(danish, collection), tuple(lowered[at : at + width])
            if width == 1 and said[0] not in told and _is_used(said[0], collection):
                told = (*told, said[0])
            found.append(Piece(spoken[at].start, spoken[at + width - 1].end, told, said))
        at += width
    return found


def _is_short(word: Word, shouted: bool) -> bool:
    """Say whether a word is an abbreviation: "STAR" is no star."""
    bare = word.text.removesuffix("'s")
    return not shouted and bare.isupper() and len(bare) > 1


def _is_used(word: str, collection: Collection) -> bool:
    """Say whether the plans use an English word themselves: "code of care"."""
    return stem(word) in collection.rarity.counts and not is_word(word)


def _known_first(danish: Sequence[str], collection: Collection) -> tuple[str, ...]:
    """Return Danish words for the same with the first before the others that the plans know."""
    # The stem of "diget" is none of "dige".
    forms = (*danish, *(f"{word}{ending}" for ending in DEFINITE for word in danish if word.isalpha()))
    counts = collection.rarity.counts
    known = next((form for form in forms if all(term in counts for term in terms(form))), None)
    return (known, *(each for each in danish if each != known)) if known else tuple(danish)


def _names(text: str, collection: Collection) -> list[tuple[int, int]]:
    """Return where names stand: of municipalities, if they only look like no English word, and in quotes."""
    named = mentions(text, collection.municipalities)
    places = [(m.start, m.end) for m in named if m.exact or not _is_english(text[m.start : m.end])]
    return places + [found.span() for found in _QUOTED.finditer(text)]


def _is_english(word: str) -> bool:
    return english().meaning([word.lower()]) is not None


def _within(word: Word, places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in places)


def _parted(word: Word, kept: Sequence[tuple[int, int]], collection: Collection) -> list[Word]:
    """Return the parts of a word with a hyphen, if it is no word of the plans: "long-term"."""
    known = stem(word.text) in collection.rarity.counts or _DANISH_LETTER.search(word.text)
    if "-" not in word.text or known or _within(word, kept):
        return [word]
    parts, at = [], word.start
    for part in word.text.split("-"):
        parts.append(Word(part, at, at + len(part)))
        at += len(part) + 1
    return [part for part in parts if part.text]


def _longest(
    text: str, spoken: Sequence[Word], lowered: Sequence[str], at: int
) -> tuple[int, tuple[str, ...] | None]:
    """Return of how many words the longest expression is that begins here, and what it is in Danish."""
    reach = 1
    while (
        reach < english().longest
        and at + reach < len(spoken)
        and lowered[at + reach]
        and BESIDE.fullmatch(text[spoken[at + reach - 1].end : spoken[at + reach].start])
    ):
        reach += 1
    if not lowered[at]:
        return 1, None
    for width in range(reach, 1, -1):
        if (danish := english().meaning(lowered[at : at + width])) is not None:
            return width, danish
    asked = asking(lowered, at)
    return 1, (asked,) if asked is not None else english().meaning(lowered[at : at + 1])


def _unknown(word: Word, inside: bool, open_: bool, collection: Collection) -> Piece:
    """Return a word that no list holds: a name or a Danish word as it is, a slip of the pen put right."""
    own = word.text.replace("'s", "s")
    stays = Piece(word.start, word.end, (own,))
    if not open_ or not own.isalpha() or (inside and own[0].isupper()) or _DANISH_LETTER.search(own):
        return stays
    if stem(own) in collection.rarity.counts or is_word(own):
        return stays
    if typed := collection.speller.typed(own):
        return Piece(word.start, word.end, (typed,))
    meant = english().guessed(own.lower())
    return Piece(word.start, word.end, meant, (own.lower(),)) if meant else stays
