"""The municipalities and where a text names them: inflected, in ASCII, misspelled, or invented."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

import corpus
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


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 98, with other spellings under which it is known."""

    name: str
    region: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A municipality named at ``start:end``; ``exact`` is False where a slip of the pen was read past."""

    name: str
    start: int
    end: int
    exact: bool


def _read() -> tuple[Municipality, ...]:
    with (corpus.ROOT / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Municipality(row["name"], row["region"], tuple(s for s in row["spellings"].split("|") if s))
            for row in csv.DictReader(file)
        )


MUNICIPALITIES = _read()
"""All 98, by region."""


@dataclass(frozen=True, slots=True, eq=False)
class _Gazetteer:
    """Every way to write a name that is certain, and the names themselves for guessing."""

    certain: dict[str, str]
    hasty: dict[str, str]
    names: dict[str, str]


def mentions(text: str, known: Collection[str] = ()) -> list[Mention]:
    """Return where ``text`` names a municipality; ``known`` are names in the collection, even invented."""
    gazetteer = _gazetteer(frozenset(known))
    found = words(text)
    typed = text == text.lower()
    result: list[Mention] = []
    position = 0
    while position < len(found):
        mention, position = _mention_at(text, found, position, gazetteer, typed)
        if mention is not None:
            result.append(mention)
    return result


@lru_cache(maxsize=64)
def _gazetteer(known: frozenset[str]) -> _Gazetteer:
    certain: dict[str, str] = {}
    names: dict[str, str] = {}
    spelled = [(m.name, (m.name, *m.spellings)) for m in MUNICIPALITIES]
    spelled += [(name, (name,)) for name in sorted(known)]
    for name, spellings in spelled:
        for spelling in spellings:
            key = fold(spelling)
            names.setdefault(key, name)
            for form in (key, f"{key}s", f"{key}'s", f"{key}’s", f"{key}'", f"{key}’"):
                certain.setdefault(form, name)
    hasty = {plain(form): name for form, name in certain.items() if plain(form) != form}
    return _Gazetteer(certain, hasty, names)


@cache
def _elsewhere() -> frozenset[str]:
    """Return the places that are near a municipality's name and are none."""
    lines = (corpus.ROOT / "towns.txt").read_text(encoding="utf-8").splitlines()
    towns = [fold(line) for line in lines if line and not line.startswith("#")]
    return frozenset((*towns, *(f"{town}s" for town in towns)))


def _mention_at(
    text: str, found: list[Word], position: int, gazetteer: _Gazetteer, typed: bool
) -> tuple[Mention | None, int]:
    """Return the mention that begins at ``position``, if any, and where to look next."""
    for width in (2, 1):
        group = found[position : position + width]
        if len(group) < width or (
            width == 2 and text[group[0].end : group[1].start] not in (" ", " - ", "/", " og ")
        ):
            continue
        name = gazetteer.certain.get(fold(" ".join(word.text for word in group)))
        if name and _credible(text, found, position, width, typed):
            return Mention(name, group[0].start, group[-1].end, True), position + width
    return _guessed(text, found, position, gazetteer, typed)


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
    text: str, found: list[Word], position: int, gazetteer: _Gazetteer, typed: bool
) -> tuple[Mention | None, int]:
    word = found[position]
    if fold(word.text) in gazetteer.certain:
        return None, position + 1
    owned = position + 1 < len(found) and bool(_OWNERS.fullmatch(found[position + 1].text))
    capital = word.text[0].isupper()
    name = None
    if owned or typed or capital:
        before = found[position - 1].text.lower() if position else ""
        name = nearest(word.text, gazetteer, owned, before in _PLACED)
    if name:
        return Mention(name, word.start, word.end, False), position + 1
    if owned and (invented := _invented(text, found, position, typed)):
        return invented, position + 1
    return None, position + 1


def nearest(word: str, gazetteer: _Gazetteer, owned: bool, placed: bool) -> str | None:
    """Return the municipality that ``word`` misspells, where it can be only one."""
    key = fold(word)
    if len(key) < 4 or not key.replace("-", "").isalpha() or (not owned and _is_word(key)):
        return None
    if key in gazetteer.hasty:
        return gazetteer.hasty[key]
    if len(key) < ONE_SLIP and not owned and not placed:
        return None
    return _closest(key, gazetteer)


def _is_word(key: str) -> bool:
    return key in _common() or key in _elsewhere()


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon())


@lru_cache(maxsize=100_000)
def _closest(key: str, gazetteer: _Gazetteer) -> str | None:
    best: dict[str, int] = {}
    for spelled, name in gazetteer.names.items():
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
    elif not typed or _is_word(fold(word.text)) or lowered.endswith(("sk", "ske")):
        return None
    start = word.start
    if position and found[position - 1].text.lower() in _COMPASS and found[position - 1].text[0].isupper():
        start = found[position - 1].start
    name = text[start : word.end]
    return Mention(name if name[0].isupper() else name.capitalize(), start, word.end, True)
