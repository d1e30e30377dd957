"""Which columns of a table a question asks for: by heading, place, kind of number and year."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.asked import Aim, aim
from assistant.counted import VERBS
from assistant.matching import alike
from assistant.row_labels import named_in_full
from assistant.table_cells import MEASURED, PLACES, ROLES, Cell, Measure, Place, cells_of, places_named
from assistant.units import Unit
from ingest.danish.numbers import years
from ingest.danish.stems import terms
from ingest.plan import BlockKind

CHANGED = re.compile(
    r"\b(?:udvik|ændr|vækst|steget|stiger|steg\b|faldet|falder|faldt|vokset|vokser"
    r"|(?:kommet|blevet|bliver der) (?:\w+ )?(?:flere|færre|større|mindre)|hvor mange (?:flere|færre)\b"
    r"|(?:flere|færre) end (?:sidste|forrige|året|for et|før)|går det (?:op|ned|frem|tilbage)"
    r"|(?:risen|increased|grown|fallen|decreased|dropped|changed|developed)\b)",
    re.IGNORECASE,
)
"""How a question asks what has become of a number."""
_ASKED = {
    Measure.CHANGE: CHANGED,
    Measure.SHARE: re.compile(
        r"andel|\bpct\b|procent|%|\bhvor stor(?: en)? (?:\w+ )?del\b|\bpe?r\.? (?:indbygger|borger)"
        r"|\bi forhold til (?:befolkning|indbygger)|\b(?:share|per ?cent|proportion)",
        re.IGNORECASE,
    ),
    Measure.COUNT: re.compile(
        r"\b(?:hvor mange|antal|how many|flest|færrest|most people|fewest)", re.IGNORECASE
    ),
}
_BOTH = re.compile(
    r"\b(?:og|ift\.?|i forhold til|sammenlign\w*|mod|modsat|kontra|over for|end|både|forskel\w*"
    r"|and|compared|than|both)\b",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(
    r"\b(?:over|under|flere|færre|højere|lavere|større|mindre|more|fewer|higher|lower|above|below)\b"
    r"[^,.]*\b(?:lands\w+|nation\w+|(?:end|than) [^,.]*)",
    re.IGNORECASE,
)
"""How a question asks who has more: "over landsgennemsnittet", "flere ... end i hele landet"."""
_AND_WHAT = re.compile(
    r",?\s(?:og|samt|and)\s+(?=(?:hvad|hvor|hvilke[nt]?|hvornår|hvem|what|how|which|when|who)\b)",
    re.IGNORECASE,
)
"""Where a question goes on to ask a second thing: "..., og hvad var andelen?"."""
_BETWEEN_YEARS = re.compile(
    r"\b(?:ift\.?|i forhold til|sammenlign\w*|mod|end|siden|fra|frem til|forskel\w*|året før)\b",
    re.IGNORECASE,
)
_OF_GOALS = re.compile(
    r"\b(?:nået|nåede|nås|i forhold til målet|ift\.? målet|mod målet)\b"
    r"|\bresultatet\b.*\bmålet\b|\bmålet\b.*\bresultatet\b",
    re.IGNORECASE,
)
"""How a question asks for a goal and what came of it, side by side."""
_GOAL_OR_RESULT = re.compile(r"\b(?:mål|resultat|opnået|nået)", re.IGNORECASE)
_GOAL = re.compile(r"\b(?:resultat)?mål(?:et|tal|sætning\w*)?\b", re.IGNORECASE)
_RESULT = re.compile(r"\b(?:resultat(?:et|er)?|opnået|nået|faktisk)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:nu|i dag|idag|aktuelt?|seneste?|nyeste|now|today|latest)\b", re.IGNORECASE)
_GUESS = re.compile(r"\b(?:skøn|prognose|forvent\w*|mål|plan)\b", re.IGNORECASE)


def cells_asked(cells: Sequence[Cell], label: str, asked: Collection[str], question: str) -> list[Cell]:
    """Return the cells that a question asks for: by name, else those that fit; of each of two."""
    together = _named_or_fitting(cells, label, asked, question)
    parts = [part for part in _AND_WHAT.split(question) if part.strip()]
    if len(parts) < 2:
        return together
    told = [_named_or_fitting(cells, label, set(asked) & set(terms(part)), part) for part in parts]
    # A part that fits no column better than another asks for something else.
    told = [each for each in told if len(each) < len(cells)]
    if not told:
        return together
    compared = together if places_named(question) else []
    return [cell for cell in cells if cell in compared or any(cell in each for each in told)]


def _named_or_fitting(cells: Sequence[Cell], label: str, asked: Collection[str], question: str) -> list[Cell]:
    return asked_by_name(cells, question) or asked_for(cells, label, asked, question)


def asked_for(cells: Sequence[Cell], label: str, asked: Collection[str], question: str) -> list[Cell]:
    """Return the cells that fit the question best, in the order of the table; all where none fits better."""
    if roles := {role for role, (cue, _) in ROLES.items() if cue.search(question)}:
        told = [cell for cell in cells if cell.role in roles and not cell.bare]
        if told:
            return told
    if _OF_GOALS.search(question) and (told := [c for c in cells if _GOAL_OR_RESULT.search(c.heading)]):
        return told
    if aim(question) is Aim.STATE and any(_RESULT.search(cell.heading) for cell in cells):
        # Beside what came of a goal, the goal is no number of what was.
        cells = [cell for cell in cells if not _GOAL.search(cell.heading)]
    wanted = _years_wanted(cells, question)
    rest = set(asked) - set(terms(label)) - {str(year) for year in wanted}
    fits = [
        _measured(cell, cells, question) + _dated(cell, wanted) + _words_shared(cell, rest) for cell in cells
    ]
    places = places_named(question)
    if compares_with(places, question):
        cells, fits = _on_one_scale(cells, fits, places)
    if places and (_BOTH.search(question) or _MORE_THAN.search(question)):
        return _of_each({Place.OWN, *places}, cells, fits)
    if not any(fits) and not places:
        return list(cells)
    scores = [fit + _placed(cell, places) for cell, fit in zip(cells, fits, strict=True)]
    if places and any(cell.place in places for cell in cells):
        # How many there are at home is no number of the country's.
        scores = [s if c.place in places else min(scores) - 1 for c, s in zip(cells, scores, strict=True)]
    best = max(scores, default=0)
    return [cell for cell, score in zip(cells, scores, strict=True) if score == best]


def asked_by_name(cells: Sequence[Cell], question: str) -> list[Cell]:
    """Return the cells whose whole heading stands in the question, the longest where one holds another."""
    found = [cell for cell in cells if named_in_full(cell.heading, question)]
    kept = [c for c in found if not any(c.heading in o.heading and c.heading != o.heading for o in found)]
    both = places_named(question) and _BOTH.search(question)
    # "I Vigby og i hele landet" names but one of two columns.
    return [] if both and all(cell.place is not Place.OWN for cell in kept) else kept


def compares_with(places: Collection[Place], question: str) -> bool:
    """Say whether a question asks if there is more or less at home than in the other places."""
    more = bool(places) and bool(_MORE_THAN.search(question))
    return more and aim(question) is not Aim.GOAL and not CHANGED.search(question)


def _on_one_scale(
    cells: Sequence[Cell], fits: list[int], places: Collection[Place]
) -> tuple[Sequence[Cell], list[int]]:
    """Leave out the numbers at home that are told of no other place: how many people says nothing of more."""
    theirs = {_measure_beside(cell, cells) for cell in cells if cell.place in places} - {Measure.CHANGE}
    kept = [n for n, cell in enumerate(cells) if _measure_beside(cell, cells) in theirs]
    both = {cells[n].place for n in kept} >= {Place.OWN, *places}
    return ([cells[n] for n in kept], [fits[n] for n in kept]) if both else (cells, fits)


def sets_beside(unit: Unit, question: str) -> bool:
    """Say whether a row has a number of its own and one of each place that a question compares it with."""
    places = places_named(question)
    if unit.kind is not BlockKind.ROW or not places or aim(question) is Aim.GOAL:
        return False
    if not (_BOTH.search(question) or _MORE_THAN.search(question)):
        return False
    return {cell.place for cell in cells_of(unit) if cell.bare} >= {Place.OWN, *places}


def _of_each(places: set[Place], cells: Sequence[Cell], fits: Sequence[int]) -> list[Cell]:
    """Return the best cells of each place, and of those its own that are measured as the others are."""
    best = {
        place: max((f for c, f in zip(cells, fits, strict=True) if c.place is place), default=0)
        for place in places
    }
    told = [c for c, f in zip(cells, fits, strict=True) if c.place in places and f == best[c.place]]
    others = {_measure_beside(cell, cells) for cell in told if cell.place is not Place.OWN}
    return [c for c in cells if c in told or (c.place is Place.OWN and c.measure and c.measure in others)]


def _measure_beside(cell: Cell, cells: Sequence[Cell]) -> Measure | None:
    """Return what kind of number a cell holds; "1,7" beside a share is a share."""
    shares = any(other.measure is Measure.SHARE for other in cells)
    return cell.measure or (Measure.SHARE if shares and "," in cell.text else None)


def _without_facets(heading: str) -> str:
    for cue in (*MEASURED.values(), *PLACES.values()):
        heading = cue.sub(" ", heading)
    return heading


def _words_shared(cell: Cell, asked: Collection[str]) -> int:
    """Count the words of a heading that are asked for, "Ansvarlig" as "ansvar"; "var" tells nothing."""
    return sum(
        any(stem == other or alike(stem, other) for other in asked)
        for stem in terms(_without_facets(cell.heading))
        if stem not in VERBS
    )


def _measured(cell: Cell, cells: Sequence[Cell], question: str) -> int:
    asked = {measure for measure, cue in _ASKED.items() if cue.search(question)}
    there = {other.measure for other in cells}
    # "Hvor mange procent" asks for a share, "udviklingen i andelen" for a change.
    cued = [m for m in (Measure.CHANGE, Measure.SHARE, Measure.COUNT) if m in asked]
    sought = next((m for m in cued if m in there), cued[-1] if cued and None in there else None)
    if sought is None or cell.measure is None:
        return 0
    return 2 if cell.measure is sought else -2


def _placed(cell: Cell, asked: set[Place]) -> int:
    if cell.place is Place.OWN:
        return -1 if asked else 0
    return 0 if cell.place in asked else -1


def _years_wanted(cells: Sequence[Cell], question: str) -> set[int]:
    """Return the years of the columns that are asked for, both where two are compared."""
    dated = [cell for cell in cells if cell.measure is not Measure.CHANGE]
    known = {year for cell in dated if not _GUESS.search(cell.heading) for year in years(cell.heading)}
    there = {year for cell in dated for year in years(cell.heading)}
    wanted = set(years(question))
    if known and _NOW.search(question):
        wanted.add(max(known))
    changes = CHANGED.search(question) and not any(cell.measure is Measure.CHANGE for cell in cells)
    if len(wanted & there) < 2 and (changes or (wanted and _BETWEEN_YEARS.search(question))):
        # What is not said is the newest known, or the one before it.
        newest_first = sorted(known - wanted, reverse=True)
        wanted |= set(newest_first[: 2 - len(wanted & there)])
    return wanted


def _dated(cell: Cell, wanted: set[int]) -> int:
    own = set(years(cell.heading))
    if not own or not wanted:
        return 0
    return 1 if own & wanted else -2
