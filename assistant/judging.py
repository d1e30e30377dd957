"""How well a unit answers a question: what it and its surroundings hold, and if it is of the kind asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked import Aim, AnswerKind
from assistant.collection import analysed
from assistant.columns import sets_beside
from assistant.denied import affirmed
from assistant.fitness import fitness
from assistant.matching import Concept, Rarity, presence
from assistant.places import nearness
from assistant.row_labels import label_in_full, named, named_in_full
from assistant.understanding import GOAL_STEMS, OWN, Understanding
from assistant.units import Unit
from assistant.weights import Weights
from ingest.danish.analysis import Analysis
from ingest.danish.numbers import numbers
from ingest.goals.goal import Goal
from ingest.plan import BlockKind

LONG = 300
"""Characters from which a unit is long."""
_PROMISE = re.compile(r"\b(?:skal|mindst|højst|minimum|maksimalt|øges|nedbringes|reduceres)\b", re.IGNORECASE)

_STATED = re.compile(
    r"\b(?:er|var|lå|ligger|udgjorde|udgør)\b[^.;]*?(?<!\d)(?!(?:19|20)\d\d\b)\d", re.IGNORECASE
)


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
    goals: tuple[Goal, ...] = ()
    """The registered goals that it states on a theme of the question."""
    cell: bool = False
    """Whether it is a table row of which the question names the label and a column."""
    stated: Goal | None = None
    """The one goal that is told of it, where goals are told one by one."""
    near: float = 0.0
    """How near it stands to the answer before, from which the question goes on."""


def judge(
    unit: Unit,
    passage: Analysis,
    understood: Understanding,
    meaning: float,
    pledged: Sequence[Goal],
    rarity: Rarity,
    weights: Weights,
) -> Verdict:
    """Weigh a unit that stands in ``passage`` against a question; ``pledged``: the goals it states."""
    concepts, kind = understood.concepts, understood.kind
    said = f"{understood.subject} {understood.text}"
    surroundings = (
        (1.0, analysed(affirmed(" ".join((unit.text, *unit.columns)), said))),
        (weights.lead, analysed(unit.lead)),
        (weights.before, analysed(unit.before)),
        (weights.path, analysed("\n".join(unit.path))),
        (weights.passage, passage),
    )
    near = nearness(unit, understood.places)
    whole = own = covered = 0.0
    for concept in concepts:
        weight = rarity.of(concept)
        held = [share * presence(concept, text, weights) for share, text in surroundings]
        whole += weight
        own += weight * held[0]
        # Where the answer before stood, its subject is spoken of without being named.
        covered += weight * max(*held, near * (concept.stem in understood.taken))
    own, covered = (own / whole, covered / whole) if whole else (0.0, 0.0)
    fits = fitness(unit, understood)
    cell = names_cell(unit, concepts) or cell_in_full(unit, understood.text)
    cell = cell or (
        sets_beside(unit, understood.text) and named(unit.text.partition("\t")[0], concepts) >= 1.0
    )
    on_theme = tuple(goal for goal in pledged if not understood.themes.isdisjoint(goal.themes))
    promised = _promised(unit, understood, bool(pledged), weights) + weights.theme * bool(on_theme)
    total = covered + weights.own * own + weights.kind * fits + promised - _cost(unit, kind, weights)
    total += weights.meaning * max(0.0, meaning) * (1.0 - covered) + weights.cell * cell
    total += weights.near * near
    return Verdict(unit, own, covered, fits, meaning, total, on_theme, cell, near=near)


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


def cell_in_full(unit: Unit, question: str) -> bool:
    """Say whether the whole label of a row and a whole column of it stand in a question, word for word."""
    if unit.kind is not BlockKind.ROW or not unit.columns:
        return False
    label, *cells = unit.text.split("\t")
    headings = [h for h, cell in zip(unit.columns[1:], cells, strict=False) if cell.strip()]
    return label_in_full(label, question) and any(named_in_full(h, question) for h in headings)


def only_promises(unit: Unit) -> bool:
    """Say whether a unit tells what shall be, and not also what is."""
    return bool(_PROMISE.search(unit.text)) and not _STATED.search(unit.text)


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


def goal_like(unit: Unit) -> float:
    """Say whether a unit commits to something: under a heading that says goals, or in words that do."""
    headed = bool(set(analysed("\n".join((*unit.path[-1:], unit.lead))).stems) & GOAL_STEMS)
    promised = bool(_PROMISE.search(unit.text))
    counted = promised and bool(numbers(unit.text))
    return (0.3 * headed) + (0.4 * promised) + (0.3 * counted)
