"""The passages that stand behind an answer, and what came nearest in each."""

import pytest

from assistant.assistant import Assistant
from assistant.question import Question
from ingest.library import Library


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange badebroer vil Havnsø bygge?",
        "Hvad gør Havnsø for de unge?",
        "Hvor mange er på sygedagpenge?",
    ],
)
def test_what_came_nearest_stands_word_for_word_in_its_passage(library: Library, question: str) -> None:
    hits = Assistant(library).find(Question(question))
    assert any(len(hit.nearest) < len(hit.passage.text) for hit in hits)
    for hit in hits:
        assert hit.nearest
        held = library.plan(hit.plan.id).text[hit.passage.start : hit.passage.end]
        assert hit.nearest in held


def test_the_nearest_words_are_those_that_were_cited(library: Library) -> None:
    answer = Assistant(library).ask(Question("Hvor mange er på sygedagpenge i Havnsø?"))
    assert answer.citations
    assert answer.citations[0].quote in answer.hits[0].nearest
