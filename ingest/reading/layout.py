"""From the lines of pages to pieces with their kinds: the same steps for PDF and for plain text."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.reading.blocks import leaf
from ingest.reading.headings import with_headings
from ingest.reading.hyphens import Vocabulary
from ingest.reading.line import Sheet
from ingest.reading.piece import Leaf


def leaves(sheets: Sequence[Sheet]) -> list[Leaf]:
    """Return the pages of a file as pieces: whole sentences, their kinds, headings told."""
    vocabulary = Vocabulary(line.text for sheet in sheets for line in sheet.lines)
    return with_headings([leaf(sheet, vocabulary) for sheet in sheets])
