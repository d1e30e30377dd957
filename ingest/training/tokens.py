"""The model's tokens: stems of whole words, found inside compounds as well.

A stem is one token wherever it stands, so ``sygedagpengemodtager`` that the vocabulary lacks is read as
``sygedagpenge`` + ``modtager`` and shares their vectors.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
LONGEST, SHORTEST = 24, 3
"""Letters of a stem that may be a token, but for the single letters and the little words below."""
COMMON = 50
"""How often a word of one or two letters must stand in the texts to be a token of its own."""
ASSUMED = 200
"""The count that a word of the hand-written texts has at least: they are few, and meant."""
RARE = -25.0
"""The logarithmic weight of a single letter, the last resort of the tokenizer."""
PENALTY = {1: 8.0, 2: 8.0, 3: 3.0}
"""What a short stem pays, so that a compound is not cut into little words."""

_SUFFIXES = (
    "erendes|erende|erede|endes|ernes|erens|erets|ered|ende|erne|eren|erer|enes|eres|eret|ene|ere|ens|ers|ets"
    "|en|er|es|et|e"
)
# An e after o is mostly the second half of ø; words in -s are cut only after the letters Snowball names.
_ENDING = Regex(
    rf"(?<=\p{{L}}{{3}})(?:(?:et)?heds?(?:{_SUFFIXES})?|(?<!o)(?:{_SUFFIXES})|(?<=[abcdfghjklmnoprtvyz])s)"
    r"(?!\p{L})"
)
_SPLIT = pre_tokenizers.Split(Regex(r"[^\p{L}]+"), "removed")
_NORMALIZER = normalizers.Sequence(
    [
        normalizers.NFC(),
        normalizers.Lowercase(),
        # People write aa, ae and oe where their keyboard lacks the letters.
        normalizers.Replace("å", "aa"),
        normalizers.Replace("æ", "ae"),
        normalizers.Replace("ø", "oe"),
        normalizers.NFD(),
        normalizers.StripAccents(),
        normalizers.Replace(_ENDING, ""),
    ]
)


def stems(text: str) -> list[str]:
    """Return the stems of a text as the tokenizer sees them, compounds whole."""
    return [stem for stem, _ in _SPLIT.pre_tokenize_str(_NORMALIZER.normalize_str(text))]


def build_tokenizer(texts: Iterable[str], written: Iterable[str], size: int) -> Tokenizer:
    """Return a tokenizer of the ``size`` commonest stems of ``texts`` and all stems of ``written``."""
    counts = _count(texts)
    for stem in {stem for text in written for stem in stems(text)}:
        counts[stem] = max(counts[stem], ASSUMED)
    tokenizer = Tokenizer(models.Unigram(_scores(counts, size), unk_id=0))
    tokenizer.normalizer = _NORMALIZER
    tokenizer.pre_tokenizer = _SPLIT
    return tokenizer


def _count(texts: Iterable[str]) -> Counter[str]:
    words: Counter[str] = Counter()
    for text in texts:
        words.update(WORD.findall(text.lower()))
    counts: Counter[str] = Counter()
    for word, times in words.items():
        for stem in stems(word):
            counts[stem] += times
    return counts


def _scores(counts: Counter[str], size: int) -> list[tuple[str, float]]:
    total = counts.total()
    ordered = sorted(counts, key=lambda stem: (-counts[stem], stem))
    chosen = [stem for stem in ordered if SHORTEST <= len(stem) <= LONGEST][:size]
    chosen += [stem for stem in ordered if len(stem) < SHORTEST and counts[stem] >= COMMON]
    letters = sorted(set("".join(counts)) - set(chosen))
    scored = [(stem, math.log(counts[stem] / total) - PENALTY.get(len(stem), 0.0)) for stem in chosen]
    return [("<unk>", RARE), *scored, *((letter, RARE) for letter in letters)]
