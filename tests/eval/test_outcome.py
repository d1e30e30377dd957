from dataclasses import replace

import pytest

from assistant.answer import Reason
from eval.diagnosis import diagnose
from eval.marks import statements, without_marks
from eval.metrics.answers import claims, length, truthfulness
from eval.metrics.catalogue import scored
from eval.metrics.citations import cited_numbers, uncited_sentences
from eval.outcome import Outcome, includes, outcome
from eval.questions import Case, Claim, Gold
from eval.row import Cited, Expected, Place, Retrieved, Row

GOLD = Gold("plan", "har 63 ansatte")


def make_row(
    answer="Der er 63. [1]", *, kind="fact", found=True, cited="plan", at=0, declined=False, answerable=True
):
    evidence = (GOLD,) if answerable else ()
    case = Case(
        id="x",
        kind=kind,
        question="?",
        answerable=answerable,
        evidence=evidence,
        must_include=("63",) if answerable else (),
    )
    hits = (Retrieved(Place("p", 0, 20), "plan.pdf", None, "", "De har 63 ansatte", 1.0, (0,)),)
    citation = Cited(
        1, Place("p", at, at + 20, 1), f"{cited}.pdf", None, "2024", "", "De har 63 ansatte", (1,)
    )
    return Row(
        case,
        expected=(Expected(GOLD, None, (Place("p", 3, 17, 1),)),) if answerable else (),
        answer=answer,
        abstained=declined,
        reason=Reason.NOT_IN_PLANS if declined else None,
        retrieved=hits if found else (),
        cited=(citation,) if cited and not declined else (),
    )


@pytest.mark.parametrize(
    ("row", "expected", "truth"),
    [
        (make_row(), Outcome.RIGHT, 1),
        (make_row("Mange. [1]"), Outcome.WRONG_ANSWER, -1),
        (make_row("Mange. [1]", at=100), Outcome.NOT_CHOSEN, -1),
        (make_row(cited="anden", at=100), Outcome.NOT_CHOSEN, -1),
        (make_row(cited=""), Outcome.NOT_CHOSEN, -1),
        (make_row("Mange. [1]", found=False), Outcome.NOT_RETRIEVED, -1),
        (make_row(found=False), Outcome.RIGHT, 1),
        (make_row(declined=True), Outcome.SHOULD_HAVE_ANSWERED, 0),
        (make_row(declined=True, found=False), Outcome.NOT_RETRIEVED, 0),
        (make_row(answerable=False), Outcome.SHOULD_HAVE_DECLINED, -1),
        (make_row(answerable=False, declined=True), Outcome.DECLINED_RIGHTLY, 1),
        (make_row("63 " + "x" * 600), Outcome.WRONG_ANSWER, -1),
        (make_row("63 " + "x" * 600, kind="list"), Outcome.RIGHT, 1),
    ],
)
def test_where_a_question_failed_first(row, expected, truth):
    assert outcome(row) is expected
    assert truthfulness(row).value == truth


@pytest.mark.parametrize(
    ("answer", "wanted", "there"),
    [
        ("De to butikker", "to |2", True),
        ("Det totale tal", "to |2", False),
        ("Der er en. [2]", "to |2", False),
        ("MÅLET er nået", "målet", True),
        ("10 pct. flere", "10 pct|10 %", True),
        ("social\nbæredygtighed", "social bæredygtighed", True),
        ("hvad som helst", "|", False),
    ],
)
def test_must_include(answer, wanted, there):
    assert includes(answer, wanted) is there


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Et. [1] To. [2]", [("Et.", (1,)), ("To.", (2,))]),
        ("Et. To. [1][2]", [("Et.", ()), ("To.", (1, 2))]),
        ("Et [1], og to [2].", [("Et, og to.", (1, 2))]),
        ("- Et [1]\n- To", [("- Et", (1,)), ("- To", ())]),
        ("Et.\n[1] To.", [("Et.", (1,)), ("To.", ())]),
        (
            "Jf. loven stiger det ca. 2 pct. i år. Det er nok.",
            [("Jf. loven stiger det ca. 2 pct. i år.", ()), ("Det er nok.", ())],
        ),
        ("Mål for 2030. [1] Det nås.", [("Mål for 2030.", (1,)), ("Det nås.", ())]),
        ("Senest den 1. maj [1]", [("Senest den 1. maj", (1,))]),
        ("", []),
        ("[1]", []),
    ],
)
def test_which_sentence_rests_on_which_citation(answer, expected):
    assert [(each.text, each.marks) for each in statements(answer)] == expected
    assert without_marks(answer).count("[") == 0


@pytest.mark.parametrize(
    ("claim", "answer", "value"),
    [
        (Claim("63"), "Der er 63. [1]", 1),
        (Claim("63", "pct."), "Der er 63 procent. [1]", 1),
        (Claim("63", "pct."), "Der er 63 timer. [1]", 0),
        (Claim("63", "%"), "Der er 63% i år [1]", 1),
        (Claim("1.615", "timer"), "Der er 1615 timer [1]", 1),
        (Claim("63", "", 2024), "Der er 63. [1]", 1),
        (Claim("63", "", 2022), "Der er 63. [1]", 0),
        (Claim("6"), "Der er 63. [1]", 0),
        (Claim("3", "kommuner"), "Tre kommuner er med. [1]", 1),
        (Claim("96", "timer"), "Inden 48-96 timer. [1]", 1),
        (Claim("9,9"), "Den er 9,9 pct. [1]", 1),
        (Claim("9"), "Den er 9,9 pct. [1]", 0),
        (Claim("1"), "Der er mange. [1]", 0),
    ],
)
def test_claims_need_number_unit_and_year(claim, answer, value):
    row = make_row(answer)
    case = Case(id="x", kind="fact", question="?", answerable=True, evidence=(GOLD,), claims=(claim,))
    assert claims(Row(case, answer=answer, cited=row.cited)).value == value


def test_length_is_counted_without_marks():
    assert length(make_row("Der er 63. [1]")).value == len("Der er 63.")


@pytest.mark.parametrize(
    ("answer", "quote", "share"),
    [
        ("De har 63 ansatte. De er glade. [1]", "De har 63 ansatte. De er glade.", 0),
        ("De har 63 ansatte. De er glade. [1]", "De er glade.", 1 / 2),
        ("Åvig: De har 63 ansatte. De er glade. [1]", "De har 63 ansatte. De er glade.", 0),
        ("De har 63 ansatte.", "Noget andet", 1),
        ("De har 63 ansatte. [2]", "Noget andet", 1),
    ],
)
def test_a_sentence_rests_on_its_mark_or_on_the_quote_it_stands_in(answer, quote, share):
    row = make_row(answer)
    cited = (replace(row.cited[0], quote=quote),)
    assert uncited_sentences(replace(row, cited=cited)).value == pytest.approx(share)


@pytest.mark.parametrize(
    ("answer", "quote", "share"),
    [
        ("Der er 63 ansatte. [1]", "De har 63 ansatte", 1),
        ("Der er 63 ansatte og 12 elever. [1]", "De har 63 ansatte", 1 / 2),
        ("Tre kommuner er med. [1]", "sammen med tre kommuner", 1),
        ("Der er 1.615 timer. [1]", "i alt 1615 timer", 1),
        ("Inden 48-96 timer. [1]", "på 48 timer", 1 / 2),
        ("I 2024. [1]", "noget", None),
    ],
)
def test_figures_must_stand_in_a_quote(answer, quote, share):
    row = make_row(answer)
    cited = (replace(row.cited[0], quote=quote),)
    assert cited_numbers(replace(row, cited=cited)).value == (share and pytest.approx(share))


def told(row):
    return [why.key.removeprefix("eval.why_") for why in diagnose(scored(row))]


def test_the_diagnosis_names_the_step_and_what_went_wrong_there():
    assert told(make_row()) == ["told_right"]
    assert told(make_row(at=100)) == ["told_right", "other_evidence"]
    assert told(make_row("Mange. [1]")) == ["told_wrong_answer", "missing_words"]
    assert told(make_row("Mange. [1]", found=False))[:2] == ["told_not_retrieved", "not_found"]
    assert told(make_row(declined=True)) == ["told_should_have_answered"]
    assert told(make_row(answerable=False)) == ["told_should_have_declined"]
    assert told(Row(make_row().case, error="ZeroDivisionError")) == ["told_error"]


def test_a_quote_on_the_wrong_page_is_told_even_where_the_answer_is_right():
    row = make_row()
    assert told(replace(row, cited=(replace(row.cited[0], pages=(7,)),))) == ["told_right", "other_page"]
