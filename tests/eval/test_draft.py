from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation
from assistant.question import Question
from eval.draft import draft, from_answer, moved
from eval.mistakes import Numbered, check_against, check_cases, load
from eval.plans import Plans
from eval.questions import Claim, dump_case, parse_case
from eval.quotes import holds
from eval.record import record
from ingest.plan import Block, BlockKind, Document, Identity, Page, Passage, Plan, PlanCard

LINES = {
    "mølleby": [
        "Resultatmål 2a: Flere i job",
        "Mindst 70 pct. af de ledige skal i job inden sommer.",
        "Fast Spor er et forløb for unge uden uddannelse.",
        "Det er en opgave for alle, og det er vigtigt.",
        "Indsatsen sker som individuel kompetencevurdering (IKV) hos en virksomhed.",
        "Sygedagpenge\t412\t2,9",
        "Ledige i alt\t.\t3,1",
        "4\t12\t0,1",
        "Unge på ydelse\tHøjst 90 personer\t1,2",
    ],
    "sandø": ["Flere i job", "Sandø har ikke sat tal på.", "Her bruges IKV i alle forløb."],
}
COLUMNS = ("Ydelse", "Fuldtidspersoner", "Andel")


def make(name, lines):
    text = "\n".join(lines)
    spans = [(text.index(line), text.index(line) + len(line)) for line in lines]
    blocks = tuple(
        Block(BlockKind.ROW, *span, columns=COLUMNS) if "\t" in line else Block(BlockKind.PARAGRAPH, *span)
        for line, span in zip(lines, spans, strict=True)
    )
    document = Document(f"{name}.txt", name, "text", text, (Page(1, 0, len(text)),), blocks)
    passage = Passage(name, 0, 0, len(text), text, 1, (lines[0],))
    identity = Identity(name.capitalize(), 2024, 2024, "beskæftigelsesplan", "Beskæftigelsesplan 2024")
    return Plan(name, document, identity, (passage,))


@pytest.fixture
def towns():
    made = {name: make(name, lines) for name, lines in LINES.items()}
    cards = tuple(
        PlanCard(plan.id, plan.document.source, "text", plan.identity, 1, 1, 9, "") for plan in made.values()
    )
    return Plans(cards, made.__getitem__)


def test_goals_cells_names_and_abbreviations_become_questions(towns):
    asked = {case.question: (case.kind, case.must_include) for case in draft(towns.plan("mølleby"))}
    assert asked == {
        "Hvad er tallet for ”Sygedagpenge” under ”Fuldtidspersoner” i Mølleby?": ("table", ("412",)),
        "Hvad er tallet for ”Ledige i alt” under ”Andel” i Mølleby?": ("table", ("3,1",)),
        "Hvad er tallet for ”Unge på ydelse” under ”Andel” i Mølleby?": ("table", ("1,2",)),
        "Hvilket mål har Mølleby for ”Flere i job”?": ("goal", ("70 pct.",)),
        "Hvad er Fast Spor i Mølleby?": ("definition", ()),
        "Hvad står IKV for i Mølleby?": ("definition", ("individuel kompetencevurdering",)),
    }


def test_a_figure_is_asked_for_with_its_unit(towns):
    (goal,) = (case for case in draft(towns.plan("mølleby")) if case.kind == "goal")
    assert goal.claims == (Claim("70", "pct."),)


@pytest.mark.parametrize(
    ("aim", "claims"),
    [
        ("Samtalen skal holdes inden tre uger.", (Claim("tre uger"),)),
        ("Højst 12-15 pct. er ledige.", (Claim("12-15", "pct."),)),
        ("Ledigheden skal falde med 1.615 personer.", (Claim("1.615", "personer"),)),
    ],
)
def test_every_figure_of_a_draft_is_one_that_a_set_may_hold(aim, claims):
    (case,) = draft(make("mølleby", ["Flere i job", aim]))
    assert case.claims == claims
    assert check_cases([Numbered(1, case)]) == []


@pytest.mark.parametrize("heading", ["Resultatmål 2a: Flere i job", "3.5 Flere i job", "4 Flere i job:"])
def test_the_number_of_a_heading_is_not_asked_about(heading):
    plan = make("mølleby", [heading, *LINES["mølleby"][1:]])
    assert "Hvilket mål har Mølleby for ”Flere i job”?" in [case.question for case in draft(plan)]


@pytest.mark.parametrize("heading", ["Mål for 2024", "Resultatmål 3b: Vores mål", "7."])
def test_a_heading_that_says_nothing_is_not_asked_about(heading):
    plan = make("mølleby", [heading, *LINES["mølleby"][1:]])
    assert "goal" not in {case.kind for case in draft(plan)}


def test_the_columns_of_a_table_take_turns():
    rows = [f"Ydelse {letter}\t{n}1\t{n},5" for n, letter in enumerate("abcd", start=1)]
    asked = [case.question for case in draft(make("mølleby", ["Ydelser", *rows]))]
    assert [question.count("Andel") for question in asked] == [0, 1, 0, 1]


def test_every_draft_is_a_valid_case_that_says_it_is_a_draft(towns):
    cases = draft(towns.plan("mølleby"))
    numbered = [Numbered(n, case) for n, case in enumerate(cases, start=1)]
    assert check_cases(numbered) == []
    assert check_against(numbered, towns) == []
    assert all(case.drafted for case in cases)
    assert [case.id for case in cases] == [f"mølleby-00{n}" for n in range(1, 7)]
    assert draft(towns.plan("mølleby")) == cases


def test_a_question_moved_to_a_plan_without_the_answer_cannot_be_answered(towns):
    away = moved(draft(towns.plan("mølleby")), towns)
    assert "Hvad er Fast Spor i Sandø?" in [case.question for case in away]
    for case in away:
        assert not case.answerable
        assert not case.evidence
        assert case.not_municipalities == ("Mølleby",)
        assert case.drafted
    assert check_cases([Numbered(n, case) for n, case in enumerate(away, start=1)]) == []


def test_a_question_that_the_other_plan_answers_too_is_not_moved(towns):
    cases = draft(towns.plan("mølleby"))
    told = "Også her bruges individuel kompetencevurdering (IKV) og Fast Spor er et forløb."
    other = make("sandø", [*LINES["sandø"], told])
    both = Plans(towns.cards, lambda plan_id: other if plan_id == "sandø" else towns.plan(plan_id))
    assert "Hvad står IKV for i Sandø?" not in [case.question for case in moved(cases, both)]


def test_an_answer_that_someone_saw_becomes_a_case(set_path, shelf, collection):
    asked, declined = (load(set_path, collection).cases[n] for n in (0, 4))
    case = from_answer(shelf.ask(asked.as_question()), asked.as_question(), "chat-1")
    assert case.answerable
    assert case.drafted
    assert check_against([Numbered(1, case)], collection) == []
    assert holds(shelf.plans["birkelund-2024"].text, case.evidence[0].quote)
    none = from_answer(shelf.ask(declined.as_question()), declined.as_question(), "chat-2")
    assert (none.kind, none.answerable, none.reason) == ("none", False, "not_about_plans")
    assert check_cases([Numbered(1, replace(none, drafted=False))]) == []


def test_a_case_from_the_chat_is_asked_as_it_was_there(set_path, shelf, collection):
    """With the questions before it and the limits of the filter: without them it is another question."""
    asked = Question(
        "Hvor mange medarbejdere har jobcenteret?", ("Hvad med Birkelund?",), ("Birkelund",), 2024
    )
    case = from_answer(shelf.ask(asked), asked, "chat-1")
    assert case.kind == "followup"
    assert case.as_question() == replace(asked, id="chat-1")
    assert parse_case(dump_case(case)) == case


def test_a_quoted_row_is_recorded_with_its_headings(towns):
    plan, card = towns.plan("mølleby"), towns.cards[0]
    start = plan.text.index("Sygedagpenge\t412")
    end = plan.text.index("\n", start)
    cited = Citation(1, card, 1, "", plan.text[start:end], start, end)
    answer = Answer("?", "412 [1]", False, None, towns.cards, (cited,), ())
    case = draft(plan)[0]
    assert record(case, answer, towns).cited[0].columns == COLUMNS
