"""The page of goals as a visitor meets it: filters, a goal in its page, corrections, files, nothing there."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from assistant.registered import register, registered
from ingest.correcting import correct
from ingest.goals import register as goal_register
from ingest.goals.corrections import Reading
from ingest.identity import Overrides
from ingest.library import Library
from ui import goals_page, goals_state
from ui.goals_choice import Numbers, Standing

Open = Callable[[], AppTest]
Document = Callable[[str, str], object]

LYNGSTED = """# Beskæftigelsesplan 2024
## Vores mål
- Antallet af unge på uddannelseshjælp skal nedbringes til 95 i 2024.
- Mindst 60 pct. af de sygemeldte er i delvist arbejde.
- Flere borgere skal i småjob i 2024.
"""
TANGBY = """# Beskæftigelsesplan 2025
## Vores mål
- Højst 130 langtidsledige i december 2025.
"""


@pytest.fixture
def two(empty_library: Library, make_document: Document) -> Library:
    empty_library.add(make_document(LYNGSTED, "lyngsted.txt"), Overrides("Lyngsted", 2024))
    empty_library.add(make_document(TANGBY, "tangby.txt"), Overrides("Tangby", 2025))
    return empty_library


@pytest.fixture
def goals(open_app: Open) -> Callable[[], AppTest]:
    return lambda: open_app().switch_page("goals_page.py").run()


def shown(app: AppTest) -> str:
    html = [e.proto.body for e in app.get("html") if not e.proto.body.startswith("<style")]
    return "\n".join([*html, *(m.value for m in [*app.main.markdown, *app.title])])


def rows(app: AppTest) -> list[str]:
    return [e.proto.body for e in app.get("html") if 'class="pv-goal"' in e.proto.body]


def press(app: AppTest, label: str, number: int = 0) -> AppTest:
    return [button for button in app.button if button.label == label][number].click().run()


def field(app: AppTest, label: str) -> object:
    return next(f for f in [*app.text_input, *app.main.selectbox, *app.main.multiselect] if f.label == label)


def test_without_plans_it_says_what_to_do(empty_library: Library, goals: Open) -> None:
    app = goals()
    assert app.title[0].value == "Der er ingen planer endnu"
    press(app, "Læg planer ind")
    assert app.title[0].value == "Planer"


def test_plans_without_goals_are_said_to_have_none(
    empty_library: Library, make_document: Document, goals: Open
) -> None:
    empty_library.add(make_document("# Plan 2024\nHer står ikke noget.\n", "tom.txt"), Overrides("Lyngsted"))
    assert "Der er ikke fundet nogen mål i planerne." in shown(goals())


def test_every_goal_is_a_row_with_its_plan(two: Library, goals: Open) -> None:
    app = goals()
    assert not app.exception
    assert len(rows(app)) == 4
    assert "4 mål i 2 planer." in shown(app)
    assert all("Lyngsted" in row for row in rows(app)[:3])
    assert "95" in rows(app)[0]
    assert "ned" in rows(app)[0]


@pytest.mark.parametrize(
    ("key", "value", "count"),
    [
        (goals_state.MUNICIPALITIES, ["Tangby"], 1),
        (goals_state.YEAR, 2024, 3),
        (goals_state.THEME, "småjob", 1),
        (goals_state.NUMBERS, Numbers.WITHOUT, 1),
        (goals_state.WORDS, "sygemeldte arbejde", 1),
        (goals_state.STANDING, Standing.CORRECTED, 0),
    ],
)
def test_filters(two: Library, goals: Open, key: str, value: object, count: int) -> None:
    app = goals()
    fields = [*app.text_input, *app.selectbox, *app.multiselect]
    next(f for f in fields if f.key == key).set_value(value).run()
    assert not app.exception
    assert len(rows(app)) == count
    assert ("Ingen mål passer" in shown(app)) == (count == 0)
    if not count:
        press(app, "Vis alle mål")
        assert len(rows(app)) == 4


def test_what_is_chosen_is_still_chosen_after_a_visit_elsewhere(two: Library, goals: Open) -> None:
    app = goals()
    app.text_input[0].set_value("langtidsledige").run()
    app.switch_page("plans_page.py").run()
    app.switch_page("goals_page.py").run()
    assert app.text_input[0].value == "langtidsledige"
    assert len(rows(app)) == 1


def test_a_limit_that_no_plan_answers_to_any_more_is_dropped(two: Library, goals: Open) -> None:
    app = goals()
    app.multiselect[0].set_value(["Tangby"]).run()
    two.remove("tangby.txt")
    app.run()
    assert not app.exception
    assert len(rows(app)) == 3


def test_a_goal_opens_to_its_passage_and_closes(two: Library, goals: Open) -> None:
    app = press(goals(), "Vis", 1)
    assert "<mark>Mindst 60 pct. af de sygemeldte er i delvist arbejde.</mark>" in shown(app)
    assert "<mark>" not in shown(press(app, "Skjul"))


def test_a_correction_is_kept_marked_and_undone(two: Library, goals: Open) -> None:
    app = press(goals(), "Vis")
    field(app, "Tal").set_value("90,5")
    field(app, "Retning").set_value(None)
    press(app, "Gem rettelsen")
    assert not app.exception
    assert "Rettelsen er gemt." in shown(app)
    assert "90,5" in rows(app)[0]
    assert ">Rettet<" in rows(app)[0]
    assert "Tal: 95 → 90,5" in shown(app)
    assert registered(two)[0].goal.target.value == 90.5
    press(app, "Fortryd rettelsen")
    assert "Rettelsen er fortrudt." in shown(app)
    assert "95" in rows(app)[0]
    assert register(two).goals[0].corrections == ()


def test_a_form_opened_again_shows_what_is_so(two: Library, goals: Open) -> None:
    app = press(goals(), "Vis")
    field(app, "Enhed").set_value("sko")
    press(app, "Gem rettelsen")
    assert field(app, "Enhed").value == "sko"
    press(app, "Fortryd rettelsen")
    assert field(app, "Enhed").value != "sko"


@pytest.mark.parametrize(("label", "typed"), [("Tal", "mange"), ("Frist", "til jul")])
def test_what_cannot_be_used_is_told_and_not_kept(two: Library, goals: Open, label: str, typed: str) -> None:
    app = press(goals(), "Vis")
    field(app, label).set_value(typed)
    press(app, "Gem rettelsen")
    assert "Rettelsen er ikke gemt." in shown(app)
    assert register(two).goals[0].corrections == ()


def test_what_is_no_goal_goes_and_can_be_found_and_called_back(two: Library, goals: Open) -> None:
    app = press(goals(), "Vis", 2)
    app.checkbox[0].check()
    press(app, "Gem rettelsen")
    assert len(rows(app)) == 3
    assert "Find det igen under Rettelser" in shown(app)
    next(s for s in app.selectbox if s.key == goals_state.STANDING).set_value(Standing.REJECTED).run()
    assert "småjob" in rows(app)[0]
    press(app, "Fortryd rettelsen")
    assert len(registered(two)) == 4


def test_a_goal_whose_plan_is_removed_meanwhile_is_told(two: Library, goals: Open) -> None:
    app = press(goals(), "Vis", 3)
    field(app, "Tal").set_value("1")
    two.remove("tangby.txt")
    press(app, "Gem rettelsen")
    assert not app.exception
    assert "Målet, du havde åbnet, er her ikke mere." in shown(app)
    assert len(rows(app)) == 3


def test_what_another_person_corrects_shows_and_the_last_one_wins(two: Library, goals: Open) -> None:
    mine = press(goals(), "Vis")
    goal = registered(two)[0].goal
    correct(two, goal, replace(Reading.of(goal), value=12.0))
    mine.run()
    assert "12" in rows(mine)[0]
    field(mine, "Tal").set_value("13")
    press(mine, "Gem rettelsen")
    assert registered(two)[0].goal.target.value == 13.0


def test_a_correction_whose_goal_is_gone_is_told_and_can_be_deleted(two: Library, goals: Open) -> None:
    goal = registered(two)[0].goal
    lost = replace(goal, statement="Væk", places=(replace(goal.places[0], start=0, end=3),))
    correct(two, lost, replace(Reading.of(goal), value=12.0))
    app = goals()
    assert app.expander[-1].label == "Rettelser af mål, som ikke findes mere (1)"
    assert "Væk" in shown(app)
    press(app, "Slet rettelsen")
    assert not register(two).strays
    assert "Væk" not in shown(app)


def test_what_is_chosen_is_taken_away_as_files(two: Library, goals: Open) -> None:
    found = registered(two, theme="unge")
    excel, text = (make(found, "da") for make in (goals_page.excel, goals_page.table))
    table = list(load_workbook(io.BytesIO(excel)).worksheets[0].iter_rows(values_only=True))
    lines = list(csv.reader(text.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [len(table), len(lines)] == [2, 2]
    assert table[1][table[0].index("Tal")] == 95
    assert lines[1][lines[0].index("Tal")] == "95"


def test_many_goals_are_turned_over_like_pages(
    empty_library: Library, make_document: Document, goals: Open
) -> None:
    lines = [f"- Højst {n} borgere i gruppe {chr(65 + n % 26)}{n} er ledige i 2024." for n in range(10, 70)]
    text = "\n".join(["# Plan 2024", "## Vores mål", *lines, ""])
    empty_library.add(make_document(text, "lang.txt"), Overrides("Lyngsted", 2024))
    app = goals()
    assert len(rows(app)) == goals_page.AT_ONCE
    assert "60 mål i 1 plan. Viser 1 til 25." in shown(app)
    press(press(app, "Næste"), "Næste")
    assert len(rows(app)) == 10
    assert "Side 3 af 3" in shown(app)
    app.text_input[0].set_value("Højst").run()
    assert "Viser 1 til 25." in shown(app)


def test_goals_that_were_found_by_other_rules_want_a_rebuild(
    two: Library, goals: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "plansvar rebuild" not in shown(goals())
    monkeypatch.setattr(goal_register, "register_version", lambda: "later")
    assert "plansvar rebuild" in shown(goals())


def test_the_page_speaks_english(two: Library, goals: Open) -> None:
    app = goals()
    app.radio[0].set_value("en").run()
    app = press(app, "Show")
    assert app.title[0].value == "Goals"
    assert "4 goals in 2 plans." in shown(app)
    assert any(button.label == "Save the correction" for button in app.button)


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", "**x** $y$ :red[z]", "' OR 1=1 --", "(((", "%"]
)
def test_whatever_is_searched_for_is_only_words(two: Library, goals: Open, nasty: str) -> None:
    app = goals()
    app.text_input[0].set_value(nasty).run()
    assert not app.exception
    assert "<script>alert" not in shown(app)


def test_a_form_that_changes_nothing_keeps_nothing_and_says_so(two: Library, goals: Open) -> None:
    app = press(press(goals(), "Vis"), "Gem rettelsen")
    assert "Der er ikke ændret noget" in shown(app)
    field(app, "Tal").set_value("90")
    press(app, "Gem rettelsen")
    field(app, "Tal").set_value("95")
    press(app, "Gem rettelsen")
    assert "Rettelsen er fortrudt." in shown(app)
    assert register(two).goals[0].corrections == ()


def test_a_contradiction_shows_once_with_its_places_where_its_goals_show(
    two: Library, make_document: Document, goals: Open
) -> None:
    text = "# Plan 2026\n## Vores mål\n- Højst 20 unge er ledige i 2026.\n- Højst 30 unge er ledige i 2026.\n"
    two.add(make_document(text, "aaby.txt"), Overrides("Tarmby", 2026))
    app = goals()
    assert shown(app).count("forskellige tal: 20 og 30 unge.") == 1
    assert shown(app).count("<mark>Højst 30 unge er ledige i 2026.</mark>") >= 1
    next(box for box in app.checkbox if box.key == goals_state.CONTRADICTED).check().run()
    assert len(rows(app)) == 2
    app.multiselect[0].set_value(["Tangby"]).run()
    assert "forskellige tal" not in shown(app)
