"""The part of a Word file that holds its footnotes, which python-docx cannot make. Pure: words in, XML out.

The form is that of ECMA-376 part 1, 17.11 (footnotes): a separator and its continuation come first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_STYLE, MARK_STYLE = "FootnoteText", "FootnoteReference"
SEPARATORS = (-1, 0)
"""The ids of the line above footnotes and of the one where they go on; the first footnote has the id 1."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SEPARATOR = (
    '<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240"/>'
    "</w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>"
)
_NOTE = (
    '<w:footnote w:id="{id}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
    '<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> {words}</w:t></w:r></w:p></w:footnote>'
)


def footnotes(notes: Sequence[str]) -> bytes:
    """Return the footnotes part; the n-th note has the id n, counted from 1."""
    kinds = ("separator", "continuationSeparator")
    lines = [_SEPARATOR.format(kind=kind, id=id_) for kind, id_ in zip(kinds, SEPARATORS, strict=True)]
    lines += [
        _NOTE.format(id=n, text=TEXT_STYLE, mark=MARK_STYLE, words=escape(writable(words)))
        for n, words in enumerate(notes, start=1)
    ]
    whole = f'<w:footnotes xmlns:w="{MAIN}">{"".join(lines)}</w:footnotes>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{whole}'.encode()


def writable(words: str) -> str:
    """Return words without the characters that XML cannot hold."""
    return _FORBIDDEN.sub(" ", words)
