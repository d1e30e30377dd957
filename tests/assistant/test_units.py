"""The units of real documents: slices on one page that know their list, their table and their headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.collection import Collection
from assistant.units import Unit, units
from ingest.plan import BlockKind, Plan

NAMES = (
    "havnsoe-2024.md",
    "klitmark-2024.txt",
    "lindevang-2023.md",
    "lindevang-2025.md",
    "torup-2024.txt",
)


@pytest.fixture
def plan(request: pytest.FixtureRequest, collection: Collection) -> Plan:
    (card,) = [card for card in collection.cards if card.source == request.param]
    return collection.library.plan(card.id)


@pytest.fixture
def havnsoe(collection: Collection) -> tuple[Unit, ...]:
    (card,) = [card for card in collection.cards if card.source == "havnsoe-2024.md"]
    return collection.units(card.id)


def starting(found: tuple[Unit, ...], words: str) -> Unit:
    return next(unit for unit in found if unit.text.startswith(words))


@pytest.mark.parametrize("plan", NAMES, indirect=True)
def test_every_unit_is_a_slice_on_one_page(plan: Plan) -> None:
    at = 0
    for unit in units(plan):
        assert plan.text[unit.start : unit.end] == unit.text
        assert unit.text == unit.text.strip() != ""
        assert "\f" not in unit.text
        assert plan.document.page_at(unit.start) == plan.document.page_at(unit.end - 1)
        assert unit.start >= at
        at = unit.end


@pytest.mark.parametrize("plan", NAMES, indirect=True)
def test_no_text_is_lost_but_the_heads_of_tables(plan: Plan) -> None:
    held = "".join(unit.text for unit in units(plan))
    heads = {"Ydelse", "Fuldtidspersoner", "i", "2023", "Andel", "hele", "landet"}
    assert not {word for word in plan.text.split() if word not in held} - heads


@pytest.mark.parametrize("plan", NAMES, indirect=True)
def test_a_lead_in_is_a_slice_before_its_unit(plan: Plan) -> None:
    for unit in units(plan):
        if unit.lead_start >= 0:
            assert plan.text.startswith(unit.lead, unit.lead_start)
            assert unit.lead_start < unit.start


def test_a_row_has_its_columns_and_the_words_above_the_table(havnsoe: tuple[Unit, ...]) -> None:
    row = starting(havnsoe, "Sygedagpenge\t")
    assert row.kind is BlockKind.ROW
    assert row.columns == ("Ydelse", "Fuldtidspersoner i 2023", "Andel i hele landet")
    assert (row.lead, row.path) == ("Tal for kommunen", ("Beskæftigelsesplan 2024", "Tal for kommunen"))


def test_the_head_of_a_table_is_no_unit(havnsoe: tuple[Unit, ...]) -> None:
    assert not [unit for unit in havnsoe if unit.text.startswith("Ydelse\t")]


def test_a_list_has_one_number_and_its_lead_in(havnsoe: tuple[Unit, ...]) -> None:
    lead = starting(havnsoe, "Ungeteamet følger")
    items = [unit for unit in havnsoe if unit.kind is BlockKind.ITEM]
    assert lead.introduces
    assert lead.group == -1
    assert len(items) == 3
    assert {item.group for item in items} == {items[0].group} != {-1}
    assert {item.lead for item in items} == {lead.text}


def test_two_lists_have_two_numbers(havnsoe: tuple[Unit, ...]) -> None:
    assert len({unit.group for unit in havnsoe if unit.group >= 0}) == 2


def test_a_sentence_knows_the_one_before_it_in_its_paragraph(havnsoe: tuple[Unit, ...]) -> None:
    second = starting(havnsoe, "Her kan man komme")
    assert second.before == "Kajen er et værested for unge uden uddannelse."


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Resultatmål 2a: Flere i job.", {"resultatmål"}),
        ("Spor 1: Den tidlige indsats", {"spor"}),
        ("3.2 Tema 4: Unge", {"tema"}),
        ("Målet er nået.", set()),
        ("Vi ses kl. 12: Husk kaffe.", set()),
    ],
)
def test_a_label_tells_the_series(tmp_path: Path, text: str, label: set[str]) -> None:
    from ingest.plan import Block, Document, Identity

    document = Document("x.txt", "0", "txt", text, (), (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    plan = Plan("x", document, Identity(None, None, None, "plan", "x"), ())
    assert units(plan)[0].series == label
