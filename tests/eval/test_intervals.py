import math
import random

import pytest

from eval.intervals import Sample, holm, mean, median, randomisation_test


def samples(values, clusters=None, weights=None):
    clusters = clusters or [str(n) for n in range(len(values))]
    weights = weights or [1] * len(values)
    return [
        Sample(value, weight, cluster)
        for value, weight, cluster in zip(values, weights, clusters, strict=True)
    ]


def test_no_data_is_neither_a_value_nor_zero():
    for pooled in (mean([]), median([])):
        assert math.isnan(pooled.value)
        assert not pooled.known
        assert not pooled.bounded


def test_weights_count_pieces():
    assert mean(samples([1, 0], weights=[3, 1])).value == 0.75


def test_one_cluster_has_a_value_and_no_interval():
    estimate = mean(samples([1, 0, 1], clusters=["a"] * 3))
    assert estimate.value == pytest.approx(2 / 3)
    assert math.isnan(estimate.low)
    assert not estimate.bounded


def test_the_interval_holds_the_value_and_stays_within_the_data():
    estimate = mean(samples([0, 1, 1, 1, 0, 1, 1, 0, 1, 1]))
    assert 0 <= estimate.low < estimate.value < estimate.high <= 1


def test_clusters_that_agree_within_themselves_widen_the_interval():
    values = [0] * 10 + [1] * 30
    loose = mean(samples(values))
    tight = mean(samples(values, clusters=[str(n // 10) for n in range(40)]))
    assert tight.value == loose.value
    assert tight.high - tight.low > loose.high - loose.low


def test_the_interval_covers_the_truth_about_as_often_as_it_says():
    chance = random.Random(3)
    runs = [mean(samples([chance.gauss(0.5, 0.2) for _ in range(40)])) for _ in range(200)]
    covered = sum(run.low <= 0.5 <= run.high for run in runs)
    assert 176 <= covered <= 200


def test_the_same_rows_give_the_same_interval():
    assert mean(samples([0, 1, 1, 0])) == mean(samples([0, 1, 1, 0]))


@pytest.mark.parametrize(("values", "middle"), [([3], 3), ([1, 2, 9], 2), ([1, 2, 3, 9], 2.5)])
def test_median(values, middle):
    assert median(samples(values)).value == middle


@pytest.mark.parametrize(
    ("differences", "p"),
    [
        ([], 1),
        ([0, 0, 0], 1),
        ([1], 1),
        ([1, 1, 1], 2 / 8),
        ([-1] * 6 + [0] * 50, 2 / 64),
        ([1, -1, 1, -1], 1),
        ([2, 1, -1], 6 / 8),
    ],
)
def test_randomisation_counts_every_pattern_of_signs(differences, p):
    assert randomisation_test(differences) == pytest.approx(p)


def test_many_pairs_are_sampled_and_agree_with_counting():
    differences = [1.0] * 12 + [-1.0] * 4
    exact = 2 * sum(math.comb(16, k) for k in range(5)) / 2**16
    assert randomisation_test(differences) == pytest.approx(exact, abs=0.01)


@pytest.mark.parametrize(
    ("given", "corrected"),
    [
        ([], []),
        ([0.04], [0.04]),
        ([0.01, 0.04, 0.03], [0.03, 0.06, 0.06]),
        ([0.5, 0.9], [1.0, 1.0]),
        ([0.02, 0.02], [0.04, 0.04]),
    ],
)
def test_holm(given, corrected):
    assert holm(given) == pytest.approx(corrected)
