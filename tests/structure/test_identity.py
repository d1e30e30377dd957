"""What a plan is, found in the plan itself: a table of made-up plans, the samples, and the real ones."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

import corpus
from ingest.identity import Overrides, identify
from ingest.plan import Document, Identity
from ingest.reading.read import read

PLANS = Path(__file__).parents[2].parent / "shared" / "plans"
SAMPLES = corpus.ROOT / "sample"
REAL = {
    "hilleroed-2024": ("Hillerød", 2024, 2024),
    "herlev-2024": ("Herlev", 2024, 2025),
    "alleroed-2022": ("Allerød", 2022, 2022),
    "hedensted-2017": ("Hedensted", 2017, 2017),
    "frederikssund-2024": ("Frederikssund", 2024, 2024),
}
BODY = "\n\nJobcentret følger indsatsen hver måned, og udvalget får tallene forelagt hvert kvartal.\n"


@pytest.fixture
def made(tmp_path: Path):
    def document(text: str) -> Document:
        file = tmp_path / "dokument1.txt"
        file.write_text(text, encoding="utf-8")
        return read(file)

    return document


CASES = [
    # the first lines; municipality; years; kind; the doubts' keys
    ("Budget 2025-2028\nKolding Kommune", "Kolding", (2025, 2028), "budget", ""),
    (
        "Udviklingsstrategi\nViborg Kommune\n\nStrategien gælder for 2022-2034.",
        "Viborg",
        (2022, 2034),
        "udviklingsstrategi",
        "",
    ),
    (
        "Social- og beskæftigelsespolitik 2023-2026\n\nVedtaget af byrådet i Randers den 4. april 2023. "
        "Beskæftigelsespolitikken følges op af en ungestrategi.",
        "Randers",
        (2023, 2026),
        "social- og beskæftigelsespolitik",
        "",
    ),
    (
        "Kommuneplan 2021-2033\nNyborg Kommune\n\n"
        + "Området er omfattet af lokalplan 114. En ny lokalplan kræver kommuneplantillæg. " * 40,
        "Nyborg",
        (2021, 2033),
        "kommuneplan",
        "",
    ),
    (
        "Beskæftigelsesplan 2024\nRebild Kommune\n\nRebild arbejder sammen med Aalborg og Mariagerfjord. "
        + "Virksomhederne i Aalborg og Vesthimmerland er åbne for borgere fra Rebild Kommune. " * 6,
        "Rebild",
        (2024, 2024),
        "beskæftigelsesplan",
        "",
    ),
    (
        "Beskæftigelsesplan 2024\nStruer Kommune\n\n"
        + "I Beskæftigelsesplan 2023 var målet 200. Resultatet for 2023 blev 240 i Struer. " * 30,
        "Struer",
        (2024, 2024),
        "beskæftigelsesplan",
        "",
    ),
    ("Beskæftigelsesplan 2024/25\nSorø Kommune", "Sorø", (2024, 2025), "beskæftigelsesplan", ""),
    (
        "Beskæftigelsesplan\n\n2025 – 2026\n\nSvendborg Kommune",
        "Svendborg",
        (2025, 2026),
        "beskæftigelsesplan",
        "",
    ),
    (
        "Strategi for integrationen 2024-2027\nAssens Kommune",
        "Assens",
        (2024, 2027),
        "integrationsstrategi",
        "",
    ),
    ("Plan for klimaet 2023-2030\nMorsø Kommune", "Morsø", (2023, 2030), "klimaplan", ""),
    ("Cykelplan 2025-2030\nOdder Kommune\n\nSe også kommuneplanen.", "Odder", (2025, 2030), "cykelplan", ""),
    ("Beskæftigelsesplan for Tårnby Kommune 2024", "Tårnby", (2024, 2024), "beskæftigelsesplan", ""),
    (
        "Sundhedspolitik 2024-2028 for Lille Skensbæk Kommune",
        "Lille Skensbæk",
        (2024, 2028),
        "sundhedspolitik",
        "",
    ),
    ("Ældrepolitik 2025\nBjergstrup Kommune", "Bjergstrup", (2025, 2025), "ældrepolitik", ""),
    (
        "Beskæftigelsesplan 2024\n\nPlanen er for os alle.",
        None,
        (2024, 2024),
        "beskæftigelsesplan",
        "municipality_unknown",
    ),
    (
        "Beskæftigelsesplan 2024\n\n" + "Vi har lært af andre. " * 80 + "Blandt dem er Odense Kommune.",
        None,
        (2024, 2024),
        "beskæftigelsesplan",
        "municipality_unknown",
    ),
    (
        "Regional udviklingsstrategi 2024-2027\nRegionsrådet\n\n"
        + "Regionen dækker et stort område. " * 60
        + "Den dækker Køge, Greve Kommune, Solrød, Roskilde, Lejre, Stevns og Faxe Kommune.",
        None,
        (2024, 2027),
        "udviklingsstrategi",
        "municipality_unknown",
    ),
    (
        "Fælles beskæftigelsesplan 2024 for Ishøj Kommune og Vallensbæk Kommune",
        "Ishøj",
        (2024, 2024),
        "beskæftigelsesplan",
        "municipality",
    ),
    ("Notat\nLemvig Kommune\n\nGodkendt den 3. maj 2023.", "Lemvig", (2023, 2023), "plan", "year kind"),
    ("Beskæftigelsesplan\nThisted Kommune", "Thisted", None, "beskæftigelsesplan", "year_unknown"),
    (
        "Beskæftigelsesplan\nThisted Kommune\n\nVedtaget i maj 2022.",
        "Thisted",
        (2022, 2022),
        "beskæftigelsesplan",
        "year",
    ),
]


@pytest.mark.parametrize(
    ("front", "municipality", "years", "kind", "doubts"), CASES, ids=[c[0][:30] for c in CASES]
)
def test_a_plan_is_known_by_what_it_says_of_itself(made, front, municipality, years, kind, doubts) -> None:
    found = identify(made(front + BODY))
    assert found.municipality == municipality
    assert (found.first_year, found.last_year) == (years or (None, None))
    assert found.kind == kind
    assert [doubt.key.removeprefix("reading.doubt_") for doubt in found.doubts] == doubts.split()


def test_the_title_in_the_files_properties_counts_only_where_the_text_bears_it_out(made) -> None:
    document = made("Beskæftigelsesplan 2024\nVarde Kommune" + BODY)
    junk = identify(replace(document, title="Microsoft Word - skabelon Budget 2019.docx"))
    assert (junk.kind, junk.years, junk.title) == ("beskæftigelsesplan", "2024", "Beskæftigelsesplan 2024")


def test_every_clue_stands_where_it_says(made) -> None:
    document = made("Beskæftigelsesplan for 2024\nVarde Kommune" + BODY)
    for clue in identify(document).clues:
        assert clue.start >= 0
        assert document.text[clue.start :].startswith(clue.words.split()[0])


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Overrides(municipality="varde kommune"), ("Varde", "2024", "Beskæftigelsesplan 2024")),
        (Overrides(municipality="Vestergrå"), ("Vestergrå", "2024", "Beskæftigelsesplan 2024")),
        (Overrides(municipality="  "), ("Esbjerg", "2024", "Beskæftigelsesplan 2024")),
        (Overrides(year=2026), ("Esbjerg", "2026", "Beskæftigelsesplan 2026")),
        (Overrides(title="Vores plan"), ("Esbjerg", "2024", "Vores plan")),
    ],
)
def test_what_the_user_says_wins(made, said, expected) -> None:
    found = identify(made("Beskæftigelsesplan 2024\nEsbjerg Kommune" + BODY), said)
    assert (found.municipality, found.years, found.title) == expected


def test_what_the_user_says_is_no_longer_doubtful(made) -> None:
    document = made("Notat\n\nDet går fremad." + BODY)
    doubts = {doubt.key for doubt in identify(document).doubts}
    assert doubts == {
        "reading.doubt_municipality_unknown",
        "reading.doubt_year_unknown",
        "reading.doubt_kind",
    }
    settled = identify(document, Overrides("Varde", 2024))
    assert {doubt.key for doubt in settled.doubts} == {"reading.doubt_kind"}
    assert settled.years == "2024"


def manifest() -> list[dict[str, object]]:
    with (SAMPLES / "manifest.toml").open("rb") as file:
        return tomllib.load(file)["plan"]


@pytest.mark.parametrize("plan", manifest(), ids=lambda plan: plan["file"])
def test_the_sample_plans_are_what_their_manifest_says(plan) -> None:
    found = identify(replace(read(SAMPLES / "plans" / plan["file"]), source="dokument1"))
    assert {
        field: getattr(found, field) for field in ("municipality", "first_year", "last_year", "kind", "title")
    } == {field: plan[field] for field in ("municipality", "first_year", "last_year", "kind", "title")}
    assert found.doubts == ()


@pytest.mark.skipif(not PLANS.is_dir(), reason="the real plans are not on this machine")
@pytest.mark.parametrize("ending", ["txt", "pdf"])
@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("titled", [True, False])
def test_real_plans_are_recognised_without_flags_and_with_names_that_say_nothing(
    name, ending, titled
) -> None:
    document = replace(read(PLANS / f"{name}.{ending}"), source=f"dokument1.{ending}")
    found: Identity = identify(document if titled else replace(document, title=""))
    assert (found.municipality, found.first_year, found.last_year) == REAL[name]
    assert found.kind == "beskæftigelsesplan"
    assert found.title == f"Beskæftigelsesplan {found.years}"
    assert found.doubts == ()
