"""The habits of CONTRIBUTING.md that a program can check."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from statistics import median

import pytest

from tests.project.sources import PACKAGES, files, name_of, parsed

CODE = files(*PACKAGES)
ALL = files(*PACKAGES, "tests")

FILE_LINES = 250
FUNCTION_LINES = 60
MEDIAN_LINES = 12
LONG_FILES: dict[str, int] = {}
"""Files that are longer, and how long they may be: for a list that cannot be parted."""
UNFINISHED = re.compile(r"\b(TODO|FIXME|HACK)\b")
VAGUE = {"base", "common", "helpers", "misc", "utils", "util"}


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(parsed(path))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines from ``def`` to the end, decorators not counted."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_file_is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONG_FILES.get(name_of(path), FILE_LINES)


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_a_function_is_short(path: Path) -> None:
    assert not {f.name: length(f) for f in functions(path) if length(f) > FUNCTION_LINES}


def test_the_median_function_is_very_short() -> None:
    assert median(length(function) for path in CODE for function in functions(path)) < MEDIAN_LINES


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_nothing_is_left_for_later(path: Path) -> None:
    """This file names what it looks for."""
    assert path == Path(__file__) or not UNFINISHED.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_no_error_is_caught_that_was_not_foreseen(path: Path) -> None:
    """Cleaning up is something else: a handler that ends in ``raise`` lets the error go on."""
    handlers = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.ExceptHandler)]
    broad = [h for h in handlers if _names(h.type) & {"Exception", "BaseException", ""}]
    assert not [h.lineno for h in broad if not isinstance(h.body[-1], ast.Raise) or h.body[-1].exc]


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_no_input_is_checked_with_assert(path: Path) -> None:
    assert not [node.lineno for node in ast.walk(parsed(path)) if isinstance(node, ast.Assert)]


def test_a_file_is_named_after_what_it_holds() -> None:
    assert not [name_of(path) for path in ALL if path.stem in VAGUE]


def test_values_do_not_change() -> None:
    """A dataclass is frozen: a stage makes a new value. One that a module keeps to itself need not be."""
    loose = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in CODE
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        for decorator in node.decorator_list
        if "dataclass" in ast.unparse(decorator) and "frozen=True" not in ast.unparse(decorator)
    ]
    assert not loose


@pytest.mark.parametrize("path", files("tests"), ids=name_of)
def test_no_path_of_one_machine_stands_in_a_test(path: Path) -> None:
    assert path == Path(__file__) or not re.search(
        r"['\"]/(work|home|root|Users)/", path.read_text(encoding="utf-8")
    )


def _names(node: ast.expr | None) -> set[str]:
    """Return the names in an except clause; a bare one has the name ""."""
    if node is None:
        return {""}
    return {ast.unparse(each) for each in (node.elts if isinstance(node, ast.Tuple) else [node])}
