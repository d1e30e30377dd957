"""English questions in Danish: what is read for what, what stays, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import corpus
from assistant.answer import Answer
from assistant.collection import Collection
from assistant.english_compounds import compound
from assistant.in_danish import in_danish, in_own_words
from assistant.understanding import Understanding
from ingest.danish.english import VERBS, bases, english, is_plural
from ingest.danish.stems import stem

Ask = Callable[..., Answer]


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("How many people are in flexjobs in Torup?", "hvor mange personer er i fleksjob i Torup?"),
        ("Who is the head of the job centre in Torup?", "hvem er jobcenterchef i Torup?"),
        ("When does the programme begin?", "hvornår begynder forløb?"),
        ("What does Torup do for the young?", "hvad Torup gør for unge?"),
        ("Does Torup have a mentor scheme?", "har Torup en mentor ordning?"),
        ("Did Torup want to borrow it?", "har Torup vil låne det?"),
        ("What share of the pupils must pass?", "hvor stor en andel af elever skal vedtage?"),
        ("Which municipality has the most refugees?", "hvilken kommune har flest flygtninge?"),
        ("Which municipality spends the most money?", "hvilken kommune bruger mest penge?"),
        ("Which municipality spends it?", "hvilken kommune bruger det?"),
        ("Which two goals are there?", "hvilke to mål er der?"),
        ("What goals does Torup have?", "hvilke mål har Torup?"),
        ("What happens to people who are sick?", "hvad sker til personer der er syg?"),
        ("What did the programme cost?", "hvad kostede forløb?"),
        ("How much does the swimming pool at the school cost?", "hvor meget koster svømmehal ved skole?"),
        ("What does the plan say?", "hvad siger plan?"),
        ("My son is ill, who can help?", "min søn er syg, hvem kan hjælp?"),
        ("What about the young, and why?", "hvad med unge, og hvorfor?"),
        ("Is it the same in Klitmark?", "er det det samme i Klitmark?"),
        ("the long-term unemployed at most", "langtidsledig højst"),
        ("How much is 1,615 out of 9.9 million?", "hvor meget er 1.615 ud af 9,9 mio?"),
        ("the municipality of Torup's goals", "Torup Kommunes mål"),
        ("the 9th grade in May 2025", "9. klasse i maj 2025"),
    ],
)
def test_a_question_is_read_in_danish(asked: str, read: str, collection: Collection) -> None:
    assert in_danish(asked, collection).text == read


@pytest.mark.parametrize(
    "name", ["Torup", "Vester Torup", "Hånd i Jord", "kontanthjælp", '"Work and Play"', "2024", "VIB"]
)
def test_names_and_danish_words_stay(name: str, collection: Collection) -> None:
    assert name in in_danish(f"What is the purpose of {name} in the plan?", collection).text


@pytest.mark.parametrize(
    ("written", "read"),
    [("unemploiment", "ledighed"), ("refugeees", "flygtning"), ("municipallity", "kommune")],
)
def test_a_slip_is_put_right(written: str, read: str, collection: Collection) -> None:
    assert read in in_danish(f"What is the {written}?", collection).text


@pytest.mark.parametrize("name", ["Helsingor", "Ballerup"])
def test_a_name_is_no_slip(name: str, collection: Collection) -> None:
    assert name in in_danish(f"What does the plan of {name} say?", collection).text


def test_two_words_are_one_where_the_plans_have_it_so(collection: Collection) -> None:
    assert in_danish("the target for sickness benefit recipients", collection).text.endswith("modtagere")
    assert "mål" in in_danish("sickness benefit target", collection).text.split()


@pytest.mark.parametrize(
    ("first", "second", "plans", "whole"),
    [
        (("sundhed",), ("politik",), "sundhedspolitik", "sundhedspolitik"),
        (("arbejde", "job"), ("konsulenter",), "jobkonsulent", "jobkonsulenter"),
        (("sygedagpenge",), ("mål",), "sygedagpenge", None),
        (("rekruttering",), ("et",), "rekruttering", None),
        (("hvor",), ("mange",), "hvormange", None),
    ],
)
def test_a_compound_is_one_that_the_plans_hold(
    first: tuple[str, ...], second: tuple[str, ...], plans: str, whole: str | None
) -> None:
    assert compound(first, second, {stem(plans): 1}) == whole


@pytest.mark.parametrize("said", ["no, I meant Klitmark", "oops I meant Klitmark", "sorry, in Klitmark"])
def test_a_follow_up_corrects_the_question_before(ask: Ask, said: str) -> None:
    answer = ask(said, "How many people on sickness benefit may there be in Torup?")
    assert {card.identity.municipality for card in answer.searched} == {"Klitmark"}


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("studies", "study"), ("businesses", "business"), ("planned", "plan"), ("hiring", "hire"),
        ("company's", "company"), ("municipalities'", "municipalities"), ("bigger", "big"),
    ],
)  # fmt: skip
def test_an_inflected_word_is_known_by_its_base(word: str, base: str) -> None:
    assert base in bases(word)


def test_a_short_word_has_no_ending() -> None:
    assert list(bases("is")) == ["is"]
    assert not any(is_plural(word) for word in ("is", "business", "plan", "status"))


def test_no_english_word_stands_twice() -> None:
    written, verbs = (corpus.ROOT / "english.toml").read_text(encoding="utf-8").split(f'["{VERBS}"]')
    lines = written.splitlines()
    keys = [line.split('" = ')[0].strip('"').replace("-", " ") for line in lines if line.startswith('"')]
    assert len(keys) == len(set(keys)) == len(english().entries) > 4000
    assert max(len(key.split()) for key in keys) == english().longest
    assert verbs.count(" = ") == len(english().finite)


def test_a_danish_question_is_not_read_anew(understood: Callable[..., Understanding]) -> None:
    danish = understood("Hvor mange er i job i Torup?")
    assert (danish.text, danish.english, danish.wording) == ("Hvor mange er i job i Torup?", "", ())


@pytest.mark.parametrize(
    ("english_", "danish"),
    [
        (
            "How many people are to be in flexjobs in Torup?",
            "Hvor mange personer skal være i fleksjob i Torup?",
        ),
        ("Compare the targets for flexjobs", "Sammenlign mål for fleksjob"),
    ],
)
def test_both_languages_have_one_answer(ask: Ask, english_: str, danish: str) -> None:
    assert ask(english_).citations == ask(danish).citations != ()


def test_a_follow_up_is_told_in_the_words_it_was_asked_with(ask: Ask) -> None:
    answer = ask("And in Klitmark?", "How many people on sickness benefit may there be in Torup?")
    assert answer.understood.startswith("And in Klitmark?")
    assert "sickness benefit" in answer.understood
    assert "sygedagpenge" not in answer.understood


def test_who_is_told_that_nothing_was_found_sees_what_was_looked_for(ask: Ask) -> None:
    answer = ask("How many wind turbines are there in Torup?")
    assert (answer.abstained, answer.understood) == (True, "hvor mange vindmøller er der i Torup?")
    assert ask("hello").understood == ""


def test_a_name_keeps_its_small_words() -> None:
    wording = (("i", "i"), ("hverdagen", "everyday life"), ("i", "in"))
    assert in_own_words("Ro i Torup", wording) == "Ro i Torup"


def test_a_phrase_is_told_back() -> None:
    wording = (("offentlig", "public support"), ("forsørgelse", "public support"))
    assert in_own_words("mål for offentlig forsørgelse", wording) == "mål for public support"
