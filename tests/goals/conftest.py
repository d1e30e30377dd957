"""A plan written as Markdown in a line, and its goals."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.identity import identify
from ingest.passages import passages
from ingest.plan import Plan
from ingest.reading.read import read


@pytest.fixture
def make_plan(tmp_path: Path) -> Callable[..., Plan]:
    def make(text: str, first: int = 2024, last: int = 2024, kind: str = "beskæftigelsesplan") -> Plan:
        file = tmp_path / "plan.md"
        file.write_text(text, encoding="utf-8")
        document = read(file)
        identity = replace(identify(document, None), first_year=first, last_year=last, kind=kind)
        return Plan("p1", document, identity, passages(document, "p1"))

    return make
