"""Write a source as a text file with form feeds, or as Markdown."""

from __future__ import annotations

import re
import textwrap
from itertools import groupby, pairwise

from corpus.sample.manifest import MARK, SamplePlan
from corpus.sample.source import Kind, Piece, Source

_WIDTH = 84
_INVENTED = f"{MARK}: kommunen, tallene og personerne findes ikke."


def text_file(plan: SamplePlan, source: Source) -> bytes:
    """Return the plan as UTF-8 text, a form feed between pages and a page number at each foot."""
    pages = [list(group) for split, group in groupby(source.pieces, _is_page_break) if not split]
    sheets = [_sheet(plan, number, pieces) for number, pieces in enumerate(pages, 1)]
    return "\f".join(sheets).encode()


def markdown_file(plan: SamplePlan, source: Source) -> bytes:
    """Return the plan as Markdown under a front matter that says what it is."""
    front = f'---\ntitle: "{plan.full_title}"\nkeywords: "{MARK}"\n---\n\n'
    front += f"# {plan.title}\n\n**{plan.municipality} Kommune**\n\n{plan.approved}\n\n*{_INVENTED}*\n"
    notes = "".join(f"\n[^{number}]: {text}\n" for number, text in source.notes)
    return (front + "".join(map(_markdown, source.pieces)) + notes).encode()


def _is_page_break(piece: Piece) -> bool:
    return piece.kind is Kind.DIRECTIVE and piece.text == "side"


def _sheet(plan: SamplePlan, number: int, pieces: list[Piece]) -> str:
    gaps = ["\n" * _closes_list(before, piece) for before, piece in pairwise([pieces[0], *pieces])]
    body = "\n".join(gap + _lines(plan, piece) for gap, piece in zip(gaps, pieces, strict=True))
    foot = f"{plan.municipality} Kommune, {plan.title}".ljust(_WIDTH - 8) + f"Side {number}"
    return f"{body}\n\n{foot}\n"


def _closes_list(before: Piece, piece: Piece) -> bool:
    return before.kind is Kind.ITEM and piece.kind is not Kind.ITEM


def _lines(plan: SamplePlan, piece: Piece) -> str:
    text = piece.text.replace("**", "")
    match piece.kind:
        case Kind.HEADING:
            return f"\n{text.upper() if piece.level == 1 else text}\n{'=-'[piece.level > 1] * len(text)}\n"
        case Kind.ITEM:
            return _hanging(text, "  " * (piece.level + 1) + piece.mark + " ")
        case Kind.TABLE:
            return _table(piece.rows)
        case Kind.LINES:
            return text + "\n"
        case Kind.DIRECTIVE:
            return "\n".join(("", plan.municipality + " Kommune", plan.title, plan.approved, _INVENTED, ""))
        case _:
            return textwrap.fill(text, _WIDTH, break_on_hyphens=False) + "\n"


def _hanging(text: str, first: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first))


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    return "\n".join("".join(map(str.ljust, row, widths)).rstrip() for row in rows) + "\n"


def _markdown(piece: Piece) -> str:
    match piece.kind:
        case Kind.HEADING:
            return f"\n{'#' * (piece.level + 1)} {piece.text}\n"
        case Kind.ITEM:
            return "\n" * (piece.level == 0) + "  " * piece.level + f"{piece.mark} {piece.text}\n"
        case Kind.TABLE:
            rows = [f"| {' | '.join(row)} |" for row in piece.rows]
            rule = re.sub(r"[^|]", "-", rows[0])
            return "\n" + "\n".join([rows[0], rule, *rows[1:]]) + "\n"
        case Kind.DIRECTIVE:
            return ""
        case _:
            return f"\n{piece.text}\n"
