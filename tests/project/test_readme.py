"""Documentation is executed: the README names every command, option and setting, and its examples run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from ingest.settings import Settings
from tests.project.sources import ROOT, files, name_of
from ui.cli import app

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *files("docs", ending=".md")]
EXAMPLES = re.findall(r"<!-- runs -->\n```console\n(.*?)```", README, re.DOTALL)
PROGRAMS = re.findall(r"<!-- runs -->\n```python\n(.*?)```", README, re.DOTALL)
CLI = typer.main.get_command(app)
COMMANDS = getattr(CLI, "commands", {})


def section(heading: str) -> str:
    """Return what stands under a heading of the second level."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", README, re.DOTALL | re.MULTILINE)
    assert found, f"the README has no section {heading}"
    return found[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_place(name: str) -> None:
    assert re.search(rf"\*\*`plansvar {name}\b", section("The commands"))


def test_every_option_is_named_with_its_command() -> None:
    commands = section("The commands")
    missing = {
        f"{name} {option}"
        for name, command in COMMANDS.items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option not in ("--help", "--store")
        if not re.search(rf"\*\*`plansvar {name}\b[^\n]*{option}\b", commands)
    }
    assert not missing
    assert {"--help", "--store"} <= set(re.findall(r"--\w+", commands))


def test_every_command_and_option_has_help() -> None:
    parameters = [p for command in COMMANDS.values() for p in command.params]
    assert not [name for name, command in COMMANDS.items() if not command.help]
    assert not [p.name for p in parameters if not getattr(p, "help", "")]


def test_no_command_is_named_that_is_not_there() -> None:
    named = {
        name for page in PAGES for name in re.findall(r"`plansvar ([a-z]+)", page.read_text(encoding="utf-8"))
    }
    assert named <= set(COMMANDS)


def test_every_setting_is_in_the_readme_and_on_its_page() -> None:
    settings = {f"PLANSVAR_{name.upper()}" for name in Settings.model_fields}
    configuration = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(PLANSVAR_\w+)`", section("Settings"), re.MULTILINE)) == settings
    assert set(re.findall(r"PLANSVAR_\w+(?=`)", configuration)) - {"PLANSVAR_"} == settings


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    """A path with a folder of ours in it, in backticks or as a link."""
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:corpus|ingest|assistant|eval|ui|tests|docs|\.ci)/[\w./-]*)`", text)
    linked = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    missing = [name for name in named if not (ROOT / name).exists()]
    assert not missing + [link for link in linked if not (page.parent / link).exists()]


def test_the_targets_of_make_are_those_that_the_readme_and_ci_use() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    told = "\n".join([README, (ROOT / ".ci" / "run").read_text(encoding="utf-8")])
    assert set(re.findall(r"^ *make ([a-z]+)", told, re.MULTILINE)) <= targets


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment with a collection of its own; nothing of the user's own settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PLANSVAR_")}
    return {**clean, "PLANSVAR_STORE": str(tmp_path_factory.mktemp("readme")), "PYTHONUTF8": "1"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: " ".join(text.split()[1:3]))
def test_an_example_runs_and_prints_something(example: str, environment: dict[str, str]) -> None:
    """The examples share a collection, as a reader who follows them does."""
    for line in example.splitlines():
        if line.startswith("$ plansvar "):
            _runs(["from ui.cli import main; main()", *shlex.split(line)[2:]], environment)


@pytest.mark.parametrize("program", PROGRAMS, ids=["from Python"])
def test_a_program_runs_and_prints_something(program: str, environment: dict[str, str]) -> None:
    _runs([program], environment)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


def _runs(arguments: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or done.stderr
