import pytest

from ingest.danish.words import fold, plain, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I alt 1.615 borgere og 9,9 uger", ["I", "alt", "1.615", "borgere", "og", "9,9", "uger"]),
        ("Planen for 2024-2025.", ["Planen", "for", "2024", "2025"]),
        ("A-dagpenge fra en a-kasse", ["A-dagpenge", "fra", "en", "a-kasse"]),
        ("jf. § 12 og § 4 a i loven", ["jf", "§ 12", "og", "§ 4 a", "i", "loven"]),
        ("40% eller 40 pct.", ["40", "%", "eller", "40", "pct"]),
        ("uddannelses-, job- og socialindsats", ["uddannelses", "job", "og", "socialindsats"]),
        ("18-30-årige i 9. klasse", ["18", "30", "årige", "i", "9", "klasse"]),
        ("Resultatmål 2a: COVID-19", ["Resultatmål", "2a", "COVID-19"]),
        ("FVU/FGU m.v. kl.10", ["FVU", "FGU", "m.v", "kl", "10"]),
        ("slut.Ny sætning", ["slut", "Ny", "sætning"]),
        ("", []),
        ("–\n\t…", []),
    ],
)
def test_words_are_what_a_reader_counts(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_every_word_stands_where_it_says() -> None:
    text = "Jobcentret i Fjordby hjalp 1.204 ledige, jf. § 7 – 12 % flere end i 2021."
    assert all(text[word.start : word.end] == word.text for word in words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("faar", "får"),
        ("Hilleroed", "Hillerød"),
        ("Aarhus", "Århus"),
        ("laere", "Lære"),
        ("a-kasse", "akasse"),
        ("cafe\u0301", "café"),
        ("allé", "alle"),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("mål", "mal"), ("får", "far"), ("læse", "lase"), ("høre", "hore")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert plain(one) == plain(other)


def test_the_plural_of_a_word_in_a_is_not_read_as_ae() -> None:
    folded = [fold(word) for word in ("temaer", "skemaerne", "naer", "taet")]
    assert folded == ["temaer", "skemaerne", "nær", "tæt"]
