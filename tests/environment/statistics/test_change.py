import numpy as np
import pytest

from environment.statistics.blocks import block_length
from environment.statistics.change import Days, change, difference_of_changes


def autoregressive(n, phi, seed, mean=50.0):
    """An AR(1) series of unit innovations that starts in its long-run state."""
    noise = np.random.default_rng(seed).normal(size=n)
    series = np.empty(n)
    series[0] = noise[0] / np.sqrt(1 - phi**2)
    for step in range(1, n):
        series[step] = phi * series[step - 1] + noise[step]
    return mean + series


def days(values):
    known = np.isfinite(values)
    return Days(known.astype(float), np.nan_to_num(values))


def test_blocks_are_longer_where_days_resemble_their_neighbours():
    lengths = [
        np.median([block_length(autoregressive(400, phi, seed)) for seed in range(9)])
        for phi in (0, 0.5, 0.9)
    ]

    assert sorted(lengths) == lengths
    assert lengths[0] < 4 < lengths[2]


def test_a_constant_series_needs_no_blocks():
    assert block_length(np.full(50, 3.0)) == 1.0


def test_the_same_seed_gives_the_same_interval():
    first, second = days(autoregressive(90, 0.5, 1)), days(autoregressive(90, 0.5, 2))

    assert change(first, second, replications=50, seed=7) == change(first, second, replications=50, seed=7)


def test_the_value_is_the_difference_of_the_plain_means():
    found = change(days(np.array([40.0, 60.0])), days(np.array([20.0, 50.0])), replications=50, seed=1)

    assert (found.absolute.value, found.relative.value) == (-15.0, pytest.approx(-30.0))


def test_a_day_with_more_values_weighs_more():
    baseline = Days(np.array([24.0, 12.0]), np.array([24 * 10.0, 12 * 40.0]))

    assert baseline.mean == 20.0


def test_gaps_count_for_nothing():
    values = np.array([10.0, np.nan, 30.0, np.nan])

    assert change(days(values), days(values), replications=20, seed=1).absolute.value == 0.0


@pytest.mark.parametrize("phi", [0.0, 0.6])
def test_intervals_of_autocorrelated_days_cover_the_true_change_about_as_often_as_they_say(phi):
    covered = 0
    for seed in range(60):
        first, second = (days(autoregressive(365, phi, 1000 * part + seed)) for part in (1, 2))
        interval = change(first, second, replications=100, seed=seed).absolute
        covered += interval.low <= 0 <= interval.high

    assert covered >= 50


def test_what_project_and_controls_share_cancels_out():
    shared = autoregressive(200, 0.8, 3)
    own, controls = (days(shared), days(shared + 5)), (days(shared + 20), days(shared + 22))

    found = difference_of_changes(own, controls, replications=50, seed=1)

    assert (found.value, found.low, found.high) == pytest.approx((3.0, 3.0, 3.0))
