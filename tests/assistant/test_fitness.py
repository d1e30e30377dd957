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
        ("Hvem leder koret?", "Korets leder er Grethe Solbakke.", "Koret synger i Torup."),
    ],
)
def test_a_unit_of_the_kind_beats_another(
    understood: Understood, question: str, better: str, worse: str
) -> None:
    assert fits(understood, question, better) > fits(understood, question, worse)
