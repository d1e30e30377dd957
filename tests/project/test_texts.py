"""Every string that people read: in the catalogue, in both languages, with the same fields, and used."""

from __future__ import annotations

import ast
import re
from string import Formatter

from tests.project.sources import files, name_of, parsed
from tests.project.text_uses import ENTRIES, literals, uses

DANISH = re.compile(r"\b(af|der|det|eller|er|et|fra|ikke|kan|med|og|som|på|til|vi)\b", re.IGNORECASE)
"""Words that do not stand in an English sentence, as "for", "at" and "under" do."""
LETTERS = re.compile(r"\w[æøå]|[æøå]\w", re.IGNORECASE)
QUOTED = re.compile(r"[\"“”][^\"“”]*[\"“”]|'[^']*'|`[^`]*`|<[^>]*>")
SAME = re.compile(r"[\W\d_]*(\w+[\W\d_]*)?|([\W\d_]*[A-Z]\w+[\W\d_]*)+")
"""One word, names, or nothing but format: what may be the same in both languages."""


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


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
