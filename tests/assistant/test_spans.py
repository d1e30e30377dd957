"""What is quoted for a unit: lists whole, cells with their names, sentences with what they lean on."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest

import assistant.collection
from assistant.asked import AnswerKind
from assistant.spans import LONGEST_LIST, Sought, Span, spans
from assistant.telling import named, plain, prose
from assistant.units import Unit

Quote = Callable[..., list[Span]]


@pytest.fixture
def quote(collection: assistant.collection.Collection) -> Quote:
    (card,) = [card for card in collection.cards if card.source == "havnsoe-2024.md"]
    found = collection.units(card.id)

    def of(words: str, kind: AnswerKind, asked: Collection[str] = (), question: str = "") -> list[Span]:
        unit = next(unit for unit in found if unit.text.startswith(words))
        return spans(unit, Sought(kind, frozenset(asked), text=question), found)

    return of


PRINCIPLES = [
    "Ungeteamet følger tre principper:",
    "Den unge har én kontaktperson.",
    "Møder holdes uden for normal skoletid.",
    "Ingen venter mere end fem dage på svar.",
]


@pytest.mark.parametrize("begin", PRINCIPLES)
def test_a_list_is_told_whole_from_any_part_of_it(quote: Quote, begin: str) -> None:
    told = [span.told for span in quote(begin, AnswerKind.LIST, ())]
    assert told[-3:] == PRINCIPLES[1:]


def test_one_item_answers_for_itself_where_no_list_is_asked(quote: Quote) -> None:
    assert [s.told for s in quote(PRINCIPLES[3], AnswerKind.NUMBER, ())] == [PRINCIPLES[3]]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("", "Sygedagpenge: 388 (Fuldtidspersoner i 2023); 2,4 pct. (Andel i hele landet)"),
        ("Hvor mange fuldtidspersoner?", "Sygedagpenge: 388 (Fuldtidspersoner i 2023)"),
        ("Hvad er det i hele landet?", "Sygedagpenge: 2,4 pct. (Andel i hele landet)"),
    ],
)
def test_a_cell_is_told_with_its_row_and_column(quote: Quote, question: str, told: str) -> None:
    assert [span.told for span in quote("Sygedagpenge\t", AnswerKind.NUMBER, (), question)] == [told]


def test_a_sentence_that_leans_takes_the_one_before(quote: Quote) -> None:
    told = [span.told for span in quote("Her kan man komme", AnswerKind.HOW, ())]
    assert told == [
        "Kajen er et værested for unge uden uddannelse.",
        "Her kan man komme uden at have en aftale.",
    ]


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_every_span_is_in_order_and_of_the_plan(
    collection: assistant.collection.Collection, kind: AnswerKind
) -> None:
    for card in collection.cards:
        plan = collection.library.plan(card.id)
        found: tuple[Unit, ...] = collection.units(card.id)
        for unit in found:
            quoted = spans(unit, Sought(kind), found)
            assert quoted
            assert [span.start for span in quoted] == sorted({span.start for span in quoted})
            assert sum(span.end - span.start for span in quoted) <= LONGEST_LIST + len(unit.text) + 300
            assert all(plan.text[span.start : span.end].strip() for span in quoted)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("• Flere i job", "Flere i job"),
        ("– Flere i job", "Flere i job"),
        ("1. Flere i job", "Flere i job"),
        ("a) Flere i job", "Flere i job"),
        ("Flere\n  i   job", "Flere i job"),
        ("I 2024 skal flere i job", "I 2024 skal flere i job"),
        ("40 i job", "40 i job"),
        ("2,5 pct. er ledige", "2,5 pct. er ledige"),
    ],
)
def test_bullets_and_line_ends_are_not_told(text: str, told: str) -> None:
    assert plain(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Åbent hus Det er for alle, der vil se stedet.", "Åbent hus: Det er for alle, der vil se stedet."),
        ("Delvis raskmelding Målet er flere i job.", "Delvis raskmelding: Målet er flere i job."),
        ("Fri fredag Fri fredag er for alle.", "Fri fredag: Fri fredag er for alle."),
        ("Vi spørger alle. Det gør vi i maj.", "Vi spørger alle. Det gør vi i maj."),
        ("I samarbejde med Det Regionale Råd", "I samarbejde med Det Regionale Råd"),
        ("Torup Kommune Vi er klar.", "Torup Kommune Vi er klar."),
    ],
)
def test_a_heading_on_the_line_of_its_text_is_set_off(text: str, told: str) -> None:
    assert prose(text) == told


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("2.2 Hvad firmaerne mangler", "Hvad firmaerne mangler"),
        ("4. Penge", "Penge"),
        ("5 ministermål", "5 ministermål"),
        ("UNGE I JOB", "Unge i job"),
        ("IPS", "IPS"),
        ("Mål:", "Mål"),
    ],
)
def test_a_heading_is_told_without_number_and_shouting(heading: str, told: str) -> None:
    assert named(heading) == told
