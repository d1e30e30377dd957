"""How far two raters agree, and how much of it is more than chance (Cohen's kappa)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

Pair = tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The share of ``count`` answers on which both say the same, and kappa; NaN where it is not defined.

    Kappa has no value where there is nothing to compare, or where both always say one and the same thing.
    """

    count: int
    share: float
    kappa: float

    @property
    def known(self) -> bool:
        """Say whether there is anything to compare."""
        return self.count > 0

    @property
    def beyond_chance(self) -> bool:
        """Say whether kappa is defined."""
        return not isnan(self.kappa)


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """Return how far two raters agree who each said yes or no to the same answers."""
    count = len(pairs)
    if not count:
        return Agreement(0, nan, nan)
    share = sum(one == other for one, other in pairs) / count
    first = sum(one for one, _ in pairs) / count
    second = sum(other for _, other in pairs) / count
    by_chance = first * second + (1 - first) * (1 - second)
    return Agreement(count, share, nan if by_chance == 1 else (share - by_chance) / (1 - by_chance))
