from pathlib import Path

import pytest

from ingest.danish.compounds import inner, parts, segments, split
from ingest.danish.lexicon import Lexicon
from ingest.danish.words import fold
from ingest.training.words import with_counts

SHARED = Path(__file__).parents[2].parent / "shared" / "eval" / "third-party" / "compounds-da.txt"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("sygedagpengemodtagere", ("sygedagpenge", "modtagere")),
        ("kontanthjælpsmodtagere", ("kontanthjælp", "modtagere")),
        ("virksomhedspraktik", ("virksomheds", "praktik")),
        ("ungeindsats", ("unge", "indsats")),
        ("mentorstøtte", ("mentor", "støtte")),
        ("Jobcenter", ("job", "center")),
        ("a-dagpenge", ("dagpenge",)),
        ("kontanthjaelpsmodtager", ("kontanthjælp", "modtager")),
    ],
)
def test_compounds_are_split(word: str, expected: tuple[str, ...]) -> None:
    assert split(word) == expected


@pytest.mark.parametrize(
    "word",
    [
        "opgave",
        "indsats",
        "område",
        "beskæftigelse",
        "virksomhed",
        "forhold",
        "udvikling",
        "afgørelse",
        "ledighed",
        "flygtninge",
        "samarbejde",
        "kommunen",
        "mulighed",
        "rehabilitering",
        "integration",
        "ministeren",
        "tilbud",
        "2024",
        "Hillerød",
    ],
)
def test_simple_words_stay_whole(word: str) -> None:
    assert inner(word) == ()


def test_the_parts_of_a_text_are_stems() -> None:
    assert parts("Flere mentorstøtter og job") == ["mentor", "støt"]


def test_segments_spell_the_word_again() -> None:
    for word in ("beskæftigelsesplanen", "fuldtidspersoner", "hjemmeplejens", "x", ""):
        assert "".join(part + link for part, link in segments(word)) == word


def test_counts_come_from_the_words_themselves() -> None:
    times = {"skole": 50, "bestyrelse": 50, "leder": 50, "elev": 50}
    known = with_counts(times, ["skolebestyrelse", "skoleleder", "elevbestyrelse", "elev", "skole"])
    assert isinstance(known, Lexicon)
    assert known.first == {"skole": 2, "elev": 1}
    assert known.last == {"bestyrelse": 2, "leder": 1}


def _cuts(pieces: list[str]) -> set[int]:
    """Return where the parts begin; a linking letter belongs to the part before it."""
    joined: list[str] = []
    for piece in pieces:
        if joined and piece in ("s", "e"):
            joined[-1] += piece
        else:
            joined.append(piece)
    return {sum(map(len, joined[:n])) for n in range(1, len(joined))}


def test_the_half_that_was_held_out() -> None:
    if not SHARED.exists():
        pytest.skip("the hand-split compounds are not beside the checkout")
    rows = [row for row in SHARED.read_text(encoding="utf-8").split() if fold(row).replace("|", "").isalpha()]
    agreed = right = found = meant = 0
    for row in rows:
        gold = _cuts(row.split("|"))
        ours = _cuts([part + link for part, link in segments(row.replace("|", "").lower())])
        agreed += gold == ours
        right, found, meant = right + len(gold & ours), found + len(ours), meant + len(gold)
    assert agreed / len(rows) > 0.68
    assert right / found > 0.94
    assert right / meant > 0.70


def test_a_line_that_lost_its_spaces_is_one_word() -> None:
    assert split("sygedagpenge" * 500) == ("sygedagpenge" * 500,)
