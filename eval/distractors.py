"""Made-up plans of other municipalities, to see what a large collection does to the same questions.

Their text is that of the sample plans, with another municipality's name, among provisions of public law.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, product

from corpus.sample.manifest import MARK, SamplePlan, read_manifest
from corpus.sample.plain import text_file
from corpus.sample.source import Kind, Piece, Source, read_source
from eval.quotes import squash
from ingest.danish.gazetteer import MUNICIPALITIES
from ingest.danish.municipalities import mentions
from ingest.training.law import Provision

FIRST_YEAR = 2018
SAMPLED, LEGAL, PROVISIONS = 14, 5, 4
"""Sections of the sample plans and of the law, and provisions in one of those: together a plan's length."""
TEXT = (Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE)

Section = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Distractor:
    """A made-up plan: what it is, and the bytes of its text file."""

    plan: SamplePlan
    data: bytes


def unasked(questions: Iterable[str], collected: Iterable[str]) -> tuple[str, ...]:
    """Return the municipalities that are neither in the collection nor named by a question."""
    named = {mention.name for question in questions for mention in mentions(question)}
    return tuple(m.name for m in MUNICIPALITIES if m.name not in named.union(collected))


def distractors(
    count: int,
    municipalities: Sequence[str],
    law: Sequence[Provision],
    seed: int = 1,
    without: Sequence[str] = (),
) -> Iterator[Distractor]:
    """Return ``count`` plans, those of one municipality for different years; a seed gives the same ones.

    ``without``: sentences that none of them may hold, since they would answer what is asked.
    """
    drawn = random.Random(seed)
    sampled = [section for section in _sections() if not _holds_any(section, without)]
    kinds = tuple(dict.fromkeys(plan.kind for plan in read_manifest()))
    for turn, name in islice(product(range(count), municipalities), count):
        plan = _plan(name, kinds[turn % len(kinds)], FIRST_YEAR + turn)
        some = drawn.sample(sampled, min(SAMPLED, len(sampled)))
        sections = [*some, *(_provisions(law, drawn) for _ in range(LEGAL))]
        drawn.shuffle(sections)
        pieces = (Piece(Kind.DIRECTIVE, "forside"), *(piece for section in sections for piece in section))
        yield Distractor(plan, text_file(plan, Source(tuple(_moved(piece, name) for piece in pieces), ())))


def _holds_any(section: Section, quotes: Sequence[str]) -> bool:
    """Say whether a quote stands in a section, as it will be written: without what marks bold and slanted."""
    cells = (cell for piece in section for row in piece.rows for cell in row)
    text = squash(" ".join((*(piece.text for piece in section), *cells)).replace("*", ""))
    return any(squash(quote) in text for quote in quotes)


def _plan(municipality: str, kind: str, year: int) -> SamplePlan:
    file = f"{municipality}-{kind}-{year}.txt"
    title = f"{kind.capitalize()} {year}"
    return SamplePlan(file, "", municipality, year, year, kind, title, "text", "", MARK)


@cache
def _sections() -> tuple[Section, ...]:
    """Return every heading of the sample plans with the text under it."""
    found: list[list[Piece]] = []
    for plan in read_manifest():
        for piece in read_source(plan.source).pieces:
            if piece.kind is Kind.HEADING:
                found.append([])
            if found and piece.kind in TEXT:
                found[-1].append(piece)
    return tuple(tuple(section) for section in found if len(section) > 1)


def _provisions(law: Sequence[Provision], drawn: random.Random) -> Section:
    first = drawn.randrange(max(1, len(law) - PROVISIONS))
    text = [Piece(Kind.PARAGRAPH, " ".join(each.sentences)) for each in law[first : first + PROVISIONS]]
    return (Piece(Kind.HEADING, law[first].subject, level=2), *(piece for piece in text if piece.text))


def _moved(piece: Piece, municipality: str) -> Piece:
    """Return a piece that speaks of ``municipality`` where it spoke of an invented one."""
    rows = tuple(tuple(_renamed(cell, municipality) for cell in row) for row in piece.rows)
    return replace(piece, text=_renamed(piece.text, municipality), rows=rows)


def _renamed(text: str, municipality: str) -> str:
    for invented in _invented():
        text = text.replace(invented, municipality)
    return text


@cache
def _invented() -> frozenset[str]:
    return frozenset(plan.municipality for plan in read_manifest())
