"""Column headings that stand one above another become the headings of the table's columns."""

from __future__ import annotations

import pytest

from ingest.plan import BlockKind
from ingest.reading.blocks import leaf
from ingest.reading.hyphens import Vocabulary
from ingest.reading.line import Line, Sheet
from ingest.reading.piece import Piece

WIDE = 460.0
HEADS = (
    ("Antal fuldtids-", 80.0),
    ("personer i", 60.0),
    ("Vigby", 30.0),
    ("Andel af", 50.0),
    ("alle (pct.)", 60.0),
    ("Hele landet", 70.0),
)
COLUMNS = ("Antal fuldtidspersoner i Vigby", "Andel af alle (pct.)", "Hele landet")
FIGURES = ("Fleksjob 559 2,0 2,1", "Revalidering 12 0,1 0,2", "Sygedagpenge 738 2,6 2,3")


def pieces(*lines: tuple[str, float], gap: float = 0.1) -> tuple[Piece, ...]:
    stacked = [
        Line(text, gap, 50.0, 50.0 + width, 20.0 * number, 10.0) for number, (text, width) in enumerate(lines)
    ]
    return leaf(Sheet(1, tuple(stacked)), Vocabulary(())).pieces


def rows(*figures: str) -> list[tuple[str, float]]:
    return [(text, 200.0) for text in figures]


@pytest.mark.parametrize(
    "caption",
    [
        [("Tabel 3: Borgere på offentlig forsørgelse i Vigby", WIDE)],
        [
            ("Tabel 3: Borgere på offentlig forsørgelse i", WIDE),
            ("Vigby og i hele landet i 2. kvartal 2023", 300.0),
        ],
    ],
)
def test_each_column_gets_its_heading(caption: list[tuple[str, float]]) -> None:
    found = pieces(*caption, *HEADS, *rows(*FIGURES))
    assert found[0].text.startswith("Tabel 3")
    assert found[0].text.endswith(("Vigby", "2023"))
    told = [piece for piece in found if piece.kind is BlockKind.ROW]
    assert told[0].text.split("\t") == list(COLUMNS)
    assert all(row.columns == ("", *COLUMNS) for row in told[1:])
    assert len(told) == 4


def test_other_headings_than_columns_stay_as_they_are() -> None:
    found = pieces(("Tabel 3: Borgere på forsørgelse i Vigby", WIDE), *HEADS[:3], *rows(*FIGURES))
    assert not any(piece.columns for piece in found)
    text = " ".join(piece.text for piece in found)
    assert all(word in text for word in ("Antal", "personer", "Vigby"))


def test_without_a_caption_nothing_is_taken_for_headings() -> None:
    found = pieces(("Borgere på offentlig forsørgelse i Vigby Kommune", WIDE), *HEADS, *rows(*FIGURES))
    assert "\t".join(COLUMNS) not in [piece.text for piece in found]
