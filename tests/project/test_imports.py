"""Data flows one way, and so do the imports; a library that can be replaced lives in one module."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.project.sources import PACKAGES, ROOT, files, module_name, name_of, parsed

MODULES = files(*PACKAGES)
NAMES = {module_name(path) for path in MODULES}
OURS = {*PACKAGES, "tests"}

EVERYWHERE = {"numpy", "pydantic", "pydantic_core"}
"""Vocabulary rather than machinery: arrays, and the checking of what comes from outside."""
PACKAGE_OF = {
    "langchain": "assistant",
    "langchain_core": "assistant",
    "rapidfuzz": "ingest.danish",
    "streamlit": "ui",
    "typer": "ui",
}
"""Libraries that are the shape of a whole package."""
EXPORTS = "ui.exports"
"""A format that is read in one module may be written in another, here."""
SCRIPTS = ("corpus.sample", "ingest.training")
"""What a maintainer runs to make the data that is committed; users never do."""
NOT_IMPORTED = {"torch"}
"""Declared for its bounds: sentence-transformers needs it."""


def imports(path: Path) -> Iterator[ast.alias]:
    """Yield what a module imports, inside functions and for types too, as dotted names."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from node.names
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno} imports relatively"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield ast.alias(whole if whole in NAMES else str(node.module), alias.asname)


def imported(path: Path) -> set[str]:
    return {alias.name for alias in imports(path)}


def outside(path: Path) -> set[str]:
    """Return the third-party libraries that a module imports."""
    return {name.partition(".")[0] for name in imported(path)} - OURS - sys.stdlib_module_names


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_never_go_backwards(path: Path) -> None:
    own = PACKAGES.index(module_name(path).partition(".")[0])
    later = {name for name in imported(path) if name.partition(".")[0] in {*PACKAGES[own + 1 :], "tests"}}
    assert not later


def test_no_modules_import_each_other() -> None:
    """Raises CycleError, which names the cycle."""
    graph = {module_name(path): imported(path) & NAMES - {module_name(path)} for path in MODULES}
    assert len(list(TopologicalSorter(graph).static_order())) >= len(MODULES)


def test_a_library_lives_in_one_module() -> None:
    users: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for path in MODULES:
        name = module_name(path)
        for library in outside(path) - EVERYWHERE:
            if not name.startswith(SCRIPTS) and not name.startswith(PACKAGE_OF.get(library, "\0")):
                users[library, name.startswith(EXPORTS)].add(name)
    spread = {of: names for of, names in users.items() if len(names) > 1 or of[0] in PACKAGE_OF}
    assert not spread


def test_a_bare_import_of_eval_hides_the_built_in() -> None:
    bare = [
        name_of(p) for p in files(*PACKAGES, "tests") for a in imports(p) if (a.asname or a.name) == "eval"
    ]
    assert not bare


def test_no_file_that_streamlit_puts_first_on_the_path_hides_a_module() -> None:
    beside = {path.stem for path in (ROOT / "ui").iterdir() if path.suffix in ("", ".py")}
    libraries = {library for path in MODULES for library in outside(path)}
    assert not beside & (libraries | OURS | sys.stdlib_module_names)


def declared(group: str = "") -> set[str]:
    """Return the distributions that pyproject.toml names, without their extras and bounds."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["optional-dependencies"][group] if group else project["dependencies"]
    return {_plain(re.split(r"[\[<>=! ]", line)[0]) for line in lines}


def test_every_library_that_is_imported_is_declared() -> None:
    by_module = packages_distributions()
    missing = {
        f"{library} in {name_of(path)}"
        for path in MODULES
        for library in outside(path) - {"pydantic_core"}
        if not {_plain(d) for d in by_module.get(library, [library])} & _allowed(module_name(path))
    }
    assert not missing


def test_every_library_that_is_declared_is_imported() -> None:
    by_module = packages_distributions()
    used = {
        _plain(d) for path in MODULES for library in outside(path) for d in by_module.get(library, [library])
    }
    assert declared() - used <= NOT_IMPORTED


def _allowed(module: str) -> set[str]:
    """Scripts may use what the development and training extras bring."""
    brought = declared("dev") | declared("train") | {"datasets", "transformers"}
    return declared() | brought if module.startswith(SCRIPTS) else declared()


def _plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
