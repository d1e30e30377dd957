"""Which goals stand in one row: tables of cases, and the labelled rows of the sample plans."""

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from assistant.alignment import ALIGNING, aligned
from assistant.indicator import Measure, indicator, measure_of
from corpus.sample.manifest import ROOT, read_manifest
from eval.alignment import Alignment, LabelledRow, measure, truth
from eval.goals import read_plan
from ingest.goals.goal import Goal, GoalKind, Place
from ingest.goals.target import target


def goal(statement: str) -> Goal:
    place = Place(0, len(statement), None, "")
    return Goal("p", GoalKind.GOAL, statement, (place,), target(statement))


def groups(*statements: tuple[str, str]) -> list[set[str]]:
    pairs = [(owner, goal(statement)) for owner, statement in statements]
    return [{pairs[n][0] for n in group} for group in aligned(pairs)]


ALIKE = [
    (
        "Antallet af fuldtidspersoner på sygedagpenge skal nedbringes til 700 i 2025.",
        "Antallet af sygedagpengemodtagere må højst være 290 fuldtidspersoner.",
    ),
    ("Højst 70 unge er på uddannelseshjælp.", "Antallet på uddannelseshjælp skal nedbringes til 105."),
    ("Højst 70 unge er på uddannelseshjælp.", "Andelen på uddannelseshjælp er under landsgennemsnittet."),
    (
        "Den gennemsnitlige varighed af et sygedagpengeforløb er højst 9,9 uger.",
        "Et sygedagpengeforløb varer i snit højst 13 uger.",
    ),
    ("60 borgere har været i småjob.", "Mindst 120 borgere på kontanthjælp er i småjob i 2025."),
    ("60 borgere har været i småjob.", "45 borgere skal have lønnede timer i 2026."),
    ("Jobcenteret besøger 300 virksomheder i 2025.", "Der gennemføres 250 virksomhedsbesøg i 2026."),
    ("Mindst 6 ud af 10 jobordrer bliver besat.", "Jobcenteret besætter 55 pct. af alle stillinger."),
    ("Frafaldet på skolerne må højst være 12 pct.", "Færre end 15 pct. af eleverne på en skole falder fra."),
    ("Højst 100 fuldtidspersoner er i jobafklaringsforløb.", "Antallet i jobafklaringsforløb skal falde."),
    ("Der skal etableres 50 nye ladestandere inden 2027.", "I 2030 er der 120 offentlige ladestandere."),
]
UNLIKE = [
    ("Højst 20 sygemeldte får en mentor i 2024.", "Højst 20 sygemeldte får et netværk i 2024."),
    ("Mindst 12 unge får en mentor.", "Mindst 12 unge bor på skolehjem."),
    ("85 pct. af virksomhederne er tilfredse.", "40 pct. af virksomhederne tager elever."),
    (
        "Antallet af fuldtidspersoner på sygedagpenge skal nedbringes til 700.",
        "Et sygedagpengeforløb varer i snit højst 13 uger.",
    ),
    ("Andelen af unge på uddannelseshjælp skal falde.", "20 unge bor på skolehjem i 2025."),
    ("Højst 70 unge er på uddannelseshjælp.", "Mindst 300 borgere er i fleksjob."),
    ("Antallet af borgere på ledighedsydelse skal ned på 60.", "Mindst 300 borgere er ansat i fleksjob."),
    (
        "Mindst 75 pct. af dimittenderne er i job efter et halvt år.",
        "Halvdelen af alle over 55 år er i job.",
    ),
    ("Jobcenteret besøger 300 virksomheder.", "85 pct. af virksomhederne er tilfredse med jobcenteret."),
    ("CO2-udledningen skal reduceres med 70 pct. i 2030.", "Der rejses 300 hektar skov inden 2030."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_measures_the_same_stands_in_one_row(one: str, other: str) -> None:
    assert groups(("A", one), ("B", other)) == [{"A", "B"}]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_what_measures_something_else_does_not(one: str, other: str) -> None:
    assert len(groups(("A", one), ("B", other))) == 2


def test_a_municipality_has_one_cell_in_a_row() -> None:
    same = "Mindst 60 borgere er i småjob."
    assert groups(("A", same), ("A", same), ("B", same)) == [{"A", "B"}, {"A"}]


def test_rows_do_not_depend_on_the_order_of_the_plans() -> None:
    statements = [pair[0] for pair in ALIKE[::3]] + [pair[1] for pair in ALIKE[::3]]
    owned = [(str(n), goal(statement)) for n, statement in enumerate(statements)]
    shuffles = [list(order) for order in permutations(owned[:4] + owned[-2:])][::90]
    rows = [{frozenset(order[n][0] for n in row) for row in aligned(order)} for order in shuffles]
    assert all(each == rows[0] for each in rows)


def test_nothing_and_goals_without_a_telling_word_stand_alone() -> None:
    assert aligned([]) == []
    assert len(groups(("A", "Mindst 60 pct."), ("B", "Mindst 70 pct."))) == 2


def test_a_group_is_joined_only_where_it_is_alike_on_the_whole() -> None:
    """Otherwise a chain of goals, each like the next, would end far from where it began."""
    chain = [
        ("A", "20 får en mentor og bor på skolehjem."),
        ("B", "20 bor på skolehjem."),
        ("C", "20 får en mentor."),
    ]
    pairs = [(owner, goal(statement)) for owner, statement in chain]
    loose = replace(ALIGNING, alike=0.4, together=0.0)
    assert len(aligned(pairs, loose)) == 1
    assert len(aligned(pairs, replace(loose, together=0.9))) == 2


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("Mindst 60 pct. af de unge er i job.", Measure.SHARE),
        ("Antallet af unge skal falde.", Measure.COUNT),
        ("Antallet af unge skal nedbringes med 15 pct.", Measure.COUNT),
        ("Forløbet varer højst 9 uger.", Measure.LENGTH),
        ("Varigheden skal ned med 10 pct.", Measure.LENGTH),
        ("Højst 10 pct. af forløbene varer over 52 uger.", Measure.SHARE),
        ("320 ledige begynder på et kursus af to ugers varighed.", Measure.COUNT),
        ("Alle mødes med respekt.", Measure.OTHER),
    ],
)
def test_the_kind_of_scale_is_read_from_words_and_unit(statement: str, kind: Measure) -> None:
    assert indicator(goal(statement)).measure is kind
    assert measure_of(statement, target(statement).unit or "") is kind


def found() -> Alignment:
    lines = (ROOT / "alignment.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [LabelledRow(**json.loads(line)) for line in lines]
    labelled = truth([read_plan(Path(plan.path)) for plan in read_manifest()], rows)
    assert labelled.missing == ()
    return measure(labelled)


def test_the_labelled_rows_of_the_sample_plans() -> None:
    figures = found()
    assert figures.recall >= 0.9
    assert figures.precision >= 0.9
