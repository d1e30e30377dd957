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
    groups = groupby(lines, key=lambda line: (line.kind, line.columns))
    return join([_group(kind, columns, list(members)) for (kind, columns), members in groups])


def _group(kind: BlockKind, columns: tuple[str, ...], lines: list[Line]) -> Html:
    if kind is BlockKind.ROW:
        return _table(columns, lines)
    if kind is BlockKind.ITEM:
        return element("ul", *(_item(line) for line in lines))
    style = {BlockKind.HEADING: "pv-heading", BlockKind.NOTE: "pv-footnote"}.get(kind, "")
    return join([element("p", _words(line), class_=style) for line in lines])


def _item(line: Line) -> Html:
    own = "" if OWN_NUMBER.match(line.text) is None else " pv-own"
    return element("li", _words(line), class_=f"pv-level-{line.level}{own}")


def _table(columns: tuple[str, ...], lines: list[Line]) -> Html:
    head = [element("tr", *(element("th", name, scope="col") for name in columns))] if columns else []
    rows = [element("tr", *(element("td", _cell(cell)) for cell in line.cells)) for line in lines]
    return element("div", element("table", *head, *rows), class_="pv-table", tabindex="0")


def _words(line: Line) -> Html:
    return join([_cell(cell) for cell in line.cells])


def _cell(segments: Sequence[Segment]) -> Html:
    return join([element("mark", s.text) if s.marked else s.text for s in segments])
