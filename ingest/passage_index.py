"""Finding passages in the catalogue: by their words, by their vectors, by where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from ingest import records
from ingest.database import Database
from ingest.passage_terms import PassageTerms
from ingest.plan import Passage

Vectors = NDArray[np.float32]
Key = tuple[str, int]
"""A passage: the id of its plan, and its ordinal there."""

IN_PLANS = "passages.plan IN (SELECT value FROM json_each(?))"
AT = (
    "(passages.plan, passages.ordinal) IN "
    "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
)
EVERY = -1
"""No limit."""


class PassageIndex:
    """What the catalogue knows of passages, for those who search."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def matching(self, stems: Iterable[str], plans: Sequence[str], limit: int = EVERY) -> list[Key]:
        """Return the passages of the plans that hold any of the terms, best first by FTS5's BM25."""
        query = " OR ".join(f'"{stem}"' for stem in stems if '"' not in stem)
        if not query:
            return []
        rows = self._db.rows(
            "SELECT passages.plan, passages.ordinal FROM terms JOIN passages ON passages.id = terms.rowid "
            f"WHERE terms MATCH ? AND {IN_PLANS} ORDER BY bm25(terms) LIMIT ?",
            query,
            records.dump(list(plans)),
            limit,
        )
        return [(row["plan"], row["ordinal"]) for row in rows]

    def passages_at(self, keys: Iterable[Key]) -> dict[Key, Passage]:
        """Return some passages, without the rest of their plans."""
        rows = self._db.rows(
            "SELECT passages.*, substr(plans.text, passages.start + 1, passages.end - passages.start) text "
            f"FROM passages JOIN plans ON plans.id = passages.plan WHERE {AT}",
            records.dump(list(keys)),
        )
        return {(row["plan"], row["ordinal"]): records.slice_of(row) for row in rows}

    def terms(self, plans: Sequence[str]) -> dict[Key, PassageTerms]:
        """Return the terms of every passage of the plans."""
        return self._terms(IN_PLANS, list(plans))

    def terms_at(self, keys: Iterable[Key]) -> dict[Key, PassageTerms]:
        """Return the terms of some passages."""
        return self._terms(AT, list(keys))

    def vectors(self, plans: Sequence[str]) -> tuple[list[Key], Vectors]:
        """Return the plans' passages and their vectors (n, dimension)."""
        return self._vectors(IN_PLANS, list(plans))

    def vectors_at(self, keys: Iterable[Key]) -> tuple[list[Key], Vectors]:
        """Return those of some passages that have vectors, and the vectors (n, dimension)."""
        return self._vectors(AT, list(keys))

    def _terms(self, where: str, wanted: Sequence[object]) -> dict[Key, PassageTerms]:
        rows = self._db.rows(
            "SELECT passages.plan, passages.ordinal, heads, stems, parts FROM passages "
            f"JOIN terms ON terms.rowid = passages.id WHERE {where}",
            records.dump(wanted),
        )
        return {
            (row["plan"], row["ordinal"]): PassageTerms.of_fields(row["heads"], row["stems"], row["parts"])
            for row in rows
        }

    def _vectors(self, where: str, wanted: Sequence[object]) -> tuple[list[Key], Vectors]:
        rows = self._db.rows(
            "SELECT passages.plan, passages.ordinal, vector FROM passages "
            f"JOIN vectors ON vectors.passage = passages.id WHERE {where} ORDER BY passages.id",
            records.dump(wanted),
        )
        if not rows:
            return [], np.zeros((0, 0), dtype=np.float32)
        matrix = np.stack([np.frombuffer(row["vector"], dtype=np.float16) for row in rows])
        return [(row["plan"], row["ordinal"]) for row in rows], matrix.astype(np.float32)

    def passage_count(self) -> int:
        """Return how many passages there are in all."""
        row = self._db.row("SELECT count(*) AS count FROM passages")
        return int(row["count"]) if row else 0

    def mean_terms(self) -> float:
        """Return the mean number of words in a passage's text; 1 where there is none."""
        row = self._db.row(
            "SELECT avg(length(stems) - length(replace(stems, ' ', '')) + 1) AS mean FROM terms"
        )
        return float(row["mean"] or 1.0) if row else 1.0

    def count(self, term: str) -> int:
        """Return in how many passages a term stands."""
        row = self._db.row("SELECT doc FROM term_counts WHERE term = ?", term)
        return int(row["doc"]) if row else 0

    def vocabulary(self) -> dict[str, int]:
        """Return every term, and in how many passages it stands."""
        return {row["term"]: row["doc"] for row in self._db.rows("SELECT term, doc FROM term_counts")}
