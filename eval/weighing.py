"""The weights of answering as settings of a run: written into its stamp, and changed for an experiment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from math import isfinite

from assistant.weights import DEFAULT, Weights
from eval.stamp import Setting, Stamp
from ingest.errors import PlansvarError


class WeightError(PlansvarError):
    """A weight that there is not, or a value that is none."""


@dataclass(frozen=True, slots=True)
class Knob:
    """A weight that a person can understand and turn, between ``low`` and ``high``."""

    name: str
    low: float
    high: float
    step: float

    @property
    def values(self) -> tuple[float, ...]:
        """Return every value it can be turned to, the lowest first, the one of today among them."""
        steps = round((self.high - self.low) / self.step)
        return tuple(sorted({self.default, *(round(self.low + n * self.step, 6) for n in range(steps + 1))}))

    @property
    def default(self) -> float:
        """Return the value that questions are answered with."""
        return float(getattr(DEFAULT, self.name))


KNOBS = (Knob("judged", 5, 80, 5), Knob("support", 0.3, 0.9, 0.02), Knob("second", 0.7, 1.0, 0.02))
"""What the page lets an evaluator change. The other weights have no meaning of their own."""


def weights_with(settings: Iterable[Setting]) -> Weights:
    """Return the weights of today with some changed. Raises WeightError."""
    known = [field.name for field in fields(Weights)]
    values: dict[str, float] = {}
    for setting in settings:
        if setting.name not in known:
            raise WeightError(setting.name, "unknown_weight", known=", ".join(known))
        values[setting.name] = _number(setting)
    return replace(DEFAULT, **values)


def _number(setting: Setting) -> float:
    try:
        value = float(setting.value)
    except ValueError as error:
        raise WeightError(setting.name, "weight_not_a_number", value=setting.value) from error
    # Against "nan" nothing is larger or smaller: every threshold would pass, or none.
    if not isfinite(value):
        raise WeightError(setting.name, "weight_not_a_number", value=setting.value)
    return value


def parse_setting(written: str) -> Setting:
    """Return the setting that "support=0.6" writes. Raises WeightError."""
    name, sign, value = written.partition("=")
    if not sign:
        raise WeightError(written, "weight_without_value")
    return Setting(name.strip(), value.strip().replace(",", "."))


def all_settings(weights: Weights) -> tuple[Setting, ...]:
    """Return every weight as a run is stamped with it."""
    return tuple(Setting(name, f"{value:g}") for name, value in asdict(weights).items())


def changed(stamp: Stamp) -> tuple[Setting, ...]:
    """Return the settings of a run that are not those of today."""
    today = set(all_settings(DEFAULT))
    return tuple(setting for setting in stamp.settings if setting not in today)
