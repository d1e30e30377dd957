"""Goals in tables, boxes and running text, as different municipalities lay them out."""

from collections.abc import Callable

import pytest

from ingest.goals.extraction import goals
from ingest.goals.goal import Goal, GoalKind
from ingest.plan import Plan

Make = Callable[..., Plan]


def found(plan: Plan) -> list[Goal]:
    return [goal for goal in goals(plan) if goal.kind is GoalKind.GOAL]


def table(*rows: str) -> str:
    head, *rest = (f"| {row} |" for row in rows)
    return "\n".join([head, "|" + "---|" * rows[0].count("|") + "---|", *rest])


YEARS = ("Mål | Indikator | 2023 | 2026 | 2030", "Mere grøn strøm | Strøm fra sol (GWh) | 14 | 21 | 34")
TABLES = [
    # heading, rows, statement, value, unit, direction, deadline, baseline
    ("Energi", YEARS,
     "Mere grøn strøm\tStrøm fra sol (GWh)\t14\t21\t34", 34, "GWh", "op", "2030", "14 (2023)"),
    ("Energi", ("Indikator | 2023 | Mål 2030 | Ansvarlig", "Offentlige ladere | 46 | 180 | Teknik"),
     "Offentlige ladere\t46\t180\tTeknik", 180, "ladere", "op", "2030", "46 (2023)"),
    ("Måltal", ("Indikator | 2022 | 2023 | 2027", "Besatte stillinger i pct. | 33 | 41 | 60"),
     "Besatte stillinger i pct.\t33\t41\t60", 60, "procent", "op", "2027", "41 (2023)"),
    ("Mål", ("Nr. | Mål | Status | Måltal 2025", "1.2 | Ventetid på job | 7,5 måneder (2023) | 6 måneder"),
     "Ventetid på job\t7,5 måneder (2023)\t6 måneder", 6, "måneder", "ned", "2025",
     "7,5 måneder (2023)"),
]  # fmt: skip


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case[0])
def test_a_row_whose_number_has_a_column_of_its_own(
    case: tuple[str, tuple[str, str], str, float, str, str, str, str], make_plan: Make
) -> None:
    heading, rows, *wanted = case
    (goal,) = found(make_plan(f"# Handlingsplan 2024-2030\n\n## {heading}\n\n{table(*rows)}\n", last=2030))
    aim = goal.target
    got = [goal.statement, aim.value, aim.unit, aim.direction, aim.deadline, aim.baseline]
    assert got == wanted


NO_TABLES = {
    "a forecast": ("Nøgletal", ("Sektor | 2023 | Fremskrevet 2030", "Landbrug | 121 | 92")),
    "statistics": ("Befolkning", ("Alder | 2022 | 2023 | 2030", "80 år | 2.310 | 2.400 | 3.420")),
    "how it stood": ("Udledning i 2021", ("Sektor | Ton i 2021 | Mål 2030", "Landbrug | 121 | 92")),
    "results": ("Mål", ("Indikator | Mål 2023 | Resultat 2023", "Ledige | 300 | 310")),
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_a_table_of_other_numbers_holds_no_goals(name: str, make_plan: Make) -> None:
    heading, rows = NO_TABLES[name]
    assert found(make_plan(f"# Plan 2024\n\n## {heading}\n\n{table(*rows)}\n", last=2030)) == []


def test_a_row_repeats_its_sentence_which_speaks_for_both(make_plan: Make) -> None:
    said = "To ud af tre stillinger, som virksomhederne melder ind, er besat i 2026."
    rows = ("Indikator | 2022 | 2026", "Besatte stillinger i pct. | 41 | 67")
    (goal,) = found(make_plan(f"# Plan\n\n## Mål\n\n- {said}\n\n## Måltal\n\n{table(*rows)}\n", last=2026))
    assert (goal.statement, goal.target.value, len(goal.places)) == (said, 66.7, 2)


BOXES = {
    "its title joined to it": "Det vil vi måles på Mindst 70 unge har et fritidsjob.",
    "a goal printed as a heading": "## Mindst 70 unge har et fritidsjob",
    "a title of its own": "## Tegn på succes\n\n- Mindst 70 unge har et fritidsjob.",
    "an aim": "Vi har et godt hold. Målet med klubberne er, at mindst 70 unge får et fritidsjob.",
    "a wish": "Byrådet vil have, at mindst 70 unge har et fritidsjob i 2024.",
    "a share of many": "Vi ved det. 70 pct. af de unge skal have et fritidsjob.",
    "a relative clause": "Vi ved det. I 2024 må andelen af unge, der bor alene og ryger, højst være 70 pct.",
    "to have as a goal": "Vi har som mål, at 70 unge har et fritidsjob i 2024.",
    "an aim without at": "Vi ved det. Kommunens mål er en andel på mindst 70 pct. i job.",
    "a label that says of what": "Målsætning for fritidsjob: 70 unge med fritidsjob i 2024.",
    "out of ten": "Vi ved det. Efter et halvt år skal syv ud af ti unge have et fritidsjob (70 pct.).",
    "the passive": "Vi ved det. Andelen af unge med fritidsjob øges fra 61 pct. til 70 pct. i 2024.",
    "work towards": "Vi arbejder for, at mindst 70 unge har et fritidsjob i 2024.",
}


@pytest.mark.parametrize("name", BOXES)
def test_a_goal_in_a_box_or_in_running_text(name: str, make_plan: Make) -> None:
    (goal,) = found(make_plan(f"# Beskæftigelsesplan 2024\n\n{BOXES[name]}\n"))
    assert goal.target.value == 70
    assert goal.target.unit in ("unge", "procent")


OTHERS = {
    "the state's": "Danmark skal have nedbragt udledningen med 70 pct. i 2030.",
    "the law's": "Udledningen skal ifølge klimaloven reduceres med 70 pct. i 2030.",
    "a day for papers": "Forslag til ændringer skal være i hænde senest den 1. september 2024.",
    "a promise to answer": "Borgere skal have svar inden for 15 dage i 2024.",
    "a rule for one": "Den ledige skal have mindst fire samtaler inden for de første 6 måneder.",
    "a rate": "Refusionssatsen skal falde til 20 pct. i 2025.",
    "the reform's": "Antallet af uger reduceres fra 104 til 90 med reformen i 2025.",
    "a fact to mind": "Andelen af ældre er 17 pct., og den skal ses i lyset af tilflytningen.",
    "what a new house is for": "Den 1. juli 2024 åbner det nye hus, som skal samle 140 medarbejdere.",
    "a result": "Antallet af ledige er reduceret fra 400 til 310.",
    "the next box": "## Vores mål\n\nTo spor:\n\n## Det gør vi\n\n- Vi ansætter mindst 2 vejledere.",
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_others_want_or_only_happens_is_no_goal(name: str, make_plan: Make) -> None:
    assert found(make_plan(f"# Beskæftigelsesplan 2024\n\n{OTHERS[name]}\n")) == []


def test_how_long_something_takes_is_a_goal(make_plan: Make) -> None:
    text = "Varigheden var 18 uger. Ambitionen er, at varigheden i 2026 er bragt ned på 14 uger."
    (goal,) = found(make_plan(f"# Beskæftigelsesplan 2024\n\n## Sygemeldte\n\n{text}\n"))
    assert (goal.target.value, goal.target.unit, goal.target.direction) == (14, "uger", "ned")
    assert goal.themes == ("sygedagpenge",)


def test_a_later_number_is_where_the_goal_ends(make_plan: Make) -> None:
    text = "- I 2024 er 61 pct. af årgangen i uddannelse. I 2028 er målet 70 pct.\n- Alle unge bliver hørt."
    goal, _ = found(make_plan(f"# Plan\n\n## Vores mål\n\n{text}\n"))
    assert (goal.target.value, goal.target.deadline, goal.statement[-3:]) == (70, "2028", "ct.")


def test_the_year_of_another_clause_is_not_the_deadline(make_plan: Make) -> None:
    text = "Udledningen skal nedbringes med 60 pct. i 2030, og senest i 2045 skal byen være klimaneutral."
    (goal,) = found(make_plan(f"# Klimaplan 2024\n\n{text}\n"))
    assert (goal.target.value, goal.target.deadline) == (60, "2030")


def test_a_line_over_the_goals_of_one_year_dates_them(make_plan: Make) -> None:
    goals_of_one = "## Resultatmål 1: Job\n\n- Mindst 70 unge er i job.\n- Mindst 40 er i praktik."
    text = f"Resultatmål for 2024:\n\n{goals_of_one}"
    assert [goal.target.deadline for goal in found(make_plan(f"# Plan\n\n{text}\n"))] == ["2024", "2024"]


def test_what_stands_before_names_the_theme_of_a_goal_that_names_none(make_plan: Make) -> None:
    text = "Mange unge mangler en uddannelse. Andelen skal nedbringes til 8 pct. i 2024."
    (goal,) = found(make_plan(f"# Beskæftigelsesplan 2024\n\n{text}\n"))
    assert goal.themes == ("unge",)


def test_an_item_without_a_verb_may_say_what_there_is_to_be_more_of(make_plan: Make) -> None:
    text = "## Vores mål\n\n- Flere unge i uddannelse\n- Kortere sygeforløb for alle\n- Kontakt"
    assert [goal.statement for goal in found(make_plan(f"# Plan 2024\n\n{text}\n"))] == [
        "Flere unge i uddannelse",
        "Kortere sygeforløb for alle",
    ]


def test_an_item_joined_to_what_follows_is_cut_from_it(make_plan: Make) -> None:
    text = "## Vores mål\n\n- Alle unge får et job\n- Alle bliver hørt De to mål hører sammen i planen."
    assert [goal.statement for goal in found(make_plan(f"# Plan 2024\n\n{text}\n"))] == [
        "Alle unge får et job",
        "Alle bliver hørt",
    ]


def test_what_is_for_all_or_shall_be_is_a_goal_among_numbers(make_plan: Make) -> None:
    text = "- Mindst 40 borgere er i job.\n- Alle ledige deltager i et forløb med fokus på job."
    kinds = [goal.kind for goal in goals(make_plan(f"# Plan 2024\n\n## Resultatmål\n\n{text}\n"))]
    assert kinds == [GoalKind.GOAL, GoalKind.GOAL]


FIELDS_BELOW = {
    "lines": "## Mål 1: Flere unge i uddannelse\n\nUdgangspunkt: 74 pct. (2023)\n\nMåltal: 80 pct. i 2027",
    "items": "## Mål 1: Flere unge i skole\n\n- Udgangspunkt: 74 pct. (2023)\n- **Måltal:** 80 pct. i 2027",
}


@pytest.mark.parametrize("name", FIELDS_BELOW)
def test_a_field_below_gives_a_goal_its_number(name: str, make_plan: Make) -> None:
    (goal,) = found(make_plan(f"# Ungestrategi 2024-2027\n\n{FIELDS_BELOW[name]}\n", last=2027))
    aim = goal.target
    assert (aim.value, aim.unit, aim.deadline, aim.baseline) == (80, "procent", "2027", "74 pct. (2023)")
    assert goal.statement.startswith("Flere unge")
    assert goal.statement.endswith("Måltal: 80 pct. i 2027")


def test_what_the_council_will_do_for_a_goal_is_none(make_plan: Make) -> None:
    text = "Vi lykkes, når\n\n- 30 unge er med i rådet\n\nVi vil\n\n- holde 2 møder om året"
    assert [goal.statement for goal in found(make_plan(f"# Plan\n\n## Pejlemærke 1\n\n{text}\n"))] == [
        "30 unge er med i rådet"
    ]


def test_a_list_that_reading_has_joined_to_its_lead_in(make_plan: Make) -> None:
    text = "Vores mål er, at - flere unge trives - antallet af syge falder til 20 - alle hilser pænt."
    assert [goal.statement for goal in found(make_plan(f"# Plan\n\n{text}\n"))] == [
        "flere unge trives",
        "antallet af syge falder til 20",
        "alle hilser pænt.",
    ]


def test_a_row_repeats_a_sentence_that_only_says_it(make_plan: Make) -> None:
    said = "Antallet af unge på uddannelseshjælp er omkring 200. I 2024 skal antallet ned under 175."
    rows = ("Måltal | Udgangspunkt | Mål 2024", "Unge på uddannelseshjælp | 200 | 175")
    plan = make_plan(f"# Beskæftigelsesplan 2024\n\n## Unge\n\n{said}\n\n## Mål\n\n{table(*rows)}\n")
    (goal,) = found(plan)
    assert (goal.statement, goal.target.value, len(goal.places)) == (
        "I 2024 skal antallet ned under 175.",
        175,
        2,
    )


def test_how_long_it_takes_may_be_named_in_the_sentence_before(make_plan: Make) -> None:
    text = "Et sygeforløb varer 16 uger i snit. Inden årets udgang skal det være nede på 15 uger."
    (goal,) = found(make_plan(f"# Beskæftigelsesplan 2024\n\n{text}\n"))
    assert (goal.target.value, goal.target.unit, goal.target.direction) == (15, "uger", "ned")
    assert goal.themes == ("sygedagpenge",)


def test_a_row_of_an_overview_is_the_goal_whose_number_it_has(make_plan: Make) -> None:
    said = "Effektmål 4.1: Samarbejdsgraden øges med 3 procentpoint i 2024.\n\nEffektmål 4.2: Over 80 er med."
    rows = (
        "Nr. | Effektmål | Måltal 2024",
        "4.1 | Kontakt til virksomheder | 37 pct.",
        "4.2 | Alle med | 90",
    )
    plan = make_plan(f"# Beskæftigelsesplan 2024\n\n{said}\n\n## Overblik\n\n{table(*rows)}\n")
    assert [(goal.target.value, len(goal.places)) for goal in found(plan)] == [(3, 2), (80, 1), (90, 1)]
