"""Between the rows of the catalogue and the values of ``ingest.plan``."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from ingest.plan import Block, BlockKind, Clue, Document, Identity, Page, Passage, PlanCard, Remark


def dump(value: object) -> str:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False)


def dump_identity(identity: Identity) -> str:
    """Return an identity as JSON."""
    return dump(asdict(identity))


def dump_remarks(remarks: Sequence[Remark]) -> str:
    """Return remarks as JSON."""
    return dump([asdict(remark) for remark in remarks])


def identity(dumped: str) -> Identity:
    """Return the identity that was dumped."""
    value = json.loads(dumped)
    value["clues"] = tuple(Clue(**clue) for clue in value["clues"])
    value["doubts"] = _remarks(value["doubts"])
    return Identity(**value)


def document(row: sqlite3.Row, pages: Iterable[sqlite3.Row], blocks: Iterable[sqlite3.Row]) -> Document:
    """Return a document from its row in ``plans`` and its rows in ``pages`` and ``blocks``."""
    return Document(
        row["source"],
        row["sha256"],
        row["format"],
        row["text"],
        tuple(Page(*page) for page in pages),
        tuple(
            Block(BlockKind(b["kind"]), b["start"], b["end"], b["level"], _columns(b["columns"]))
            for b in blocks
        ),
        row["title"],
        _remarks(json.loads(row["remarks"])),
    )


def _columns(dumped: str) -> tuple[str, ...]:
    # Most blocks are no rows, and plans are read while somebody waits.
    return () if dumped == "[]" else tuple(json.loads(dumped))


def passage(row: sqlite3.Row, text: str) -> Passage:
    """Return a passage from its row and the text of its plan."""
    return _passage(row, text[row["start"] : row["end"]])


def slice_of(row: sqlite3.Row) -> Passage:
    """Return a passage from a row that holds its own ``text``."""
    return _passage(row, row["text"])


def _passage(row: sqlite3.Row, words: str) -> Passage:
    path = tuple(json.loads(row["path"]))
    return Passage(row["plan"], row["ordinal"], row["start"], row["end"], words, row["page"], path)


def card(row: sqlite3.Row) -> PlanCard:
    """Return a plan's card from its row."""
    return PlanCard(
        row["id"],
        row["source"],
        row["format"],
        identity(row["identity"]),
        row["pages"],
        row["passages"],
        row["characters"],
        row["added_at"],
        row["superseded_by"],
    )


def _remarks(values: Iterable[dict[str, object]]) -> tuple[Remark, ...]:
    return tuple(_remark(str(value["key"]), value["fields"]) for value in values)


def _remark(key: str, fields: object) -> Remark:
    pairs = fields if isinstance(fields, list) else []
    return Remark(key, tuple((str(name), str(value)) for name, value in pairs))
