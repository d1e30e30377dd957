"""HTML: the only module that imports lxml. What is content is found here; markup never becomes text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

from ingest.plan import BlockKind
from ingest.reading import markers
from ingest.reading.characters import one_line
from ingest.reading.piece import Leaf, Piece
from ingest.reading.tables import row

_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "input",
        "head",
    ]
)
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog"))
_CHROME = re.compile(
    r"\b(?:cookie|breadcrumb|brødkrumme|menu|navbar|sidebar|share|skip-?link|pagination)", re.IGNORECASE
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "figure",
        "figcaption",
        "caption",
        "header",
        "address",
        "details",
        "summary",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "body",
        "hr",
        "fieldset",
        "thead",
        "tbody",
        "tfoot",
    ]
)
_WHOLE = frozenset(("p", "dt", "dd", "figcaption", "caption", "summary", "pre", "address", "blockquote"))
LEAST_SHARE = 0.3
"""Share of the page's text that <main> or <article> must hold to be believed."""
DENSE_SHARE = 0.8
"""Share of the page's running text that the content holds where nothing says which it is."""


def read_html(text: str) -> tuple[list[Leaf], str]:
    """Return the blocks of a page's content, and its title."""
    # A declaration of encoding is of no use any more: the text is decoded.
    tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text) or "<p></p>")
    title = one_line(tree.findtext(".//title") or "")
    body = tree.find(".//body")
    if body is None:
        return [Leaf(None, ())], title
    return [Leaf(None, tuple(_pieces(_content(body), -1)))], title


def _content(body: HtmlElement) -> HtmlElement:
    """Return the element that holds the content: what calls itself so, or where the running text is."""
    whole = len(_text(body)) or 1
    named = [*body.iter("main"), *body.xpath(".//*[@role='main']"), *body.iter("article")]
    believed = [element for element in named if len(_text(element)) >= LEAST_SHARE * whole]
    if believed:
        return believed[0]
    least = DENSE_SHARE * _prose(body)
    best = body
    for element in body.iter("div", "section", "td"):
        if least and not _is_silent(element) and _prose(element) >= least:
            best = element
    return best


def _prose(element: HtmlElement) -> int:
    return sum(
        len(_text(part)) - sum(len(link.text_content()) for link in part.iter("a"))
        for part in element.iter("p", "li", "td", "h1", "h2", "h3", "h4")
        if not any(_is_silent(above) for above in part.iterancestors())
    )


def _is_silent(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SILENT or element.get("role") in _ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return element.tag in ("div", "ul", "section", "p", "a") and bool(
        _CHROME.search(f"{element.get('class', '')} {element.get('id', '')}")
    )


def _text(element: HtmlElement) -> str:
    """Return the words of an element on one line, without what is not shown."""
    return one_line("".join(_words(element)))


def _words(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not _is_silent(child):
            broken = child.tag == "br" or child.tag in _BLOCKS
            yield " " if broken else ""
            yield from _words(child)
            yield " " if broken else ""
        yield child.tail or ""


def _pieces(element: HtmlElement, depth: int) -> Iterator[Piece]:
    """Yield the blocks of an element in order; loose text between blocks is a paragraph."""
    loose = [element.text or ""]
    for child in element:
        if _is_silent(child):
            pass
        elif child.tag in _BLOCKS:
            yield from _paragraph("".join(loose))
            loose = []
            yield from _block(child, depth)
        else:
            loose.extend(_words(child))
            loose.append(" " if child.tag == "br" else "")
        loose.append(child.tail or "")
    yield from _paragraph("".join(loose))


def _block(element: HtmlElement, depth: int) -> Iterator[Piece]:
    tag = element.tag
    if tag in _HEADINGS:
        text = _text(element)
        if text:
            yield Piece(BlockKind.HEADING, text, _HEADINGS[tag])
    elif tag == "table":
        yield from _table(element)
    elif tag in ("ul", "ol"):
        for place, item in enumerate(element.iter("li") if depth > 8 else element.findall("li"), 1):
            yield from _item(item, depth + 1, f"{place}. " if tag == "ol" else "")
    elif tag in _WHOLE and not any(child.tag in ("ul", "ol", "table") for child in element.iter()):
        yield from _paragraph(_text(element))
    else:
        yield from _pieces(element, depth)


def _item(item: HtmlElement, depth: int, marker: str) -> Iterator[Piece]:
    first = True
    for piece in _pieces(item, depth):
        if piece.kind is BlockKind.PARAGRAPH and first:
            yield Piece(BlockKind.ITEM, marker + piece.text, depth)
            first = False
        else:
            yield piece


def _paragraph(text: str) -> Iterator[Piece]:
    words = one_line(text)
    if words:
        yield Piece(BlockKind.NOTE if markers.NOTE.match(words) else BlockKind.PARAGRAPH, words)


def _table(table: HtmlElement) -> Iterator[Piece]:
    """Yield a row for each row; a table that only lays out the page yields what stands in it."""
    rows = [[cell for cell in line if cell.tag in ("td", "th")] for line in table.iter("tr")]
    if (
        any(cell.find(".//table") is not None for cells in rows for cell in cells)
        or max(map(len, rows), default=0) < 2
    ):
        for cells in rows:
            for cell in cells:
                yield from _pieces(cell, -1)
        return
    yield from _paragraph(table.findtext("caption") or "")
    columns: tuple[str, ...] = ()
    for cells in rows:
        texts = [text for cell in cells for text in _spread(cell)]
        if any(texts):
            yield row(texts, columns=columns)
            columns = columns or tuple(texts)


def _spread(cell: HtmlElement) -> Iterator[str]:
    """A cell over several columns is empty in all but its first."""
    span = cell.get("colspan", "1")
    yield _text(cell)
    yield from [""] * (min(int(span), 50) - 1 if span.isdigit() else 0)
