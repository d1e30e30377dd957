"""How far two raters agree: known tables, and a second way to compute kappa."""

import random
from math import isnan

import pytest

from eval.agreement import agreement

YES, NO = True, False


def table(both, first_only, second_only, neither):
    return [
        *[(YES, YES)] * both,
        *[(YES, NO)] * first_only,
        *[(NO, YES)] * second_only,
        *[(NO, NO)] * neither,
    ]


@pytest.mark.parametrize(
    ("pairs", "share", "kappa"),
    [
        (table(20, 5, 10, 15), 0.7, 0.4),
        (table(45, 15, 25, 15), 0.6, 0.1304),
        (table(25, 35, 5, 35), 0.6, 0.2593),
        (table(10, 0, 0, 10), 1, 1),
        (table(0, 10, 10, 0), 0, -1),
        (table(9, 0, 1, 0), 0.9, 0),
    ],
)
def test_known_tables(pairs, share, kappa):
    found = agreement(pairs)
    assert (found.count, found.share) == (len(pairs), pytest.approx(share))
    assert found.kappa == pytest.approx(kappa, abs=1e-4)


def test_nothing_to_compare_is_no_data():
    found = agreement([])
    assert not found.known
    assert isnan(found.share)
    assert isnan(found.kappa)


def test_two_who_always_say_the_same_one_thing_agree_but_not_beyond_chance():
    found = agreement(table(7, 0, 0, 0))
    assert found.share == 1
    assert not found.beyond_chance


def test_kappa_is_what_the_counts_of_a_table_give():
    """2 (ad - bc) / ((a + b)(b + d) + (a + c)(c + d)): the same figure without any shares."""
    drawn = random.Random(1)
    for _ in range(50):
        a, b, c, d = (drawn.randint(1, 30) for _ in range(4))
        expected = 2 * (a * d - b * c) / ((a + b) * (b + d) + (a + c) * (c + d))
        assert agreement(table(a, b, c, d)).kappa == pytest.approx(expected)
