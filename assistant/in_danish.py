"""An English question read in Danish, word for word: what plans are written in, and all else works on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.collection import Collection
from assistant.english_compounds import compound
from assistant.english_questions import asking
from assistant.matching import Concept
from ingest.danish.english import english
from ingest.danish.everyday import is_word
from ingest.danish.lists import word_list
from ingest.danish.municipalities import mentions
from ingest.danish.stems import stem, terms
from ingest.danish.vocabulary import weighed
from ingest.danish.words import Word, fold, words

_THOUSANDS = re.compile(r"\b\d{1,3}(?:,\d{3})+\b")
_DECIMALS = re.compile(r"\b(\d+)\.(\d{1,2})\b(?!\.)")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_OWNED = re.compile(
    r"\b(?:the )?(?:municipality|commune) of "
    r"(?P<name>[^\W\d_][\w-]*(?: (?-i:[A-ZÆØÅ])[\w-]*)?)(?:'(?P<s>s))?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„»«‘][^\"“”„»«’]+[\"“”»«’]")
_DANISH_LETTER = re.compile(r"[æøå]", re.IGNORECASE)
_LOOSE = re.compile(r" (?=[?!.,;:])")
_BESIDE = re.compile(r"'?[ -]+")
"""What may stand between the words of an expression."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A question in Danish; ``wording`` pairs its words with those that they were read for.

    ``others`` holds further stems for a word and how much each counts, by the stem of the word.
    """

    text: str
    others: Mapping[str, Mapping[str, float]]
    wording: tuple[tuple[str, str], ...]

    def widened(self, concept: Concept) -> Concept:
        """Return a concept of the Danish question with the other words for it."""
        known = {concept.stem, *(other for other, _ in concept.others)}
        further = self.others.get(concept.stem, {}).items()
        return replace(
            concept, others=(*concept.others, *((s, near) for s, near in further if s not in known))
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands at ``start:end``, in English words if it is not a name, and what it may be in Danish."""

    start: int
    end: int
    danish: tuple[str, ...]
    spoken: tuple[str, ...] = ()

    @property
    def read(self) -> bool:
        """Say whether it is read as Danish, and no name that stays."""
        return bool(self.spoken)


def in_danish(written: str, collection: Collection) -> Rendered:
    """Return an English question in Danish: names, Danish words and unknown ones stay as they are."""
    text = _danish_signs(written)
    pieces = _compounded(_with_its_verb(_pieces(text, collection)), text, collection)
    said, at = [], 0
    for piece in pieces:
        said += [text[at : piece.start], piece.danish[0] if piece.danish else ""]
        at = piece.end
    others: dict[str, Mapping[str, float]] = {}
    wording: list[tuple[str, str]] = []
    for piece in (piece for piece in pieces if piece.read and piece.danish):
        others |= dict.fromkeys(terms(piece.danish[0]), weighed(piece.danish))
        wording += [(fold(word.text), text[piece.start : piece.end]) for word in words(piece.danish[0])]
    joined = _LOOSE.sub("", " ".join("".join((*said, text[at:])).split()))
    return Rendered(joined, others, tuple(wording))


def in_own_words(phrase: str, wording: Sequence[tuple[str, str]]) -> str:
    """Return a Danish phrase in the English words that it was read for: "småjob" as "small jobs"."""
    meant = dict(reversed(wording))
    spoken = [meant.get(fold(word.text), word.text) for word in words(phrase)]
    return " ".join(word for at, word in enumerate(spoken) if at == 0 or word != spoken[at - 1])


def _danish_signs(written: str) -> str:
    """Return a text with numbers and the names of municipalities written as in Danish."""
    text = _DECIMALS.sub(
        r"\1,\2", _THOUSANDS.sub(lambda n: n[0].replace(",", "."), written.replace("’", "'"))
    )
    return _OWNED.sub(lambda n: f"{n['name']} Kommune{n['s'] or ''}", _ORDINAL.sub(r"\1.", text))


def _pieces(text: str, collection: Collection) -> list[_Piece]:
    """Return the words of a text, those of an expression together, each with what it is in Danish."""
    kept = _names(text, collection)
    spoken = [part for word in words(text) for part in _parted(word, kept, collection)]
    shouted = text.isupper()
    lowered = ["" if _within(w, kept) or _is_short(w, shouted) else w.text.lower() for w in spoken]
    pieces: list[_Piece] = []
    at = 0
    while at < len(spoken):
        width, danish = _longest(text, spoken, lowered, at)
        if danish is None:
            word = spoken[at]
            pieces.append(_unknown(word, bool(at), bool(lowered[at]), collection))
        else:
            told, said = _known_first(danish, collection), tuple(lowered[at : at + width])
            if width == 1 and said[0] not in told and _is_used(said[0], collection):
                told = (*told, said[0])
            pieces.append(_Piece(spoken[at].start, spoken[at + width - 1].end, told, said))
        at += width
    return pieces


def _is_short(word: Word, shouted: bool) -> bool:
    """Say whether a word is an abbreviation: "STAR" is no star."""
    bare = word.text.removesuffix("'s")
    return not shouted and bare.isupper() and len(bare) > 1


def _is_used(word: str, collection: Collection) -> bool:
    """Say whether the plans use an English word themselves: "code of care"."""
    return stem(word) in collection.rarity.counts and not is_word(word)


def _with_its_verb(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Put the verb where Danish has it, in place of "does" or "did": "what did the course cost"."""
    placed = list(pieces)
    for at, piece in enumerate(placed):
        if piece.danish != ("",):
            continue
        rest = range(at + 2, len(placed))
        verb = next((n for n in rest if placed[n].spoken in english().finite and _is_verb(placed, n)), None)
        if verb is not None:
            form = english().finite[placed[verb].spoken][piece.spoken == ("did",)]
            placed[at] = replace(piece, danish=(form,), spoken=placed[verb].spoken)
            placed[verb] = replace(placed[verb], danish=(), spoken=())
        break
    return placed


def _is_verb(pieces: Sequence[_Piece], at: int) -> bool:
    """Say whether a word that is also a noun stands as a verb: after who does it, not after "the" or "of"."""
    before = pieces[at - 1]
    return not (before.spoken and before.spoken[-1] in word_list("english.before_noun"))


def _known_first(danish: Sequence[str], collection: Collection) -> tuple[str, ...]:
    """Return Danish words for the same with the first before the others that the plans know."""
    counts = collection.rarity.counts
    known = next((words_ for words_ in danish if all(term in counts for term in terms(words_))), None)
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
        and _BESIDE.fullmatch(text[spoken[at + reach - 1].end : spoken[at + reach].start])
    ):
        reach += 1
    if not lowered[at]:
        return 1, None
    for width in range(reach, 1, -1):
        if (danish := english().meaning(lowered[at : at + width])) is not None:
            return width, danish
    asked = asking(lowered, at)
    return 1, (asked,) if asked is not None else english().meaning(lowered[at : at + 1])


def _unknown(word: Word, inside: bool, open_: bool, collection: Collection) -> _Piece:
    """Return a word that no list holds: a name or a Danish word as it is, a slip of the pen put right."""
    own = word.text.replace("'s", "s")
    stays = _Piece(word.start, word.end, (own,))
    if not open_ or not own.isalpha() or (inside and own[0].isupper()) or _DANISH_LETTER.search(own):
        return stays
    if stem(own) in collection.rarity.counts or is_word(own):
        return stays
    if typed := collection.speller.typed(own):
        return _Piece(word.start, word.end, (typed,))
    meant = english().guessed(own.lower())
    return _Piece(word.start, word.end, meant, (own.lower(),)) if meant else stays


def _compounded(pieces: Sequence[_Piece], text: str, collection: Collection) -> list[_Piece]:
    """Put words together that are one word in the plans."""
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        beside = before is not None and bool(_BESIDE.fullmatch(text[before.end : piece.start]))
        if before is not None and beside and before.read and piece.read:
            own = (each.spoken if len(each.spoken) == 1 else () for each in (before, piece))
            first, second = ((*each.danish, *word) for each, word in zip((before, piece), own, strict=True))
            word = compound(first, second, collection.rarity.counts)
            if word:
                apart = f"{before.danish[0]} {piece.danish[0]}"
                joined[-1] = _Piece(before.start, piece.end, (word, apart), (*before.spoken, *piece.spoken))
                continue
        joined.append(piece)
    return joined
