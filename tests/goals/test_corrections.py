"""What a person says of a goal is kept beside what is read, counts everywhere, and can be taken back."""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.comparison import compare_theme
from assistant.registered import Register, Registered, register, registered
from ingest import maintenance
from ingest.catalogue import Vectors
from ingest.correcting import correct, undo
from ingest.errors import UnknownPlanError
from ingest.goals.corrections import Correction, Reading, applied, matched
from ingest.goals.extraction import goals
from ingest.goals.goal import Direction, Goal, GoalKind, Place, Target
from ingest.identity import Overrides
from ingest.library import Library
from ingest.maintenance import rebuild
from ingest.plan import Plan

FILLING = (
    "Jobcentret holder møde med alle nye ledige hver uge og fortæller om kurser og ledige stillinger.\n\n"
)
TEXT = (
    "# Beskæftigelsesplan 2024\n\n## Resultatmål\n\n"
    "- Antallet af unge på uddannelseshjælp skal nedbringes til 95 i 2024.\n"
    "- Mindst 60 pct. af de sygemeldte er i delvist arbejde (52 pct. i 2021).\n\n"
    "## Indsats\n\n" + FILLING * 3
)


class Letters:
    """An encoder for tests: a vector counts letters."""

    fingerprint = "letters"
    dimension = 26

    def encode_passages(self, texts: list[str]) -> Vectors:
        rows = [[text.lower().count(chr(97 + n)) + 0.01 for n in range(26)] for text in texts]
        return np.array(rows, dtype=np.float32)

    def encode_question(self, text: str) -> Vectors:
        return self.encode_passages([text])[0]


@pytest.fixture
def library(tmp_path: Path, make_plan: Callable[..., Plan]) -> Iterator[Library]:
    library = Library(tmp_path / "store", Letters)
    add(library, make_plan(TEXT))
    yield library
    library.close()


def add(library: Library, plan: Plan, number: int = 0) -> str:
    document = replace(plan.document, sha256=f"{number:012d}{'0' * 52}")
    return library.add(document, Overrides("Sandby", 2024)).card.id


def first(library: Library) -> Registered:
    return registered(library)[0]


def say(library: Library, rejected: bool = False, **changed: object) -> None:
    """Correct the first goal."""
    goal = first(library)
    correct(library, goal.read, replace(Reading.of(goal.goal), **changed), rejected)


def test_a_corrected_goal_counts_for_every_reader_and_the_original_is_kept(library: Library) -> None:
    say(library, value=80.0, themes=("småjob",), direction=Direction.MOST)
    corrected = first(library)
    assert (corrected.goal.target.value, corrected.goal.target.direction) == (80.0, Direction.MOST)
    assert corrected.read.target.value == 95.0
    assert library.catalogue.goals.goals([corrected.plan.id])[0] == corrected.read
    assert registered(library, theme="småjob") == (corrected,)
    (row,) = compare_theme(library, "småjob").rows
    assert row.cells[0].target.value == 80.0


def test_what_is_no_goal_counts_nowhere_and_is_listed_as_such(library: Library) -> None:
    statement = first(library).goal.statement
    say(library, rejected=True)
    assert statement not in [each.goal.statement for each in registered(library)]
    (rejected,) = register(library).rejected
    assert rejected.goal.statement == statement
    undo(library, rejected.corrections, rejected.plan.id)
    assert first(library).goal.statement == statement


def test_an_effort_that_a_person_has_read_is_a_goal(library: Library) -> None:
    goal = replace(first(library).goal, kind=GoalKind.EFFORT)
    before = Reading.of(goal)
    said = Correction("p", goal.statement, goal.places[0], before, replace(before, value=3.0))
    assert applied(goal, said).kind is GoalKind.GOAL


def test_taking_back_leaves_no_trace(library: Library) -> None:
    say(library, deadline="2031")
    undo(library, first(library).corrections, first(library).plan.id)
    assert first(library).original is None
    assert first(library).goal.target.deadline == "2024"
    assert library.catalogue.corrections.of([first(library).plan.id]) == ()
    undo(library, (), "no such plan")


def test_to_say_what_the_program_says_is_to_take_back(library: Library) -> None:
    say(library, unit="sko")
    correct(library, first(library).read, Reading.of(first(library).read))
    assert first(library).corrections == ()


def test_a_rebuild_and_the_same_file_again_keep_it(library: Library, make_plan: Callable[..., Plan]) -> None:
    say(library, value=80.0)
    rebuild(library)
    assert first(library).goal.target.value == 80.0
    add(library, make_plan(TEXT))
    library.update(first(library).plan.id, Overrides("Sandby", 2025))
    assert first(library).goal.target.value == 80.0


def test_another_process_sees_it(library: Library) -> None:
    other = Library(library.folder, Letters)
    before = registered(other)
    say(library, value=80.0)
    assert first(other).goal.target.value == 80.0
    assert before[0].goal.target.value == 95.0
    other.close()


def extracted_as(
    library: Library, monkeypatch: pytest.MonkeyPatch, found: Callable[[Goal], list[Goal]]
) -> None:
    """Make the goals anew with an extractor that finds something else for the first goal."""
    rules = lambda plan: tuple(found(goals(plan)[0]) + list(goals(plan)[1:]))  # noqa: E731
    monkeypatch.setattr(maintenance, "goals", rules)
    rebuild(library)


def test_a_goal_that_is_found_no_more_leaves_a_correction_that_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(library, value=80.0)
    extracted_as(library, monkeypatch, lambda goal: [])
    (stray,) = register(library).strays
    assert stray.correction.statement.startswith("Antallet af unge")
    assert stray.correction.after.value == 80.0
    monkeypatch.undo()
    rebuild(library)
    assert first(library).goal.target.value == 80.0
    assert register(library).strays == ()


def test_other_edges_and_a_better_reading_keep_what_was_said_and_take_the_rest(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(library, value=80.0)

    def shorter(goal: Goal) -> list[Goal]:
        place = replace(goal.places[0], start=goal.start + 12)
        target = replace(goal.target, unit="unge", value=96.0)
        return [replace(goal, places=(place,), statement=goal.statement[12:], target=target)]

    extracted_as(library, monkeypatch, shorter)
    assert (first(library).goal.target.value, first(library).goal.target.unit) == (80.0, "unge")
    assert first(library).read.target.value == 96.0


def test_a_new_version_of_the_plan_takes_over_what_was_said_of_the_same_words(
    library: Library, make_plan: Callable[..., Plan]
) -> None:
    say(library, value=80.0)
    old = first(library).plan.id
    new = add(library, make_plan(TEXT.replace("## Resultatmål", "Byrådet har ordet.\n\n## Resultatmål")), 1)
    assert [card.id for card in library.current()] == [new]
    assert (first(library).goal.plan, first(library).goal.target.value) == (new, 80.0)
    say(library, value=70.0)
    assert first(library).goal.target.value == 70.0
    library.remove(new)
    assert (first(library).goal.plan, first(library).goal.target.value) == (old, 80.0)


def test_removing_a_plan_removes_every_trace_of_what_was_said(library: Library) -> None:
    say(library, target_group="hemmelige ord")
    library.remove(first(library).plan.id)
    library.close()
    files = [file for file in library.folder.glob("catalogue.sqlite*") if file.is_file()]
    with sqlite3.connect(library.folder / "catalogue.sqlite") as file:
        assert file.execute("SELECT count(*) FROM corrections").fetchone() == (0,)
    file.close()
    assert not [each for each in files if each.exists() and b"hemmelige ord" in each.read_bytes()]


def test_a_plan_that_has_been_removed_cannot_be_corrected(library: Library) -> None:
    goal = first(library).goal
    library.remove(goal.plan)
    with pytest.raises(UnknownPlanError):
        correct(library, goal, replace(Reading.of(goal), value=1.0))


def test_when_two_correct_at_once_the_last_one_wins_and_nothing_breaks(library: Library) -> None:
    goal = first(library).goal
    others = [Library(library.folder, Letters) for _ in range(2)]

    def many(each: Library, offset: int) -> None:
        for number in range(20):
            correct(each, goal, replace(Reading.of(goal), value=float(offset + number)))

    threads = [threading.Thread(target=many, args=(each, n * 100 + 1)) for n, each in enumerate(others)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert first(library).goal.target.value in (20.0, 120.0)
    assert len(first(library).corrections) == 1
    assert library.catalogue.check() == []
    correct(others[0], goal, replace(Reading.of(goal), value=7.0))
    assert first(library).goal.target.value == 7.0
    for each in others:
        each.close()


def test_a_personal_number_is_not_kept(library: Library) -> None:
    say(library, target_group="borger 010190-1234", baseline="010190-1234")
    assert first(library).goal.target_group == "borger XXXXXX-XXXX"
    assert first(library).goal.target.baseline == "XXXXXX-XXXX"


def test_a_store_from_before_corrections_is_upgraded_and_loses_nothing(
    library: Library, make_older: Callable[[Path, int], None]
) -> None:
    before = registered(library)
    library.close()
    make_older(library.folder, 3)
    upgraded = Library(library.folder, Letters)
    assert registered(upgraded) == before
    assert not upgraded.outdated
    say(upgraded, value=80.0)
    assert first(upgraded).goal.target.value == 80.0
    upgraded.close()


def goal_at(start: int, end: int, statement: str = "", plan: str = "p") -> Goal:
    return Goal(plan, GoalKind.GOAL, statement or f"{start}", (Place(start, end, 1, ""),), Target())


def correction_at(start: int, end: int, statement: str = "x", plan: str = "p") -> Correction:
    return Correction(plan, statement, Place(start, end, 1, ""), Reading(), Reading(value=1.0))


@pytest.mark.parametrize(
    ("found", "said", "index"),
    [
        ([goal_at(0, 50), goal_at(60, 90)], correction_at(60, 90), 1),
        ([goal_at(0, 90), goal_at(60, 90)], correction_at(60, 90), 1),
        ([goal_at(0, 50), goal_at(65, 95)], correction_at(60, 90), 1),
        ([goal_at(0, 50), goal_at(80, 95)], correction_at(60, 90), 1),
        ([goal_at(0, 50), goal_at(85, 200)], correction_at(60, 90), None),
        ([goal_at(0, 50), goal_at(300, 330, "Samme  ord")], correction_at(60, 90, "samme ord"), 1),
        ([goal_at(0, 50), goal_at(60, 90)], correction_at(60, 90, plan="older"), None),
        ([goal_at(0, 50), goal_at(60, 90, "Samme ord")], correction_at(0, 30, "samme ord", "older"), 1),
        ([], correction_at(0, 30), None),
    ],
    ids=[
        "there", "there exactly, inside another", "moved edges", "half of the shorter", "hardly touching",
        "same words elsewhere", "an older version's place means nothing", "an older version's words",
        "no goals",
    ],
)  # fmt: skip
def test_which_goal_a_correction_is_about(found: list[Goal], said: Correction, index: int | None) -> None:
    read, strays = matched(found, [("p", said)])
    assert [n for n, each in enumerate(read) if each.corrections] == ([] if index is None else [index])
    assert len(strays) == (index is None)


def test_the_goals_of_an_empty_collection_are_none(tmp_path: Path) -> None:
    library = Library(tmp_path / "empty", Letters)
    assert register(library) == Register()
    library.close()


def test_what_is_kept_can_be_read_by_a_person(library: Library) -> None:
    say(library, value=80.0)
    with sqlite3.connect(library.folder / "catalogue.sqlite") as file:
        (record,) = file.execute("SELECT record FROM corrections").fetchone()
    file.close()
    said = json.loads(record)
    assert (said["before"]["value"], said["after"]["value"]) == (95.0, 80.0)
