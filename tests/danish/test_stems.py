from concurrent.futures import ThreadPoolExecutor

import pytest

from ingest.danish import stems
from ingest.danish.stems import stem, terms

BEGINNINGS = ("borger", "virksomhed", "kommunal", "beskæftigels", "sygedagpeng", "uddannels", "fleks")
ENDINGS = ("erne", "ernes", "en", "ets", "elighed", "løse", "skaberne", "erende")


@pytest.mark.parametrize(
    "forms",
    [
        "unge unges ung ungt",
        "mål målet målene måls",
        "plan planer planen planens planerne",
        "virksomhed virksomheder virksomhedens virksomhedernes",
        "ledig ledige lediges ledighed ledigheden",
        "uge uger ugers ugerne",
        "år året årene års",
        "barn børn børnene",
        "indsats indsatsen indsatser",
        "center centre centret centeret centers",
        "jobcenter jobcentret jobcentrene",
        "lokal lokale lokalt",
        "ordinær ordinære ordinært",
        "beskæftiget beskæftigede beskæftigelse",
        "stige stiger steg steget stigning",
        "tilbud tilbuddet tilbuddene",
        "kommune kommunes kommuner kommunernes",
        "Hillerød Hillerøds hilleroed",
        "pct procent %",
    ],
)
def test_inflections_meet(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words", ["ledig leder", "mål mal", "flygtning flytning", "få far", "uge ugle", "tyve to", "ny nyt_"]
)
def test_other_words_do_not(words: str) -> None:
    found = [stem(word) for word in words.split()]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("number", ["2024", "1.615", "9,9", "2a"])
def test_numbers_stay(number: str) -> None:
    assert stem(number) == number


def test_question_words_are_kept() -> None:
    assert terms("Hvor mange unge er der?")[:2] == ["hvor", "mang"]


def test_smoking_is_not_the_back() -> None:
    assert len({stem(word) for word in ("ryge", "ryger", "røg", "rygning")}) == 1
    assert stem("ryger") != stem("ryg")


def test_threads_do_not_disturb_each_other():
    """One stemmer for all threads raised IndexError, or gave a wrong stem that was then remembered."""
    words = [f"{beginning}{ending}" for beginning in BEGINNINGS for ending in ENDINGS]
    alone = [stems._regular(word) for word in words]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: [stems._regular(word) for word in words], range(24)))
    assert all(each == alone for each in together)
