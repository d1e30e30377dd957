"""What a plan is: municipality, years, kind and title, read from the document itself, with the clues kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.danish.municipalities import mentions
from ingest.danish.numbers import years
from ingest.kinds import Naming, namings, periods
from ingest.owner import owner
from ingest.plan import BlockKind, Clue, Document, Identity, Remark
from ingest.standing import FRONT, in_heading, standings

LONGEST_TITLE = 120


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


def identify(document: Document, overrides: Overrides | None = None) -> Identity:
    """Find out what a document is. What stays uncertain is named in ``doubts``, never guessed in silence."""
    municipality, owner_clue, owner_doubt = owner(document)
    named = _heard(document)
    kind, kind_clue, kind_doubt = _kind(document, named)
    span, years_clue, years_doubt = _years(document, [n for n in named if n.kind == kind])
    found = Identity(
        municipality,
        span[0] if span else None,
        span[1] if span else None,
        kind or "plan",
        "",
        tuple(clue for clue in (owner_clue, years_clue, kind_clue) if clue),
        tuple(doubt for doubt in (owner_doubt, years_doubt, kind_doubt) if doubt),
    )
    return override(replace(found, title=_title(document, found)), overrides or Overrides())


def override(identity: Identity, said: Overrides) -> Identity:
    """Return ``identity`` with what the user said in place of what was found."""
    title = said.title or identity.title
    if said.year and not said.title:
        title = title.replace(identity.years, str(said.year)) if identity.years else f"{title} {said.year}"
    settled = {"municipality": said.municipality, "year": said.year}
    return replace(
        identity,
        municipality=_official(said.municipality) or identity.municipality,
        first_year=said.year or identity.first_year,
        last_year=said.year or identity.last_year,
        title=title,
        doubts=tuple(d for d in identity.doubts if not settled.get(_field(d))),
    )


def _field(doubt: Remark) -> str:
    return doubt.key.removeprefix("reading.doubt_").partition("_")[0]


def _official(name: str | None) -> str | None:
    """Return "Herlev" for "herlev kommune"; a name that is none of the 98 stays as it was said."""
    if not name or not name.strip():
        return None
    bare = " ".join(name.split())
    found = mentions(bare) or mentions(f"{bare} Kommune")
    return found[0].name if len(found) == 1 and found[0].start == 0 and found[0].exact else bare


def _heard(document: Document) -> list[Naming]:
    """Return the namings in the text, and those in the file's properties that the text bears out."""
    said = namings(document.text)
    borne_out = {(naming.kind, naming.years) for naming in said} | {(naming.kind, None) for naming in said}
    titled = [n for n in namings(document.title) if (n.kind, n.years) in borne_out]
    return [replace(n, start=n.start - len(document.title) - 1) for n in titled] + said


def _kind(document: Document, named: Sequence[Naming]) -> tuple[str | None, Clue | None, Remark | None]:
    heard = [n for n in named if n.known or _presented(document, n)]
    ranked = standings(document, ((n.kind, n.start) for n in heard))
    if not ranked:
        return None, None, Remark("reading.doubt_kind")
    first = next(naming for naming in heard if naming.kind == ranked[0][0])
    return first.kind, Clue("kind", first.words, first.start), None


def _presented(document: Document, naming: Naming) -> bool:
    """Say whether a kind that is not on our list stands where a document presents itself."""
    front = naming.start < FRONT
    return front and (naming.start < 0 or naming.years is not None or in_heading(document, naming.start))


def _years(
    document: Document, named: Sequence[Naming]
) -> tuple[tuple[int, int] | None, Clue | None, Remark | None]:
    front = periods(document.text[:FRONT])
    for candidates in ([n for n in named if n.years and n.start < FRONT], front, named):
        ranked = standings(document, ((n.years, n.start) for n in candidates if n.years))
        if ranked:
            span = ranked[0][0]
            clue = next(n for n in candidates if n.years == span)
            return span, Clue("year", clue.words, clue.start), None
    return _years_elsewhere(document)


def _years_elsewhere(
    document: Document,
) -> tuple[tuple[int, int] | None, Clue | None, Remark | None]:
    """Fall back on the years that stand in the beginning, or anywhere: an honest doubt either way."""
    for text in (f"{document.title}\n{document.text[:FRONT]}", document.text):
        common = Counter(years(text)).most_common(1)
        if common:
            year = common[0][0]
            doubt = Remark("reading.doubt_year", (("found", str(year)),))
            return (year, year), Clue("year", str(year)), doubt
    return None, None, Remark("reading.doubt_year_unknown")


def _title(document: Document, identity: Identity) -> str:
    clue = next((clue for clue in identity.clues if clue.field == "kind"), None)
    if clue:
        taken_apart = " for " in clue.words and not clue.words.lower().startswith(identity.kind)
        named = clue.words.rstrip("0123456789-–—/ ") if taken_apart else identity.kind
        return f"{named[0].upper()}{named[1:]} {identity.years}".strip()
    heading = next((b for b in document.blocks if b.kind is BlockKind.HEADING), None)
    title = document.title or (document.text[heading.start : heading.end] if heading else document.source)
    title = " ".join(title.split())[:LONGEST_TITLE]
    return title if not identity.years or identity.years in title else f"{title} {identity.years}"
