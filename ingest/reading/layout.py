"""From the lines of pages to pieces with their kinds: the same steps for PDF and for plain text."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.reading.blocks import leaf
from ingest.reading.furniture import without_furniture
from ingest.reading.headings import with_headings
from ingest.reading.hyphens import Vocabulary
from ingest.reading.line import Sheet
from ingest.reading.piece import Leaf


def leaves(sheets: Sequence[Sheet]) -> list[Leaf]:
    """Return the pages of a file as pieces: without running lines, whole sentences, headings told."""
    bare = without_furniture(sheets)
    vocabulary = Vocabulary(line.text for sheet in bare for line in sheet.lines)
    return with_headings([leaf(sheet, vocabulary) for sheet in bare])
