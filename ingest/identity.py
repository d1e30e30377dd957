"""What a plan is: municipality, years, kind and title, read from the document itself, with the clues kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from ingest.danish.municipalities import mentions
from ingest.danish.numbers import years
from ingest.kinds import Naming, namings
from ingest.plan import BlockKind, Clue, Document, Identity, Remark

T = TypeVar("T")

FRONT = 1_500
"""Characters at the beginning, where a document says what it is."""
FRONT_WEIGHT = 3
CLEAR_LEAD = 2.0
"""How many times the runner-up's votes a finding needs to be beyond doubt."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says a plan is; what is None is found in the document."""

    municipality: str | None = None
    year: int | None = None
    title: str | None = None

    def under(self, stronger: Overrides) -> Overrides:
        """Return these where ``stronger`` says nothing."""
        return Overrides(
            stronger.municipality or self.municipality,
            stronger.year or self.year,
            stronger.title or self.title,
        )


@dataclass(frozen=True, slots=True)
class _Finding(Generic[T]):
    value: T | None
    clue: Clue | None = None
    doubt: Remark | None = None


def identify(document: Document, overrides: Overrides | None = None) -> Identity:
    """Find out what a document is. What stays uncertain is named in ``doubts``, never guessed in silence."""
    said = overrides or Overrides()
    named = namings(_heard(document))
    owner = _municipality(document)
    kind = _kind(named)
    span = _years(document, [naming for naming in named if naming.kind == kind.value])
    found = Identity(
        owner.value,
        span.value[0] if span.value else None,
        span.value[1] if span.value else None,
        kind.value or "plan",
        "",
        tuple(f.clue for f in (owner, span, kind) if f.clue),
        tuple(f.doubt for f in (owner, span, kind) if f.doubt),
    )
    return override(replace(found, title=_title(document, found)), said)


def override(identity: Identity, said: Overrides) -> Identity:
    """Return ``identity`` with what the user said in place of what was found."""
    title = said.title or identity.title
    if said.year and not said.title and identity.years:
        title = title.replace(identity.years, str(said.year))
    settled = {"municipality": said.municipality, "year": said.year}
    return replace(
        identity,
        municipality=said.municipality or identity.municipality,
        first_year=said.year or identity.first_year,
        last_year=said.year or identity.last_year,
        title=title,
        doubts=tuple(d for d in identity.doubts if not settled.get(d.key.removeprefix("reading.doubt_"))),
    )


def _heard(document: Document) -> str:
    """Return the text in which a document names itself: its properties' title, then its own words."""
    return f"{document.title}\n{document.text}"


def _weight(document: Document, start: int) -> int:
    headings = (b for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1)
    on_top = start < FRONT or any(b.start <= start < b.end for b in headings)
    return FRONT_WEIGHT if on_top else 1


def _municipality(document: Document) -> _Finding[str]:
    votes: Counter[str] = Counter()
    first: dict[str, Clue] = {}
    heard = _heard(document)
    shift = len(document.title) + 1
    for mention in mentions(heard):
        if not mention.exact:
            continue
        votes[mention.name] += _weight(document, mention.start - shift)
        words = heard[mention.start : mention.end]
        first.setdefault(mention.name, Clue("municipality", words, mention.start - shift))
    if not votes:
        return _Finding(None, None, Remark("reading.doubt_municipality_unknown"))
    (name, count), runner_up = votes.most_common(1)[0], votes.most_common(2)[1:]
    close = runner_up and count < CLEAR_LEAD * runner_up[0][1]
    doubt = (
        Remark("reading.doubt_municipality", (("found", name), ("other", runner_up[0][0]))) if close else None
    )
    return _Finding(name, first[name], doubt)


def _kind(named: list[Naming]) -> _Finding[str]:
    votes: Counter[str] = Counter()
    for naming in named:
        votes[naming.kind] += (FRONT_WEIGHT if naming.start < FRONT else 1) * (2 if naming.first_year else 1)
    if not votes:
        return _Finding(None, None, Remark("reading.doubt_kind"))
    kind = votes.most_common(1)[0][0]
    first = next(naming for naming in named if naming.kind == kind)
    return _Finding(kind, Clue("kind", first.words, first.start))


def _years(document: Document, named: list[Naming]) -> _Finding[tuple[int, int]]:
    votes: Counter[tuple[int, int]] = Counter()
    for naming in named:
        if naming.first_year and naming.last_year:
            votes[naming.first_year, naming.last_year] += FRONT_WEIGHT if naming.start < FRONT else 1
    if votes:
        span = max(votes, key=lambda s: (votes[s], s[1] - s[0]))
        clue = next(n for n in named if (n.first_year, n.last_year) == span)
        return _Finding(span, Clue("year", clue.words, clue.start))
    return _years_elsewhere(document)


def _years_elsewhere(document: Document) -> _Finding[tuple[int, int]]:
    """Fall back on the years that stand in the beginning, or anywhere: an honest doubt either way."""
    for text in (f"{document.title}\n{document.text[:FRONT]}", document.text):
        common = Counter(years(text)).most_common(1)
        if common:
            year = common[0][0]
            return _Finding(
                (year, year), Clue("year", str(year)), Remark("reading.doubt_year", (("found", str(year)),))
            )
    return _Finding(None, None, Remark("reading.doubt_year_unknown"))


def _title(document: Document, identity: Identity) -> str:
    if identity.kind != "plan":
        return f"{identity.kind.capitalize()} {identity.years}".strip()
    heading = next((b for b in document.blocks if b.kind is BlockKind.HEADING), None)
    title = document.title or (document.text[heading.start : heading.end] if heading else document.source)
    return title if not identity.years or identity.years in title else f"{title} {identity.years}"
