"""Whom a goal is about, in its own words."""

import pytest

from ingest.goals.group import target_group

CASES = [
    ("Andelen af elever i 8. klasse, der cykler, skal op på 40 pct. i 2029.", "elever i 8. klasse"),
    ("Antallet af elever i 8. klasse skal op til 90.", "elever i 8. klasse"),
    ("Antallet af lærlinge skal op fra 12 til 30.", "lærlinge"),
    ("Vi øger antallet af lærlinge. Det sker i 2026.", "lærlinge"),
]


@pytest.mark.parametrize(("statement", "group"), CASES)
def test_the_group_stands_whole(statement: str, group: str) -> None:
    assert target_group(statement) == group
