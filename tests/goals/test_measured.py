"""The register against goals labelled by hand: what the project promises of it."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from eval.goals import FIELDS, Labelled, Measured, measure, read_plan, shares

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "corpus" / "sample"


def measured(labels: Path, plans: Path, ending: str) -> list[Measured]:
    by_document: dict[str, list[Labelled]] = defaultdict(list)
    for line in labels.read_text(encoding="utf-8").splitlines():
        label = Labelled(**json.loads(line))
        by_document[label.document].append(label)
    files = {name: next(plans.glob(f"{name}{ending}")) for name in by_document}
    return [measure(read_plan(files[name]), found) for name, found in by_document.items()]


def check(figures: dict[str, tuple[int, int]]) -> None:
    share = {name: right / of for name, (right, of) in figures.items()}
    assert share["recall"] >= 0.95
    assert share["precision"] >= 0.85
    assert share["theme"] >= 0.85
    assert {name: share[name] for name in FIELDS if name != "theme" and share[name] < 0.9} == {}


def test_the_goals_of_the_sample_plans() -> None:
    check(shares(measured(SAMPLE / "goals.jsonl", SAMPLE / "plans", ".*")))


def test_the_goals_of_plans_in_other_formats() -> None:
    """Tables with a column a year, boxes in pieces, running text."""
    plans = Path(__file__).parent / "plans"
    check(shares(measured(plans / "developing.jsonl", plans, ".*")))


@pytest.mark.skipif(not SHARED.exists(), reason="the labelled plans are not beside this checkout")
@pytest.mark.parametrize("ending", [".txt", ".pdf"])
def test_the_goals_of_real_plans(ending: str) -> None:
    check(shares(measured(SHARED / "eval" / "goals-dev.jsonl", SHARED / "plans", ending)))
