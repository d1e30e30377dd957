import pytest

from ingest.danish.gazetteer import MUNICIPALITIES
from ingest.danish.municipalities import mentions

EXACT = [
    ("Hvad gør Hillerød Kommunes jobcenter?", ["Hillerød"]),
    ("hvad er herlevs mål", ["Herlev"]),
    ("Allerøds plan og Køges", ["Allerød", "Køge"]),
    ("faar unge i hilleroed hjaelp", ["Hillerød"]),
    ("aarhus, Århus og AARHUS", ["Aarhus", "Aarhus", "Aarhus"]),
    ("Københavns Kommune og Bornholms Regionskommune", ["København", "Bornholm"]),
    ("lyngby taarbæk og Høje Taastrup", ["Lyngby-Taarbæk", "Høje-Taastrup"]),
    ("Vesthimmerlands Kommune og Nordfyns Kommune", ["Vesthimmerland", "Nordfyn"]),
    (
        "Fredericia, Frederiksberg, Frederikssund og Frederikshavn",
        ["Fredericia", "Frederiksberg", "Frederikssund", "Frederikshavn"],
    ),
    ("Vejen Kommune er ikke Vejle Kommune", ["Vejen", "Vejle"]),
    ("hvor mange ledige er der i skive", ["Skive"]),
    ("Fjordby Kommune og fjordbys unge", ["Fjordby", "Fjordby"]),
    ("Vi spurgte Nørre Bakkeby Kommune", ["Nørre Bakkeby"]),
    ("hvad siger snollerup kommune", ["Snollerup"]),
]
GUESSED = [
    ("unge i hillerod", "Hillerød"),
    ("hvad gør fredrikssund", "Frederikssund"),
    ("Frederiksund vil mere", "Frederikssund"),
    ("hedenstedt kommune", "Hedensted"),
    ("planen for Albertslunds og Ballerrup", "Ballerup"),
    ("ledige i kobenhavn", "København"),
    ("planen i gladsxae", "Gladsaxe"),
    ("Hvad står FAST for i hilerød?", "Hillerød"),
    ("Hvad gør I for unge i balerup", "Ballerup"),
]
NONE = [
    "Vejen til job er lang, og noget står i vejen.",
    "Hun vejlede borgeren, som skal køre og koge kaffe.",
    "En skive brød, to tønder og en odder.",
    "Region Sjælland og Region Midtjylland",
    "Vores kommune, hver kommune og den danske kommune",
    "Alle kommuner i landet; Kommunen følger op.",
    "Hvilken kommune har flest?",
    "Aarhus Universitet og Odense Universitetshospital",
    "Birgit bor i Vojens, Helsinge eller Hundested",
    "de ringe vilkår for greven",
    "forslaget er false eller true",
]


@pytest.mark.parametrize(("text", "names"), EXACT)
def test_names_are_found_as_they_are_written(text: str, names: list[str]) -> None:
    found = mentions(text, known=("Fjordby",))
    assert [mention.name for mention in found] == names
    assert all(mention.exact for mention in found)


@pytest.mark.parametrize(("text", "name"), GUESSED)
def test_slips_of_the_pen_are_read_past(text: str, name: str) -> None:
    assert (name, False) in [(mention.name, mention.exact) for mention in mentions(text)]


@pytest.mark.parametrize("text", NONE)
@pytest.mark.parametrize("lower", [False, True])
def test_other_words_are_no_municipality(text: str, lower: bool) -> None:
    if not (lower and "Universitet" in text):
        assert mentions(text.lower() if lower else text) == []


def test_there_are_98_in_five_regions() -> None:
    assert len({municipality.name for municipality in MUNICIPALITIES}) == 98
    assert len({municipality.region for municipality in MUNICIPALITIES}) == 5


@pytest.mark.parametrize("name", [municipality.name for municipality in MUNICIPALITIES])
def test_every_municipality_is_found_in_every_form(name: str) -> None:
    for text in (f"Planen for {name} gælder.", f"{name} Kommunes plan", f"i {name.lower()} kommune"):
        (mention,) = mentions(text)
        assert (mention.name, mention.exact) == (name, True)
        assert text[mention.start : mention.end].lower() == name.lower()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hvor mange ledige har fr.sund", ["Frederikssund"]),
        ("Fr.sunds plan og Fr.havns", ["Frederikssund", "Frederikshavn"]),
        ("er der en bus i mosby", ["Mosby-Endrup"]),
        ("Endrups unge", ["Mosby-Endrup"]),
        ("bl.a. unge, pr.måned og kl.12", []),
        ("Planen slutter.Derefter", []),
    ],
)
def test_clipped_names_and_halves_of_the_collection_s_names_are_known(text: str, names: list[str]) -> None:
    assert [mention.name for mention in mentions(text, known=("Mosby-Endrup",))] == names
