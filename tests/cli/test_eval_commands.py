"""Question sets from the shell: drafted, mended in Excel, checked, asked, and searched with."""

import json

import pytest

CASE = {
    "id": "a1",
    "kind": "number",
    "history": [],
    "question": "Hvor mange sygedagpengemodtagere har Bakkeby Kommune?",
    "evidence": [{"document": "bakkeby", "quote": "Bakkeby har 96 sygedagpengemodtagere."}],
    "must_include": ["96"],
    "answerable": True,
}
OTHER = {
    "id": "a2",
    "kind": "fact",
    "history": [],
    "question": "Hvor sidder ungeguiden i Bakkeby?",
    "evidence": [{"document": "bakkeby", "quote": "Ungeguiden sidder på rådhuset"}],
    "must_include": ["rådhuset"],
    "answerable": True,
}


def write(path, *cases):
    path.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases), encoding="utf-8")
    return path


@pytest.fixture
def questions(tmp_path):
    return write(tmp_path / "set.jsonl", CASE, OTHER | {"slice": "held-out"})


def test_a_set_is_checked_without_being_asked(run, store, questions, tmp_path):
    done = run("eval", questions, "--check", "--store", store)
    assert done.returncode == 0
    assert "2 spørgsmål uden fejl" in done.stdout
    assert "1 holdt ude" in done.stdout
    assert not (store / "runs").exists()


def test_mistakes_are_told_with_line_and_remedy_and_exit_1(run, store, tmp_path):
    wrong = write(tmp_path / "set.jsonl", CASE, CASE | {"evidence": [{"document": "bakkeby", "quote": "97"}]})
    done = run("eval", wrong, "--check", "--store", store)
    assert done.returncode == 1
    assert not done.stdout
    assert "linje 2 (a1): Det samme id er brugt på linje 1. Giv et af dem et andet id." in done.stderr
    assert "linje 2 (a1): Citatet står ikke i planen ”bakkeby”: ”97”. Kopiér ordene" in done.stderr


def test_a_set_is_drafted_read_in_excel_and_accepted(run, store, tmp_path):
    drafted, accepted = tmp_path / "drafts.xlsx", tmp_path / "set.jsonl"
    done = run("eval-draft", "aaby", "bakkeby.txt", "--out", drafted, "--store", store)
    assert done.returncode == 0, done.stderr
    assert "kladder er skrevet" in done.stderr
    assert run("eval", drafted, "--store", store).returncode == 1, "drafts alone are no set"
    assert run("eval-convert", drafted, "--out", accepted, "--accept", "--store", store).returncode == 0
    assert run("eval", accepted, "--check", "--store", store).returncode == 0
    assert all("drafted" not in json.loads(line) for line in accepted.read_text("utf-8").splitlines())


def test_settings_are_searched_for(run, store, questions, tmp_path):
    grid = tmp_path / "grid.toml"
    grid.write_text('metric = "right"\n[settings]\nsupport = [2.0]\nlongest = [200]\n')
    done = run("eval", questions, "--sweep", grid, "--out", tmp_path / "out", "--store", store)
    assert done.returncode == 0, done.stderr
    assert "→ som nu" in done.stdout
    assert "support=2.0, longest=200" in done.stdout
    assert "På de 1 spørgsmål" in done.stdout
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "held-out-today",
        "sweep.json",
        "trial-000",
        "trial-001",
    }
