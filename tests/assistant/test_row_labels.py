"""How much of a row's label a question names, and whether it points at a row or a column by its words."""

import pytest

from assistant.matching import Concept
from assistant.row_labels import label_in_full, named, named_in_full
from ingest.danish.stems import stem


def concept(word: str, *others: tuple[str, float], parts: tuple[str, ...] = ()) -> Concept:
    return Concept(
        word, stem(word), tuple((stem(p), 0.5) for p in parts), tuple((stem(o), n) for o, n in others)
    )


@pytest.mark.parametrize(
    ("label", "asked", "share"),
    [
        ("Fleksjob", concept("fleksjob"), 1.0),
        ("Sygedagpenge", concept("sygemeldte", ("sygedagpenge", 1.0)), 1.0),
        ("Ledighedsydelse", concept("fleksjob", ("ledighedsydelse", 0.8)), 0.0),
        ("Kontanthjælp", concept("kontanthjælpsmodtagere", parts=("kontanthjælp", "modtagere")), 1.0),
        ("Kontanthjælp", concept("kontanthjælpsloft", parts=("kontanthjælp", "loft")), 0.0),
        ("Borgere i småjob", concept("småjob"), 1.0),
        ("Fleksjob", concept("ledighedsydelse", ("fleksjob", 1.0)), 0.0),
        ("A-dagpenge", concept("dagpenge"), 1.0),
        ("A-dagpenge", concept("a-dagpengemodtagere"), 1.0),
        ("Ydelsesmodtagere", concept("ydelse"), 1.0),
        ("Ryger dagligt", concept("ryger"), 0.5),
        ("Antal personer", concept("personer"), 0.5),
    ],
)
def test_a_label_is_named_by_its_words_or_the_same_in_others(
    label: str, asked: Concept, share: float
) -> None:
    assert named(label, [asked]) == share


@pytest.mark.parametrize(
    ("heading", "question", "named_"),
    [
        ("Hele landet", "hvor mange i hele landet", True),
        ("Vigby", "hvor mange er i fleksjob i vigby", False),
        ("Vigby", "fleksjob under ”Vigby”", True),
        ("Vigby", "tallet i kolonnen vigby for fleksjob", True),
        ("2024", "hvor mange i 2024", True),
        ("Mål", "hvad er målet", False),
        ("", "hvor mange", False),
    ],
)
def test_a_column_is_pointed_at(heading: str, question: str, named_: bool) -> None:
    assert named_in_full(heading, question) is named_


@pytest.mark.parametrize(
    ("label", "question", "named_"),
    [
        ("Fleksjob", "hvor mange er i fleksjob", True),
        ("Fleksjob", "hvor mange fleksjobbere", False),
        ("I alt", "hvor mange er der i alt", False),
        ("I alt", "tallet for ”I alt” under Budget", True),
    ],
)
def test_a_row_is_pointed_at(label: str, question: str, named_: bool) -> None:
    assert label_in_full(label, question) is named_
