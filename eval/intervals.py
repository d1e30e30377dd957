"""How sure a figure is: a bootstrap over clusters, a paired randomisation test, and Holm's correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import nan

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2000
_SEED = 20260101
_EXACT = 14
"""Up to this many differing pairs every one of the 2**n sign patterns is counted instead of sampled."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A value with its weight and the cluster that it is drawn with."""

    value: float
    weight: float
    cluster: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval, the number of rows behind it and of clusters they came from.

    All three are NaN where there is no data, and the interval alone where there is one cluster only.
    """

    value: float
    low: float
    high: float
    rows: int
    clusters: int

    @classmethod
    def nothing(cls) -> Estimate:
        """Return the estimate from no rows at all."""
        return cls(nan, nan, nan, 0, 0)

    @property
    def known(self) -> bool:
        """Say whether there is any data."""
        return self.rows > 0

    @property
    def bounded(self) -> bool:
        """Say whether there is an interval."""
        return self.clusters > 1


def mean(samples: Sequence[Sample]) -> Estimate:
    """Return the weighted mean; its interval comes from drawing whole clusters with replacement."""
    if not samples:
        return Estimate.nothing()
    names, index = _clusters(samples)
    weights = np.array([sample.weight for sample in samples])
    weighted = weights * np.array([sample.value for sample in samples])
    sums = np.bincount(index, weighted, len(names)), np.bincount(index, weights, len(names))
    draws = _draws(len(names))
    means = (draws @ sums[0]) / (draws @ sums[1])
    return _estimate(float(weighted.sum() / weights.sum()), means, samples, len(names))


def median(samples: Sequence[Sample]) -> Estimate:
    """Return the median (weights are not used), with an interval as for the mean."""
    if not samples:
        return Estimate.nothing()
    names, index = _clusters(samples)
    values = np.array([sample.value for sample in samples])
    order = np.argsort(values, kind="stable")
    counts = _draws(len(names))[:, index[order]].cumsum(axis=1)
    middle = (counts >= (counts[:, -1:] / 2)).argmax(axis=1)
    return _estimate(float(np.median(values)), values[order][middle], samples, len(names))


def randomisation_test(differences: Sequence[float]) -> float:
    """Return the two-sided p of a mean difference this large, were each pair's sign a coin's toss.

    Raises nothing for no pairs: without data nothing speaks against chance, and p is 1.
    """
    moved = np.array([each for each in differences if each != 0.0])
    if not len(moved):
        return 1.0
    seen = abs(moved.sum()) - 1e-12
    if len(moved) <= _EXACT:
        signs = np.array(list(product((-1.0, 1.0), repeat=len(moved))))
        return float((np.abs(signs @ moved) >= seen).mean())
    signs = np.random.default_rng(_SEED).choice((-1.0, 1.0), size=(10_000, len(moved)))
    return float((1 + (np.abs(signs @ moved) >= seen).sum()) / (1 + len(signs)))


def holm(p_values: Sequence[float]) -> list[float]:
    """Return the p-values corrected for their number (Holm), in the order given."""
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    corrected = [1.0] * len(p_values)
    highest = 0.0
    for place, i in enumerate(order):
        highest = max(highest, min(1.0, p_values[i] * (len(p_values) - place)))
        corrected[i] = highest
    return corrected


def _clusters(samples: Sequence[Sample]) -> tuple[list[str], NDArray[np.int64]]:
    names = sorted({sample.cluster for sample in samples})
    number = {name: n for n, name in enumerate(names)}
    return names, np.array([number[sample.cluster] for sample in samples])


@lru_cache(maxsize=4)
def _draws(clusters: int) -> Floats:
    """Return how often each cluster was drawn, one row a resample; the same count gives the same draws."""
    drawn = np.random.default_rng(_SEED).multinomial(clusters, [1 / clusters] * clusters, size=RESAMPLES)
    draws = drawn.astype(np.float64)
    draws.setflags(write=False)
    return draws


def _estimate(value: float, resampled: Floats, samples: Sequence[Sample], clusters: int) -> Estimate:
    if clusters < 2:
        return Estimate(value, nan, nan, len(samples), clusters)
    low, high = np.percentile(resampled, (2.5, 97.5))
    return Estimate(value, float(low), float(high), len(samples), clusters)
