"""What is asked for turns on a few words, which are spelled wrong as often as others."""

from __future__ import annotations

import pytest

from assistant.asking_words import set_right


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("hvilke komuner har et mål for småjob", "hvilke kommuner har et mål for småjob"),
        ("vilken komune har flest i fleksjob", "hvilken kommune har flest i fleksjob"),
        ("hvormange er på sygedagpenge", "hvor mange er på sygedagpenge"),
        ("hvorlangtid må et forløb vare", "hvor lang tid må et forløb vare"),
        ("hvorofte mødes udvalget", "hvor ofte mødes udvalget"),
        ("Hvornåer er der møde?", "hvornår er der møde?"),
        ("samenlign kommunernes mål", "sammenlign kommunernes mål"),
        ("hvordn gør I", "hvordan gør I"),
        ("hvornår blir budgettet vedtaget", "hvornår bliver budgettet vedtaget"),
        ("ka man ta imod flere", "kan man tage imod flere"),
    ],
)
def test_words_that_ask_are_set_right(written: str, meant: str) -> None:
    assert set_right(written, {}) == meant


@pytest.mark.parametrize(
    "written",
    [
        "Hvorfor hedder huset Planeten?",
        "Hvorfra kommer pengene til plejerne?",
        "Hvad gør kommunalbestyrelsen?",
        "Hvad koster KA?",
        "Which municipalities mention IPS?",
        "",
    ],
)
def test_other_words_are_left_as_they_are(written: str) -> None:
    assert set_right(written, {"planet": 1}) == written


def test_a_word_of_the_plans_is_not_misspelled() -> None:
    assert set_right("hvad er Komuner", {"komun": 3}) == "hvad er Komuner"
