"""A new version replaces the old one and gives way to it again; everything else stands beside it."""

from pathlib import Path

import pytest

import corpus
from ingest.identity import Overrides
from ingest.library import Change, Library
from ingest.maintenance import health
from ingest.plan import Document
from ingest.reading.read import read
from ingest.versions import is_new_version

PLANS = Path(__file__).parents[2].parent / "shared" / "plans"
SAMPLES = corpus.ROOT / "sample" / "plans"

CHAPTERS = [
    f"{number}. Indsats\n\nIndsats nummer {number} er for {who}. Jobcentret tilbyder {what} til {who}, og "
    f"{number * 7} borgere er med fra januar. Byrådet følger {what} hvert kvartal og tænker på {who}.\n"
    for number, (who, what) in enumerate(
        [
            ("unge", "vejledning"),
            ("sygemeldte", "samtaler"),
            ("seniorer", "netværk"),
            ("flygtninge", "sprogkurser"),
            ("dimittender", "mentorer"),
            ("ufaglærte", "kurser"),
        ],
        1,
    )
]


@pytest.fixture
def made(tmp_path: Path):
    def document(
        name: str, chapters: list[str], year: int = 2024, kind: str = "Beskæftigelsesplan"
    ) -> Document:
        file = tmp_path / name
        file.write_text(f"{kind} {year}\nVarde Kommune\n\n" + "\n".join(chapters), encoding="utf-8")
        return read(file)

    return document


def current(library: Library) -> list[str]:
    return sorted(card.source for card in library.current())


def test_a_version_with_small_changes_replaces_the_old_one_which_is_kept(made, library) -> None:
    library.add(made("udkast.txt", CHAPTERS))
    changed = [*CHAPTERS[:-1], CHAPTERS[-1].replace("kurser", "forløb")]
    addition = library.add(made("endelig.txt", changed))
    assert [card.source for card in addition.superseded] == ["udkast.txt"]
    assert current(library) == ["endelig.txt"]
    assert {card.source: card.superseded_by for card in library.cards()} == {
        "endelig.txt": None,
        "udkast.txt": addition.card.id,
    }
    assert library.add(made("udkast.txt", CHAPTERS)).change is Change.PRESENT
    assert current(library) == ["endelig.txt"]


def test_removing_versions_brings_back_the_one_before_in_any_order(made, library) -> None:
    for version in range(3):
        library.add(made(f"v{version}.txt", [*CHAPTERS, f"Rettet {version} gange i alt.\n"]))
    assert current(library) == ["v2.txt"]
    library.remove("v1.txt")
    assert current(library) == ["v2.txt"]
    library.remove("v2.txt")
    assert current(library) == ["v0.txt"]
    assert health(library) == []


@pytest.mark.parametrize(
    ("chapters", "year", "kind"),
    [
        (CHAPTERS, 2025, "Beskæftigelsesplan"),
        (CHAPTERS, 2024, "Sundhedspolitik"),
        (CHAPTERS[:2], 2024, "Beskæftigelsesplan"),
        ([chapter[::-1] for chapter in CHAPTERS], 2024, "Beskæftigelsesplan"),
    ],
    ids=["another year", "another kind", "an extract", "other words"],
)
def test_other_documents_stand_beside_it(made, library, chapters, year, kind) -> None:
    library.add(made("plan.txt", CHAPTERS))
    assert library.add(made("andet.txt", chapters, year, kind)).superseded == ()
    assert current(library) == ["andet.txt", "plan.txt"]


def test_another_municipality_with_the_same_words_stands_beside_it(made, library) -> None:
    library.add(made("plan.txt", CHAPTERS))
    library.add(made("nabo.txt", [*CHAPTERS, "Til sidst.\n"]), Overrides(municipality="Esbjerg"))
    assert current(library) == ["nabo.txt", "plan.txt"]


def test_what_the_user_says_of_a_plan_that_is_there_already_is_taken_over(made, library) -> None:
    library.add(made("plan.txt", CHAPTERS))
    addition = library.add(made("plan.txt", CHAPTERS), Overrides("esbjerg", 2026))
    assert addition.change is Change.UPDATED
    assert addition.card.location == "Esbjerg, Beskæftigelsesplan 2026"
    again = library.add(made("plan.txt", CHAPTERS))
    assert (again.change, again.card) == (Change.PRESENT, addition.card)
    assert health(library) == []


def test_two_years_of_one_municipality_are_no_versions_of_each_other() -> None:
    years = [read(SAMPLES / f"eksempel-braasoe-{year}.pdf").text for year in (2023, 2025)]
    assert not is_new_version(*years)


@pytest.mark.skipif(not PLANS.is_dir(), reason="the real plans are not on this machine")
@pytest.mark.parametrize("name", sorted(path.stem for path in PLANS.glob("*.txt")))
def test_a_plan_as_text_and_as_pdf_are_versions_of_each_other(name) -> None:
    assert is_new_version(read(PLANS / f"{name}.txt").text, read(PLANS / f"{name}.pdf").text)


@pytest.mark.parametrize(
    ("one", "other", "same"), [("", "", True), ("to ord", "to ord", True), ("to ord", "ord", False)]
)
def test_texts_shorter_than_a_run_of_words_are_compared_whole(one, other, same) -> None:
    assert is_new_version(one, other) is same
