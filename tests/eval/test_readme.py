"""The page on evaluation says what the code does."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

import eval as package
from assistant.answer import Reason
from eval.gate import load_gate
from eval.grid import MODEL, SIZE, load_grid
from eval.metrics.catalogue import METRICS
from eval.questions import KINDS, Case, parse_case

PAGE = (Path(package.__file__).parent / "README.md").read_text("utf-8")


def block(language, n=0):
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)[n]


def test_the_example_of_a_case_can_be_read():
    assert parse_case(block("json")).documents == ("birkelund-2024",)


def test_the_example_of_a_gate_can_be_used(tmp_path):
    (tmp_path / "gate.toml").write_text(block("toml"))
    assert len(load_gate(tmp_path / "gate.toml").limits) == 5


def test_the_example_of_a_search_can_be_used(tmp_path):
    (tmp_path / "grid.toml").write_text(block("toml", 1))
    assert len(load_grid(tmp_path / "grid.toml").combinations) == 4


def test_every_setting_of_a_search_is_named_but_the_weights():
    assert all(f"`{name}`" in PAGE for name in (*MODEL, *SIZE))


@pytest.mark.parametrize("name", [field.name for field in fields(Case)])
def test_every_field_is_described(name):
    assert re.search(rf"^\|[^|]*`{name}`[^|]*\|", PAGE, re.MULTILINE)


@pytest.mark.parametrize("name", [metric.name for metric in METRICS])
def test_every_metric_is_described(name):
    assert re.search(rf"^\|[^|]*`{name}`[^|]*\|", PAGE, re.MULTILINE)


def test_every_kind_and_reason_is_named():
    assert ", ".join(KINDS) in PAGE
    assert all(reason.value in PAGE for reason in Reason if reason is not Reason.EMPTY_COLLECTION)
