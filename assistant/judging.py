"""How well a unit answers a question: what it and its surroundings hold, and if it is of the kind asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked import Aim, AnswerKind
from assistant.collection import analysed
from assistant.counting import counts
from assistant.matching import Concept, Rarity, presence
from assistant.understanding import GOAL_STEMS, OWN, Understanding
from assistant.units import Unit
from assistant.weights import Weights
from ingest.danish.analysis import Analysis
from ingest.danish.numbers import dates, numbers, years
from ingest.plan import BlockKind

LONG = 300
"""Characters from which a unit is long."""
_NAME = re.compile(r"(?<=[a-zæøå,”\"] )[A-ZÆØÅ][\w-]+|\b[A-ZÆØÅ]{2,}\b")
_PERSON = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)? [A-ZÆØÅ][a-zæøå]+")

_AGENT = re.compile(r"\b\w{3,}(?:es|et|t) (?:\w+ ){0,3}af\b")
"""By whom something is done: "varetages i fællesskab af"."""
_WHEN = re.compile(
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|hverdage?|senest|inden|kl\.|klokken"
    r"|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
    r"|\befter \w+ (?:dage|uger|måneder|år)\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\b(?:fordi|derfor|skyldes|på grund af|som følge af|årsag\w*|grund(?:en|ene)?|idet|eftersom|for at)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(r"\b(?:skal|mindst|højst|minimum|maksimalt|øges|nedbringes|reduceres)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a unit is, or is not, the answer. All but ``total`` are from 0 to 1.

    ``own`` is the share of the question's weight that the unit itself holds, ``covered`` the share held
    with its headings, lead-in and passage; ``fits`` says whether it is of the kind asked for; ``meaning`` is
    the cosine between the unit and the question.
    """

    unit: Unit
    own: float
    covered: float
    fits: float
    meaning: float
    total: float
    on_theme: bool = False
    """Whether it is a registered goal on a theme of the question."""
    cell: bool = False
    """Whether it is a table row of which the question names the label and a column."""


def judge(
    unit: Unit,
    passage: Analysis,
    understood: Understanding,
    meaning: float,
    pledged: frozenset[str] | None,
    rarity: Rarity,
    weights: Weights,
) -> Verdict:
    """Weigh a unit that stands in ``passage`` against a question; ``pledged``: the themes of a goal in it."""
    concepts, kind = understood.concepts, understood.kind
    row = unit.kind is BlockKind.ROW
    surroundings = (
        (1.0, analysed(" ".join((unit.text, *unit.columns)))),
        # A row says nothing without its table's caption.
        (1.0 if row else weights.lead, analysed(unit.lead)),
        (weights.before, analysed(unit.before)),
        (weights.path, analysed("\n".join(unit.path))),
        (weights.passage, passage),
    )
    whole = own = covered = 0.0
    for concept in concepts:
        weight = rarity.of(concept)
        held = [share * presence(concept, text, weights) for share, text in surroundings]
        whole += weight
        own += weight * held[0]
        covered += weight * max(held)
    own, covered = (own / whole, covered / whole) if whole else (0.0, 0.0)
    fits = fitness(unit, kind, understood.counted, concepts)
    cell = names_cell(unit, concepts)
    on_theme = bool(pledged and pledged & understood.themes)
    promised = _promised(unit, understood, pledged is not None, weights) + weights.theme * on_theme
    total = covered + weights.own * own + weights.kind * fits + promised - _cost(unit, kind, weights)
    total += weights.meaning * max(0.0, meaning) * (1.0 - covered) + weights.cell * cell
    return Verdict(unit, own, covered, fits, meaning, total, on_theme, cell)


def names_cell(unit: Unit, concepts: Sequence[Concept]) -> bool:
    """Say whether a question names the whole label of a row, which says something, and a whole column."""
    if unit.kind is not BlockKind.ROW or not unit.columns:
        return False
    asked = {concept.stem for concept in concepts}
    said = {concept.stem for concept in concepts if concept.gist >= OWN}
    label = set(analysed(unit.text.partition("\t")[0]).stems)
    # "Målet var" is not named by a question for the goal.
    telling = said - GOAL_STEMS | {stem for stem in asked if stem.isdigit()}
    columns = [set(analysed(column).stems) for column in unit.columns[1:]]
    return bool(label & said) and label <= asked and any(c <= asked and c & telling for c in columns)


def _promised(unit: Unit, understood: Understanding, pledged: bool, weights: Weights) -> float:
    """Return what a commitment gains where a goal is asked for, and loses where the state of things is."""
    if understood.asks_for_goals:
        return weights.goal * max(goal_like(unit), weights.registered * pledged)
    if understood.kind is AnswerKind.NUMBER and understood.aim is not Aim.UNSAID:
        promise = 1.0 if _PROMISE.search(unit.text) else 0.0
        return weights.aim * (promise if understood.aim is Aim.GOAL else -promise)
    return 0.0


def _cost(unit: Unit, kind: AnswerKind, weights: Weights) -> float:
    weak = weights.heading if unit.kind in (BlockKind.HEADING, BlockKind.NOTE) else 0.0
    weak = 0.0 if kind is AnswerKind.LIST and unit.introduces else weak
    if unit.kind is BlockKind.ROW and kind in (AnswerKind.DEFINITION, AnswerKind.WHY, AnswerKind.HOW):
        weak = weights.heading
    return weak + weights.length * min(1.0, len(unit.text) / LONG)


def fitness(unit: Unit, kind: AnswerKind, counted: Concept | None, concepts: Sequence[Concept]) -> float:
    """Return how well a unit is of the kind asked for, from 0 to 1; 0 where any kind will do."""
    text = unit.text
    match kind:
        case AnswerKind.NUMBER:
            return counts(unit, counted, concepts)
        case AnswerKind.DATE:
            return 1.0 if dates(text) or years(text) or _WHEN.search(text) else 0.0
        case AnswerKind.WHY:
            return 1.0 if _BECAUSE.search(text) else 0.0
        case AnswerKind.NAME:
            return 1.0 if _PERSON.search(text) else 0.7 if _NAME.search(text) or _AGENT.search(text) else 0.0
        case AnswerKind.PERSON:
            return 1.0 if _PERSON.search(text) else 0.0
        case AnswerKind.DEFINITION:
            return _defines(text, concepts)
        case AnswerKind.LIST:
            return _enumerates(unit, concepts)
        case _:
            return 0.0


def _enumerates(unit: Unit, concepts: Sequence[Concept]) -> float:
    """Say whether the text lists several things, introduces what does, or is one of a series asked about."""
    if unit.introduces or (unit.series and unit.series <= {concept.stem for concept in concepts}):
        return 1.0
    return 0.5 if unit.group >= 0 or unit.text.count(",") >= 2 or " og " in unit.text else 0.0


def goal_like(unit: Unit) -> float:
    """Say whether a unit commits to something: under a heading that says goals, or in words that do."""
    headed = bool(set(analysed("\n".join((*unit.path[-1:], unit.lead))).stems) & GOAL_STEMS)
    promised = bool(_PROMISE.search(unit.text))
    counted = promised and bool(numbers(unit.text))
    return (0.3 * headed) + (0.4 * promised) + (0.3 * counted)


def _defines(text: str, concepts: Sequence[Concept]) -> float:
    """Say whether the text explains one of the concepts: "X (...)", "X – ...", "X er ...", "hedder X"."""
    for concept in concepts:
        word = re.escape(concept.word)
        if re.search(rf"\b{word}\w*\s*(?:\(|[–:-]\s|er\s|betyder|står for)", text, re.IGNORECASE):
            return 1.0
        if re.search(rf"(?:[–-] ?|, |kaldt )\W?{word}\w*\W?, (?:hvor|som|der)\b", text, re.IGNORECASE):
            return 1.0
        if re.search(
            rf"\(\s*{word}\s*\)|\b(?:hedder|kaldes|kaldet|kalder vi)\s+\W?{word}\b", text, re.IGNORECASE
        ):
            return 1.0
    return 0.0
