"""Whether a unit gives the amount that is asked for."""

import pytest

from assistant.amounts import ONE_END, VAGUE, gives
from assistant.asked import Amount
from assistant.units import Unit
from ingest.plan import BlockKind


def unit(text: str, kind: BlockKind = BlockKind.PARAGRAPH, before: str = "", *columns: str) -> Unit:
    return Unit("p", 0, len(text), kind, text, (), before=before, columns=columns)


GIVEN = {
    Amount.DURATION: [
        "Kurset varer 14 uger.",
        "Man får svar inden for to hverdage.",
        "Der er 48-96 timer til at svare.",
        "Samtalen tager tre kvarter, altså 45 minutter.",
        "Forløbet er på halvandet år.",
        "Hun får en makker det første halve år.",
        "Det er et 14-ugers kursus.",
        "Aftalen er 1-årig.",
        "De er af sted de første seks måneder.",
        "Svaret gives i op til ti timer om ugen.",
    ],
    Amount.FREQUENCY: [
        "Koret øver hver tirsdag.",
        "Der er møde den første onsdag i hver måned.",
        "Vi skriver en gang i kvartalet.",
        "Udvalget mødes fire gange om året.",
        "Tallene kommer hvert fjerde år.",
        "Bladet udkommer månedligt.",
        "Der laves ti besøg pr. måned.",
        "Rådet samles hver anden uge.",
    ],
    Amount.MONEY: [
        "En billet koster 55 kr.",
        "Der er sat 1,2 mio. kr. af.",
        "Turen er gratis for børn.",
        "Tilskuddet er på 60.000 kroner om året.",
    ],
    Amount.SHARE: [
        "31 pct. cykler.",
        "Hver femte cykler.",
        "Syv ud af ti kom i job.",
        "Halvdelen bor alene.",
        "Svarprocenten var 58.",
        "Andelen af unge var 12,5.",
    ],
    Amount.AGE: ["Tilbuddet er for unge på 16-24 år.", "De er mellem 16 og 24 år."],
}
OTHERS = {
    Amount.DURATION: [
        "Der er 14 pladser.",
        "Ledige over 55 år får et brev.",
        "Unge mellem 18 og 29 år bor her.",
    ],
    Amount.FREQUENCY: ["Hver femte cykler.", "Kurset varer 14 uger.", "Hver deltager får en bog."],
    Amount.MONEY: ["Der er 16 pladser i bussen.", "31 pct. cykler.", "Det er en god investering."],
    Amount.SHARE: ["Der er 31 pladser.", "Kurset varer 14 uger.", "Hver tirsdag er der kor."],
    Amount.AGE: ["Der er kaffe."],
}


@pytest.mark.parametrize(("amount", "text"), [(a, t) for a, texts in GIVEN.items() for t in texts])
def test_an_amount_is_found(amount: Amount, text: str) -> None:
    assert gives(unit(text), amount) == 1.0


@pytest.mark.parametrize(("amount", "text"), [(a, t) for a, texts in OTHERS.items() for t in texts])
def test_another_amount_is_none(amount: Amount, text: str) -> None:
    assert gives(unit(text), amount) == 0.0


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount.DURATION, "Politikken gælder fra den 1. maj 2024 til den 30. april 2028."),
        (Amount.DURATION, "Besøget sker senest i tredje sygeuge."),
        (Amount.FREQUENCY, "Udvalget får tallene i marts, juni og oktober."),
        (Amount.FREQUENCY, "Vi følger løbende op."),
    ],
)
def test_a_period_or_a_vague_rate_is_nearly_one(amount: Amount, text: str) -> None:
    assert gives(unit(text), amount) == VAGUE


def test_a_figure_is_money_by_what_stands_before_or_above() -> None:
    assert gives(unit("Veje 4,1 Skoler 7,0", before="Budgettet i mio. kr.:"), Amount.MONEY) == VAGUE
    assert gives(unit("Veje\t4,1", BlockKind.ROW, "", "Post", "Mio. kr."), Amount.MONEY) == 1.0
    assert gives(unit("Veje\t4,1", BlockKind.ROW, "", "Post", "Kilometer"), Amount.MONEY) == 0.0
    assert gives(unit("Veje\tingen", BlockKind.ROW, "", "Post", "Mio. kr."), Amount.MONEY) == 0.0


def test_the_time_at_which_something_was_is_no_duration_of_it() -> None:
    assert gives(unit("Seks ud af ti var i job et halvt år efter."), Amount.DURATION) == 0.0
    assert gives(unit("De får svar senest to dage efter."), Amount.DURATION) == 1.0


def test_an_age_told_by_one_end_comes_after_one_told_by_both() -> None:
    assert gives(unit("Tilbuddet er for unge fra 16 år."), Amount.AGE) == ONE_END < 1.0
