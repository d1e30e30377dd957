"""Real plans: each quote that a question set is anchored to stands on one page, in both formats."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ingest.plan import BlockKind, Document
from ingest.reading.read import read

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real plans lie beside the checkout of the maintainers"
)
document = cache(read)


def bare(text: str) -> str:
    return re.sub(r"[\s\u00ad\uf000-\uf0ff-]+", "", text)


def quotes() -> Iterator[tuple[str, str]]:
    if SHARED.is_dir():
        for line in (SHARED / "eval" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
            for evidence in json.loads(line)["evidence"]:
                yield evidence["document"], evidence["quote"]
        for line in (SHARED / "eval" / "goals-dev.jsonl").read_text(encoding="utf-8").splitlines():
            goal = json.loads(line)
            yield goal["document"], goal["quote"]


@pytest.mark.parametrize("ending", ["txt", "pdf"])
def test_every_gold_quote_stands_on_one_page(ending: str) -> None:
    missing = []
    for name, quote in quotes():
        read_ = document(SHARED / "plans" / f"{name}.{ending}")
        pages = [bare(read_.text[page.start : page.end]) for page in read_.pages]
        if not any(bare(quote) in page for page in pages):
            missing.append((name, quote))
    assert missing == []


def table(read_: Document) -> dict[str, tuple[str, ...]]:
    rows = (read_.text[b.start : b.end].split("\t") for b in read_.blocks if b.kind is BlockKind.ROW)
    return {cells[0]: tuple(cells[1:]) for cells in rows}


@pytest.mark.parametrize("ending", ["txt", "pdf"])
def test_a_table_is_rows_of_cells(ending: str) -> None:
    rows = table(document(SHARED / "plans" / f"frederikssund-2024.{ending}"))
    assert [len(cells) for cells in rows.values()].count(5) >= 14
