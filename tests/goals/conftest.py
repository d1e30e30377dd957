"""A plan written as Markdown in a line, and its goals."""

import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.identity import identify
from ingest.passages import passages
from ingest.plan import Plan
from ingest.reading.read import read
from ingest.schema import UPGRADES, VERSION


@pytest.fixture
def make_plan(tmp_path: Path) -> Callable[..., Plan]:
    def make(text: str, first: int = 2024, last: int = 2024, kind: str = "beskæftigelsesplan") -> Plan:
        file = tmp_path / "plan.md"
        file.write_text(text, encoding="utf-8")
        document = read(file)
        identity = replace(identify(document, None), first_year=first, last_year=last, kind=kind)
        return Plan("p1", document, identity, passages(document, "p1"))

    return make


@pytest.fixture
def make_older() -> Callable[[Path, int], None]:
    """Make a store one of an earlier version: without the tables that the versions after it brought."""

    def make(store: Path, version: int) -> None:
        brought = "".join(UPGRADES[each] for each in range(version, VERSION))
        with sqlite3.connect(store / "catalogue.sqlite") as file:
            for table in reversed(re.findall(r"CREATE TABLE (\w+)", brought)):
                file.execute(f"DROP TABLE {table}")
            file.execute(f"PRAGMA user_version = {version}")
        file.close()

    return make
