"""Which strings of corpus/texts the code names, read from the code itself."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.project.sources import ROOT, files, name_of, parsed

ENTRIES = {
    f"{path.stem}.{name}": entry
    for path in sorted((ROOT / "corpus" / "texts").glob("*.toml"))
    for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()
}
AREAS = {key.partition(".")[0] for key in ENTRIES}
CODE = files("ingest", "assistant", "eval", "ui")
TEMPLATES = files("eval", "ui", ending=".html")

FINDING_FIELDS = frozenset({"count", "detail"})


@dataclass(frozen=True)
class Use:
    """A place in the code that names a string, or the pattern of several."""

    pattern: str
    place: str
    given: frozenset[str] | None
    """The fields that the call fills in; None where that cannot be read from the call."""

    @property
    def keys(self) -> list[str]:
        return [key for key in ENTRIES if re.fullmatch(self.pattern, key) and _variable(self.pattern, key)]


@cache
def literals() -> frozenset[str]:
    """Return what the variable part of a key can be: a string constant, or the name of a value's field."""
    nodes = [node for path in CODE for node in ast.walk(parsed(path))]
    constants = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    named = {n.target.id for n in nodes if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)}
    quoted = {word for path in TEMPLATES for word in re.findall(r"[\"'](\w+)[\"']", read(path))}
    return frozenset(constants | named | quoted)


@cache
def composed() -> tuple[str, ...]:
    """Return the patterns of every f-string that begins with a word."""
    nodes = (node for path in CODE for node in ast.walk(parsed(path)))
    patterns = {pattern for n in nodes if isinstance(n, ast.JoinedStr) for pattern in _patterns(n)}
    return tuple(sorted(pattern for pattern in patterns if re.match(r"[a-z]+_\\w\+$", pattern)))


@cache
def uses() -> tuple[Use, ...]:
    return (
        *(use for path in CODE for use in _uses_in(parsed(path), name_of(path))),
        *(use for path in TEMPLATES for use in _uses_in_template(read(path), name_of(path))),
    )


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _uses_in_template(template: str, name: str) -> Iterator[Use]:
    """Yield what ``say("name")`` and ``say("name_" + variable)`` name."""
    for said, more in re.findall(r"say\(\s*[\"'](\w+)[\"']\s*([~+])?", template):
        yield Use(rf"eval\.{said}" + (r"\w+" if more else ""), name, None)


def _uses_in(tree: ast.Module, name: str) -> Iterator[Use]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _named_by(node, name)
        for pattern in _patterns(node) if isinstance(node, ast.Constant | ast.JoinedStr) else ():
            area, _, rest = pattern.partition(r"\.")
            if area in AREAS and re.search(r"[a-z]", rest.replace(r"\w+", "")):
                yield Use(pattern, f"{name}:{node.lineno}", None)


def _named_by(call: ast.Call, name: str) -> Iterator[Use]:
    """Yield what text(), say() and our errors name by their arguments."""
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    names = [keyword.arg for keyword in call.keywords]
    given = None if None in names else frozenset(name for name in names if name)
    place = f"{name}:{call.lineno}"
    if called == "text" and call.args:
        yield from (Use(p, place, given) for p in _patterns(call.args[0]) if p.partition(r"\.")[0] in AREAS)
    elif called in ("say", "Finding") and call.args:
        given = FINDING_FIELDS if called == "Finding" else given
        area = "eval" if name.startswith(("eval/", "ui/eval")) else "cli"
        yield from (Use(rf"{area}\.{p}", place, given) for p in _patterns(call.args[0]))
    elif called.endswith("Error") and len(call.args) > 1:
        for pattern in _patterns(call.args[1]):
            yield from (Use(rf"errors\.{pattern}_{part}", place, given) for part in ("reason", "remedy"))


def _patterns(node: ast.AST) -> list[str]:
    """Return the strings that an expression may be, as patterns; none where that cannot be read."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [re.escape(node.value)]
    if isinstance(node, ast.JoinedStr):
        parts = [re.escape(p.value) if isinstance(p, ast.Constant) else r"\w+" for p in node.values]
        return ["".join(parts)] if parts[0] != r"\w+" else []
    if isinstance(node, ast.IfExp):
        return _patterns(node.body) + _patterns(node.orelse)
    return []


def _variable(pattern: str, key: str) -> bool:
    """Say whether the variable part of a key stands in the code somewhere, as an enum's value does."""
    found = re.fullmatch(pattern.replace(r"\w+", r"(\w+)"), key)
    return all(_spelled(part) for part in found.groups()) if found else True


def _spelled(part: str) -> bool:
    """Say whether ``part`` stands in the code, whole or as a beginning and a value that is put after it."""
    if part in literals():
        return True
    return any(re.fullmatch(p, part) and part[len(p) - 3 :] in literals() for p in composed())
