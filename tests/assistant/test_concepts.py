"""From a question's words to what is looked for: which words carry it, and what else they may be called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.matching import Concept
from assistant.understanding import Understanding


@pytest.fixture
def concepts(understood: Callable[..., Understanding]) -> Callable[[str], dict[str, Concept]]:
    return lambda text: {concept.stem: concept for concept in understood(text).concepts}


Look = Callable[[str], dict[str, Concept]]


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Hvor mange borgere er i fleksjob i Torup?", {"fleksjob"}),
        ("Hvad gør kommunen for unge?", {"ung"}),
        ("Hvad er Torups mål for sygedagpenge i 2024?", {"mål", "sygedagpeng"}),
        ("Hvilke kommuner skriver om sommerjob?", {"sommerjob"}),
        ("Hvor mange har I?", set()),
        ("Hvad står der i planen?", set()),
    ],
)
def test_what_a_question_is_about(concepts: Look, question: str, about: set[str]) -> None:
    assert {stem for stem, concept in concepts(question).items() if concept.gist >= 0.5} == about


def test_question_words_are_kept_and_weigh_little(concepts: Look) -> None:
    found = concepts("Hvor mange er i fleksjob?")
    assert 0.0 < found["hvor"].weight < found["fleksjob"].weight


@pytest.mark.parametrize("name", ["Torup", "Torups", "Torup Kommunes", "Torpu Kommune"])
def test_a_municipality_says_where_and_not_what(concepts: Look, name: str) -> None:
    assert concepts(f"Hvad er {name} messe?").keys() & {"torup", "torp", "torpu", "kommun"} == set()


def test_municipalities_in_a_row_say_where_and_not_what(concepts: Look) -> None:
    """A capital after a comma does not make "Torup, Klitmark" the name of one thing."""
    found = concepts("Hvor mange er i fleksjob i Torup, Klitmark, Havnsø og Lindevang?")
    assert {stem for stem, concept in found.items() if concept.gist} == {"fleksjob"}


def test_a_place_can_be_part_of_a_name(concepts: Look) -> None:
    assert "torup" in concepts("Hvad er Torup Messen?")


def test_a_year_says_which_plan_and_not_what(concepts: Look) -> None:
    assert concepts("Hvad var målet i 2023?")["2023"].gist == 0.0


def test_a_part_of_a_year_says_when_and_not_what(concepts: Look) -> None:
    found = concepts("Hvor mange var på sygedagpenge i 3. kvartal 2023 og i juni?")
    assert all(found[word].when for word in ("3", "kvartal", "juni"))
    assert not found["sygedagpeng"].when
    assert not concepts("Hvor mange går i 3. klasse?")["3"].when


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sygedagpengemodtagere", {"sygedagpeng", "modtag"}),
        ("sommerarbejde", {"sommer", "arbejd"}),
    ],
)
def test_a_compound_knows_its_parts(concepts: Look, word: str, parts: set[str]) -> None:
    (concept,) = [c for c in concepts(f"Hvad med {word}?").values() if c.parts]
    assert {part for part, _ in concept.parts} == parts
    assert sum(share for _, share in concept.parts) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sygedagpnge", "sygedagpeng"),
        ("uddanelseshjælp", "uddannelseshjælp"),
        ("repartriering", "repatriering"),
        ("fleksjobb", "fleksjob"),
        ("sommer job", "sommerjob"),
        ("fleksjob ambassa", "fleksjobambassa"),
    ],
)
def test_a_slip_is_understood(concepts: Look, written: str, meant: str) -> None:
    assert meant in concepts(f"Hvad er {written}?")


def test_an_everyday_word_is_not_taken_for_a_slip(concepts: Look) -> None:
    """The plans hold "demens", which is two slips away."""
    assert "dement" in concepts("Hvad gør I for en dement?")


@pytest.mark.parametrize(
    ("everyday", "official"), [("arbejdsløse", "ledig"), ("firmaer", "virksom"), ("chef", "led")]
)
def test_an_everyday_word_knows_the_official_one(concepts: Look, everyday: str, official: str) -> None:
    found = concepts(f"Hvad med {everyday}?").values()
    assert official in {other for concept in found for other, _ in concept.others}


def test_a_part_of_an_official_expression_is_not_the_whole(concepts: Look) -> None:
    """ "langvarig ledig" stands for langtidsledig; "ledig" alone does not."""
    others = dict(concepts("Hvad er målet for langtidsledige?")["langtidsledig"].others)
    assert others["ledig"] <= 0.5


def test_several_words_have_one_official_name(concepts: Look) -> None:
    assert "ledig" in concepts("Hvad gør I for folk uden arbejde?")


@pytest.mark.parametrize(
    ("question", "word", "official"),
    [
        ("Hvad gør I for folk, der er gået ned med stress?", "stres", "sygemeld"),
        ("Hvem holder øje med planen?", "øje", "monitor"),
    ],
)
def test_a_word_of_an_expression_is_held_by_its_meaning(
    concepts: Look, question: str, word: str, official: str
) -> None:
    """Otherwise a question is declined for want of an "øje" in the plans."""
    assert official in dict(concepts(question)[word].others)


def test_an_english_word_is_not_a_slip_in_a_danish_one(concepts: Look) -> None:
    assert "helhed" not in concepts("How are the unemployed helped in their lives?")


def test_an_english_word_says_as_much_as_the_danish_one(concepts: Look) -> None:
    english = concepts("What do you do about sick leave in the municipality?")
    danish = concepts("Hvad gør man ved sygemeldte i kommunen?")
    assert {s: c.gist for s, c in english.items()} == {s: c.gist for s, c in danish.items()}


def test_an_english_word_is_looked_for_in_all_its_danish_words(concepts: Look) -> None:
    assert {"sygefravær", "sygedagpeng"} & {s for s, _ in concepts("sick leave targets")["sygemeld"].others}


def test_an_abbreviation_of_the_plans_knows_its_words(concepts: Look) -> None:
    vib = concepts("Hvad er VIB?")["vib"]
    assert "virksomhedsindsats" in {other for other, _ in vib.others}


@pytest.mark.parametrize(
    ("question", "stem", "gist"),
    [
        ("Får de ældre god mad?", "mad", 1.0),
        ("What progress is made in Torup?", "lav", 0.15),
    ],
)
def test_an_english_word_is_no_danish_one(concepts: Look, question: str, stem: str, gist: float) -> None:
    """ "Made" helps to ask in English; as a Danish stem it would be food."""
    assert concepts(question)[stem].gist == gist


@pytest.mark.parametrize("word", ["bange", "konerne", "ramler", "drengene", "madpakker"])
def test_a_word_of_daily_life_is_no_slip_of_the_pen(concepts: Look, word: str) -> None:
    assert word in {concept.word for concept in concepts(f"hvad gør Torup for {word}").values()}


def test_capitals_are_a_name_and_not_the_everyday_word(concepts: Look) -> None:
    assert concepts("Hvad er LØFT?")["løft"].others == ()
    assert concepts("Hvad er et løft?")["løft"].others != ()
