"""``plansvar goals`` and ``plansvar compare``: fixed JSON, files, and what is refused."""

import csv
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.registered import registered
from ingest.correcting import correct
from ingest.goals.corrections import Reading
from ingest.library import Library
from ingest.settings import Settings

PLANS = {
    "eksempelby-2024.md": """# Beskæftigelsesplan 2024

Eksempelby Kommune

## Resultatmål for 2024

- Antallet af fuldtidspersoner på sygedagpenge skal nedbringes til 210 (240 i 2022).
- Mindst 12,5 pct. af de unge på uddannelseshjælp er i job.
""",
    "prøvelev-2024.md": """# Beskæftigelsesplan 2024

Prøvelev Kommune

## Vores mål

- Højst 90 fuldtidspersoner er på sygedagpenge ved udgangen af 2024.
- =Flere borgere skal i småjob i 2024.
""",
}
GOAL_KEYS = {
    "plan", "source", "municipality", "year", "theme", "statement", "target_group", "value", "unit",
    "direction", "deadline", "baseline", "page", "section", "start", "end",
}  # fmt: skip
CELL_KEYS = {"state", "text", "value", "unit", "deadline", "citation"}


@pytest.fixture
def goals_store(run, tmp_path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for name, text in PLANS.items():
        (folder / name).write_text(text, encoding="utf-8")
        said = ("--municipality", name.partition("-")[0].capitalize(), "--year", 2024)
        done = run("add", folder / name, *said, "--store", tmp_path / "s")
        assert done.returncode == 0, done.stderr
    return tmp_path / "s"


def test_goals_as_json(run, goals_store) -> None:
    done = run("goals", "--municipality", "eksempelby", "--json", "--store", goals_store)
    first, second = json.loads(done.stdout)
    assert set(first) == set(second) == GOAL_KEYS
    assert (first["value"], first["unit"], first["direction"]) == (210, "fuldtidspersoner", "ned")
    assert (first["theme"], first["deadline"], first["baseline"]) == ("sygedagpenge", "2024", "240 i 2022")
    assert (second["theme"], second["value"]) == ("unge", 12.5)


def test_a_corrected_goal_is_marked_wherever_it_shows(run, goals_store, tmp_path) -> None:
    library = Library.open(Settings(store=goals_store))
    goal = registered(library)[0].goal
    correct(library, goal, replace(Reading.of(goal), value=205.0, themes=("unge",)))
    library.close()
    first, second, *_ = json.loads(run("goals", "--json", "--store", goals_store).stdout)
    assert first["corrected"] == {"value": 210, "theme": "sygedagpenge"}
    assert (first["value"], first["theme"]) == (205, "unge")
    assert set(second) == GOAL_KEYS
    table = ("compare", "--theme", "unge", "--municipality", "Eksempelby", "--store", goals_store)
    (cell, *_) = (row["cells"]["Eksempelby"] for row in json.loads(run(*table, "--json").stdout)["rows"])
    assert (cell["value"], cell["corrected"]) == (205, True)
    assert "i 2022). (rettet) [1]" in run(*table).stdout
    assert "Resultatmål for 2024 (rettet)" in run("goals", "--store", goals_store).stdout
    run("goals", "--csv", tmp_path / "mål.csv", "--store", goals_store)
    rows = list(
        csv.reader((tmp_path / "mål.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    )
    assert [row[-1] for row in rows[:3]] == ["Rettet", "Tema: sygedagpenge → unge; Tal: 210 → 205", ""]


def test_a_correction_whose_goal_is_gone_is_told(run, goals_store) -> None:
    library = Library.open(Settings(store=goals_store))
    goal = registered(library)[0].goal
    place = replace(goal.places[0], start=0, end=9)
    lost = replace(goal, statement="Beskæftig", places=(place,))
    correct(library, lost, replace(Reading.of(goal), value=205.0))
    library.close()
    done = run("goals", "--municipality", "Eksempelby", "--json", "--store", goals_store)
    assert len(json.loads(done.stdout)) == 2
    assert "ikke længere findes i planerne: 1" in done.stderr


@pytest.mark.parametrize("command", [("goals",), ("compare", "--theme", "unge")])
def test_goals_that_were_found_by_older_rules_are_told(run, goals_store, command) -> None:
    assert "plansvar rebuild" not in run(*command, "--store", goals_store).stderr
    with sqlite3.connect(goals_store / "catalogue.sqlite") as catalogue:
        catalogue.execute("UPDATE registers SET version = '1'")
    assert "plansvar rebuild" in run(*command, "--store", goals_store).stderr


def test_a_plan_that_contradicts_itself_is_told_where_its_goals_are_asked_for(run, tmp_path) -> None:
    plan = tmp_path / "plan.md"
    lines = ("Højst 20 unge er på uddannelseshjælp i 2025.", "Højst 30 unge er på uddannelseshjælp i 2025.")
    plan.write_text(f"# Plan\n\n## Vores mål\n\n- {lines[0]}\n- {lines[1]}\n", encoding="utf-8")
    run("add", plan, "--municipality", "Eksempelby", "--year", 2025, "--store", tmp_path / "s")
    done = run("goals", "--json", "--store", tmp_path / "s")
    assert len(json.loads(done.stdout)) == 2
    assert "Det samme mål står i planen med forskellige tal: 20 og 30 unge." in done.stderr
    other = run("goals", "--theme", "sygedagpenge", "--store", tmp_path / "s")
    assert "forskellige tal" not in other.stderr


def test_goals_of_a_theme_on_the_screen(run, goals_store) -> None:
    done = run("goals", "--theme", "syge", "--store", goals_store)
    assert "Højst 90 fuldtidspersoner" in done.stdout
    assert "Prøvelev, Beskæftigelsesplan 2024, Vores mål" in done.stdout
    assert "småjob" not in done.stdout


def test_goals_in_excel_have_a_sheet_for_each_theme(run, goals_store, tmp_path) -> None:
    assert run("goals", "--xlsx", tmp_path / "mål.xlsx", "--store", goals_store).returncode == 0
    book = load_workbook(tmp_path / "mål.xlsx")
    assert book.sheetnames == ["sygedagpenge", "unge", "småjob"]
    rows = list(book["sygedagpenge"].iter_rows(values_only=True))
    page = book["sygedagpenge"]
    assert page.freeze_panes == "A2"
    assert (page.page_setup.orientation, page.print_title_rows) == ("landscape", "$1:$1")
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert [row[rows[0].index("Tal")] for row in rows[1:]] == [210, 90]
    (cell,) = [cell for cell in book["småjob"][2] if str(cell.value).startswith("=")]
    assert cell.data_type == "s"


def test_goals_in_csv_open_in_a_danish_excel(run, goals_store, tmp_path) -> None:
    assert run("goals", "--csv", tmp_path / "mål.csv", "--store", goals_store).returncode == 0
    data = (tmp_path / "mål.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [row[5] for row in rows] == ["Tal", "210", "12,5", "90", ""]
    assert rows[4][3].startswith("'=Flere")


def test_a_comparison_tells_three_kinds_of_cells_apart(run, goals_store) -> None:
    named = ("--municipality", "Eksempelby", "--municipality", "prøvelev", "--municipality", "Odense")
    done = run("compare", "--theme", "unge", *named, "--json", "--store", goals_store)
    found = json.loads(done.stdout)
    assert set(found) == {"theme", "municipalities", "rows"}
    assert found["municipalities"] == ["Eksempelby", "Prøvelev", "Odense"]
    cells = found["rows"][0]["cells"]
    assert [cell["state"] for cell in cells.values()] == ["found", "not_found", "not_in_collection"]
    assert all(set(cell) == CELL_KEYS for cell in cells.values())
    assert cells["Eksempelby"]["citation"]["quote"] == cells["Eksempelby"]["text"]
    assert cells["Prøvelev"]["citation"] is None


def test_like_stands_beside_like(run, goals_store) -> None:
    done = run("compare", "--theme", "sygedagpenge", "--json", "--store", goals_store)
    (row,) = json.loads(done.stdout)["rows"]
    assert [cell["value"] for cell in row["cells"].values()] == [210, 90]
    assert [cell["citation"]["n"] for cell in row["cells"].values()] == [1, 2]


def test_a_comparison_by_a_question(run, goals_store) -> None:
    question = "Hvad er målet for sygedagpenge?"
    done = run("compare", "--question", question, "--json", "--store", goals_store)
    found = json.loads(done.stdout)
    assert found["theme"] is None
    assert [cell["value"] for cell in found["rows"][0]["cells"].values()] == [210, 90]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx", "md"])
def test_a_comparison_is_written_to_a_file(run, goals_store, tmp_path, kind) -> None:
    file = tmp_path / f"s.{kind}"
    done = run("compare", "--theme", "sygedagpenge", f"--{kind}", file, "--store", goals_store)
    assert done.returncode == 0, done.stderr
    assert file.name in done.stderr
    assert file.stat().st_size > 100


def test_plan_years_of_one_municipality(run, goals_store) -> None:
    named = ("--municipality", "eksempelby", "--timeline")
    done = run("compare", "--theme", "sygedagpenge", *named, "--json", "--store", goals_store)
    found = json.loads(done.stdout)
    assert set(found) == {"theme", "municipality", "editions", "rows"}
    assert (found["municipality"], found["editions"]) == ("Eksempelby", ["2024"])
    assert set(found["rows"][0]) == {"label", "cells", "changes"}
    assert set(found["rows"][0]["cells"]["2024"]) == CELL_KEYS


def test_a_theme_that_is_none_names_what_may_be_meant(run, goals_store) -> None:
    done = run("compare", "--theme", "sygemeldte", "--store", goals_store)
    assert done.returncode == 2
    assert "Mente du sygedagpenge?" in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare",),
        ("compare", "--theme", "unge", "--question", "Hvad?"),
        ("compare", "--question", " "),
        ("compare", "--theme", "unge", "--timeline"),
        ("compare", "--theme", "unge", "--timeline", "--municipality", "a", "--municipality", "b"),
        ("goals", "--theme", "fodbold"),
        ("goals", "--json", "--csv", "x.csv"),
    ],
)
def test_wrong_usage(run, goals_store, arguments) -> None:
    assert run(*arguments, "--store", goals_store).returncode == 2


def test_a_file_that_cannot_be_written_is_told(run, goals_store, tmp_path) -> None:
    done = run("goals", "--csv", tmp_path / "not there" / "x.csv", "--store", goals_store)
    assert done.returncode == 1
    assert "x.csv" in done.stderr


def test_an_unknown_municipality_is_told(run, goals_store) -> None:
    done = run("goals", "--municipality", "Odense", "--json", "--store", goals_store)
    assert json.loads(done.stdout) == []
    assert "Odense" in done.stderr


def test_a_goal_of_several_themes_stands_under_the_one_asked_for(run, tmp_path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# Plan\n\n## Mål\n\n- Højst 20 unge er på sygedagpenge i 2025.\n", encoding="utf-8")
    run("add", plan, "--municipality", "Eksempelby", "--year", 2025, "--store", tmp_path / "s")
    themes = [
        json.loads(run("goals", "--theme", theme, "--json", "--store", tmp_path / "s").stdout)[0]["theme"]
        for theme in ("unge", "sygedagpenge")
    ]
    assert themes == ["unge", "sygedagpenge"]
