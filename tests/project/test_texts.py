"""Every string that people read: in the catalogue, in both languages, with the same fields, and used."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from tests.project.sources import ROOT, files, name_of, parsed

ENTRIES = {
    f"{path.stem}.{name}": entry
    for path in sorted((ROOT / "corpus" / "texts").glob("*.toml"))
    for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()
}
AREAS = {key.partition(".")[0] for key in ENTRIES}
CODE = files("ingest", "assistant", "eval", "ui")
TEMPLATES = files("eval", "ui", ending=".html")

DANISH = re.compile(r"\b(af|der|det|eller|er|et|fra|ikke|kan|med|og|som|på|til|vi)\b", re.IGNORECASE)
"""Words that do not stand in an English sentence, as "for", "at" and "under" do."""
LETTERS = re.compile(r"\w[æøå]|[æøå]\w", re.IGNORECASE)
QUOTED = re.compile(r"[\"“”][^\"“”]*[\"“”]|'[^']*'|`[^`]*`|<[^>]*>")
SAME = re.compile(r"[\W\d_]*(\w+[\W\d_]*)?|([\W\d_]*[A-Z]\w+[\W\d_]*)+")
"""One word, names, or nothing but format: what may be the same in both languages."""
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


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@cache
def literals() -> frozenset[str]:
    """Return what the variable part of a key can be: a string constant, or the name of a value's field."""
    nodes = [node for path in CODE for node in ast.walk(parsed(path))]
    constants = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    named = {n.target.id for n in nodes if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)}
    return frozenset(
        (constants | named).union(*(re.findall(r"[\"'](\w+)[\"']", read(path)) for path in TEMPLATES))
    )


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
    given = (
        None if any(k.arg is None for k in call.keywords) else frozenset(k.arg or "" for k in call.keywords)
    )
    place = f"{name}:{call.lineno}"
    if called == "text" and call.args:
        yield from (Use(p, place, given) for p in _patterns(call.args[0]) if p.partition(r"\.")[0] in AREAS)
    elif called in ("say", "Finding") and call.args:
        given = FINDING_FIELDS if called == "Finding" else given
        area = "eval" if name.startswith(("eval/", "ui/eval")) else "cli"
        yield from (Use(rf"{area}\.{p}", place, given) for p in _patterns(call.args[0]))
    elif called.endswith("Error") and len(call.args) > 1:
        for pattern in _patterns(call.args[1]):
            yield Use(rf"errors\.{pattern}_(reason|remedy)", place, given)


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


def test_both_languages_are_there_and_say_something() -> None:
    assert not [k for k, e in ENTRIES.items() if set(e) != {"da", "en"} or not all(e.values())]
    assert not [k for k, e in ENTRIES.items() if e["da"] == e["en"] and not SAME.fullmatch(_bare(e["en"]))]


def test_both_languages_have_the_same_fields() -> None:
    assert not [key for key, entry in ENTRIES.items() if fields(entry["da"]) != fields(entry["en"])]


def test_every_string_that_the_code_names_is_in_the_catalogue() -> None:
    missing = {
        f"{use.place} {use.pattern}"
        for use in uses()
        if use.given is not None and not any(re.fullmatch(use.pattern, key) for key in ENTRIES)
    }
    assert not missing


def test_every_call_fills_in_the_fields_of_its_string() -> None:
    """A call may give more than one string needs: the reason and the remedy of an error share theirs."""
    wrong = {
        f"{use.place} {key} {sorted(fields(ENTRIES[key]['da']) - use.given)}"
        for use in uses()
        if use.given is not None
        for key in use.keys
        if r"\w+" not in use.pattern and fields(ENTRIES[key]["da"]) - use.given
    }
    assert not wrong


def test_no_string_is_unused() -> None:
    used = {key for use in uses() for key in use.keys}
    used |= {k for k in ENTRIES if k.startswith("errors.") and k[7:].rpartition("_")[0] in literals()}
    assert not sorted(set(ENTRIES) - used)


def test_no_danish_stands_in_an_english_text() -> None:
    odd = {
        key: entry["en"]
        for key, entry in ENTRIES.items()
        if DANISH.search(QUOTED.sub("", entry["en"])) or LETTERS.search(QUOTED.sub("", entry["en"]))
    }
    assert not odd


def test_no_danish_text_stands_in_the_code() -> None:
    """A sentence belongs in corpus/texts; a regular expression over plans is no sentence."""
    odd = [
        f"{name_of(path)}:{node.lineno} {node.value!r}"
        for path in files("eval", "ui")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.search(r"[æøåÆØÅ]", node.value) and re.search(r"\w \w", node.value) and "\\" not in node.value
        if not _is_docstring(node, parsed(path))
    ]
    assert not odd


def _is_docstring(node: ast.Constant, tree: ast.Module) -> bool:
    return any(isinstance(n, ast.Expr) and n.value is node for n in ast.walk(tree))


def _bare(template: str) -> str:
    return re.sub(r"\{[^}]*\}", "", template)
