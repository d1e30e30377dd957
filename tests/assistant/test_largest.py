"""Which row of a table comes first or last, where a question asks for it and no sentence says it."""

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.question import Question

PLAN = """# Lundby Kommune Beskæftigelsesplan 2024

## Hvem får en ydelse

| Ydelse | Antal personer | Andel (pct.) | Andel i hele landet (pct.) | Ændring siden 2021 |
|---|---|---|---|---|
| Sygedagpenge | 320 | 2,4 | 2,9 | 19 |
| Kontanthjælp | 211 | 1,6 | 2,7 | -12 |
| Revalidering | . | 0,0 | 0,1 | 0 |
| Førtidspension | 1.105 | 5,8 | 5,1 | -3 |
| Ydelser i alt | 1.636 | 9,8 | 10,8 | 4 |

## Hvad pengene går til

| Post | Budget 2023 (mio. kr.) | Budget 2024 (mio. kr.) | Skøn 2025 (mio. kr.) |
|---|---|---|---|
| Mentorer | 6,3 | 3,9 | 4,0 |
| Sprogskole | 5,5 | 5,1 | 3,0 |
| Voksenelever | 0,4 | 0,7 | 9,0 |
| I alt | 12,2 | 9,7 | 16,0 |

## Virksomhederne

Den branche, der ansætter flest, er byggeriet. Skolen i Lundby tager imod mindst 12 elever i praktik.
"""


@pytest.fixture(scope="module")
def lundby(on_plans: Callable[..., Assistant]) -> Assistant:
    return on_plans({"lundby-2024.md": PLAN})


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(Question(question))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hvilken ydelse har flest modtagere i Lundby?", "Førtidspension: 1.105"),
        ("hvilken ydelse har færrest modtagere i lundby", "Kontanthjælp: 211"),
        ("Hvilken ydelse har den højeste andel i Lundby?", "Førtidspension: 5,8"),
        ("Hvilken ydelse er faldet mest i Lundby?", "Kontanthjælp: -12"),
        ("Hvilken ydelse er steget mest i Lundby?", "Sygedagpenge: 19"),
        # The newest year that is known, not a guess at the next, and never the sum.
        ("Hvilken post er den største i Lundbys budget?", "Sprogskole"),
        ("Hvilken budgetpost er størst i Lundby?", "Sprogskole"),
        ("hvilken udgiftspost er mindst i lundbys budget", "Voksenelever"),
        ("Hvilken post var den største i Lundbys budget i 2023?", "Mentorer: 6,3"),
        ("hvad bruger lundby flest penge på", "Sprogskole"),
        ("which benefit has the most recipients in Lundby?", "Førtidspension: 1.105"),
    ],
)
def test_the_row_with_most_or_least_is_told(lundby: Assistant, question: str, first: str) -> None:
    told = ask(lundby, question).text
    assert told.startswith(first)
    assert "tal i tabellens kolonne" in told


def test_it_says_of_how_many_numbers_and_by_which_column(lundby: Assistant) -> None:
    told = ask(lundby, "Hvilken ydelse har flest modtagere i Lundby?").text
    assert told.endswith("Det er det højeste af de 3 tal i tabellens kolonne ”Antal personer”.")


def test_a_sentence_that_says_it_is_the_answer(lundby: Assistant) -> None:
    told = ask(lundby, "Hvilken branche ansætter flest i Lundby?").text
    assert "byggeriet" in told
    assert "tabellens" not in told


@pytest.mark.parametrize(
    "question",
    [
        "Hvilken skole har flest elever i Lundby?",
        "Hvilket problem er størst blandt unge i Lundby?",
        "Hvilken forening får flest penge i Lundby?",
    ],
)
def test_what_no_table_lists_has_no_first(lundby: Assistant, question: str) -> None:
    assert ask(lundby, question).abstained
