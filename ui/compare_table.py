"""From a comparison to what is shown of it. Pure; the words of a plan are text and never markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from assistant.cells import Cell, CellState, Comparison, Remark, Row
from assistant.figures import listed, quantity
from ingest.texts import Language, text
from ui.markup import Html, element, join
from ui.pieces import notice
from ui.render import further
from ui.sources import Place

LONGEST = 260
"""Characters of a goal that are shown in its cell; the source has them all."""
WIDEST = 6
"""Columns that stand side by side on a screen; more are listed under each row."""
SIGNS = {CellState.FOUND: "●", CellState.NOT_FOUND: "○", CellState.NOT_IN_COLLECTION: "▨"}

Places = Mapping[int, Place]


def legend(by_year: bool, language: Language) -> Html:
    """Return the three kinds of cells, each with its sign; a plan year is always in the collection."""
    states = [state for state in CellState if not by_year or state is not CellState.NOT_IN_COLLECTION]
    parts = [
        element("span", _sign(state), text(f"goals.{state}", language), class_=f"pv-key pv-{state}")
        for state in states
    ]
    return element("p", *parts, class_="pv-legend")


def rows(shown: Sequence[Row], comparison: Comparison, places: Places, language: Language) -> Html:
    """Return rows with their proofs: as a table where its columns fit, else one by one."""
    if len(comparison.municipalities) > WIDEST:
        return join([_entry(row, places, language) for row in shown])
    return _matrix(shown, comparison, places, language)


def remarks(told: Sequence[str]) -> Html:
    """Return sentences under a chart."""
    return element("div", *(notice(words) for words in told), class_="pv-remarks")


def sentence(remark: Remark, row: Row, language: Language) -> Html:
    """Return a sentence with marks that lead to the cells that prove it."""
    proofs = {n: row.cells[n].citation for n in remark.cells}
    marks = sorted({citation.n for citation in proofs.values() if citation is not None})
    return join([remark.words, *(_mark(n, language) for n in marks)])


def _matrix(shown: Sequence[Row], comparison: Comparison, places: Places, language: Language) -> Html:
    names = (text("goals.measured", language), *comparison.municipalities)
    head = element("thead", element("tr", *(element("th", name, scope="col") for name in names)))
    bodies = [_body(row, places, language, len(names)) for row in shown]
    table = element("table", head, *bodies, class_=f"pv-matrix pv-wide-{len(comparison.municipalities)}")
    return element("div", table, class_="pv-matrix-frame", tabindex="0")


def _body(row: Row, places: Places, language: Language, columns: int) -> Html:
    cells = [element("td", _cell(cell, language), class_=f"pv-{cell.state}") for cell in row.cells]
    first = element("tr", element("th", row.label, scope="row"), *cells)
    told = element("td", _told(row, places, language), colspan=str(columns))
    return element("tbody", first, element("tr", told, class_="pv-told-row"))


def _entry(row: Row, places: Places, language: Language) -> Html:
    """Return a row of many columns: those that have it in a table, the others by name."""
    names = ("municipality", "statement", "value", "deadline")
    heads = [element("th", text(f"goals.{name}", language), scope="col") for name in names]
    lines = [_line(cell, language) for cell in row.found]
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *lines))
    parts = [element("div", table, class_="pv-table", tabindex="0")] if lines else []
    others = (state for state in CellState if state is not CellState.FOUND)
    parts += [missing for state in others for missing in _missing(row, state, language)]
    return element(
        "section", element("h3", row.label), *parts, _told(row, places, language), class_="pv-entry"
    )


def _line(cell: Cell, language: Language) -> Html:
    aim = cell.target
    number = "" if aim.value is None else quantity(aim.value, aim.unit, language)
    return element(
        "tr",
        element("th", cell.municipality, scope="row"),
        element("td", _words(cell), *_proof(cell, language)),
        element("td", number, class_="pv-amount"),
        element("td", aim.deadline or ""),
    )


def _missing(row: Row, state: CellState, language: Language) -> list[Html]:
    names = [cell.municipality for cell in row.cells if cell.state is state]
    if not names:
        return []
    label = text("compare_page.missing", language, state=text(f"goals.{state}", language), count=len(names))
    lead = element("summary", _sign(state), label)
    return [element("details", lead, element("p", listed(names, language)), class_=f"pv-missing pv-{state}")]


def _cell(cell: Cell, language: Language) -> Html:
    if cell.state is not CellState.FOUND:
        return element(
            "span", _sign(cell.state), text(f"goals.{cell.state}", language), class_="pv-empty-cell"
        )
    aim = cell.target
    parts = []
    if aim.value is not None:
        parts.append(element("p", quantity(aim.value, aim.unit, language), class_="pv-amount"))
    said = [aim.direction.value] if aim.direction else []
    said += [text("compare_page.due", language, year=aim.deadline)] if aim.deadline else []
    if said:
        parts.append(element("p", " · ".join(said), class_="pv-aim"))
    return join(
        [*parts, element("p", _words(cell), *_proof(cell, language), class_="pv-goal-words", lang="da")]
    )


def _words(cell: Cell) -> str:
    words = " ".join((cell.text or "").split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _proof(cell: Cell, language: Language) -> list[Html]:
    if cell.citation is None:
        return []
    corrected = [element("span", text("goals.corrected", language), class_="pv-badge")]
    return [_mark(cell.citation.n, language), *(corrected if cell.corrected else [])]


def _mark(n: int, language: Language) -> Html:
    label = text("chat.source_number", language, number=n)
    return element("a", str(n), class_="pv-cite", href=f"#{_anchor(n)}", aria_label=label)


def _anchor(n: int) -> str:
    return f"celle-{n}"


def _told(row: Row, places: Places, language: Language) -> Html:
    """Return what is said of a row: how its cells differ, why they cannot be compared, where they stand."""
    parts = []
    if row.differences:
        parts.append(
            element("ul", *(element("li", sentence(each, row, language)) for each in row.differences))
        )
    parts += [notice(note.words) for note in row.notes]
    proofs = [cell.citation.n for cell in row.found if cell.citation is not None]
    if sources := [further(places[n], language, _anchor(n)) for n in proofs if n in places]:
        label = element("summary", text("compare_page.sources", language, count=len(sources)))
        parts.append(element("details", label, *sources, class_="pv-more"))
    return element("div", *parts, class_="pv-told")


def _sign(state: CellState) -> Html:
    return element("span", SIGNS[state], class_="pv-sign", aria_hidden="true")


def blocks(every: Sequence[Row], cells: int) -> list[list[Row]]:
    """Part rows into blocks of at most so many found cells, at least one row in each."""
    whole = 0
    numbered = []
    for row in every:
        start = whole // cells
        whole += max(1, len(row.found))
        numbered.append((start, row))
    return [[row for _, row in block] for _, block in groupby(numbered, key=lambda pair: pair[0])]
