import pytest

from ingest.danish.lexicon import lexicon
from ingest.danish.spelling import Speller

SPELLER = Speller(
    {**lexicon(), "fuldtidspersoner": 40, "jobcenter": 300, "sygedagpengemodtagere": 30, "småjob": 9}
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("virksomhet", "virksomhed"),
        ("virksmohed", "virksomhed"),
        ("uddanelse", "uddannelse"),
        ("kommunnen", "kommunen"),
        ("flytninge", "flygtninge"),
        ("kontanhjælp", "kontanthjælp"),
        ("beskaftigelse", "beskæftigelse"),
        ("sygedagpegne", "sygedagpenge"),
        ("smajob", "småjob"),
        ("fuldtidspersonner", "fuldtidspersoner"),
        ("praktig", "praktik"),
    ],
)
def test_slips_are_mended(written: str, meant: str) -> None:
    assert SPELLER.correct(written) == meant


@pytest.mark.parametrize(
    "word", ["virksomhed", "beskaeftigelse", "Kommunen", "job", "xyz", "2024", "qwrtpsdfg", ""]
)
def test_known_short_and_hopeless_words_are_left(word: str) -> None:
    assert SPELLER.correct(word) is None


def test_words_written_in_two_are_joined() -> None:
    found = SPELLER.joined("hvad gør job center for sygedagpenge modtagere")
    assert found == ["jobcenter", "sygedagpengemodtagere"]
