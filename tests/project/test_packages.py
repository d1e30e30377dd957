"""What is installed is what is in the repository: every package, every data file, and nothing else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata, requires
from typing import Any

from packaging.requirements import Requirement

from tests.project.sources import PACKAGES, ROOT, SKIPPED

LISTED = """
import json
from setuptools import Distribution
dist = Distribution({"script_name": "setup.py"})
dist.parse_config_files(["pyproject.toml"])
build = dist.get_command_obj("build_py")
build.ensure_finalized()
data = [f"{source}/{name}" for _, source, _, names in build.data_files for name in names]
code = [file for _, _, file in build.find_all_modules()]
print(json.dumps([data, code]))
"""


@cache
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def built() -> list[str]:
    """Return the files that the build backend would put into a wheel."""
    done = subprocess.run(
        [sys.executable, "-c", LISTED], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    data, code = json.loads(done.stdout)
    folder = f"{ROOT.as_posix()}/"
    return sorted(re.sub(r"//+", "/", name).removeprefix(folder) for name in data + code)


def test_the_list_of_packages_is_the_packages_on_disk() -> None:
    inits = (
        path.parent.relative_to(ROOT) for name in PACKAGES for path in (ROOT / name).rglob("__init__.py")
    )
    on_disk = sorted(".".join(folder.parts) for folder in inits)
    assert sorted(pyproject()["tool"]["setuptools"]["packages"]) == on_disk


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for name in PACKAGES for path in (ROOT / name).rglob("*.py")}
    assert not [folder for folder in folders if not (folder / "__init__.py").exists()]


def test_every_file_is_built_once_and_nothing_else() -> None:
    paths = (path for name in PACKAGES for path in (ROOT / name).rglob("*") if path.is_file())
    wanted = [p.relative_to(ROOT) for p in paths if p.name != ".keep"]
    names = sorted(p.as_posix() for p in wanted if not SKIPPED & set(p.parts))
    assert sorted(set(built()) - set(names)) == []
    assert sorted(set(names) - set(built())) == []


def test_the_installed_command_is_ours() -> None:
    assert pyproject()["project"]["scripts"] == {"plansvar": "ui.cli:main"}


def test_the_licence_is_the_whole_apache_licence() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert pyproject()["project"]["license"] == "Apache-2.0"
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    project = pyproject()["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    assert not [line for group in groups for line in group if not re.search(r">=[\d.]+,<[\d.]+$", line)]


def test_every_dependency_is_explained() -> None:
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    project = pyproject()["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.split(r"[\[<>=]", line)[0] for group in groups for line in group}
    assert not [name for name in sorted(names) if f"`{name}`" not in explained]


def test_no_dependency_asks_for_our_source() -> None:
    """GPL and AGPL would bind whoever passes Plansvar on; LGPL and MPL bind only their own files."""
    strict = re.compile(r"(?<!L)\bA?GPL|GNU (Affero )?General Public", re.IGNORECASE)
    installed = _with_what_they_bring(pyproject()["project"]["dependencies"])
    assert len(installed) > 100
    assert not [name for name in sorted(installed) if strict.search(_licence(name))]


def _with_what_they_bring(lines: list[str]) -> set[str]:
    """Return the names of the distributions that these lines install, direct and indirect."""
    found: set[str] = set()
    waiting = [Requirement(line) for line in lines]
    while waiting:
        needed = waiting.pop()
        name = re.sub(r"[-_.]+", "-", needed.name).lower()
        if name not in found and (brings := _requires(needed)) is not None:
            found.add(name)
            waiting += brings
    return found


def _requires(needed: Requirement) -> list[Requirement] | None:
    """Return what a distribution requires here with these extras; None where it is not installed."""
    try:
        lines = requires(needed.name) or []
    except PackageNotFoundError:
        return None
    asked = [{"extra": extra} for extra in ("", *needed.extras)]
    brings = [Requirement(line) for line in lines]
    return [b for b in brings if b.marker is None or any(b.marker.evaluate(extra) for extra in asked)]


def _licence(distribution: str) -> str:
    said = metadata(distribution)
    classifiers = [line for line in said.get_all("Classifier") or [] if line.startswith("License")]
    return " ".join([said.get("License-Expression") or "", *classifiers])
