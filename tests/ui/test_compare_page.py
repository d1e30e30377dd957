"""The page of comparisons as a visitor meets it: themes, questions, plan years, proofs, charts, files."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from assistant.comparison import compare_theme
from assistant.registered import registered
from ingest.correcting import correct
from ingest.goals import register as goal_register
from ingest.goals.corrections import Reading
from ingest.identity import Overrides
from ingest.library import Library
from ui import compare_page, compare_state
from ui.compare_state import CompareState, Way

Open = Callable[[], AppTest]
Document = Callable[[str, str], object]

PLANS = {
    ("Lyngsted", 2022): """# Beskæftigelsesplan 2022
## Vores mål
- Antallet af fuldtidspersoner på sygedagpenge skal nedbringes til 310 i 2022.
- Mindst 12 <b>unge</b> får en mentor i 2022.
""",
    ("Lyngsted", 2024): """# Beskæftigelsesplan 2024
## Vores mål
- Antallet af fuldtidspersoner på sygedagpenge skal nedbringes til 290 i 2024 (320 i 2022).
- Mindst 60 pct. af de sygemeldte er i delvist arbejde.
""",
    ("Tangby", 2024): """# Beskæftigelsesplan 2024
## Mål
- Højst 150 fuldtidspersoner er på sygedagpenge i 2025.
- Højst 70 unge er på uddannelseshjælp i 2025.
""",
    ("Havby", 2024): """# Beskæftigelsesplan 2024
## Mål
- Antallet på sygedagpenge skal falde.
- Højst 8 pct. af de unge er på uddannelseshjælp i 2025.
""",
}


@pytest.fixture
def three(empty_library: Library, make_document: Document) -> Library:
    for (name, year), text in PLANS.items():
        empty_library.add(make_document(text, f"{name.lower()}-{year}.txt"), Overrides(name, year))
    return empty_library


@pytest.fixture
def page(three: Library, open_app: Open) -> AppTest:
    return open_app().switch_page("compare_page.py").run()


def shown(app: AppTest) -> str:
    html = [e.proto.body for e in app.get("html") if not e.proto.body.startswith("<style")]
    return "\n".join([*html, *(m.value for m in [*app.main.markdown, *app.title])])


def choose(app: AppTest, key: str, value: object) -> AppTest:
    field = next(
        f for f in [*app.main.selectbox, *app.main.multiselect, *app.main.text_input] if f.key == key
    )
    return field.set_value(value).run()


def way(app: AppTest, chosen: Way) -> AppTest:
    return app.main.button_group(key=compare_state.WAY).set_value(chosen).run()


def test_without_plans_the_page_says_what_to_do(empty_library: Library, open_app: Open) -> None:
    app = open_app().switch_page("compare_page.py").run()
    assert not app.exception
    app.main.button[0].click().run()
    assert app.title[0].value == "Planer"


def test_the_page_says_what_to_choose_first(page: AppTest) -> None:
    assert not page.exception
    assert "Vælg et tema" in shown(page)
    assert "pv-matrix" not in shown(page)


def test_a_theme_side_by_side_with_three_kinds_of_cells(page: AppTest) -> None:
    app = choose(page, compare_state.THEME, "sygedagpenge")
    app = choose(app, compare_state.NAMES, ["Lyngsted", "Tangby", "Aarhus"])
    body = shown(app)
    assert not app.exception
    for kind in ("found", "not_found", "not_in_collection"):
        assert f'class="pv-{kind}"' in body
    assert "290 fuldtidspersoner" in body
    assert "310 fuldtidspersoner" not in body
    assert "Højest er Lyngsted med 290 fuldtidspersoner i 2024" in body
    assert "Planen er ikke i samlingen" in body


def test_every_cell_leads_to_its_words_marked_in_their_plan(page: AppTest) -> None:
    body = shown(choose(page, compare_state.THEME, "sygedagpenge"))
    marks = {part.split('"')[0] for part in body.split('href="#')[1:]}
    assert marks == {part.split('"')[0] for part in body.split(' id="')[1:] if part.startswith("celle-")}
    assert "<mark>Højst 150 fuldtidspersoner er på sygedagpenge i 2025.</mark>" in body


def test_numbers_on_one_scale_are_drawn_with_danish_axes(page: AppTest) -> None:
    app = choose(page, compare_state.THEME, "sygedagpenge")
    (drawn,) = app.get("vega_lite_chart")
    spec = json.loads(drawn.proto.spec)
    first, *_ = spec["layer"]
    assert first["encoding"]["x"]["title"] == "fuldtidspersoner"
    assert spec["encoding"]["y"]["title"] == "Kommune"
    assert spec["encoding"]["y"]["sort"] == ["Lyngsted", "Tangby"]
    assert drawn.proto.alt == "Lyngsted: 290 fuldtidspersoner i 2024; Tangby: 150 fuldtidspersoner i 2025"


def test_numbers_that_cannot_be_compared_are_not_drawn_and_it_says_why(page: AppTest) -> None:
    app = choose(page, compare_state.THEME, "unge")
    assert not app.get("vega_lite_chart")
    assert "nogle er et antal og andre en andel: " in shown(app)


def test_plan_years_of_one_municipality(page: AppTest) -> None:
    app = choose(way(page, Way.YEARS), compare_state.ONE, "Lyngsted")
    body = shown(app)
    assert not app.exception
    assert "Sænket fra 310 fuldtidspersoner (2022) til 290 fuldtidspersoner (2024). Målet er skærpet." in body
    assert "1 sænket" in body
    assert "&lt;b&gt;unge&lt;/b&gt;" in body
    assert "Planen er ikke i samlingen" not in body


def test_one_plan_year_says_that_there_is_nothing_to_compare(page: AppTest) -> None:
    app = choose(way(page, Way.YEARS), compare_state.ONE, "Tangby")
    assert "Der er kun planer for ét år fra Tangby" in shown(app)


def test_a_question_is_put_to_each_municipality(page: AppTest) -> None:
    app = choose(
        way(page, Way.QUESTION), compare_state.QUESTION, "Hvor mange er på sygedagpenge? 010190-1234"
    )
    body = shown(app)
    assert not app.exception
    assert "010190" not in body
    assert "pv-matrix" in body
    assert re.search(r"Der er et svar fra \d af 3 kommuner\.", body)


def test_one_row_is_not_several(page: AppTest) -> None:
    app = choose(page, compare_state.THEME, "sygedagpenge")
    assert re.search(r"mål i \d rækker fra 3 kommuner\.", shown(app))
    body = shown(choose(app, compare_state.THEME, "værdig sagsbehandling"))
    assert "mål i 1 række fra 3 kommuner." in body


def test_a_theme_that_nobody_has(page: AppTest) -> None:
    body = shown(choose(page, compare_state.THEME, "klima"))
    assert "Der er ikke fundet noget om det i planerne." in body


def test_files_hold_what_is_shown(three: Library) -> None:
    comparison = compare_theme(three, "sygedagpenge")
    book = load_workbook(io.BytesIO(compare_page.content(comparison, "xlsx", "da")))
    assert book.sheetnames[1:] == ["Tal", "Kilder"]
    paper = docx.Document(io.BytesIO(compare_page.content(comparison, "docx", "da")))
    assert paper.paragraphs[0].text == "Sammenligning: sygedagpenge"


def test_files_are_offered(page: AppTest) -> None:
    app = choose(page, compare_state.THEME, "sygedagpenge")
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Excel", "Word", "CSV", "Markdown"]


def test_many_municipalities_are_listed_and_rows_come_in_blocks(
    empty_library: Library, make_document: Document, open_app: Open
) -> None:
    words = ("mentor", "netværk", "jobcoach", "psykolog", "motion", "kontaktperson", "brobygger", "værksted")
    for n in range(9):
        goals = "".join(f"- Højst {9 * k + n + 20} syge får {word}.\n" for k, word in enumerate(words))
        text = f"# Beskæftigelsesplan 2024\n## Vores mål\n{goals}"
        empty_library.add(make_document(text, f"{n}.txt"), Overrides(f"By {n}", 2024))
    app = choose(open_app().switch_page("compare_page.py").run(), compare_state.THEME, "sygedagpenge")
    body = shown(app)
    assert "pv-matrix" not in body
    few = body.count('class="pv-entry"')
    assert 0 < few < len(words)
    (more,) = [button for button in app.main.button if button.label.startswith("Vis flere rækker")]
    assert shown(more.click().run()).count('class="pv-entry"') == len(words)


def test_what_is_chosen_outlives_a_visit_to_another_page(page: AppTest) -> None:
    app = choose(page, compare_state.THEME, "sygedagpenge")
    app = app.switch_page("plans_page.py").run().switch_page("compare_page.py").run()
    assert "290 fuldtidspersoner" in shown(app)


def test_in_english(page: AppTest) -> None:
    choose(page, compare_state.THEME, "sygedagpenge")
    body = shown(page.sidebar.radio[0].set_value("en").run())
    assert "Highest is Lyngsted" in body
    assert "Not found in this plan" in body


def test_a_municipality_that_is_gone_is_no_longer_chosen() -> None:
    state = CompareState({compare_state.NAMES: ["A", "B"], compare_state.THEME: "x", compare_state.ONE: "B"})
    state.more()
    state.offer(["y"], ["A"], ["A"])
    wish = state.wish
    assert (wish.names, wish.theme, wish.one, state.blocks) == (("A",), None, None, 1)


def test_a_corrected_goal_is_marked_on_the_page_and_in_word(page: AppTest, three: Library) -> None:
    goal = registered(three, ("Tangby",), "unge")[0].goal
    correct(three, goal, replace(Reading.of(goal), value=66.0))
    assert ">Rettet<" not in shown(choose(page, compare_state.THEME, "sygedagpenge"))
    assert ">Rettet<" in shown(choose(page, compare_state.THEME, "unge"))
    made = compare_page.content(compare_theme(three, "unge"), "docx", "da")
    cells = [cell.text for row in docx.Document(io.BytesIO(made)).tables[0].rows for cell in row.cells]
    assert [words for words in cells if "(rettet)" in words and "70 unge" in words]


def test_goals_that_were_found_by_older_rules_are_told(
    page: AppTest, three: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "plansvar rebuild" not in shown(page.run())
    monkeypatch.setattr(goal_register, "register_version", lambda: "later")
    assert "plansvar rebuild" in shown(page.run())
