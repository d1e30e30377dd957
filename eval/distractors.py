"""Made-up plans of other municipalities, to see what a large collection does to the same questions.

Their text is that of the sample plans, with another municipality's name, among provisions of public law.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, cycle, islice
from pathlib import Path

from corpus.sample.manifest import SamplePlan, read_manifest
from corpus.sample.plain import text_file
from corpus.sample.source import Kind, Piece, Source, read_source
from ingest.danish.municipalities import MUNICIPALITIES, mentions
from ingest.training.law import Provision

FIRST_YEAR = 2018
SECTIONS = 14
"""Sections of the sample plans in one plan, and as many of the law: about as long as a real plan."""
PROVISIONS = 4
"""Provisions in a section of the law."""
TEXT = (Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE)


@dataclass(frozen=True, slots=True)
class Distractor:
    """A made-up plan: what it is, and its text as a file."""

    plan: SamplePlan
    data: bytes


def unasked(questions: Iterable[str], collected: Iterable[str]) -> tuple[str, ...]:
    """Return the municipalities that are neither in the collection nor named by a question."""
    named = {mention.name for question in questions for mention in mentions(question)}
    return tuple(m.name for m in MUNICIPALITIES if m.name not in named.union(collected))


def distractors(
    count: int, municipalities: Sequence[str], law: Sequence[Provision], seed: int = 1
) -> Iterator[Distractor]:
    """Return ``count`` plans, each municipality's of different kinds and years; a seed gives the same ones."""
    drawn = random.Random(seed)
    kinds = tuple(dict.fromkeys(plan.kind for plan in read_manifest()))
    rounds = chain.from_iterable((name, n) for n in range(count) for name in municipalities)
    for name, n in islice(zip(rounds, rounds, strict=False), count):
        yield _distractor(str(name), kinds[int(n) % len(kinds)], FIRST_YEAR + int(n), law, drawn)
