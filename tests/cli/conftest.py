"""The ``plansvar`` command as a process of its own, and a store with three small plans."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ui.cli import app

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from ui.cli import main; main()"]

PLANS = {
    "aaby.txt": """Beskæftigelsesplan 2024
Åby Kommune

1. Sygedagpenge

Åby Kommune havde 412 sygedagpengemodtagere ved årets begyndelse. Målet er, at højst 380 borgere er på
sygedagpenge ved udgangen af 2024. Den første samtale holdes efter tre uger.
""",
    "bakkeby.txt": """Beskæftigelsesplan 2024
Bakkeby Kommune

1. Unge

I Bakkeby Kommune får alle unge en fast kontaktperson. Ungeguiden sidder på rådhuset og holder åbent hver
tirsdag.

2. Sygedagpenge

Bakkeby har 96 sygedagpengemodtagere. Sygemeldte får tilbud om vandreture med en jobkonsulent.
""",
    "skovlund.txt": """Beskæftigelsesplan 2025
Skovlund Kommune

1. Seniorer

Seniorer over 60 år i Skovlund kan få hjælp af et seniornetværk. Netværket mødes den første mandag i måneden.
""",
}

Run = Callable[..., subprocess.CompletedProcess[str]]


def environment(**more: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PLANSVAR_")}
    return {**plain, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "COLUMNS": "100", **more}


def run_command(
    *arguments: object, cwd: Path, stdin: str | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=environment(**more),
        cwd=cwd,
        input=stdin,
        timeout=300,
        check=False,
    )


def run_here(*arguments: object, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command inside this process, which is faster and shows the same."""
    result = CliRunner().invoke(app, [*map(str, arguments)], prog_name="plansvar", input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return subprocess.CompletedProcess([], result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command here, or as a process of its own where it gets an environment of its own."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **more: (
        run_command(*arguments, cwd=tmp_path, **more)
        if more.keys() - {"stdin"}
        else run_here(*arguments, **more)
    )


@pytest.fixture
def run_process(tmp_path: Path) -> Run:
    return lambda *arguments, **more: run_command(*arguments, cwd=tmp_path, **more)


@pytest.fixture(scope="session")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans")
    for name, text in PLANS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def store(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that tests only read."""
    folder = tmp_path_factory.mktemp("read-only") / "store"
    done = run_here("add", plans, "--store", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def command() -> list[str]:
    return COMMAND


@pytest.fixture
def environ() -> Callable[..., dict[str, str]]:
    return environment
