"""What is a goal and what is not, as plans write them."""

from collections.abc import Callable

import pytest

from ingest.goals.extraction import goals
from ingest.goals.goal import GoalKind
from ingest.plan import Plan

Make = Callable[..., Plan]


def statements(plan: Plan) -> list[str]:
    return [goal.statement for goal in goals(plan) if goal.kind is GoalKind.GOAL]


FOUND = {
    "a label": ("**Resultatmål 2a:** Mindst 61 pct. er i job.", "Mindst 61 pct. er i job."),
    "another label": ("Lokalt mål: Højst 12 unge venter.", "Højst 12 unge venter."),
    "a heading": ("## Vores mål\n\n- Flere får fritidsjob.\n- Alle føler sig hørt.", "Alle føler sig hørt."),
    "a lead-in": ("Udvalgets mål er:\n\n- Flere unge får et fritidsjob.", "Flere unge får et fritidsjob."),
    "running text": (
        "Kysten er smuk. Antallet af langtidsledige skal nedbringes til 88 i 2024. Det haster.",
        "Antallet af langtidsledige skal nedbringes til 88 i 2024.",
    ),
    "its own second sentence": (
        "## Resultatmål\n\nMindst 300 skal i fleksjob i 2024. Dertil skal 40 borgere være i småjob i 2024.",
        "Dertil skal 40 borgere være i småjob i 2024.",
    ),
    "a column": (
        "| Nr. | Mål | Frist |\n|---|---|---|\n| 1 | Højst 50 unge på uddannelseshjælp | 2025 |",
        "Højst 50 unge på uddannelseshjælp",
    ),
    "a list beside": (
        "- Antallet af elever skal op fra 8 til 15 i 2026.\n- Mindst 70 pct. består.\n- Alle får en makker.",
        "Alle får en makker.",
    ),
}  # fmt: skip

NOT_FOUND = {
    "history": "## Vores mål\n\nI 2022 var 512 borgere på sygedagpenge.",
    "statistics": "Antallet af ledige faldt til 310 i 2023, og andelen var 2,4 pct.",
    "a forecast": "Antallet af ledige skønnes at falde til 310 i 2024.",
    "the minister's": "## Ministerens mål\n\n1. Flere unge skal i uddannelse.\n2. Ledige skal lære nyt.",
    "how": "## Sådan når vi målene\n\n- Alle unge skal have en kontaktperson.",
    "a strategy": "## Strategi for at nå resultatmålene\n\n- Omfanget af lange sager skal nedbringes.",
    "the law": "Sagen skal efter § 7, stk. 2, være afgjort senest den 1. juni 2025.",
    "a right": "En borger skal have svar inden for to uger.",
    "following up": "Målene skal evalueres i 2026 af udvalget, og mindst 3 møder skal holdes.",
    "the making of goals": "For de 6 områder er der opstillet 10 resultatmål, der skal opnås i 2024.",
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_a_goal_is_found(name: str, make_plan: Make) -> None:
    text, wanted = FOUND[name]
    assert wanted in statements(make_plan(f"# Beskæftigelsesplan 2024\n\n{text}\n"))


@pytest.mark.parametrize("name", NOT_FOUND)
def test_what_is_none_is_left(name: str, make_plan: Make) -> None:
    assert statements(make_plan(f"# Beskæftigelsesplan 2024\n\n{NOT_FOUND[name]}\n")) == []


TWICE = """# Beskæftigelsesplan 2024

## Fokusområde 1

Resultatmål 1: Antallet af fuldtidspersoner på sygedagpenge skal nedbringes til 330 i 2024 (360 i 2022).

# Overblik

| Nr. | Lokalt mål |
|---|---|
| 1 | Højst 330 fuldtidspersoner på sygedagpenge |
"""


def test_a_repeated_goal_is_one_with_two_places(make_plan: Make) -> None:
    plan = make_plan(TWICE)
    (goal,) = goals(plan)
    assert [plan.text[p.start : p.end] for p in goal.places][
        1
    ] == "Højst 330 fuldtidspersoner på sygedagpenge"
    assert (goal.target.value, goal.target.deadline, goal.section) == (330, "2024", "Fokusområde 1")


def test_like_wording_about_another_group_is_another_goal(make_plan: Make) -> None:
    lines = "\n".join(
        f"- {who} skal have et fald på 2 % i udgifter pr. person i forhold til RAR Fyn."
        for who in ("Forsikrede ledige", "Kontanthjælp", "Integration")
    )
    assert len(goals(make_plan(f"# Beskæftigelsesplan 2024\n\n## Resultatmål\n\n{lines}\n"))) == 3


def test_captions_over_measured_goals_are_no_goals(make_plan: Make) -> None:
    text = "## Resultatmål\n\n- Flere i småjob\n- Unge i job\n\nMindst 40 borgere skal være i småjob i 2024."
    assert statements(make_plan(text)) == ["Mindst 40 borgere skal være i småjob i 2024."]


def test_an_activity_among_numbers_is_marked_as_an_effort(make_plan: Make) -> None:
    text = "## Resultatmål\n\n- Mindst 40 borgere er i job.\n- Der udarbejdes en plan med a-kasserne."
    kinds = [goal.kind for goal in goals(make_plan(text))]
    assert kinds == [GoalKind.GOAL, GoalKind.EFFORT]


def test_the_heading_gives_the_year(make_plan: Make) -> None:
    (goal,) = goals(make_plan("# Plan\n\n## Mål for 2025\n\n- Mindst 40 borgere er i job.\n"))
    assert goal.target.deadline == "2025"


def test_a_goal_is_a_slice_of_its_plan(make_plan: Make) -> None:
    plan = make_plan(TWICE + "\n".join(text for text, _ in FOUND.values()))
    assert all(
        plan.text[goal.start : goal.end] == goal.statement and goal.page == plan.document.page_at(goal.start)
        for goal in goals(plan)
    )


def test_a_plan_without_goals_has_none(make_plan: Make) -> None:
    assert goals(make_plan("Der bor 18.000 mennesker i kommunen, og kysten er lang.\n")) == ()


COLUMNS = """# Beskæftigelsesplan 2024

## Måltal

| Indikator | Status 2022 | Mål 2024 |
|---|---|---|
| Antal fuldtidspersoner på sygedagpenge | 520 | 490 |
| Andel i job (pct.) | 52 pct. | 60 pct. |
"""


def test_a_column_of_numbers_is_read_with_its_label_and_where_it_stands(make_plan: Make) -> None:
    first, second = (goal.target for goal in goals(make_plan(COLUMNS)))
    assert (first.value, first.unit, first.direction) == (490, "fuldtidspersoner", "ned")
    assert (first.deadline, first.baseline) == ("2024", "520 (Status 2022)")
    assert (second.value, second.unit, second.direction) == (60, "procent", "op")


def test_last_years_goals_beside_their_results_are_history(make_plan: Make) -> None:
    text = "| Mål | Mål 2022 | Resultat 2022 |\n|---|---|---|\n| Antal ledige | 300 | 310 |"
    assert statements(make_plan(text.replace("| Mål |", "| Emne |"))) == []


def test_named_fields_belong_to_their_goal(make_plan: Make) -> None:
    text = "Måltal: Antallet skal ned til 90\n\nUdgangspunkt: 110 borgere i 2022\n\nFrist: maj 2026"
    (goal,) = goals(make_plan(text))
    assert (goal.target.unit, goal.target.deadline) == ("borgere", "2026")
    assert goal.target.baseline == "110 borgere i 2022"


def test_a_list_whose_marks_are_lost_is_still_a_list(make_plan: Make) -> None:
    text = "# Plan\n\n## Vores mål\n\nFlere unge får et job.\n\nAlle mødes med respekt.\n\n## Hvordan\n\nTit."
    assert statements(make_plan(text)) == ["Flere unge får et job.", "Alle mødes med respekt."]


def test_a_list_of_troubles_under_a_goal_is_none(make_plan: Make) -> None:
    text = "# Plan\n\n## Resultatmål 1: Flere i job\n\nDet er svært, idet:\n\n- Kravene øges.\n- Job lukker."
    assert statements(make_plan(text)) == []
