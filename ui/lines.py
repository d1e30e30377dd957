"""A stretch of a plan as HTML: headings, paragraphs, lists and tables as such, quotes marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from ingest.plan import BlockKind
from ui.highlight import Line, Segment
from ui.markup import Html, element, join

OWN_NUMBER = re.compile(r"\(?(?:\d+|[a-zæøå])[.):]|[^\w\s(\"”»]\s", re.IGNORECASE)
"""An item that brings its own number or bullet gets no other."""


def passage(lines: Iterable[Line]) -> Html:
    """Return a stretch of a plan: headings, paragraphs, lists and tables as such."""
    groups = groupby(lines, key=lambda line: line.kind)
    return join([_group(kind, list(members)) for kind, members in groups])


def _group(kind: BlockKind, lines: list[Line]) -> Html:
    if kind is BlockKind.ROW:
        return join([_table(rows) for rows in _tables(lines)])
    if kind is BlockKind.ITEM:
        return element("ul", *(_item(line) for line in lines))
    style = {BlockKind.HEADING: "pv-heading", BlockKind.NOTE: "pv-footnote"}.get(kind, "")
    return join([element("p", _words(line), class_=style) for line in lines])


def _item(line: Line) -> Html:
    own = "" if OWN_NUMBER.match(line.text) is None else " pv-own"
    return element("li", _words(line), class_=f"pv-level-{line.level}{own}")


def _tables(lines: list[Line]) -> list[list[Line]]:
    """Part rows that follow one another into tables; a first row may be the headings of those below it."""
    tables: list[list[Line]] = []
    for line in lines:
        if tables and line.columns in (tables[-1][-1].columns, _names(tables[-1][0])):
            tables[-1].append(line)
        else:
            tables.append([line])
    return tables


def _table(rows: list[Line]) -> Html:
    columns = rows[-1].columns
    head, body = (rows[0], rows[1:]) if columns and _names(rows[0]) == columns else (None, rows)
    names = [_cell(cell) for cell in head.cells] if head else columns
    parts = [_row("th", names)] if names else []
    parts += [_row("td", [_cell(cell) for cell in line.cells]) for line in body]
    return element("div", element("table", *parts), class_="pv-table", tabindex="0")


def _row(tag: str, cells: Sequence[str]) -> Html:
    scope = "col" if tag == "th" else ""
    return element("tr", *(element(tag, cell, scope=scope) for cell in cells))


def _names(line: Line) -> tuple[str, ...]:
    return tuple("".join(segment.text for segment in cell) for cell in line.cells)


def _words(line: Line) -> Html:
    return join([_cell(cell) for cell in line.cells])


def _cell(segments: Sequence[Segment]) -> Html:
    return join([element("mark", s.text) if s.marked else s.text for s in segments])
