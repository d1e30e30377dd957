"""An English question read in Danish, word for word: what plans are written in, and all else works on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.asked import AnswerKind, answer_kind
from assistant.collection import Collection
from assistant.english_compounds import compound
from assistant.english_pieces import BESIDE, Piece, in_pieces
from assistant.matching import Concept
from ingest.danish.english import english
from ingest.danish.lists import word_list
from ingest.danish.stems import terms
from ingest.danish.vocabulary import weighed
from ingest.danish.words import fold, words

_THOUSANDS = re.compile(r"\b\d{1,3}(?:,\d{3})+\b")
_DECIMALS = re.compile(r"\b(\d+)\.(\d{1,2})\b(?!\.)")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_OWNED = re.compile(
    r"\b(?:the )?(?:municipality|commune) of "
    r"(?P<name>[^\W\d_][\w-]*(?: (?-i:[A-ZÆØÅ])[\w-]*)?)(?:'(?P<s>s))?",
    re.IGNORECASE,
)
_DO = (("do",), ("does",), ("did",))
_LOOSE = re.compile(r" (?=[?!.,;:])")


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


def in_danish(written: str, collection: Collection) -> Rendered:
    """Return an English question in Danish: names, Danish words and unknown ones stay as they are."""
    text = _danish_signs(written)
    pieces = _compounded(_with_its_verb(in_pieces(text, collection)), text, collection)
    said, at = [], 0
    for piece in pieces:
        said += [text[at : piece.start], piece.danish[0] if piece.danish else ""]
        at = piece.end
    others: dict[str, Mapping[str, float]] = {}
    wording: list[tuple[str, str]] = []
    for piece in (piece for piece in pieces if piece.read and piece.danish):
        chosen, further = terms(piece.danish[0]), weighed(piece.danish)
        others |= {key: {s: near for s, near in further.items() if s not in chosen} for key in chosen}
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


def _with_its_verb(pieces: Sequence[Piece]) -> list[Piece]:
    """Put the verb where Danish has it, in place of "does" or "did": "what did the course cost"."""
    placed = list(pieces)
    for at, piece in enumerate(placed):
        begins = piece.spoken in _DO and piece.danish == ("har",)
        if piece.danish != ("",) and not begins:
            continue
        rest = range(at + 2, len(placed))
        verb = next((n for n in rest if placed[n].spoken in english().finite and _is_verb(placed, n)), None)
        if verb is not None:
            form = english().finite[placed[verb].spoken][piece.spoken == ("did",)]
            if begins and answer_kind(f"{form} det") is not AnswerKind.YES_NO:
                break
            placed[at] = replace(piece, danish=(form,), spoken=(*piece.spoken, *placed[verb].spoken))
            placed[verb] = replace(placed[verb], danish=(), spoken=())
        break
    return placed


def _is_verb(pieces: Sequence[Piece], at: int) -> bool:
    """Say whether a word that is also a noun stands as a verb: after who does it, not after "the" or "of"."""
    before = pieces[at - 1]
    return not (before.spoken and before.spoken[-1] in word_list("english.before_noun"))


def _compounded(pieces: Sequence[Piece], text: str, collection: Collection) -> list[Piece]:
    """Put words together that are one word in the plans."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        beside = before is not None and bool(BESIDE.fullmatch(text[before.end : piece.start]))
        if before is not None and beside and before.read and piece.read:
            own = (each.spoken if len(each.spoken) == 1 else () for each in (before, piece))
            first, second = ((*each.danish, *word) for each, word in zip((before, piece), own, strict=True))
            word = compound(first, second, collection.rarity.counts)
            if word:
                apart = f"{before.danish[0]} {piece.danish[0]}"
                joined[-1] = Piece(before.start, piece.end, (word, apart), (*before.spoken, *piece.spoken))
                continue
        joined.append(piece)
    return joined
