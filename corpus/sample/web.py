"""Write a source as an HTML page."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

from corpus.sample.manifest import MARK, SamplePlan
from corpus.sample.source import Kind, Piece, Source

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*([^*]+)\*")
_NOTE = re.compile(r"\[\^(\d+)\]")
_INVENTED = f"{MARK}: kommunen, tallene og personerne findes ikke."


def html_file(plan: SamplePlan, source: Source) -> bytes:
    """Return the plan as a page with the menu and footer that a municipality's site has around it."""
    groups = groupby(source.pieces, lambda piece: piece.kind is Kind.ITEM)
    body = "\n".join(_list(list(run)) if items else "\n".join(map(_element, run)) for items, run in groups)
    notes = "\n".join(
        f'<p class="note" id="note{number}">{number}. {_words(text)}</p>' for number, text in source.notes
    )
    page = _PAGE.format(
        title=escape(plan.full_title),
        name=escape(plan.title),
        mark=MARK,
        owner=escape(plan.municipality),
        approved=escape(plan.approved),
        invented=_INVENTED,
        body=body,
        notes=notes,
        colour=plan.colour,
    )
    return page.encode()


def _element(piece: Piece) -> str:
    match piece.kind:
        case Kind.HEADING:
            return f"<h{piece.level + 1}>{_words(piece.text)}</h{piece.level + 1}>"
        case Kind.TABLE:
            return _table(piece.rows)
        case Kind.SOURCE_LINE:
            return f'<p class="source">{_words(piece.text)}</p>'
        case Kind.DIRECTIVE:
            return ""
        case _:
            return f"<p>{_words(piece.text)}</p>"


def _list(items: list[Piece]) -> str:
    tag = "ul" if items[0].mark == "-" else "ol"
    lines = "\n".join(f"<li>{_words(item.text)}</li>" for item in items)
    return f"<{tag}>\n{lines}\n</{tag}>"


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f"<th>{_words(cell)}</th>" for cell in rows[0])
    body = "\n".join(
        "<tr>" + "".join(f"<td>{_words(cell)}</td>" for cell in row) + "</tr>" for row in rows[1:]
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _words(text: str) -> str:
    bold = _BOLD.sub(r"<strong>\1</strong>", escape(text, quote=False))
    slanted = _ITALIC.sub(r"<em>\1</em>", bold)
    return _NOTE.sub(r'<sup><a href="#note\1">\1</a></sup>', slanted)


_PAGE = """<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="keywords" content="{mark}">
<meta name="description" content="{invented}">
<style>
body {{ font: 17px/1.5 sans-serif; max-width: 46em; margin: auto; padding: 0 1em; }}
h1, h2, h3 {{ color: {colour}; }}
table {{ border-collapse: collapse; }}
th, td {{ border-bottom: 1px solid #bbb; padding: .3em .8em .3em 0; text-align: left; vertical-align: top; }}
nav, footer, .source, .note {{ font-size: 85%; color: #555; }}
</style>
</head>
<body>
<nav>Forside &gt; Politik &gt; Planer og strategier &gt; {name} | Selvbetjening | Kontakt</nav>
<main>
<h1>{name}</h1>
<p>{owner} Kommune</p>
<p>{approved}</p>
<p>{invented}</p>
{body}
{notes}
</main>
<footer>{owner} Kommune | Cookies | Tilgængelighedserklæring | {mark}</footer>
</body>
</html>
"""
