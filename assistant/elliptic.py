"""What a follow-up of few words asks for: "og prisen?" asks for money, "hvad skal det ned på?" a number."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.actions import asks_what_is_done, names_deeds
from assistant.asked import Aim, Amount, AnswerKind
from assistant.followup import COMPARED
from assistant.matching import Concept
from assistant.understanding import SIDE, Understanding
from assistant.widening import only_of_others
from assistant.wordlists import side_stems
from ingest.danish.stems import stem
from ingest.danish.words import fold, words

_SIDES: tuple[tuple[str, AnswerKind, Amount | None], ...] = (
    (
        "pris udgift omkostning beløb budget tilskud finansiering penge kroner bevilling takst price cost",
        AnswerKind.NUMBER,
        Amount.MONEY,
    ),
    ("varighed ventetid længde duration", AnswerKind.NUMBER, Amount.DURATION),
    ("tal tallet tallene antal niveau udgangspunkt baseline status figure", AnswerKind.NUMBER, None),
    ("frist deadline tidsfrist dato start slut begyndelse åbningstid mødetid", AnswerKind.DATE, None),
    ("leder projektleder teamleder chef kontaktperson tovholder leader", AnswerKind.PERSON, None),
    ("ansvarlig ansvar", AnswerKind.NAME, None),
    ("adresse sted lokale address", AnswerKind.PLACE, None),
    ("årsag grund begrundelse baggrund formål hensigt reason purpose", AnswerKind.WHY, None),
)
"""Words for a side of a thing, and what kind of answer each of them asks for."""
_KIND_OF = {stem(word): (kind, amount) for words, kind, amount in _SIDES for word in words.split()}
_VERB_OF_IT = re.compile(
    r"^\W*(?:(?:og|men|så|and) )*(?:hvor\w*|hvem|hvad|hvilke\w*|who|what|when|where|how|why)"
    r"(?: \w+){0,2}? (?P<verb>\w+) (?:den|det|de|dem|han|hun|der|man|it|they|them|he|she)\b",
    re.IGNORECASE,
)
"""A verb of what was spoken of: "hvornår kører den?" asks when, and is not about driving."""
_REACHED = re.compile(
    r"\bhvad (?:skal|må|vil) (?:\w+ )?(?:den|det|de|tallet|antallet|andelen)\b"
    r".*\b(?:ned|op|være|nå|komme|blive|ende|falde|stige)\b",
    re.IGNORECASE,
)
"""A question for the number to be reached: "hvad skal det ned på?"."""
_COSTS = re.compile(
    r"^\W*(?:(?:og|men) )?(?:koster (?:det|den|de) (?:noget|penge)|er (?:det|den|de) (?:så )?gratis"
    r"|is it free"
    r"|skal (?:man|jeg|de|vi) (?:så |selv )?betale(?: for (?:det|den|dem)| noget)?)\W*$",
    re.IGNORECASE,
)
"""A question whether it costs anything, which a price answers and "gratis" too."""
_HOW_MANY = re.compile(r"\b(?:hvor mange|how many)\b", re.IGNORECASE)


_MEASURES = ("tid", "gange", "penge")
"""Words of a question for an amount: "hvor lang tid tager det?"."""


def with_helping_words(now: Understanding) -> Understanding:
    """Let the verb or the comparison of a follow-up that says nothing else only help to ask."""
    if only_of_others(now.asked):
        return replace(now, concepts=())
    spoken = _VERB_OF_IT.search(now.text)
    helping = {
        *COMPARED,
        "end",
        *(_MEASURES if now.amount else ()),
        *([fold(spoken["verb"])] if spoken else []),
    }
    if asks_what_is_done(now.text):
        helping |= {fold(word.text) for word in words(now.text) if names_deeds(word.text)}
    if not now.own_subject or not {fold(concept.word) for concept in now.own_subject} <= helping:
        return now
    lightened = (
        replace(concept, gist=min(concept.gist, SIDE)) if fold(concept.word) in helping else concept
        for concept in now.concepts
    )
    return replace(now, concepts=tuple(lightened))


def spelled_out(now: Understanding, was: Understanding) -> Understanding:
    """Say of which kind an answer must be where only a word for a side of the thing asks for it."""
    if now.kind in (AnswerKind.OTHER, AnswerKind.DEFINITION) and asks_what_is_done(now.text):
        return replace(now, kind=AnswerKind.HOW)
    if _COSTS.search(now.text):
        lightened = tuple(replace(concept, gist=min(concept.gist, SIDE)) for concept in now.concepts)
        return replace(now, kind=AnswerKind.NUMBER, amount=Amount.MONEY, concepts=lightened)
    if now.own_demands:
        return now
    if _REACHED.search(now.text):
        return replace(now, kind=AnswerKind.NUMBER, aim=Aim.GOAL)
    if (
        _HOW_MANY.search(now.text)
        and now.kind is AnswerKind.NUMBER
        and now.counted is None
        and not now.amount
    ):
        return replace(now, counted=was.counted or _thing(was))
    if now.kind not in (AnswerKind.OTHER, AnswerKind.DEFINITION):
        return now
    kinds = [_KIND_OF[c.stem] for c in now.concepts if c.stem in _KIND_OF and c.stem in side_stems()]
    if len(set(kinds)) != 1:
        return now
    kind, amount = kinds[0]
    return replace(now, kind=kind, amount=amount)


def _thing(was: Understanding) -> Concept | None:
    """Return the one thing that a question was about: "hvor mange er der?" counts it."""
    return was.own_subject[0] if len(was.own_subject) == 1 else None
