"""Whether a sentence counts the thing asked for together with others, which a row counts by itself."""

from __future__ import annotations

import re

from assistant.asked import AnswerKind
from assistant.collection import analysed
from assistant.judging import Verdict
from assistant.understanding import OWN, Understanding
from assistant.units import Unit
from ingest.danish.numbers import figures
from ingest.danish.stems import stem
from ingest.plan import BlockKind

_WORD = re.compile(r"[^\W\d_][\w-]*")
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
    unit = verdict.unit
    if unit.kind is not BlockKind.ROW or verdict.fits < 1.0 or understood.kind is not AnswerKind.NUMBER:
        return False
    label, asked = _label(unit), {concept.stem for concept in understood.concepts}
    periods = {concept.word for concept in understood.concepts if concept.word.isdigit()}
    around = "\n".join((unit.text, unit.lead, unit.before, *unit.columns, *unit.path))
    telling = bool(label & _told(understood)) and label <= asked
    return telling and periods <= figures(around) and not understood.asks_for_goals


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


def _label(row: Unit) -> set[str]:
    return set(analysed(row.text.partition("\t")[0]).stems)


def _told(understood: Understanding) -> set[str]:
    """Return the stems of what the question is about, and not of its asking."""
    return {concept.stem for concept in understood.concepts if concept.gist >= OWN}
