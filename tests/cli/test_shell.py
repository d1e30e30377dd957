"""What only a real process shows: signals, pipes, imports, encodings, and a hundred files."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = ("torch", "sentence_transformers", "transformers", "streamlit", "chromadb", "pypdf", "docx", "pandas")
SHOW = """
import json, sys
from ui.cli import app
try:
    app(sys.argv[1:], prog_name="plansvar")
finally:
    print(json.dumps([name for name in {heavy!r} if name in sys.modules]), file=sys.stderr)
"""
TEXT = """Beskæftigelsesplan 2024
{name} Kommune

1. Mål

Jobcentret i {name} hjælper {number} borgere i arbejde.
"""


def plan_files(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    files = []
    for number in range(count):
        name = f"{'BDFGHKLMNRSTV'[number % 13]}{'aeiouyæøå'[number // 13]}lerup"
        files.append(folder / f"{number:03}.txt")
        files[-1].write_text(TEXT.format(name=name, number=number + 10), encoding="utf-8")
    return files


def test_a_hundred_files_of_which_three_are_bad(run, tmp_path) -> None:
    files = plan_files(tmp_path / "plans", 97)
    files[0].with_name("tom.txt").touch()
    files[0].with_name("afbrudt.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    files[0].with_name("billede.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    done = run("add", "plans", "--store", "store")
    assert done.returncode == 1
    assert done.stdout == ""
    bad = [line for line in done.stderr.splitlines() if line.startswith("! ")]
    assert sorted(Path(line[2:].split(": ")[0]).name for line in bad) == [
        "afbrudt.pdf",
        "billede.txt",
        "tom.txt",
    ]
    assert "97 planer tilføjet" in done.stderr
    assert "3 kunne ikke læses" in done.stderr
    assert len(json.loads(run("plans", "--json", "--store", "store").stdout)) == 97


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_ctrl_c_keeps_what_is_read_names_the_rest_and_can_go_on(run, tmp_path, command, environ) -> None:
    plan_files(tmp_path / "plans", 40)
    process = subprocess.Popen(
        [*command, "add", "plans", "--store", "store"],
        cwd=tmp_path,
        env=environ(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # Where the tests run in the background, the shell has them and their children ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    catalogue = tmp_path / "store" / "catalogue.sqlite"
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        if catalogue.exists() and len(listed(run)) >= 3:
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, ""), err
    assert "Traceback" not in err
    read = len(listed(run))
    assert 3 <= read < 40
    assert f"{40 - read} filer er ikke læst, den første er {Path('plans') / f'{read:03}.txt'}" in err
    again = run("add", "plans", "--store", "store")
    assert again.returncode == 0
    assert f"{40 - read} planer tilføjet" in again.stderr
    assert f"{read} fandtes i forvejen" in again.stderr
    assert len(listed(run)) == 40


def listed(run) -> list[object]:
    return json.loads(run("plans", "--json", "--store", "store").stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows breaks pipes in another way")
@pytest.mark.parametrize(
    "arguments", [["plans"], ["plans", "--json"], ["ask", "--batch", "many.jsonl", "--json"]]
)
def test_a_reader_that_has_gone_is_no_failure(store, tmp_path, command, environ, arguments) -> None:
    lines = [
        json.dumps({"id": n, "question": "Hvor mange sygedagpengemodtagere har Bakkeby?"}) for n in range(30)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    process = subprocess.Popen(
        [*command, *arguments, "--store", store],
        cwd=tmp_path,
        env=environ(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(1)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), said) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--help"], ()),
        (["ask", "Hvor mange sygedagpengemodtagere har Bakkeby?", "--json"], ()),
        (["plans"], ()),
        (["remove", "findes-ikke"], ("chromadb",)),
    ],
)
def test_a_command_imports_only_what_it_needs(store, tmp_path, environ, arguments, allowed) -> None:
    asked = arguments if "--help" in arguments else [*arguments, "--store", store]
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(heavy=HEAVY), *asked],
        cwd=tmp_path,
        env=environ(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert set(json.loads(done.stderr.splitlines()[-1])) <= set(allowed)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_output_is_utf8_whatever_the_system_says(run, store, encoding) -> None:
    done = run(
        "ask",
        "Hvor mange sygedagpengemodtagere har Åby?",
        "--json",
        "--store",
        store,
        PYTHONIOENCODING=encoding,
    )
    assert done.returncode == 0, done.stderr
    assert (
        "Åby" in json.loads(done.stdout)["answer"] + json.loads(done.stdout)["citations"][0]["municipality"]
    )


def test_warnings_of_libraries_do_not_reach_stdout(run_process, store) -> None:
    done = run_process(
        "ask", "Hvad er et seniornetværk?", "--json", "--store", store, PYTHONWARNINGS="always"
    )
    assert json.loads(done.stdout)["searched"]


@pytest.mark.skipif(
    sys.platform == "win32" or sys.platform == "darwin", reason="its file names are always text"
)
def test_a_file_name_that_is_no_utf8_is_read_and_listed(run, tmp_path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    name = os.fsencode(folder) + b"/besk\xe6ftigelse.txt"
    with open(name, "wb") as file:  # noqa: PTH123 - a Path cannot hold it everywhere
        file.write(TEXT.format(name="Varde", number=3).encode())
    done = run("add", "plans", "--store", "store")
    assert done.returncode == 0
    assert listed(run)[0]["source"] == "beskæftigelse.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_folder_that_links_to_itself_is_read_once(run, tmp_path) -> None:
    plan_files(tmp_path / "plans", 2)
    (tmp_path / "plans" / "loop").symlink_to(tmp_path / "plans")
    assert "2 planer tilføjet" in run("add", "plans", "--store", "store").stderr


def test_what_is_missing_is_named_and_the_rest_is_read(run, tmp_path) -> None:
    plan_files(tmp_path / "plans", 2)
    done = run("add", "nowhere", "plans", "--store", "store")
    assert done.returncode == 1
    assert "! nowhere: Filen eller mappen findes ikke." in done.stderr
    assert "2 planer tilføjet" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["plans", "--json"], ["ask", "Hvad?", "--json"], ["doctor"], ["rebuild"], ["remove", "x"], ["add", "."]],
)
def test_a_store_that_cannot_be_used_is_a_sentence(run, tmp_path, arguments) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "catalogue.sqlite").write_bytes(b"x" * 5000)
    done = run(*arguments, "--store", "store")
    assert done.returncode == 1
    assert "catalogue.sqlite: Kataloget er beskadiget" in done.stderr
    assert "{" not in done.stdout


def test_another_model_is_named_with_the_remedy_and_rebuild_mends_it(
    run, store, tmp_path, monkeypatch
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(store, copy)
    arguments = ("ask", "Hvor mange sygedagpengemodtagere har Åby?", "--json", "--store", copy)
    monkeypatch.setenv("PLANSVAR_QUERY_PROMPT", "spørgsmål: ")
    wrong = run(*arguments)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "plansvar rebuild" in wrong.stderr
    assert run("doctor", "--store", copy).returncode == 1
    assert run("rebuild", "--store", copy).returncode == 0
    assert "412" in json.loads(run(*arguments).stdout)["answer"]
