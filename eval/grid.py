"""The settings that a search tries: every combination of the values in one file.

metric = "truthfulness"
held_out = "other-questions.jsonl"
[settings]
dense = [0.1, 0.3]
longest = [800, 1200]
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from eval.metrics.catalogue import METRICS
from eval.metrics.metric import Metric
from eval.stamp import Setting
from ingest.errors import PlansvarError


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
    named = [[Setting(name, str(value)) for value in values] for name, values in axes.items()]
    held_out = file.get("held_out")
    if not isinstance(held_out, str | None):
        raise GridError(path, "held_out_no_name", value=held_out)
    beside = path.parent / held_out if held_out else None
    return Grid(_metric(path, file.get("metric")), ((), *product(*named)), beside)


def _metric(path: Path, name: object) -> Metric:
    found = next((metric for metric in METRICS if metric.name == name), None)
    if found is None:
        known = ", ".join(metric.name for metric in METRICS)
        raise GridError(path, "unknown_name", name=name, known=known)
    return found
