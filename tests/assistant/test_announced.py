"""A list announced under one heading, that stands under another like it."""

from __future__ import annotations

import pytest

from assistant.announced import under_alike
from assistant.units import Unit
from ingest.plan import BlockKind

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM


def _units(*told: tuple[BlockKind, str]) -> list[Unit]:
    return [
        Unit("p", place * 100, place * 100 + len(text), kind, text, (), group=0 if kind is ITEM else -1)
        for place, (kind, text) in enumerate(told)
    ]


def _plan(said: str, later: str, *items: str) -> list[Unit]:
    return _units(
        (HEADING, "Havneplanens pejlemærker"),
        (PARAGRAPH, said),
        (PARAGRAPH, "De er drøftet på et borgermøde."),
        (HEADING, later),
        *((ITEM, item) for item in items),
    )


def test_the_list_under_a_heading_alike_is_found() -> None:
    units = _plan("Byrådet har vedtaget to pejlemærker.", "Havneplanens pejlemærker 2030:", "Ro", "Lys")
    assert [unit.text for unit in under_alike(units[0], 0, units)] == [
        "Havneplanens pejlemærker 2030:",
        "Ro",
        "Lys",
    ]


@pytest.mark.parametrize(
    ("said", "later"),
    [
        ("Byrådet har vedtaget tre pejlemærker.", "Havneplanens pejlemærker 2030:"),
        ("Byrådet har holdt to møder.", "Havneplanens pejlemærker 2030:"),
        ("Byrådet har vedtaget to pejlemærker.", "Parkering ved kajen"),
    ],
)
def test_another_number_another_thing_or_another_heading_is_not_it(said: str, later: str) -> None:
    units = _plan(said, later, "Ro", "Lys")
    assert under_alike(units[0], 0, units) == []


def test_a_heading_with_its_own_list_keeps_it() -> None:
    units = _units(
        (HEADING, "Pejlemærker"),
        (PARAGRAPH, "Der er to pejlemærker:"),
        (ITEM, "Ro"),
        (HEADING, "Pejlemærker igen"),
        (ITEM, "Lys"),
        (ITEM, "Luft"),
    )
    assert under_alike(units[0], 0, units) == []
