"""Figures at the end of a line: part of the sentence above, or the second column of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.plan import BlockKind, Document
from ingest.reading.read import read

MONEY = """Beløb i budget 2026:

Post                         Mio. kr.
Jobklubben                   2,5
Hjælp til ansøgninger        11,0
Kørsel                       0,4

Udvalget følger op hvert halve år.
"""


def read_text(folder: Path, text: str) -> Document:
    (folder / "plan.txt").write_text(text, encoding="utf-8")
    return read(folder / "plan.txt")


def rows(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.ROW]


def test_labels_and_figures_below_each_other_are_a_table(tmp_path: Path) -> None:
    document = read_text(tmp_path, MONEY)
    assert rows(document)[1:] == ["Jobklubben\t2,5", "Hjælp til ansøgninger\t11,0", "Kørsel\t0,4"]
    assert {b.columns for b in document.blocks if b.columns} == {("Post", "Mio. kr.")}


@pytest.mark.parametrize(
    "text",
    [
        "Ansvarlig:   Jobteamet\nFrist:       1. maj\nSted:        Rådhuset",
        "Vi holder    2\nåbent hele   3",
        "Klubben er åben  kl. 9\nog lukker igen   kl. 15\nalle hverdage    året rundt",
    ],
)
def test_other_words_that_stand_apart_are_none(tmp_path: Path, text: str) -> None:
    assert rows(read_text(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("- Flere i job.\n- Fraværet skal under\n  5 pct.", "Fraværet skal under 5 pct."),
        ("Antallet af klager skal falde med\n12,5 pct.", "skal falde med 12,5 pct."),
        ("Andelen, der får svar til tiden, skal være mindst\n95 %", "skal være mindst 95 %"),
    ],
)
def test_a_figure_ends_the_sentence_that_wants_it(tmp_path: Path, text: str, whole: str) -> None:
    assert whole in read_text(tmp_path, text).text
