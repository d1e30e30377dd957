"""Whether a text tells who does what a question asks."""

import pytest

from assistant.doers import ALONE, DOING, ROLE, does, holds_office, names_person


@pytest.mark.parametrize(
    ("question", "text", "least"),
    [
        ("Hvem varetager opgaven?", "Opgaven varetages i fællesskab af de to konsulenter.", 1.0),
        ("Hvem driver caféen?", "Caféen er drevet af gæsterne selv.", 1.0),
        ("Hvem betaler bussen?", "Bussen betales af en fond.", 1.0),
        ("Hvem underviser?", "Kurset holdes hos Grethe Solbakke.", 1.0),
        ("Hvem har ansvaret for caféen?", "Leder er Grethe Solbakke.", 1.0),
        ("hvem bestemmer over caféen", "Caféens leder er Grethe Solbakke.", 1.0),
        ("Hvem står for målet?", "Ansvarlig: Ungeteamet", DOING),
        ("hvem hjælper med ansøgninger", "To jobformidlere hjælper hver mandag.", DOING),
        ("Hvem kan hjælpe mig?", "En koordinator hjælper familien.", DOING),
        ("Hvem har lavet regnskabet?", "Regnskabet er udarbejdet af firmaet Birk & Lund.", DOING),
        ("Who leads the café?", "Caféens leder er Grethe Solbakke.", 1.0),
    ],
)
def test_a_doer_is_found(question: str, text: str, least: float) -> None:
    assert does(text, question) >= least


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvem hjælper med ansøgninger?", "Hver afdeling har en frugtkurv."),
        ("Hvem hjælper med ansøgninger?", "Caféen åbnede på rådhuset i Torup."),
        ("Hvem har ansvaret for caféen?", "Vi holder til i Torup."),
        ("Hvem har ansvaret for caféen?", "Huset er malet af Grethe Solbakke."),
        ("Hvem hjælper unge?", "Herlev Kommune ligger ved motorvejen."),
        ("Hvem hjælper unge?", "Der er kaffe på kanden."),
    ],
)
def test_another_name_or_role_counts_less(question: str, text: str) -> None:
    assert does(text, question) <= ROLE


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Direktør Grethe Solbakke åbnede mødet.", True),
        ("Torup Møbelfabrik ansatte ni.", False),
        ("Torup Møbelfabrik ved Grethe Solbakke ansatte ni.", True),
        ("Havnsø Kommune ansatte ni.", False),
        ("Ni blev ansat.", False),
    ],
)
def test_what_the_question_names_is_not_who_is_asked_for(text: str, named: bool) -> None:
    assert names_person(text, "Hvem er direktør for Torup møbelfabrik?") is named


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Direktør Grethe Solbakke åbnede mødet.", 1.0),
        ("Grethe Solbakke, borgmester", 1.0),
        ("Mødet holdes hos Grethe Solbakke.", ALONE),
        ("Der er plads til ni på Torup Mejeri.", 0.0),
        ("Klubben NYT er leder af holdet.", ALONE),
        ("Direktøren åbnede mødet.", 0.0),
    ],
)
def test_who_holds_an_office_is_named_beside_it(text: str, fits: float) -> None:
    assert holds_office(text, "Hvem er direktør?") == fits


def test_whom_a_named_thing_is_for_is_a_group_of_people() -> None:
    question = "hvem er værkstedshuset i Ledinge for"
    group = does("Værkstedshuset er et tilbud til psykisk sårbare borgere over 30 år.", question)
    assert group > does("Værkstedshuset hører under Job og Rådgivning.", question)
