"""How quoted spans become the text of an answer: nothing twice, each on its line, and no heading lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.citing import joined, together
from assistant.collection import analysed
from assistant.judging import Verdict
from assistant.question import Question
from assistant.spans import Span
from assistant.units import Unit
from ingest.danish.stems import stem
from ingest.plan import BlockKind

PLAN = """# Beskæftigelsesplan 2024

Rønsted Kommune. Opdigtet eksempel: kommunen findes ikke.

## Indhold

1. Det vil vi ........................ 3

## Voksenlærlinge

41 aftaler i 2023.

## Værkstedet

To pedeller åbner hver morgen et værksted i remisen. Holdet hedder Remisen, og der er ti pladser.

## Det mangler firmaerne

I juni spurgte kommunen 90 firmaer. De hyppigste svar var:

- svejsere
- buschauffører
- kokke

## Mål

Resultatmål 1: Antallet af langtidsledige skal ned på 64 i december 2024.

## Oversigt

Antallet af langtidsledige skal ned på 64 i december 2024 (resultatmål 1).

## Tilfredshed

Målingen blev aflyst i 2023. Der er derfor ikke noget mål for tilfredshed.
"""


@pytest.fixture(scope="module")
def ask(on_plans: Callable[..., Assistant]) -> Callable[[str], Answer]:
    assistant = on_plans({"roensted-2024.md": PLAN})
    return lambda question: assistant.ask(Question(question))


def span(told: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Span:
    return Span("p", 0, len(told), told, kind, "")


def test_a_heading_says_what_a_bare_sentence_is_about(ask: Callable[[str], Answer]) -> None:
    assert ask("Hvor mange aftaler om voksenlærlinge var der?").text.startswith("Voksenlærlinge: 41 aftaler")


def test_a_name_comes_with_what_it_names(ask: Callable[[str], Answer]) -> None:
    assert ask("Hvad er Remisen?").text.startswith(
        "To pedeller åbner hver morgen et værksted i remisen. Holdet"
    )


def test_a_heading_is_told_with_the_list_further_down(ask: Callable[[str], Answer]) -> None:
    answer = ask("Hvad mangler firmaerne?")
    assert all(line in answer.text.splitlines()[1:] for line in ("svejsere", "buschauffører"))
    assert "kokke" in answer.text


def test_what_stands_twice_is_said_once_and_both_places_are_cited(ask: Callable[[str], Answer]) -> None:
    answer = ask("Hvad er målet for langtidsledige?")
    assert answer.text.count("64") == 1
    assert answer.text.endswith("[1] [2]")
    assert [citation.section for citation in answer.citations] == ["Mål", "Oversigt"]


def test_a_no_comes_with_its_reason(ask: Callable[[str], Answer]) -> None:
    assert "aflyst i 2023" in ask("Hvorfor er der ikke noget mål for tilfredshed?").text


def test_a_table_of_contents_never_answers(ask: Callable[[str], Answer]) -> None:
    for question in ("Hvad vil vi?", "Hvad er indholdet?", "Hvilke afsnit er der?"):
        assert "...." not in ask(question).text


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ([span("Kaffe", BlockKind.HEADING), span("Hver fredag.")], "Kaffe: Hver fredag."),
        ([span("Kaffe", BlockKind.HEADING), span("Fredag", BlockKind.ITEM)], "Kaffe:\nFredag"),
        ([span("Vi drikker kaffe."), span("Også om fredagen.")], "Vi drikker kaffe. Også om fredagen."),
        ([span("Flere i job"), span("Flere i skole")], "Flere i job\nFlere i skole"),
        ([span("Bo Holm"), span("Formand")], "Bo Holm\nFormand"),
        ([span("Er du tilfreds?"), span("Ja: 80 pct.")], "Er du tilfreds? Ja: 80 pct."),
        (
            [span("Der er to:"), span("Nord", BlockKind.ITEM), span("Syd", BlockKind.ITEM)],
            "Der er to:\nNord\nSyd",
        ),
    ],
)
def test_sentences_run_on_and_lines_stand_alone(spans: list[Span], told: str) -> None:
    assert joined(spans) == told


def test_a_lead_in_without_its_list_does_not_end_as_if_it_came() -> None:
    assert joined([span("Udvalget følger tre tal:")]) == "Udvalget følger tre tal …"


def test_a_line_of_a_card_tells_whose_card_it_is(on_plans: Callable[..., Assistant]) -> None:
    text = "# Beskæftigelsesplan 2024\n\nElmrup Kommune\n"
    for number, (goal, who) in enumerate(
        [("Flere unge i skole", "Ib Lund"), ("Færre sygemeldte", "Else Krag")], 1
    ):
        text += f"\n## Mål {number}: {goal}\n\nMåltal: {number}0 borgere\n\nAnsvarlig: teamleder {who}\n"
    assistant = on_plans({"elmrup-2024.md": text})
    answer = assistant.ask(Question("Hvem er ansvarlig for målet om sygemeldte?"))
    assert answer.text.startswith("Færre sygemeldte: Ansvarlig: teamleder Else Krag")


def test_a_row_of_hanging_hyphens_holds_the_whole_words() -> None:
    held = analysed("41 personer er på kontant- eller uddannelseshjælp.").stems
    assert held[stem("kontanthjælp")] == held[stem("uddannelseshjælp")] == 1


def verdict(start: int, told: str, before: str = "") -> Verdict:
    unit = Unit("p", start, start + len(told), BlockKind.PARAGRAPH, told, (), before=before)
    return Verdict(unit, 1.0, 1.0, 1.0, 1.0, 1.0)


def test_neighbours_are_told_in_their_order_and_others_apart() -> None:
    first, second = verdict(0, "Mål 1."), verdict(7, "Mål 2.", before="Mål 1.")
    again = verdict(900, "Mål 1.")
    assert together([second, first]) == [[first, second]]
    assert together([again, second]) == [[again], [second]], "the plan says both again further down"
