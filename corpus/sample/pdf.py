"""Write a source as a PDF."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from reportlab.lib.colors import HexColor, white
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Paragraph, Spacer, Table, TableStyle

from corpus.sample.hyphenation import with_soft_hyphens
from corpus.sample.look import Look
from corpus.sample.manifest import MARK, SamplePlan
from corpus.sample.sheet import Contents, NoteMark, Sheet
from corpus.sample.source import Kind, Piece, Source

_MARK = re.compile(r"\[\^(\d+)\]")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*([^*]+)\*")
_BEFORE_TAG = re.compile(r"\S+(?= <)")
_SIDES = ("LEFT", "RIGHT", "TOP", "BOTTOM")
_STYLES = {1: "h1", 2: "h2", 3: "h3"}


def pdf_file(plan: SamplePlan, source: Source) -> bytes:
    """Return the plan as a PDF; fonts are the standard ones and streams are left uncompressed."""
    file = io.BytesIO()
    look = Look(plan.look, plan.colour)
    sheet = Sheet(file, plan, look)
    sheet.multiBuild(list(_story(plan, source, look, sheet.pagesize[0] - 124)))
    # reportlab writes a bullet as 0x7F, which readers take for "delete"; 0x95 is the same glyph.
    return file.getvalue().replace(b"(\\177) Tj", b"(\\225) Tj")


def _story(plan: SamplePlan, source: Source, look: Look, width: float) -> Iterator[Flowable]:
    for piece in source.pieces:
        if piece.kind is Kind.DIRECTIVE:
            yield from _directive(piece.text, plan, look)
        elif piece.kind is Kind.GRID:
            yield from _grid(piece, look, width)
        else:
            yield from _flowables(piece, look, width)
            yield from (NoteMark(number, source.note(number)) for number in _MARK.findall(piece.text))


def _directive(name: str, plan: SamplePlan, look: Look) -> Iterator[Flowable]:
    if name == "forside":
        yield from _front(plan, look)
    elif name == "indhold":
        heading = Paragraph("Indhold", look.style("h1"))
        yield from (heading, Contents(look))
    else:
        template = {"spalter": "two", "enspaltet": "one"}.get(name)
        if template:
            yield NextPageTemplate(template)
        yield PageBreak()


def _front(plan: SamplePlan, look: Look) -> Iterator[Flowable]:
    yield Spacer(1, 60)
    yield Paragraph(plan.title, look.style("title"))
    yield Paragraph(f"{plan.municipality} Kommune", look.style("subtitle"))
    yield Spacer(1, 190 if plan.look == "slides" else 300)
    yield Paragraph(plan.approved, look.style("front"))
    yield Paragraph(f"{MARK}: kommunen, tallene og personerne findes ikke.", look.style("front"))
    yield NextPageTemplate("one")
    yield PageBreak()


def _flowables(piece: Piece, look: Look, width: float) -> Iterator[Flowable]:
    match piece.kind:
        case Kind.HEADING:
            heading = Paragraph(_words(piece.text), look.style(_STYLES[piece.level]))
            heading.contents_level = piece.level - 1 if piece.level < 3 else None
            yield heading
        case Kind.ITEM:
            style = look.style("subitem" if piece.level else "item")
            bullet = ("–" if piece.level else "•") if piece.mark == "-" else piece.mark
            yield Paragraph(_words(piece.text), style, bulletText=bullet)
        case Kind.TABLE:
            yield _table(piece.rows, look, width)
        case Kind.SOURCE_LINE:
            yield Paragraph(_words(piece.text), look.style("source"))
        case _:
            lead = _BOLD.fullmatch(piece.text) is not None
            yield Paragraph(_words(piece.text), look.style("lead" if lead else "paragraph"))


def _table(rows: tuple[tuple[str, ...], ...], look: Look, width: float) -> Table:
    widths = _widths(rows, width)
    styles = [look.style("head"), *[look.style("cell")] * (len(rows) - 1)]
    pairs = zip(rows, styles, strict=True)
    cells = [[Paragraph(_words(cell), style) for cell in row] for row, style in pairs]
    colour = HexColor(look.colour)
    lines = [("BACKGROUND", (0, 0), (-1, 0), colour), ("LINEBELOW", (0, 0), (-1, -1), 0.4, colour)]
    lines += [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 3)]
    return Table(cells, widths, style=TableStyle(lines), repeatRows=1, spaceBefore=4, spaceAfter=4)


def _widths(rows: tuple[tuple[str, ...], ...], width: float) -> list[float]:
    longest = [
        max(len(word) for cell in column for word in cell.split()) for column in zip(*rows, strict=True)
    ]
    usual = [sum(map(len, column)) / len(column) for column in zip(*rows, strict=True)]
    weights = [max(word, min(mean, 60)) for word, mean in zip(longest, usual, strict=True)]
    return [width * weight / sum(weights) for weight in weights]


def _grid(grid: Piece, look: Look, width: float) -> Iterator[Flowable]:
    boxes = [_box(box, look, width / grid.level - 28) for box in grid.children]
    boxes += [[]] * (-len(boxes) % grid.level)
    rows = [boxes[at : at + grid.level] for at in range(0, len(boxes), grid.level)]
    lines = [("BACKGROUND", (0, 0), (-1, -1), HexColor("#eef2ee")), ("INNERGRID", (0, 0), (-1, -1), 9, white)]
    lines += [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 14) for side in _SIDES),
    ]
    widths = [width / grid.level] * grid.level
    yield Table(rows, widths, style=TableStyle(lines), spaceBefore=6, spaceAfter=10)


def _box(box: Piece, look: Look, width: float) -> list[Flowable]:
    head = [Paragraph(_words(box.text), look.style("boxhead"))] if box.text != "-" else []
    texts = [piece for piece in box.children if piece.kind is Kind.PARAGRAPH]
    rest = [part for piece in box.children if piece not in texts for part in _flowables(piece, look, width)]
    return [*head, *(Paragraph(_words(piece.text), look.style("box")) for piece in texts), *rest]


def _words(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    slanted = _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", escaped))
    marked = _MARK.sub(r"<super>\1</super>", slanted)
    # reportlab drops the space between a word with a soft hyphen and a change of font.
    return _BEFORE_TAG.sub(lambda word: word[0].replace("\xad", ""), with_soft_hyphens(marked))
