"""What a misspelled question means to say, among the words that the plans and daily life know."""

from __future__ import annotations

from assistant.collection import Collection
from assistant.wordlists import common_stems, light_stems, question_words
from ingest.danish.compounds import split
from ingest.danish.everyday import is_word
from ingest.danish.municipalities import mentions
from ingest.danish.spelling import TWO_SLIPS
from ingest.danish.stems import stem
from ingest.danish.vocabulary import vocabulary
from ingest.danish.words import fold, words

LITTLE = 3
"""Letters of a word that another is too easily taken for, and of a part that any letters make."""


def corrected(text: str, collection: Collection) -> str:
    """Return a Danish question with its slips of the pen put right; names of municipalities stay."""
    bare = not any(letter in text.lower() for letter in ("æ", "ø", "å", "aa"))
    places = mentions(text, collection.municipalities)
    known: dict[str, str] = {}
    said, at = [], 0
    for word in words(text):
        meant = word.text
        if not any(place.start <= word.start < place.end for place in places):
            if meant not in known:
                known[meant] = _spelled(_unbared(meant, collection) if bare else meant, collection)
            meant = known[meant]
        said += [text[at : word.start], meant]
        at = word.end
    return "".join((*said, text[at:]))


def _silent(word: str) -> str | None:
    """Return the question word of which a letter that nobody hears was left out: "vem", "hva"."""
    key = fold(word)
    meant = [f"{key}d"] if key in question_words() else [f"h{key}", f"{key}d"]
    return next((word for word in meant if len(word) > LITTLE and word in question_words()), None)


def _unbared(word: str, collection: Collection) -> str:
    """Return the plans' word behind one typed without Danish letters, also where that is a word: "mal"."""
    counts = collection.rarity.counts
    if stem(word) in counts or _heard(word):
        return word
    meant = collection.speller.typed(word)
    return word if meant is None or not (stem(meant) in counts or _heard(meant)) else _cased(meant, word)


def _cased(meant: str, word: str) -> str:
    return meant.capitalize() if word[0].isupper() else meant


def _spelled(word: str, collection: Collection) -> str:
    """Return the word that was meant, when neither the plans nor the language know the one written."""
    if silent := _silent(word):
        return _cased(silent, word)
    counts = collection.rarity.counts
    if not word.isalpha() or stem(word) in counts or is_word(word) or _heard(word):
        return word
    speller = collection.speller
    # Where a keyboard lacks æ, ø and å, nothing is misspelled: that comes before all guesses.
    typed = speller.typed(word) or speller.typed(stem(word))
    parts = split(word)
    joined = len(parts) > 1 and all(len(part) > LITTLE and stem(part) in counts for part in parts)
    if typed is None and joined:
        return word
    meant = (
        typed or speller.correct(word) or (speller.correct(stem(word)) if len(word) >= TWO_SLIPS else None)
    )
    if meant is None or not (_heard(meant) or any(stem(part) in counts for part in (meant, *split(meant)))):
        return word
    return _cased(meant, word)


def _heard(word: str) -> bool:
    """Say whether a word is one that people ask with."""
    heard = fold(word) in question_words() or stem(word) in light_stems() | common_stems()
    return heard or vocabulary().knows(word)
