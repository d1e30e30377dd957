"""Every command from the shell: exit codes, what goes to stdout and stderr, both languages."""

import json
import re
import tomllib

import pytest

import corpus

QUESTION = "Hvor mange sygedagpengemodtagere har Bakkeby Kommune?"
COMMANDS = (
    "add",
    "plans",
    "remove",
    "rebuild",
    "doctor",
    "ask",
    "eval",
    "eval-runs",
    "eval-draft",
    "eval-convert",
    "ui",
)


def test_nothing_is_a_wish_for_help(run) -> None:
    alone, asked = run(), run("--help")
    assert alone.returncode == asked.returncode == 0
    assert alone.stdout == asked.stdout
    assert all(re.search(rf"^\W*{name}\b", alone.stdout, re.MULTILINE) for name in COMMANDS)
    assert not alone.stderr


def test_the_version_is_told(run) -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("plansvar ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["unknown"],
        ["add"],
        ["add", ""],
        ["remove"],
        ["ask"],
        ["ask", "et", "to"],
        ["ask", "x", "--batch", "y"],
        ["ask", "x", "--year", "nu"],
        ["plans", "--store", "plansvar.txt"],
        ["ui", "--port", "0"],
        ["plans", "--nonsense"],
        ["eval", "set.jsonl", "--check", "--sweep", "grid.toml"],
        ["eval", "set.jsonl", "--sweep", "grid.toml", "--gate", "gate.toml"],
        ["eval-draft", "--out", "set.jsonl"],
        ["eval-draft", "aaby", "--out", "set.txt"],
        ["eval-convert", "set.jsonl"],
    ],
)
def test_wrong_usage_is_2_and_told_on_stderr(run, tmp_path, arguments) -> None:
    (tmp_path / "plansvar.txt").touch()
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert not done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_store_and_help(run, name) -> None:
    done = run(name, "--help")
    assert done.returncode == 0
    assert "--store" in done.stdout


def test_help_is_in_both_languages(run) -> None:
    assert "Stil planerne et spørgsmål" in run("--help", PLANSVAR_LANGUAGE="da").stdout
    assert "Ask the plans" in run("--help", PLANSVAR_LANGUAGE="en").stdout


def test_adding_listing_and_removing(run, plans, tmp_path) -> None:
    added = run("add", plans, "--store", "store")
    assert (added.returncode, added.stdout) == (0, "")
    assert "+ Åby, Beskæftigelsesplan 2024  [aaby.txt]" in added.stderr
    assert "3 planer tilføjet" in added.stderr
    assert "0 kunne ikke læses" in added.stderr
    again = run("add", plans, "--store", "store", PLANSVAR_LANGUAGE="en")
    assert "0 plans added" in again.stderr
    assert "3 were there already" in again.stderr
    listed = json.loads(run("plans", "--json", "--store", "store").stdout)
    assert [(plan["municipality"], plan["year"], plan["source"]) for plan in listed] == [
        ("Bakkeby", 2024, "bakkeby.txt"),
        ("Skovlund", 2025, "skovlund.txt"),
        ("Åby", 2024, "aaby.txt"),
    ]
    removed = run("remove", "aaby.txt", "--store", "store")
    assert (removed.returncode, removed.stdout) == (0, "")
    assert "Åby" in removed.stderr
    gone = run("remove", "aaby.txt", "--store", "store")
    assert gone.returncode == 1
    assert "plansvar plans" in gone.stderr
    assert len(run("plans", "--store", "store").stdout.splitlines()) == 2


def test_an_empty_collection_is_no_error(run) -> None:
    listed = run("plans", "--store", "empty")
    assert (listed.returncode, listed.stdout) == (0, "")
    assert "plansvar add" in listed.stderr
    assert json.loads(run("plans", "--json", "--store", "empty").stdout) == []
    answer = json.loads(run("ask", QUESTION, "--json", "--store", "empty").stdout)
    assert answer["reason"] == "empty_collection"


def test_flags_and_a_manifest_say_what_the_file_does_not(run, tmp_path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(
            f"Notat {name}\n\nDet går fremad med indsatsen.\n", encoding="utf-8"
        )
    (folder / "plansvar.toml").write_text(
        '[[plan]]\nfile = "a.txt"\nmunicipality = "Varde"\nyear = 2023\ntitle = "Vores plan"\n',
        encoding="utf-8",
    )
    done = run("add", folder, "--year", "2024", "--store", "store")
    assert done.returncode == 0
    assert "b.txt: Det fremgår ikke af filen, hvilken kommune den er fra." in done.stderr
    assert "a.txt: Det fremgår ikke af filen, hvilken kommune" not in done.stderr
    listed = {plan["source"]: plan for plan in json.loads(run("plans", "--json", "--store", "store").stdout)}
    assert (listed["a.txt"]["municipality"], listed["a.txt"]["year"]) == ("Varde", 2024)
    assert listed["a.txt"]["title"] == "Vores plan"
    assert listed["b.txt"]["municipality"] is None
    assert "reading.doubt_municipality_unknown" in listed["b.txt"]["doubts"]


@pytest.mark.parametrize(
    "manifest",
    [
        "[[plan]\n",
        "[[plan]]\nmunicipality = 'Varde'\n",
        "[[plan]]\nfile = 'a.txt'\nyear = 'i år'\n",
        "[[plan]]\nfile = 'a.txt'\nkommune = 'Varde'\n",
        "plan = 3\n",
    ],
)
def test_a_bad_manifest_stops_its_folder_and_no_other(run, plans, tmp_path, manifest) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "a.txt").write_text("Beskæftigelsesplan 2024\nVarde Kommune\n", encoding="utf-8")
    (folder / "plansvar.toml").write_text(manifest, encoding="utf-8")
    done = run("add", folder, "--store", "store")
    assert done.returncode == 1
    assert "plansvar.toml" in done.stderr
    assert "0 planer tilføjet" in done.stderr


def test_one_plan_is_not_several_and_numbers_are_danish(run, plans) -> None:
    added = run("add", plans / "aaby.txt", "--store", "single")
    assert "1 plan tilføjet" in added.stderr
    assert "forfra for 1 plan." in run("rebuild", "--store", "single").stderr
    told = run("doctor", "--store", "single").stdout
    assert re.search(r"\(1 plan, \d[\d.]*(?:,\d)? GB ledig plads\)", told), told


def test_an_empty_question_is_wrong_usage(run, store) -> None:
    asked = run("ask", "  ", "--store", store)
    assert (asked.returncode, asked.stdout) == (2, "")
    assert "Spørgsmålet er tomt" in asked.stderr


def test_doctor_tells_versions_store_and_model(run, store) -> None:
    done = run("doctor", "--store", store)
    assert done.returncode == 0, done.stdout
    assert "3 planer" in done.stdout
    assert "Alt er i orden." in done.stdout
    assert "chromadb" in done.stdout


def test_ask_in_json_is_json_alone_in_the_fixed_form(run, store) -> None:
    done = run("ask", QUESTION, "--json", "--store", store)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert set(answer) >= {
        "id", "question", "answer", "abstained", "reason", "searched", "citations", "passages",
    }  # fmt: skip
    assert answer["id"] is None
    assert answer["question"] == QUESTION
    assert "96" in answer["answer"]
    assert "[1]" in answer["answer"]
    cited = answer["citations"][0]
    assert set(cited) == {
        "n", "plan", "source", "municipality", "year", "title", "page", "section", "quote", "start", "end",
    }  # fmt: skip
    assert (cited["n"], cited["source"], cited["municipality"], cited["year"]) == (
        1,
        "bakkeby.txt",
        "Bakkeby",
        2024,
    )
    for passage in answer["passages"]:
        assert set(passage) == {
            *("plan", "source", "municipality", "page", "section", "text", "nearest", "score")
        }
        assert passage["nearest"] in passage["text"]


def test_ask_reads_as_text_in_both_languages(run, store) -> None:
    danish = run("ask", QUESTION, "--store", store)
    assert "96" in danish.stdout
    assert "[1] Bakkeby, Beskæftigelsesplan 2024" in danish.stdout
    missing = "Hvor mange badebroer vil Åby Kommune bygge?"
    told = {
        language: run("ask", missing, "--store", store, PLANSVAR_LANGUAGE=language).stdout
        for language in ("da", "en")
    }
    assert "Det nærmeste, planerne siger – se selv" in told["da"]
    assert "The nearest that the plans say – see for yourself" in told["en"]


def test_filters_keep_to_a_municipality_and_a_year(run, store) -> None:
    arguments = ("ask", "Hvor mange sygedagpengemodtagere er der?", "--json", "--store", store)
    only = json.loads(run(*arguments, "--municipality", "Åby").stdout)
    assert {passage["municipality"] for passage in only["passages"]} == {"Åby"}
    assert "412" in only["answer"]
    for name in ("åby", "Åby Kommune", "ÅBY", "aaby"):
        assert json.loads(run(*arguments, "--municipality", name).stdout) == only
    none = json.loads(run(*arguments, "--year", "1999").stdout)
    assert none["reason"] == "year_not_in_collection"


def test_every_string_of_the_commands_is_in_both_languages() -> None:
    for area in ("cli", "errors", "reading"):
        with (corpus.ROOT / "texts" / f"{area}.toml").open("rb") as file:
            for key, said in tomllib.load(file).items():
                assert set(said) == {"da", "en"}, key
                fields = [
                    sorted(re.findall(r"(?<!\{)\{(\w+)\}", said[language])) for language in ("da", "en")
                ]
                assert fields[0] == fields[1], key


@pytest.mark.parametrize("setting", [{"PLANSVAR_LANGUAGE": "fr"}, {"PLANSVAR_ALLOW_DOWNLOAD": "måske"}])
def test_a_bad_setting_is_named(run, store, setting) -> None:
    done = run("plans", "--store", store, **setting)
    assert done.returncode == 1
    assert next(iter(setting)) in done.stderr
    assert "Traceback" not in done.stderr
