"""Whether a unit is of the kind that a question asks for."""

from collections.abc import Callable

import pytest

from assistant.fitness import fitness
from assistant.understanding import Understanding
from assistant.units import Unit
from ingest.plan import BlockKind

Understood = Callable[..., Understanding]


def fits(understood: Understood, question: str, text: str) -> float:
    return fitness(Unit("p", 0, len(text), BlockKind.PARAGRAPH, text, ()), understood(question))


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("Hvor ligger caféen?", "Caféen ligger på Strandvej 4.", "Caféen har åbent til kl. 22."),
        ("Hvor ligger caféen?", "Caféen ligger på Strandvej 4.", "Caféen støttes af Torup Handel."),
        ("Hvor mødes koret?", "Koret mødes på Højlund.", "Koret mødes hver uge."),
        ("Hvor holdes mødet?", "Mødet holdes på biblioteket.", "Mødet varer to timer."),
        ("Hvorfor lukkede caféen?", "Det skyldes, at lejen steg.", "Caféen lukkede i maj."),
        ("Hvorfor er planen kort?", "Af hensyn til valget er planen kort.", "Planen er kort og god."),
        ("Hvornår åbner caféen?", "Caféen åbner den 3. maj.", "Caféen åbner snart."),
        ("Hvad tid åbner caféen?", "Døren åbnes kl. 7.30.", "Døren er grøn."),
        ("Hvad koster kaffen?", "En kop koster 12 kr.", "Der er 12 kopper."),
        ("Hvor længe varer kurset?", "Kurset varer ni uger.", "Kurset har ni pladser."),
        ("Hvor tit er der kor?", "Der er kor hver mandag.", "Der er 14 i koret."),
        ("Hvor stor en del cykler?", "En tredjedel cykler.", "480 cykler."),
        # What came about at a time did so in a month or a year, and on no weekday.
        ("Siden hvornår har koret sunget?", "Det begyndte i maj 2019.", "Koret synger hver tirsdag."),
        ("Hvornår blev caféen oprettet?", "Caféen kom til i 2020.", "Caféen er åben onsdag."),
        # The time, the rate and the part that is asked for.
        (
            "Hvor mange elever er der i maj 2023?",
            "I maj 2023 var der 40 elever.",
            "I juni 2022 var der 40 elever.",
        ),
        ("Hvor mange cyklede i 2023?", "I alt 40 cyklede i 2023.", "I 2021 cyklede 40."),
        (
            "Hvor mange timer om ugen er der kor?",
            "Der er kor to timer om ugen.",
            "Der er kor to dage om ugen.",
        ),
        ("Hvor mange timer om ugen er der kor?", "Der er kor to timer om ugen.", "Koret får 20 timer i alt."),
        ("Hvor meget tjener en vikar i timen?", "Lønnen er 150 kr. i timen.", "Vikarer koster 2 mio. kr."),
        (
            "Hvor mange af deltagerne kom i kor?",
            "Der var 30, og 12 kom i kor.",
            "Der er plads til 30 deltagere.",
        ),
        (
            "Hvor mange af sangerne bor i Torup?",
            "Der er 60 sangere, og 20 af dem bor her.",
            "Der er 60 sangere.",
        ),
        ("Hvor mange af de 60 er mænd?", "Heraf er 12 mænd.", "Det drejer sig om 60 mænd."),
        ("Hvem leder koret?", "Korets leder er Grethe Solbakke.", "Koret synger i Torup."),
    ],
)
def test_a_unit_of_the_kind_beats_another(
    understood: Understood, question: str, better: str, worse: str
) -> None:
    assert fits(understood, question, better) > fits(understood, question, worse)
