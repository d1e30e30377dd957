"""A number of men is no number of women, nor of everyone: the group counted is the group asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest

import corpus
from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.groups import around, asked_about, instead_of, names_group, tells_of
from assistant.matching import Concept
from assistant.question import Question
from assistant.units import Unit
from ingest.danish.stems import stem
from ingest.plan import BlockKind

Ask = Callable[..., Answer]
PLAN = """# Beskæftigelsesplan 2024

Tårnby Enge Kommune. Opdigtet eksempel: kommunen findes ikke.

## Sådan ser det ud

I december 2023 var 412 borgere på kontanthjælp. Af dem var 95 enlige forsørgere.

I december 2023 var 268 borgere på sygedagpenge. Kun 31 af dem var unge under 30 år.

Værkstedet Tråden har plads til 14 kvinder, som syr og lærer dansk. Et hold varer 12 uger.

## Målet

En ny kontorelev begynder hvert halve år. Antallet af borgere på sygedagpenge skal ned til 250 i 2024.

## Flygtninge og familiesammenførte

Mindst 60 pct. har arbejde to år efter ankomsten. Blandt mændene er det 71 pct.
"""


@pytest.fixture(scope="module")
def talk(on_plans: Callable[..., Assistant]) -> Ask:
    """Ask in conversations on one plan, where few of the numbers are told for a group."""
    assistant = on_plans({"taarnby-enge-beskaeftigelsesplan-2024.md": PLAN})
    return lambda question, *history: assistant.ask(Question(question, history))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hvor mange er på kontanthjælp?", "412 borgere"),
        ("Hvor mange enlige er på kontanthjælp?", "95 enlige"),
        ("Hvor mange unge er på sygedagpenge?", "31 af dem"),
        ("Hvor mange kvinder er der plads til på Tråden?", "14 kvinder"),
        ("Hvor stor en andel af mændene har arbejde to år efter ankomsten?", "71 pct."),
    ],
)
def test_a_group_is_answered_for_where_the_plan_counts_it(talk: Ask, question: str, words: str) -> None:
    assert words in talk(question).text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange mænd er på kontanthjælp?",
        "hvor mange maend er paa sygedagpenge",
        "Hvor mange kvinder er på kontanthjælp?",
        "Hvor mange ældre er på sygedagpenge?",
        "Hvor mange indvandrere er på kontanthjælp?",
        "Hvor stor en andel af kvinderne har arbejde to år efter ankomsten?",
    ],
)
def test_a_number_of_others_is_no_answer_for_a_group(talk: Ask, question: str) -> None:
    answer = talk(question)
    assert answer.abstained, answer.text


SICK = "Hvor mange er på sygedagpenge?"


@pytest.mark.parametrize(
    ("question", "history", "words"),
    [
        ("og hvor mange kvinder?", [SICK], ""),
        ("hvor mange er mænd?", [SICK], ""),
        ("og kvinder?", ["Hvor stor en andel af mændene har arbejde to år efter ankomsten?"], ""),
        ("og i alt?", [SICK, "og hvor mange kvinder?"], "268"),
    ],
)
def test_a_group_that_a_follow_up_names_takes_the_place_of_the_one_before(
    talk: Ask, question: str, history: list[str], words: str
) -> None:
    answer = talk(question, *history)
    assert answer.abstained is not bool(words), answer.text
    assert words in answer.text


def test_someone_of_a_group_is_not_the_group() -> None:
    def concept(word: str) -> Concept:
        return Concept(word, stem(word))

    told = [word for word in ("mænd", "mændene", "mand", "borgere") if names_group(concept(word))]
    assert told == ["mænd", "mændene"]
    assert {group.name for group in asked_about([concept("unge"), concept("kvinder")])} == {"young", "women"}
    assert stem("kvinder") in instead_of([concept("mænd")])
    assert stem("kvinder") not in instead_of([concept("unge")])


@pytest.mark.parametrize(
    ("text", "word", "tells"),
    [
        ("40 unge er i job.", "unge", True),
        ("40 borgere under 30 år er i job.", "unge", True),
        ("40 borgere mellem 16 og 24 år er i job.", "unge", True),
        ("40 borgere under 65 år er i job.", "unge", False),
        ("40 er på uddannelseshjælp.", "unge", True),
        ("40 borgere over 60 er i job.", "seniorer", True),
        ("40 borgere over 18 er i job.", "seniorer", False),
        ("40 borgere er i job.", "unge", False),
    ],
)
def test_ages_and_benefits_tell_of_a_group(text: str, word: str, tells: bool) -> None:
    assert tells_of(text, asked_about([Concept(word, stem(word))])) is tells


def test_the_sentence_before_counts_only_where_a_sentence_goes_on_about_it() -> None:
    def unit(text: str) -> Unit:
        before = "Kvinderne har en jobguide."
        return Unit("p", 0, len(text), BlockKind.PARAGRAPH, text, ("Job",), before=before)

    assert "jobguide" in around(unit("De er 40 i alt."))
    assert "jobguide" in around(unit("20 af dem kom i arbejde."))
    assert "jobguide" not in around(unit("I 2023 kom 40 borgere i job."))
    assert "Job" not in around(unit("I 2023 kom 40 borgere i fleksarbejde."), headings=False)


def test_every_group_is_asked_about_with_words_of_its_own() -> None:
    sorts = tomllib.loads((corpus.ROOT / "groups.toml").read_text(encoding="utf-8"))
    asked = [
        stem(word) for names in sorts.values() for said in names.values() for word in said["asked"].split()
    ]
    assert len(asked) == len(set(asked))
