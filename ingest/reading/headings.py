"""Which pieces are headings: by their looks where there are fonts, by their wording where there is text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.plan import BlockKind
from ingest.reading import markers
from ingest.reading.levels import leveled
from ingest.reading.piece import Leaf, Piece

LONGEST = 120
LONGEST_LEAD = 60
LARGE = 1.2
"""Share of the usual size from which on a line of two sentences may be a title ("Bilag. Oversigt ...")."""
RUN = 3
"""Short lines in a row, alike to look at, from which on they are a list and not headings."""
_VERB = re.compile(
    r"\b(?:er|var|har|skal|vil|kan|bør|bliver|blev|følger|omfatter|betyder|handler|indgår|arbejder|\w+es)\b"
)
_QUANTITY = re.compile(r"\d+(?:[.,]\d+)?\s?(?:%|pct\.?|procent|personer|borgere)|\b\d{1,3}\s(?!\d)|\d,\d")
_INNER_END = re.compile(r"[a-zæøå]{3,}[.!?] [A-ZÆØÅ]")


@dataclass(frozen=True, slots=True)
class Looks:
    """What plain running text looks like here, and whether headings look otherwise."""

    size: float
    bold: bool
    styled: bool

    def stands_out(self, piece: Piece) -> bool:
        """Say whether ``piece`` is larger or bolder than running text."""
        return piece.size > self.size * 1.08 or (
            piece.bold and not self.bold and piece.size >= self.size * 0.97
        )


def with_headings(leaves: Sequence[Leaf]) -> list[Leaf]:
    """Return the pages with their headings told and ranked."""
    looks = looks_of(leaves)
    told = [_page(leaf, _first_of_next(leaves, index), looks) for index, leaf in enumerate(leaves)]
    return [_relisted(leaf) for leaf in leveled(told, looks.size, looks.styled)]


def looks_of(leaves: Sequence[Leaf]) -> Looks:
    """Return the looks that most characters have."""
    counts: Counter[tuple[float, bool]] = Counter()
    for leaf in leaves:
        for piece in leaf.pieces:
            counts[(piece.size, piece.bold)] += len(piece.text)
    size, bold = counts.most_common(1)[0][0] if counts else (0.0, False)
    plain = Looks(size, bold, False)
    outstanding = sum(plain.stands_out(piece) for leaf in leaves for piece in leaf.pieces)
    return replace(plain, styled=size > 0 and outstanding > 1)


def _first_of_next(leaves: Sequence[Leaf], index: int) -> Piece | None:
    following = (leaf.pieces[0] for leaf in leaves[index + 1 :] if leaf.pieces)
    return next(following, None)


def _page(leaf: Leaf, after: Piece | None, looks: Looks) -> Leaf:
    """Look from the end up: whether a short line is a heading hangs on what follows it."""
    done: list[Piece] = []
    for index in range(len(leaf.pieces) - 1, -1, -1):
        piece = leaf.pieces[index]
        before = leaf.pieces[index - 1] if index else None
        alone = len(leaf.pieces) == 1
        following = done[-1] if done else (after if alone or looks.stands_out(piece) else None)
        if _is_heading(piece, before, following, looks, alone):
            piece = piece.as_kind(BlockKind.HEADING, 1)
        done.append(piece)
    return replace(leaf, pieces=tuple(_without_runs(done[::-1])))


def _is_heading(piece: Piece, before: Piece | None, after: Piece | None, looks: Looks, alone: bool) -> bool:
    if piece.bold and not looks.size:
        # In plain text only an underline makes a line bold.
        return True
    if piece.kind is BlockKind.ITEM:
        return _is_numbered_title(piece, before, after)
    if not looks.size and before is not None and not piece.gap and markers.field(piece.text):
        return False
    large = piece.size > LARGE * looks.size
    if piece.kind is not BlockKind.PARAGRAPH or not _reads_as_title(piece.text, large):
        return False
    if markers.CHAPTER.match(piece.text):
        return True
    if after is None:
        return looks.stands_out(piece) and looks.styled and piece.text[-1] not in ":?"
    if markers.TARGET.match(piece.text):
        return _titles_what_follows(piece, after)
    if markers.FOCUS.match(piece.text) or (looks.styled and looks.stands_out(piece)):
        return piece.text[-1] != ":" or len(piece.text) <= LONGEST_LEAD
    if looks.styled or (alone and piece.lines > 2):
        return False
    return _heads_content(piece, after)


def _reads_as_title(text: str, large: bool = False) -> bool:
    head = text[:1]
    if len(text) > LONGEST or not any(letter.isalpha() for letter in text) or markers.TABLE.match(text):
        return False
    if (
        not (head.isupper() or head.isdigit())
        or markers.unfinished(text)
        or (not large and _INNER_END.search(text))
    ):
        return False
    return text[-1] not in '.,;!”"' or bool(
        markers.FOCUS.match(text) or markers.CHAPTER.match(text) or markers.TARGET.match(text)
    )


def _titles_what_follows(piece: Piece, after: Piece) -> bool:
    """A target's label is content ("Resultatmål 2b: Andelen ...") unless its list or its chapter follows."""
    if after.kind is BlockKind.ITEM and not markers.number(after.text):
        return True
    if piece.text[-1] == "." or _QUANTITY.search(markers.TARGET.sub("", piece.text)):
        return False
    return after.kind is BlockKind.PARAGRAPH and not markers.TARGET.match(after.text)


def _heads_content(piece: Piece, after: Piece) -> bool:
    if piece.text[-1] == ":":
        lead = len(piece.text) > LONGEST_LEAD or "," in piece.text or bool(_VERB.search(piece.text))
        return not lead and after.kind in (BlockKind.ITEM, BlockKind.HEADING)
    if after.kind is BlockKind.PARAGRAPH:
        return (
            len(after.text) > LONGEST_LEAD
            or markers.ends_sentence(after.text)
            or markers.labelled(after.text)
            or markers.field(after.text)
        )
    return after.kind in (BlockKind.ITEM, BlockKind.HEADING, BlockKind.ROW)


def _is_numbered_title(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    """A number before a short line is a heading's where text follows, an item's where its sibling stands."""
    if not markers.number(piece.text) or not _reads_as_title(piece.text) or after is None:
        return False
    if before is not None and before.kind is BlockKind.ITEM and _sign(before.text) == _sign(piece.text):
        return False
    if after.kind is BlockKind.ITEM:
        return bool(markers.glyph(after.text))
    return after.kind is BlockKind.HEADING or (
        after.kind is BlockKind.PARAGRAPH and len(after.text) > LONGEST_LEAD
    )


def _sign(text: str) -> str:
    marker = markers.number(text).strip()
    return ("1" if marker[:1].isdigit() else "a") + marker[-1:] if marker else ""


def _without_runs(pieces: list[Piece]) -> list[Piece]:
    """Turn a run of like headings with nothing between them into the items of its first one."""
    start = 0
    while start < len(pieces):
        end = start + 1
        while end < len(pieces) and _alike(pieces[end - 1], pieces[end]):
            end += 1
        if end - start >= RUN and pieces[start].kind is BlockKind.HEADING:
            led = start > 0 and pieces[start - 1].text.endswith(":")
            listed = slice(start if led else start + 1, end)
            pieces[listed] = [piece.as_kind(BlockKind.ITEM) for piece in pieces[listed]]
        start = end
    return pieces


def _relisted(leaf: Leaf) -> Leaf:
    """Let each list begin at depth 0, also where its numbered parent turned out to be a heading."""
    done: list[Piece] = []
    least = 0
    for piece in leaf.pieces:
        if piece.kind is BlockKind.ITEM:
            least = min(least, piece.level) if done and done[-1].kind is BlockKind.ITEM else piece.level
            piece = piece.as_kind(BlockKind.ITEM, piece.level - least)
        done.append(piece)
    return replace(leaf, pieces=tuple(done))


def _alike(above: Piece, piece: Piece) -> bool:
    plain = not any(markers.labelled(p.text) or markers.number(p.text) for p in (above, piece))
    headings = above.kind is piece.kind is BlockKind.HEADING
    return headings and plain and (above.size, above.bold) == (piece.size, piece.bold)
