"""The settings that a search tries: every combination of the values in one file.

metric = "truthfulness"
held_out = "other-questions.jsonl"
[settings]
dense = [0.1, 0.3]
longest = [800, 1200]
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from itertools import product
from math import isfinite
from pathlib import Path

from assistant.weights import DEFAULT, Weights
from eval.metrics.catalogue import METRICS
from eval.metrics.metric import Metric
from eval.stamp import Setting
from ingest.errors import PlansvarError
from ingest.passages import SIZES, Sizes

MODEL = ("model", "query_prompt", "passage_prompt")
SIZE = tuple(field.name for field in fields(Sizes))
WEIGHT = tuple(field.name for field in fields(Weights))
KNOWN = (*MODEL, *SIZE, *WEIGHT)
"""What a search may change: a copy of the collection is made for a model or a size."""


class GridError(PlansvarError):
    """A file of settings to try that cannot be used."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The metric to choose by, and the combinations to try; the first changes nothing.

    ``held_out`` is a set that is asked once of the choice; without it the set's own held-out slice is.
    """

    metric: Metric
    combinations: tuple[tuple[Setting, ...], ...]
    held_out: Path | None = None


def load_grid(path: Path) -> Grid:
    """Read the settings to try. Raises GridError, which names what in the file is wrong."""
    try:
        file = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GridError(path, "unreadable_grid", detail=error) from error
    axes = file.get("settings")
    if not isinstance(axes, dict) or not all(isinstance(values, list) for values in axes.values()):
        raise GridError(path, "no_settings_in_grid")
    named = [[_setting(path, name, value) for value in values] for name, values in axes.items()]
    held_out = file.get("held_out")
    if not isinstance(held_out, str | None):
        raise GridError(path, "held_out_no_name", value=held_out)
    beside = path.parent / held_out if held_out else None
    return Grid(_metric(path, file.get("metric")), _combinations(named), beside)


def _combinations(named: Sequence[Sequence[Setting]]) -> tuple[tuple[Setting, ...], ...]:
    """Return every combination, first the settings of today, which are not tried a second time."""
    today = {**asdict(DEFAULT), **asdict(SIZES)}
    return (
        (),
        *(
            each
            for each in product(*named)
            if any(s.name not in today or float(s.value) != today[s.name] for s in each)
        ),
    )


def _setting(path: Path, name: str, value: object) -> Setting:
    if name not in KNOWN:
        raise GridError(path, "unknown_name", name=name, known=", ".join(KNOWN))
    right = str if name in MODEL else int if name in SIZE else (int, float)
    wrong = isinstance(value, bool) or not isinstance(value, right)
    if wrong or (isinstance(value, float) and not isfinite(value)):
        raise GridError(path, "wrong_value_in_grid", name=name, value=value)
    return Setting(name, str(value))


def _metric(path: Path, name: object) -> Metric:
    found = next((metric for metric in METRICS if metric.name == name), None)
    if found is None:
        known = ", ".join(metric.name for metric in METRICS)
        raise GridError(path, "unknown_name", name=name, known=known)
    return found
