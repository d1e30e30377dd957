"""Whether a sentence counts the thing asked for together with others, which a row counts by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.asked import Aim, AnswerKind
from assistant.changes import asks_for_change, only_asks, tells_change
from assistant.collection import analysed
from assistant.judging import Verdict, cell_in_full, only_promises
from assistant.matching import Concept, presence
from assistant.row_labels import meant, named, sums_up
from assistant.table_cells import cells_of, places_named
from assistant.times import of_another_time
from assistant.understanding import GOAL_STEMS, OWN, Understanding
from assistant.units import Unit
from assistant.weights import DEFAULT
from ingest.danish.analysis import Analysis
from ingest.danish.numbers import figures
from ingest.danish.stems import stem
from ingest.plan import BlockKind, PlanCard

HELD = 0.5
"""How fully a table must hold what a sum is asked of: "beskæftigelsesindsatsen" in a beskæftigelsesplan."""
_COINS = re.compile(r"\bkr\b|\b(?:mio|mia)\b", re.IGNORECASE)
_MONEY = frozenset(stem(word) for word in ("beløb", "penge", "budget", "udgift", "midler"))
"""Words that ask for the sum of a table whose columns are headed with the money."""
_WORD = re.compile(r"[^\W\d_][\w-]*")
_OR = re.compile(r"\beller\b", re.IGNORECASE)
_CAME_OF = re.compile(
    r"\bresultat(?:et|er|erne)?\b|\bnået\b|\bnåede\b|\bopnåe|\bgik det med målet"
    r"|\b(?:i forhold til|ift\.?|mod) målet\b",
    re.IGNORECASE,
)
"""How a question asks what came of a goal."""
_BESIDE = (AnswerKind.WHY, AnswerKind.PERSON, AnswerKind.NAME, AnswerKind.PLACE, AnswerKind.DATE)
"""Kinds that ask for what stands beside a result."""
_RESULT = re.compile(r"\bresultat(?!mål)|\bopnået|\bnået\b", re.IGNORECASE)
_OF_RESULTS = GOAL_STEMS | {
    stem(word) for word in ("resultat", "nået", "nåede", "opnåede", "forhold", "stand")
}
_BEFORE = re.compile(r"(?P<other>[\w-]+) (?:og|eller|samt) (?:(?:i|på|til|med|ved) )?$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:, (?:(?:i|på|til|med|ved) )?[\w-]+){0,4}"
    r" (?:og|eller|samt) (?:(?:i|på|til|med|ved) )?(?P<other>[\w-]+)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\d.*|skal|må|kan|vil|er|var|har|havde|bliver|blev|får|fik|kommer|heraf|deraf|det|der|de|den|at",
    re.IGNORECASE,
)
"""After "og": what begins a clause or a number of its own, and adds no one to the number."""


def counts_alone(verdict: Verdict, understood: Understanding) -> bool:
    """Say whether a row gives the very number asked for: its label is named, and the table is of the time."""
    if verdict.fits < 1.0 or understood.kind is not AnswerKind.NUMBER or understood.asks_for_goals:
        return False
    return _counts(verdict.unit, understood.concepts)


def _counts(unit: Unit, concepts: Sequence[Concept]) -> bool:
    """Say whether a row is of the thing and the time that some concepts name."""
    if unit.kind is not BlockKind.ROW:
        return False
    label = unit.text.partition("\t")[0]
    periods = {concept.word for concept in concepts if concept.word.isdigit()}
    about = any(named(label, [c]) > 0.0 for c in concepts if c.gist >= OWN)
    telling = (about and named(label, concepts) >= 1.0) or sums_up(label, concepts)
    return telling and periods <= figures(_around(unit))


def exact(verdicts: Sequence[Verdict], understood: Understanding) -> list[Verdict]:
    """Return the rows that together give the very numbers asked for, best first; of one table each of them.

    All else that is asked about must stand in the table: its headings, caption and title.
    """
    for verdict in verdicts:
        whole = cell_in_full(verdict.unit, understood.text) and _holds_all([verdict], understood.concepts)
        if whole and not of_another_time(verdict.unit, understood.text):
            return [verdict]
    if understood.aim is Aim.GOAL:
        return []
    if asks_for_change(understood):
        return _changed(verdicts, understood)
    rows = _by_their_names(
        [verdict for verdict in verdicts if counts_alone(verdict, understood)], understood.concepts
    )
    # A row that is called just as the thing comes before "Mål for ..." or "Fuldtidspersoner på ...".
    rows.sort(key=lambda row: len(_label(row.unit)))
    for first in rows:
        beside = [row for row in rows if _beside(row.unit, first.unit)]
        if len(beside) > 1 and _OR.search(understood.text) and verdicts[0].unit.kind is not BlockKind.ROW:
            # "I fleksjob eller på ledighedsydelse": a sentence may tell how many they are together.
            return []
        if _holds_all(beside, understood.concepts):
            return beside
    return []


def newest_exact(
    verdicts: Sequence[Verdict], understood: Understanding, cards: Mapping[str, PlanCard]
) -> list[Verdict]:
    """Return what gives the very numbers asked for, of the newest plan that does where no year is said."""
    found = exact(verdicts, understood)
    if not found or understood.years or understood.edition:
        return found
    known = cards[found[0].unit.plan].identity
    newer = {
        plan
        for plan, card in cards.items()
        if (card.identity.municipality, card.identity.kind) == (known.municipality, known.kind)
        and (card.identity.first_year or 0) > (known.first_year or 0)
    }
    later = newest_exact([v for v in verdicts if v.unit.plan in newer], understood, cards)
    return later if _alike(later, found) else found


def results(verdicts: Sequence[Verdict], understood: Understanding) -> tuple[Verdict, ...]:
    """Return the row that tells what came of a goal, where that is asked for."""
    if understood.kind in _BESIDE or not _CAME_OF.search(understood.text):
        return ()
    asked = [concept for concept in understood.concepts if concept.stem not in _OF_RESULTS]
    told = [v for v in verdicts if any(_RESULT.search(column) for column in v.unit.columns)]
    return tuple(row for row in told if _counts(row.unit, asked) and _holds_all([row], asked))[:1]


def _alike(rows: Sequence[Verdict], others: Sequence[Verdict]) -> bool:
    """Say whether rows of two tables have the same labels, and columns that are asked for alike."""
    labels = [{_label_text(row).strip().lower() for row in each} for each in (rows, others)]
    return labels[0] == labels[1] and all(row.cell for row in rows) == all(row.cell for row in others)


def _by_their_names(rows: Sequence[Verdict], concepts: Sequence[Concept]) -> list[Verdict]:
    """Leave out the rows that only another word for a thing names, where the thing has a row itself."""
    words = [replace(concept, others=(), parts=()) for concept in concepts]
    called = [row for row in rows if named(_label_text(row), words) >= 1.0]
    told = {word.stem for row in called for word in words if named(_label_text(row), [word])}
    return [
        row
        for row in rows
        if row in called
        or sums_up(_label_text(row), concepts)
        or any(named(_label_text(row), [c]) for c in concepts if c.stem not in told)
    ]


def _holds_all(rows: Sequence[Verdict], concepts: Sequence[Concept]) -> bool:
    """Say whether rows of one table hold, with what stands around them, all that a question is about."""
    labels = [_label_text(row) for row in rows]
    around = analysed("\n".join((_around(rows[0].unit), rows[0].unit.title, *labels)))
    of = {cell.place for row in rows for cell in cells_of(row.unit)}
    summed = any(sums_up(label, concepts) for label in labels)
    asked = [concept for concept in concepts if concept.gist >= OWN and not of & places_named(concept.word)]
    if summed and _COINS.search("\n".join(rows[0].unit.columns)):
        asked = [concept for concept in asked if concept.stem not in _MONEY]
    return all(_held(c, around) or (summed and presence(c, around, DEFAULT) >= HELD) for c in asked)


def _held(concept: Concept, text: Analysis) -> bool:
    return any(meaning in text.stems or meaning in text.parts for meaning in meant(concept))


def _changed(verdicts: Sequence[Verdict], understood: Understanding) -> list[Verdict]:
    """Return the row that tells how what is asked for has changed, or the best sentence that does."""
    asked = [concept for concept in understood.concepts if not only_asks(concept.stem)]
    telling = [verdict for verdict in verdicts if tells_change(verdict.unit)]
    rows = [v for v in telling if _counts(v.unit, asked) and _holds_all([v], asked)]
    own = [concept for concept in asked if concept.gist >= OWN]
    said = [v for v in telling if own and all(_held(c, analysed(v.unit.text)) for c in own)]
    said = [v for v in said if v.unit.kind is not BlockKind.ROW and not only_promises(v.unit)]
    # A sentence that is the best answer anyway also says it in words.
    return said[:1] if verdicts[:1] == said[:1] else (rows or said)[:1]


def _beside(row: Unit, first: Unit) -> bool:
    """Say whether two rows of a table are about two things; the same label twice is one told again."""
    return row == first or (
        (row.plan, row.group) == (first.plan, first.group) and _label(row).isdisjoint(_label(first))
    )


def _around(unit: Unit) -> str:
    return "\n".join((unit.text, unit.lead, *unit.columns, *unit.path))


def is_sum(verdict: Verdict, row: Verdict, understood: Understanding) -> bool:
    """Say whether a text under the row's heading counts what the row counts together with something else."""
    unit = verdict.unit
    if unit.kind is BlockKind.ROW or (unit.plan, unit.path) != (row.unit.plan, row.unit.path):
        return False
    asked = {concept.stem for concept in understood.concepts}
    return joins(unit.text, _label(row.unit) & _told(understood), asked)


def joins(text: str, things: set[str], asked: set[str]) -> bool:
    """Say whether a text joins a thing to one not asked for: "i fleksjob eller på ledighedsydelse"."""
    for word in _WORD.finditer(text):
        if stem(word[0].lower()) not in things:
            continue
        beside = (_BEFORE.search(text[: word.start()]), _AFTER.match(text[word.end() :]))
        others = [found["other"] for found in beside if found and not _GOES_ON.fullmatch(found["other"])]
        if any(stem(other.strip("-").lower()) not in asked for other in others):
            return True
    return False


def _label_text(row: Verdict) -> str:
    return row.unit.text.partition("\t")[0]


def _label(row: Unit) -> set[str]:
    return set(analysed(row.text.partition("\t")[0]).stems)


def _told(understood: Understanding) -> set[str]:
    """Return the stems of what the question is about, and not of its asking."""
    return {concept.stem for concept in understood.concepts if concept.gist >= OWN}
