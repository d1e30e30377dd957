import tomllib
from pathlib import Path

import pytest

import corpus
from ingest.danish.stems import stem, terms
from ingest.danish.vocabulary import CLOSE, CLOSE_MARK, Vocabulary, abbreviations, vocabulary


@pytest.mark.parametrize(
    ("asked", "official"),
    [
        ("arbejdsløse", "ledig"),
        ("firmaer", "virksomhed"),
        ("syge", "sygemeldt"),
        ("bistandshjælp", "kontanthjælp"),
        ("udlændinge", "indvandrer"),
        ("chefen", "leder"),
        ("uden for arbejde eller uden arbejde", "ledig"),
        ("hjemmehjælp", "hjemmepleje"),
        ("jeg vil gerne ringe", "kontakte"),
        ("droppede uddannelsen", "afbryde"),
        ("gået ned med stress", "sygemeldt"),
        ("kom til skade", "arbejdsulykke"),
        ("en kørestol", "bevægelseshandicap"),
        ("en blodprop i hjernen", "apopleksi"),
        ("hvem holder øje med det", "monitorere"),
        ("sætter i gang", "igangsætte"),
        ("snakker med de unge", "dialog"),
        ("på nettet", "selvbetjening"),
        ("hyre folk", "rekruttere"),
        ("firmaerne", "virksomhed"),
        ("for demente", "demens"),
        ("pædagogen", "dagtilbud"),
        ("vape", "nikotin"),
        ("på landet", "landdistrikt"),
        ("mangler madordning", "madservice"),
        ("skære ned", "besparelse"),
        ("kompetenceudvikling", "opkvalificering"),
        ("seniorer", "ældre"),
        ("om sommeren", "juli"),
    ],
)
def test_everyday_words_lead_to_official_ones(asked: str, official: str) -> None:
    assert stem(official) in vocabulary().expand(asked.split())


def test_a_part_of_an_expression_weighs_a_part(tmp_path: Path) -> None:
    file = tmp_path / "vocabulary.toml"
    file.write_text('[x]\n"gæld" = ["økonomisk rådgivning"]\n', encoding="utf-8")
    found = Vocabulary.read(file).expand(["gæld"])
    assert found == {stem("økonomisk"): 0.5, stem("rådgivning"): 0.5}


def test_a_small_word_does_not_share_the_meaning(tmp_path: Path) -> None:
    file = tmp_path / "vocabulary.toml"
    file.write_text('[x]\n"murer" = ["bygge og anlæg"]\n', encoding="utf-8")
    assert Vocabulary.read(file).expand(["murer"]) == {stem("bygge"): 0.5, stem("anlæg"): 0.5}


def test_an_expression_is_found_with_what_it_means() -> None:
    (found,) = vocabulary().expressions(["er", "der", "folk", "uden", "arbejde"])
    assert found[0] == ("uden", "arbejd")
    assert stem("ledig") in found[1]


def test_what_was_asked_is_not_added_again() -> None:
    assert not {"ledig", "arbejdsløs"} & vocabulary().expand(["ledig", "arbejdsløs"]).keys()


def test_the_nearest_word_weighs_most(tmp_path: Path) -> None:
    file = tmp_path / "vocabulary.toml"
    file.write_text('[x]\n"bil" = ["køretøj", "transport"]\n', encoding="utf-8")
    found = Vocabulary.read(file).expand(["biler"])
    assert found[stem("køretøj")] > found[stem("transport")] > 0


@pytest.mark.parametrize(
    ("asked", "close"),
    [
        ("ledighedsydelse", "fleksjob"),
        ("skånejob", "fleksjob"),
        ("borgerrådgiver", "rådgivning"),
        ("folkepension", "førtidspension"),
        ("asylansøgere", "flygtning"),
        ("hospice", "palliativ"),
        ("alzheimers", "demens"),
        ("frafald", "fastholdelse"),
        ("kontanthjælp", "jobparat"),
        ("elbiler", "ladestander"),
    ],
)
def test_a_neighbour_does_not_mean_the_thing_itself(asked: str, close: str) -> None:
    assert vocabulary().expand([asked]).get(stem(close), 0.0) <= CLOSE


@pytest.mark.parametrize("verb", ["tager", "understøtter", "maks", "betjener"])
def test_an_everyday_noun_is_not_found_in_a_verb_that_looks_like_it(verb: str) -> None:
    assert not vocabulary().expand([verb])


def test_close_words_weigh_less_than_those_that_mean_the_same(tmp_path: Path) -> None:
    file = tmp_path / "vocabulary.toml"
    file.write_text('[x]\n"bil" = ["køretøj", "personbil", "~bus", "~tog"]\n', encoding="utf-8")
    found = Vocabulary.read(file).expand(["biler"])
    assert [found[stem(w)] for w in ("køretøj", "personbil", "bus", "tog")] == pytest.approx(
        [1.0, 0.8, CLOSE, 0.8 * CLOSE]
    )


@pytest.mark.parametrize("word", ["ringede", "kørestolen", "droppet", "hjernen"])
def test_an_everyday_word_is_known(word: str) -> None:
    assert vocabulary().knows(word)


def test_a_misspelled_word_is_not_known() -> None:
    assert not vocabulary().knows("virskomhed")


def test_no_entry_stands_twice_or_leads_to_itself() -> None:
    lines = (corpus.ROOT / "vocabulary.toml").read_text(encoding="utf-8").splitlines()
    keys = [line.split(" = ")[0] for line in lines if line.startswith('"')]
    assert sorted(keys) == sorted(set(keys))
    assert not [key for key, meant in vocabulary().entries.items() if not set(meant) - set(key)]


def test_close_words_stand_last() -> None:
    for everyday, official in _lines().items():
        marked = [word.startswith(CLOSE_MARK) for word in official]
        assert marked == sorted(marked), everyday
        assert all(word.strip(CLOSE_MARK) for word in official), everyday


def test_an_inflection_is_not_written_again() -> None:
    written: dict[tuple[tuple[str, ...], str], str] = {}
    for everyday, official in _lines().items():
        once = written.setdefault((tuple(terms(everyday)), str(official)), everyday)
        assert once == everyday


def _lines() -> dict[str, list[str]]:
    with (corpus.ROOT / "vocabulary.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {key: meant for table in tables.values() for key, meant in table.items()}


def test_the_vocabulary_is_large_enough_to_matter() -> None:
    assert len(vocabulary().entries) > 500


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vestkystens Rekrutteringsfællesskab (VRF) begynder.",
            {"VRF": "Vestkystens Rekrutteringsfællesskab"},
        ),
        (
            "Vi bruger IPS (Individuelt Planlagt job med Støtte).",
            {"IPS": "Individuelt Planlagt job med Støtte"},
        ),
        ("FVU – Forberedende Voksenuddannelse – er gratis.", {"FVU": "Forberedende Voksenuddannelse"}),
        ("Den Kommunale Ungeindsats (KUI) følger op.", {"KUI": "Kommunale Ungeindsats"}),
        ("det regionale arbejdsmarkedsråd (RAR)", {"RAR": "regionale arbejdsmarkedsråd"}),
        (
            "Styrelsen for Arbejdsmarked og Rekruttering (STAR)",
            {"STAR": "Styrelsen for Arbejdsmarked og Rekruttering"},
        ),
        ("Planen er fra i fjor (2024) og uddybes (se side 5).", {}),
        ("Vores gode samarbejde (ABC) fortsætter.", {}),
        ("Det gælder EU (som alle ved).", {}),
    ],
)
def test_abbreviations_are_those_that_the_text_explains(text: str, expected: dict[str, str]) -> None:
    assert abbreviations(text) == expected
