"""The municipalities and where a text names them: inflected, in ASCII, misspelled, or invented."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from ingest.danish.gazetteer import Gazetteer, gazetteer, is_word
from ingest.danish.lexicon import lexicon
from ingest.danish.lists import word_list
from ingest.danish.words import Word, fold, plain, spelled_out, words

COMMON_WORDS = frozenset(
    ("vejen", "skive", "tønder", "varde", "odder", "greve", "lejre", "mors", "faxe", "fakse")
)
"""Names that are, in lower case, everyday words; they need more than their letters to be a municipality."""
_OWNERS = re.compile(r"(?:region(?:s))?kommunes?\b|kom\.", re.IGNORECASE)
_PLACED = word_list("municipalities.placed")
ONE_SLIP, TWO_SLIPS = 6, 9
"""Letters from which one slip is read past anywhere, and two; five letters want a preposition before them."""
_INSTITUTION = re.compile(r"(?:universitet|hospital|sygehus|stift|amt|lufthavn|provsti)", re.IGNORECASE)
_NO_NAMES = word_list("municipalities.no_names")
_COMPASS = word_list("municipalities.compass")
_CLIPPED = re.compile(r"\b(?P<first>[^\W\d_]{1,5})\.(?P<last>[^\W\d_]{2,}?)s?(?![^\W_])")
"""A name with its middle left out: "Fr.sund"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A municipality named at ``start:end``; ``exact`` is False where a slip of the pen was read past."""

    name: str
    start: int
    end: int
    exact: bool


def mentions(text: str, known: Collection[str] = ()) -> list[Mention]:
    """Return where ``text`` names a municipality; ``known`` are names in the collection, even invented."""
    names = gazetteer(frozenset(known))
    result = _clipped(text, names)
    taken = [range(mention.start, mention.end) for mention in result]
    found = [word for word in words(text) if not any(word.start in place for place in taken)]
    typed = _typed(found)
    position = 0
    while position < len(found):
        mention, position = _mention_at(text, found, position, names, typed)
        if mention is not None:
            result.append(mention)
    return sorted(result, key=lambda mention: mention.start)


def _typed(found: list[Word]) -> bool:
    """Say whether a text is typed without capitals: but for its first word and what is capitals only."""
    return not any(word.text[0].isupper() and not word.text.isupper() for word in found[1:])


def _mention_at(
    text: str, found: list[Word], position: int, names: Gazetteer, typed: bool
) -> tuple[Mention | None, int]:
    """Return the mention that begins at ``position``, if any, and where to look next."""
    for width in (2, 1):
        group = found[position : position + width]
        if len(group) < width or (
            width == 2 and text[group[0].end : group[1].start] not in (" ", " - ", "/", " og ")
        ):
            continue
        name = names.certain.get(fold(" ".join(word.text for word in group)))
        if name and _credible(text, found, position, width, typed):
            return Mention(name, group[0].start, group[-1].end, True), position + width
    return _guessed(text, found, position, names, typed)


def _credible(text: str, found: list[Word], position: int, width: int, typed: bool) -> bool:
    """Say whether the words of a name are the name here, and not the everyday word or another institution."""
    word = found[position]
    following = found[position + width].text if position + width < len(found) else ""
    if _OWNERS.fullmatch(following):
        return True
    if _INSTITUTION.match(following):
        return False
    if fold(word.text).removesuffix("s") not in COMMON_WORDS:
        return True
    if word.text[0].isupper():
        return fold(word.text) != "vejen" or not _begins_sentence(text, word.start)
    before = found[position - 1].text.lower() if position else ""
    return typed and before in ("i", "hos", "fra") and fold(word.text) not in ("vejen", "mors")


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"”»'(–-•\t")
    return not before or before[-1] in ".!?:\n\f"


def _guessed(
    text: str, found: list[Word], position: int, names: Gazetteer, typed: bool
) -> tuple[Mention | None, int]:
    word = found[position]
    if fold(word.text) in names.certain:
        return None, position + 1
    owned = position + 1 < len(found) and bool(_OWNERS.fullmatch(found[position + 1].text))
    capital = word.text[0].isupper()
    name = None
    if owned or typed or capital:
        before = found[position - 1].text.lower() if position else ""
        name = nearest(word.text, names, owned, before in _PLACED)
    if name:
        return Mention(name, word.start, word.end, False), position + 1
    if owned and (invented := _invented(text, found, position, typed)):
        return invented, position + 1
    return None, position + 1


def _clipped(text: str, names: Gazetteer) -> list[Mention]:
    """Return the names of which beginning and end are written with a point between: "Fr.sund"."""
    found = [
        (match, _between(fold(match["first"]), fold(match["last"]), names))
        for match in _CLIPPED.finditer(text)
    ]
    return [
        Mention(meant.pop(), match.start(), match.end(), False) for match, meant in found if len(meant) == 1
    ]


def _between(first: str, last: str, names: Gazetteer) -> set[str]:
    return {
        name
        for spelled, name in names.names.items()
        if spelled.startswith(first) and spelled.endswith(last) and len(spelled) > len(first) + len(last)
    }


def nearest(word: str, names: Gazetteer, owned: bool, placed: bool) -> str | None:
    """Return the municipality that ``word`` misspells, where it can be only one."""
    key = fold(word)
    if len(key) < 4 or not key.replace("-", "").isalpha() or (not owned and is_word(key)):
        return None
    if key in names.hasty:
        return names.hasty[key]
    if len(key) < ONE_SLIP and not owned and not placed:
        return None
    return _closest(key, names)


@lru_cache(maxsize=100_000)
def _closest(key: str, names: Gazetteer) -> str | None:
    best: dict[str, int] = {}
    for spelled, name in names.names.items():
        if spelled in COMMON_WORDS:
            continue
        allowed = _slips(min(len(spelled), len(key)))
        for form in (spelled, f"{spelled}s"):
            if form[0] != key[0] or abs(len(form) - len(key)) > allowed or not allowed:
                continue
            distance = min(
                OSA.distance(write(key), write(form), score_cutoff=allowed)
                for write in (fold, plain, spelled_out)
            )
            if distance <= allowed:
                best[name] = min(distance, best.get(name, 9))
    ranked = sorted(best.items(), key=lambda item: item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _slips(length: int) -> int:
    return 0 if length < ONE_SLIP - 1 else 1 if length < TWO_SLIPS else 2


def _invented(text: str, found: list[Word], position: int, typed: bool) -> Mention | None:
    """Return the "X" of an "X Kommune" that is none of the 98."""
    word = found[position]
    lowered = word.text.lower()
    if lowered in _NO_NAMES or not word.text.replace("-", "").isalpha() or len(word.text) < 3:
        return None
    if word.text[0].isupper():
        if _begins_sentence(text, word.start) and lowered in lexicon():
            return None
    elif not typed or is_word(fold(word.text)) or lowered.endswith(("sk", "ske")):
        return None
    start = word.start
    if position and found[position - 1].text.lower() in _COMPASS and found[position - 1].text[0].isupper():
        start = found[position - 1].start
    name = text[start : word.end]
    return Mention(name if name[0].isupper() else name.capitalize(), start, word.end, True)
