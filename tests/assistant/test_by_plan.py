"""What a plan tells of the whole country is not told as its municipality's; a survey's share is an answer."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from assistant.question import Question

SURVEYED = """# Hillerød Kommune Beskæftigelsesplan 2024

## Ledigheden

I kommunen var 2,4 pct. ledige i maj 2023. I hele landet var ledigheden 2,9 pct.

## Hvad siger virksomhederne?

Hvordan var samarbejdet om de nye kolleger? 91 %

Ville du ansætte gennem jobcentret igen? Ja: 77 %

Er det nemt at få fat i os? Det arbejder vi på i 2024.
"""
OTHER = """# Herlev Kommune Beskæftigelsesplan 2024

Virksomhederne får en fast konsulent.
"""


@pytest.fixture(scope="module")
def plans(on_plans: Callable[..., Assistant]) -> Assistant:
    return on_plans({"hilleroed-2024.md": SURVEYED, "herlev-2024.md": OTHER})


@pytest.mark.parametrize(
    ("question", "begins", "holds"),
    [
        ("Hvor høj er ledigheden i hele landet?", "Efter planen fra Hillerød: ", "2,9 pct."),
        ("Hvor høj var ledigheden i kommunen?", "Hillerød: ", "2,4 pct."),
        (
            "hvor mange virksomheder vil ansætte gennem jobcentret igen",
            "Hillerød: ",
            "Ville du ansætte gennem jobcentret igen? Ja: 77 %",
        ),
    ],
)
def test_whose_a_number_is(plans: Assistant, question: str, begins: str, holds: str) -> None:
    answer = plans.ask(Question(question))
    assert answer.text.startswith(begins)
    assert holds in answer.text
    assert answer.dropped == 0


def test_only_a_share_belongs_to_the_question_before_it(plans: Assistant) -> None:
    texts = [unit.text for card in plans.collection().cards for unit in plans.collection().units(card.id)]
    assert "Ville du ansætte gennem jobcentret igen? Ja: 77 %" in texts
    assert "Er det nemt at få fat i os?" in texts
