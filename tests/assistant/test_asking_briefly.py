"""Follow-ups of few words: the side of the thing that they name, what is done about it, and who is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.actions import asks_what_is_done, tells_what_is_done
from assistant.amounts import gives
from assistant.asked import Aim, Amount, AnswerKind
from assistant.assistant import Assistant
from assistant.changes import asks_for_change, tells_change
from assistant.counting import ENOUGH, counts
from assistant.doers import does, of_the_person, same_office
from assistant.fitness import fitness
from assistant.question import Question
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.plan import BlockKind

Read = Callable[..., Understanding]
FLEX = "Hvor mange skal være i fleksjob i Lindevang?"
PLAN = """# Trafikplan 2024

Elmdal Kommune. Opdigtet eksempel: kommunen findes ikke.

## Broen

Der bygges en ny bro over Elmå ved Savværket. Regningen er anslået til 12 mio. kr. Staten betaler halvdelen,
kommunen resten. Arbejdet begynder i maj 2025. Projektleder er Bente Lunding.

## Cyklister

I 2023 kom 31 cyklister til skade i Elmdal. Det er flere end året før.

### Det vil vi nå

- Antallet af tilskadekomne cyklister skal nedbringes til 15 i 2027.

### Det gør vi

Skolerne holder cykelprøver hvert forår. Krydset ved Torvet bliver delt i to.

## Byens bus

Bybussen kører hver halve time fra kl. 6 til 23.
I 2023 havde den 8.200 passagerer, og 2.100 af dem var skoleelever.
"""


@pytest.fixture(scope="module")
def talk(on_plans: Callable[..., Assistant]) -> Callable[..., str]:
    """Ask in conversations on one plan, where several things stand under each heading."""
    assistant = on_plans({"elmdal-trafikplan-2024.md": PLAN})
    return lambda question, *history: assistant.ask(Question(question, history)).text


BRIDGE = "Hvad er planen med broen over Elmå?"
HURT = "Hvor mange cyklister kom til skade i Elmdal i 2023?"


@pytest.mark.parametrize(
    ("question", "before", "words"),
    [
        ("og prisen?", BRIDGE, "12 mio. kr."),
        ("hvem betaler?", BRIDGE, "Staten betaler halvdelen"),
        ("hvornår?", BRIDGE, "maj 2025"),
        ("hvem er leder", BRIDGE, "Bente Lunding"),
        ("hvad gør de ved det?", HURT, "cykelprøver hvert forår"),
        ("hvad skal det ned på?", HURT, "15 i 2027"),
        ("hvornår kører den?", "Hvor mange passagerer havde bybussen i Elmdal?", "kl. 6 til 23"),
        ("hvor mange af dem var skoleelever?", "Hvor mange passagerer havde bybussen i Elmdal?", "2.100"),
    ],
)
def test_few_words_are_answered_from_beside_the_answer_before(
    talk: Callable[..., str], question: str, before: str, words: str
) -> None:
    assert words in talk(question, before)


def test_a_persons_age_is_not_that_of_others_nearby(talk: Callable[..., str]) -> None:
    told = talk("hvor gammel er hun?", "Hvem er projektleder for broen over Elmå?")
    assert "Det har jeg ikke fundet" in told


@pytest.mark.parametrize(
    ("question", "kind", "amount", "aim"),
    [
        ("og prisen?", AnswerKind.NUMBER, Amount.MONEY, Aim.UNSAID),
        ("hvad med finansieringen?", AnswerKind.NUMBER, Amount.MONEY, Aim.UNSAID),
        ("hvor meget er der sat af?", AnswerKind.NUMBER, Amount.MONEY, Aim.STATE),
        ("hvad er fristen?", AnswerKind.DATE, None, Aim.STATE),
        ("og begrundelsen?", AnswerKind.WHY, None, Aim.UNSAID),
        ("hvad var udgangspunktet", AnswerKind.NUMBER, None, Aim.STATE),
        ("hvad skal det op på?", AnswerKind.NUMBER, None, Aim.GOAL),
        ("hvad gør de konkret?", AnswerKind.HOW, None, Aim.UNSAID),
        ("hvad er målet?", AnswerKind.OTHER, None, Aim.GOAL),
    ],
)
def test_a_side_of_the_thing_says_what_kind_of_answer_is_asked_for(
    understood: Read, question: str, kind: AnswerKind, amount: Amount | None, aim: Aim
) -> None:
    found = understood(question, FLEX)
    assert (found.kind, found.amount, found.aim) == (kind, amount, aim)


def test_how_many_they_are_counts_what_was_spoken_of(understood: Read) -> None:
    def counted(question: str, before: str) -> str | None:
        found = understood(question, before).counted
        return found.word if found else None

    assert counted("hvor mange er det nu?", "Hvor mange ledige skal i job i Torup?") == "ledige"
    assert counted("hvor mange er der?", "Hvad er et sommerjob i Klitmark?") == "sommerjob"
    assert counted("hvor mange af dem er kvinder?", "Hvor mange ledige skal i job i Torup?") is None


def test_one_goal_that_is_asked_after_is_not_every_goal(understood: Read) -> None:
    assert not understood("Har Havnsø et mål for unge?").asks_for_every_goal
    assert understood("Hvilke mål har Havnsø for unge?").asks_for_every_goal


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("hvad gør kommunen ved det?", True),
        ("hvad vil de gøre?", True),
        ("hvad helt konkret?", True),
        ("hvordan?", True),
        ("hvordan vil de nå det?", True),
        ("hvilken indsats gør de?", True),
        ("hvilke tiltag er der?", True),
        ("hvordan virker den?", False),
        ("hvad er målet?", False),
        ("how many?", False),
    ],
)
def test_what_is_done_is_asked_for(question: str, asks: bool) -> None:
    assert asks_what_is_done(question) is asks


@pytest.mark.parametrize(
    ("text", "heading", "tells"),
    [
        ("Jobcenteret tilbyder en samtale hver uge.", "Unge", True),
        ("Krydset bliver fra maj delt i to.", "Trafik", True),
        ("Flere grønne stier.", "Sådan gør vi", True),
        ("Byen har mange grønne stier.", "Sådan ser det ud", False),
        ("1. Ledige skal mødes med værdighed.", "Ministerens mål", False),
        ("Kysten giver mange job om sommeren.", "Status", False),
        ("178 unge var ledige i maj.", "Sådan gør vi", False),
        ("Antallet af ledige skal nedbringes til 90, og jobcenteret hjælper.", "Mål", False),
        ("Ensomhed er farligt.", "Status", False),
    ],
)
def test_what_is_done_is_told_from_goals_and_numbers(text: str, heading: str, tells: bool) -> None:
    unit = Unit("plan", 0, len(text), BlockKind.PARAGRAPH, text, (heading,))
    assert bool(tells_what_is_done(unit)) is tells


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Grundejerne betaler 40 pct.", True),
        ("Halvdelen betales af en fond.", True),
        ("Udgifterne deles efter indbyggertal.", True),
        ("Byrådet har afsat 3 mio. kr.", True),
        ("Stien går til Erhvervspark Syd.", False),
        ("Prisen er 86 mio. kr.", False),
    ],
)
def test_who_pays_is_told_by_words_for_paying(text: str, tells: bool) -> None:
    assert bool(does(text, "hvem betaler?")) is tells


def test_he_and_she_mean_who_was_named() -> None:
    told = ("Leder er Bente Lunding.",)
    assert of_the_person("Bente har kontor på havnen.", "hvor sidder hun?", told)
    assert of_the_person("Hun følger op to gange om året.", "hvad gør hun?", told)
    assert not of_the_person("Huset er for unge mellem 18 og 29 år.", "hvor gammel er hun?", told)
    assert of_the_person("Her er åbent hver dag.", "hvornår er der åbent?", told)
    assert of_the_person("Hver dag.", "min mor er syg, hvem hjælper hun?", ())


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Kurset er for unge mellem 18 og 29 år.", True),
        ("Der er plads til 24 borgere med demens.", True),
        ("Unge under 30 år uden uddannelse hører til her.", True),
        ("Huset ligger ved Plejecenter Engly.", False),
        ("Leder er Bente Lunding.", False),
    ],
)
def test_for_whom_a_thing_is_is_a_group_of_people(text: str, tells: bool) -> None:
    assert (does(text, "hvem er det for?") >= ENOUGH) is tells
    assert (does(text, "hvem kan bruge det?") >= ENOUGH) is tells


def test_another_office_is_not_the_one_asked_for() -> None:
    assert same_office("Beskæftigelseschef Vibeke Lund har ansvaret.", "hvem er chef?")
    assert same_office("Leder er Bente Lunding.", "hvem er chef?")
    assert not same_office("Udvalget, hvor Steen Aaby er formand, mødes.", "hvem er chef?")


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Huset er for unge mellem 18 og 29 år.", True),
        ("Borgere over 65 får et brev.", True),
        ("Antallet skal nedbringes til 330 i 2025.", False),
        ("20 borgere deltog.", False),
    ],
)
def test_an_age_is_one_of_people(text: str, tells: bool) -> None:
    unit = Unit("plan", 0, len(text), BlockKind.PARAGRAPH, text, ())
    assert bool(gives(unit, Amount.AGE)) is tells


def test_of_them_are_those_spoken_of(talk: Callable[..., str]) -> None:
    answer = talk("hvor mange af dem kom til skade?", "Hvor mange skoleelever kører med bybussen i Elmdal?")
    assert "cyklister" not in answer


def test_a_year_limits_what_is_counted_and_not_who_or_how(understood: Read) -> None:
    before = "Hvad er målet for fleksjob i Lindevang i 2025?"
    assert understood("hvor mange er det nu?", before).years == (2025,)
    read = understood("hvem har ansvaret?", before)
    assert (read.years, read.edition) == ((), 2025)


def test_a_comparison_alone_names_no_subject(understood: Read) -> None:
    assert (
        "flere"
        not in understood("og hvorfor?", "Hvor mange er i fleksjob i Torup?", "er det flere end før?").context
    )


def test_what_costs_is_no_food(understood: Read) -> None:
    # "koster" sounds like "kost", and once let the subject go as another theme.
    assert "fleksjob" in understood("hvad koster det dem?", FLEX).context


def test_a_word_that_people_ask_with_is_not_misspelled(understood: Read) -> None:
    assert understood("hvor ligger de henne?", FLEX).text == "hvor ligger de henne?"


def test_what_is_done_is_declined_where_only_the_subject_is_there(talk: Callable[..., str]) -> None:
    # A question of its own words, whose best sentence tells no deed, once broke the choice.
    assert talk("hvordan vil de nå færre tilskadekomne cyklister?", "Hvad er planen med broen over Elmå?")


@pytest.mark.parametrize(
    ("question", "before", "municipalities", "everywhere"),
    [
        ("er det højere end i Torup?", FLEX, ("Lindevang", "Torup"), False),
        ("er det flere end i Torup?", FLEX, ("Lindevang", "Torup"), False),
        ("hvem har det højeste?", FLEX, ("Lindevang",), True),
        ("hvem har flest?", "Sammenlign fleksjob i Torup og Lindevang", ("Torup", "Lindevang"), False),
        ("hvem har ansvaret?", FLEX, ("Lindevang",), False),
    ],
)
def test_places_are_held_against_each_other(
    understood: Read, question: str, before: str, municipalities: tuple[str, ...], everywhere: bool
) -> None:
    found = understood(question, before)
    assert found.everywhere is everywhere
    assert everywhere or set(found.municipalities) == set(municipalities)


def test_a_second_substitute_takes_the_place_of_the_first(understood: Read) -> None:
    read = understood("og for ledige?", "Hvad er målet for fleksjob i Lindevang?", "og for sygemeldte?")
    assert "sygemeldte" not in " ".join(read.context)
    assert "mål" in " ".join(read.context)


def test_the_plan_before_brings_its_own_year(understood: Read) -> None:
    read = understood("hvad med planen før?", "Hvad er målet for fleksjob i Lindevang i 2025?")
    assert (read.edition, read.years) == (2023, ())


def test_also_asks_the_same_of_another_place(understood: Read) -> None:
    read = understood("gælder det også i Torup?", "Har Lindevang et mål for fleksjob?")
    assert read.municipalities == ("Torup",)
    assert "mål for fleksjob" in read.context


@pytest.mark.parametrize(
    ("text", "question", "fits"),
    [
        ("Antallet skal ned til 90 i 2025.", "hvor mange er det nu?", False),
        ("Antallet skal ned fra 120 til 90 i 2025.", "hvor mange er det nu?", True),
        ("Antallet skal ned til 90 (120 i 2023).", "hvor mange er det nu?", True),
        ("Der er 120 i dag.", "hvor mange er det i dag?", True),
        ("Her er der et mål: Antallet skal ned til 90 i 2025.", "hvor mange er det nu?", False),
        ("Antallet skal ned til 90 i 2025.", "hvor mange skal det være?", True),
        ("Antallet må nu højst være 90.", "hvor mange må det højst være nu?", True),
    ],
)
def test_what_is_by_now_is_not_told_by_a_goal_alone(
    understood: Read, text: str, question: str, fits: bool
) -> None:
    unit = Unit("plan", 0, len(text), BlockKind.PARAGRAPH, text, ())
    asked = understood(question, "Hvad er målet for ledige i Torup?")
    assert (fitness(unit, replace(asked, counted=None)) >= ENOUGH) is fits


def test_whether_it_costs_anything_is_answered_by_a_price(understood: Read) -> None:
    assert understood("koster det noget?", FLEX).amount is Amount.MONEY
    assert understood("er det gratis?", FLEX).amount is Amount.MONEY


@pytest.mark.parametrize(
    ("text", "tells"),
    [("Ledigheden er faldet med 3 pct. siden 2019.", True), ("Ledigheden er steget siden 2019.", False)],
)
def test_a_year_is_not_by_how_much_a_number_has_changed(text: str, tells: bool) -> None:
    assert tells_change(Unit("plan", 0, len(text), BlockKind.PARAGRAPH, text, ())) is tells


def test_a_correction_looks_wherever_what_was_meant_stands(understood: Read) -> None:
    read = understood("nej ikke det, jeg mente Kajen", "Hvad er et sommerjob?")
    assert (read.text, read.municipalities) == ("Kajen", ())
    assert "sommerjob" not in read.context


def test_a_number_that_names_something_gives_way_to_another(understood: Read) -> None:
    read = understood("og spor 3?", "Hvad er målet for spor 2 i Torup?")
    assert "2" not in [concept.word for concept in read.concepts]


def test_how_long_it_takes_is_not_about_time(understood: Read) -> None:
    assert not understood("hvor lang tid tager det?", FLEX).own_demands


def test_the_year_before_is_told_in_several_ways(understood: Read) -> None:
    before = "Hvor mange er på sygedagpenge i Lindevang i 2025?"
    assert {understood(f"og {said}?", before).years for said in ("året før", "det år før", "året inden")} == {
        (2024,)
    }


def test_a_side_that_is_named_is_asked_for_elsewhere_and_not_the_kind_before(understood: Read) -> None:
    read = understood("tilbage til Torup: hvad er målet?", FLEX, "hvor ligger det?")
    assert (read.kind, read.municipalities) == (AnswerKind.OTHER, ("Torup",))


def test_the_number_on_a_benefit_counts_people(understood: Read) -> None:
    text = "Antallet på uddannelseshjælp skal nedbringes til 105."
    asked = understood("Hvor mange unge må være på uddannelseshjælp i Torup?").counted
    assert counts(Unit("plan", 0, len(text), BlockKind.PARAGRAPH, text, ()), asked, ()) >= ENOUGH


def test_a_side_asked_before_is_let_go_where_another_is_asked(understood: Read) -> None:
    before = "Hvad er fristen for sommerjob i Klitmark?"
    assert understood("hvad koster det?", before).context == ("sommerjob", "Klitmark")
    assert "fristen for sommerjob" in understood("og i Torup?", before).context


def test_such_a_one_is_what_was_spoken_of(understood: Read) -> None:
    read = understood("hvor længe varer sådan et job?", "Hvor mange sommerjob er der i Klitmark i 2024?")
    assert "sommerjob" in read.context
    assert read.years == ()


def test_why_a_number_falls_is_no_question_for_how_much(understood: Read) -> None:
    assert not asks_for_change(understood("hvorfor falder det?", FLEX))
    assert asks_for_change(understood("hvor meget er det faldet?", FLEX))


def test_men_are_asked_of_instead_of_women(understood: Read) -> None:
    assert "kvinder" not in understood("og mænd?", "Hvor mange kvinder er i fleksjob i Torup?").context


def test_several_words_of_regret_stand_before_what_was_meant(understood: Read) -> None:
    assert understood("nej undskyld, jeg mente Torup", FLEX).municipalities == ("Torup",)
    assert understood("nej undskyld, jeg mente Torup", FLEX).text == "Torup"


def test_what_stood_in_the_plan_before_is_the_same_question(understood: Read) -> None:
    read = understood(
        "hvad stod der i den forrige plan?", "Hvor mange skal være i fleksjob i Lindevang i 2025?"
    )
    assert (read.edition, read.years, read.kind) == (2023, (), AnswerKind.NUMBER)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Tema 4: Ledige og unge", False),
        ("4. Ledige", False),
        ("366 ledige i maj", True),
        ("1.140 ledige", True),
    ],
)
def test_the_number_that_a_heading_bears_counts_nobody(understood: Read, text: str, counted: bool) -> None:
    unit = Unit("plan", 0, len(text), BlockKind.HEADING, text, ())
    assert bool(fitness(unit, understood("Hvor mange ledige er der i Torup?"))) is counted


def test_a_question_without_a_verb_goes_on_about_the_same(understood: Read) -> None:
    assert "fleksjob" in understood("hvor mange timer?", FLEX).context
