"""From a question's words to the concepts that are looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise

from assistant.asides import asides
from assistant.asked import amount, is_measure
from assistant.collection import Collection
from assistant.matching import Concept
from assistant.number_words import joined_forms, other_form, parted
from assistant.personal import names_a_number, told
from assistant.times import only_tells_time
from assistant.weights import Weights
from assistant.wordlists import (
    common_stems,
    light_stems,
    question_words,
)
from ingest.danish.compounds import split
from ingest.danish.everyday import is_word
from ingest.danish.municipalities import Mention
from ingest.danish.spelling import likeness
from ingest.danish.stems import stem
from ingest.danish.vocabulary import vocabulary
from ingest.danish.words import Word, fold, words

YEAR = re.compile(r"(?:19|20)\d\d")
ABBREVIATION = re.compile(r"[A-ZÆØÅ][A-Za-zÆØÅæøå0-9]{1,7}")
PASSIVE = 6
"""Letters from which a word in -es is taken for a verb: "besættes" says less than what is filled."""
GENERIC = 0.2
"""What a part of a compound that names only people or measures counts of its rarity."""
EXPRESSION = 0.5
"""What the official word for several everyday words counts."""
TOLD = 0.5
"""What a word said of a person counts when finding, beside one that asks."""
PLACE = 0.6
"""What the name of a part of a municipality counts when finding."""
BEGUN = 9
"""Letters from which two words are read as the beginning of a longer one: "job afklaring"."""
OWNERS = frozenset(("kommune", "kommunes", "kommunen", "kommunens", "municipality"))


@cache
def generic_stems() -> frozenset[str]:
    """Return stems that name only people and measures: "sygedagpengemodtager" is about sygedagpenge."""
    return light_stems() | {
        stem(word) for word in ("modtagere", "forløb", "indsats", "ordning", "berettigede")
    }


def _named_on(text: str, mention: Mention) -> bool:
    """Say whether a place is the beginning of a longer name: "Allerød Uddannelsen"."""
    following = words(text[mention.end : mention.end + 40])[:1]
    joined = bool(following) and text[mention.end : mention.end + following[0].start] == " "
    return joined and following[0].text[:1].isupper() and fold(following[0].text) not in OWNERS


def _is_part(text: str, mention: Mention) -> bool:
    """Say whether only a part of a municipality's name is said: "Holmsø" of Snarbæk-Holmsø."""
    said, parts = fold(text[mention.start : mention.end]).removesuffix("s"), fold(mention.name).split("-")
    return len(parts) > 1 and said in parts


def concepts(
    text: str, mentions: list[Mention], collection: Collection, weights: Weights
) -> tuple[Concept, ...]:
    """Return the concepts of a question, without the municipalities that only say where to look."""
    places = [mention for mention in mentions if not _named_on(text, mention)]
    named = [(m.start, m.end) for m in places if not _is_part(text, m)]
    kept = [w for w in words(text) if not any(start <= w.start < end for start, end in named)]
    kept = [w for w in kept if fold(w.text) not in OWNERS and not names_a_number(w, text)]
    found: dict[str, Concept] = {}
    joined, beside, aside = _joined(text, collection), told(text), asides(text)
    kept = [w for w in kept if not any(j.start <= w.start < j.end for j in joined)]
    kept = [part for word in kept for part in parted(word)]
    figures = [word.text for word in kept if word.text.isdigit()]
    much = amount(text)
    for word in (*kept, *joined):
        concept = _concept(word.text, _is_name(word, text), collection, weights)
        if much and is_measure(word.text, much):
            # "Hvor mange dage" is answered in hours as well.
            concept = replace(concept, weight=weights.light, gist=weights.light_gist)
        elif _tells_when(word, text):
            concept = replace(concept, weight=min(concept.weight, weights.light), when=True)
        concept = _numbered(concept, figures)
        if any(m.start == word.start for m in places):
            # "Ledigheden i Holmsø" is one thing, and that of Snarbæk-Holmsø may be another.
            concept = replace(concept, weight=PLACE, gist=0.0)
        if any(start <= word.start < end for start, end in beside):
            concept = replace(concept, weight=concept.weight * TOLD, gist=0.0)
        elif not _is_name(word, text) and any(start <= word.start < end for start, end in aside):
            concept = replace(
                concept, weight=concept.weight * TOLD, gist=min(concept.gist, weights.light_gist)
            )
        alike = likeness(word.text, concept.word)
        found.setdefault(concept.stem, replace(concept, apart=word in joined, likeness=alike))
    said = [word.text for word in kept]
    return tuple((_together(said, found) | _expressions(said, found)).values())


def _tells_when(word: Word, text: str) -> bool:
    """Say whether a word only says when: "juni", and both of "3. kvartal"."""
    following = text[word.end :].lstrip(". ").split(maxsplit=1)[:1] if word.text.isdigit() else []
    return any(only_tells_time(each.strip(".,?!")) for each in (word.text, *following))


def _numbered(concept: Concept, figures: list[str]) -> Concept:
    """Return a concept with its other forms of a number: "5" also as "fem", "årig" also as "toårig"."""
    other = other_form(concept.word)
    forms = (*([other] if other else []), *joined_forms(concept.word, figures))
    return replace(concept, others=(*concept.others, *((form, 1.0) for form in forms))) if forms else concept


def _is_name(word: Word, text: str) -> bool:
    """Say whether a capital makes a word a name: not "I", a first word, or one among capitals only."""
    first = text[: word.start].rstrip()[-1:] in ("", ".", "?", "!", ":")
    return word.text[0].isupper() and not first and len(word.text) > 1 and not text.isupper()


def _together(kept: list[str], found: Mapping[str, Concept]) -> dict[str, Concept]:
    """Return the concepts, those of an expression held by what it means together: "holde øje med"."""
    meaning = dict(found)
    for stems, official in vocabulary().expressions(kept):
        for own in stems:
            if own in meaning and meaning[own].gist:
                others = dict(meaning[own].others)
                for meant, near in official.items():
                    others[meant] = max(near, others.get(meant, 0.0))
                others.pop(own, None)
                meaning[own] = replace(meaning[own], others=tuple(others.items()))
    return meaning


def _expressions(kept: list[str], found: Mapping[str, Concept]) -> dict[str, Concept]:
    """Return a concept for what several words mean together: "uden arbejde" is "ledig"."""
    known = set(found).union(*(vocabulary().expand([word]) for word in kept))
    meant = {stem: near for stem, near in vocabulary().expand(kept).items() if stem not in known}
    if not meant:
        return {}
    nearest = max(meant, key=lambda stem: meant[stem])
    others = tuple((stem, near) for stem, near in meant.items() if stem != nearest)
    return {nearest: Concept(nearest, nearest, (), others, EXPRESSION, 0.0)}


def _joined(text: str, collection: Collection) -> list[Word]:
    """Return words of the plans that the question writes in two: "job center"."""
    counts = collection.rarity.counts
    joined: list[Word] = []
    for a, b in pairwise(words(text)):
        word = Word(a.text + b.text, a.start, b.end)
        overlaps = bool(joined) and joined[-1].end > a.start
        whole = len(b.text) > 2 and stem(word.text) in counts
        begun = not _joins(b) and len(word.text) >= BEGUN and collection.begins(fold(word.text))
        if not overlaps and not _joins(a) and (whole or begun):
            joined.append(word)
    return joined


def _joins(word: Word) -> bool:
    return len(word.text) < 3 or fold(word.text) in question_words() or stem(word.text) in light_stems()


def _concept(word: str, name: bool, collection: Collection, weights: Weights) -> Concept:
    if fold(word) in question_words() and not name:
        return Concept(word, stem(word), weight=weights.question_words, gist=0.0)
    if YEAR.fullmatch(word):
        return Concept(word, word, weight=weights.year, gist=0.0)
    pieces = split(word)
    parts = _shares([stem(piece) for piece in pieces], collection) if len(pieces) > 1 else ()
    # "LØFT" is the name of something, and no lift.
    apart = name and word.isupper() and is_word(word)
    others = {} if apart else vocabulary().expand([word])
    passive = len(word) >= PASSIVE and word.endswith("es") and word.islower()
    for meant in _long_form(word, collection):
        others.setdefault(meant, weights.abbreviation)
    if stem(word) in light_stems() and not name:
        return Concept(word, stem(word), parts, tuple(others.items()), weights.light, weights.light_gist)
    common = stem(word) in common_stems() and not name
    gist = weights.common_gist if common else weights.passive_gist if passive else 1.0
    return Concept(word, stem(word), parts, tuple(others.items()), gist=gist)


def _shares(parts: list[str], collection: Collection) -> tuple[tuple[str, float], ...]:
    idf = [collection.rarity.idf(part) * (GENERIC if part in generic_stems() else 1.0) for part in parts]
    return tuple((part, share / sum(idf)) for part, share in zip(parts, idf, strict=True))


def _long_form(word: str, collection: Collection) -> list[str]:
    if not ABBREVIATION.fullmatch(word):
        return []
    meant = collection.long_form(word)
    return [stem(part.text) for part in words(meant) if fold(part.text) not in question_words()]
