import numpy as np
import pytest

from environment.statistics.change import Days, change
from environment.statistics.seasons import without_season
from tests.environment.statistics.test_change import autoregressive, days

MONTHS = np.arange(365) * 12 // 365
SEASON = 2 * np.cos(np.arange(365) / 365 * 2 * np.pi)


def interval(first, second, seed=1):
    drawn = without_season([first, second], [MONTHS, MONTHS])
    return change(*drawn, replications=100, seed=seed).absolute


def test_the_means_stay():
    first, second = days(autoregressive(365, 0.5, 1) + SEASON), days(autoregressive(365, 0.5, 2) - 7)

    found = without_season([first, second], [MONTHS, MONTHS])

    assert [each.mean for each in found] == pytest.approx([first.mean, second.mean])


def test_gaps_stay_gaps():
    values = autoregressive(365, 0.5, 1)
    values[5] = np.nan

    (found,) = without_season([days(values)], [MONTHS])

    assert (found.n[5], found.total[5]) == (0, 0)


def test_a_season_makes_no_interval_wider():
    first, second = autoregressive(365, 0.5, 1), autoregressive(365, 0.5, 2)

    plain = interval(days(first), days(second))
    seasonal = interval(days(first + SEASON), days(second + SEASON))

    assert seasonal.high - seasonal.low == pytest.approx(plain.high - plain.low, rel=0.1)


def test_a_day_with_more_values_weighs_more():
    full, half = np.full(365, 24.0), np.where(np.arange(365) % 2, 24.0, 12.0)
    values = autoregressive(365, 0.5, 1) + SEASON

    found = without_season([Days(full, full * values), Days(half, half * values)], [MONTHS, MONTHS])

    assert found[1].mean == pytest.approx(float((half * values).sum() / half.sum()))


@pytest.mark.parametrize("phi", [0.3, 0.6])
def test_intervals_of_seasonal_days_cover_the_true_change_about_as_often_as_they_say(phi):
    covered = 0
    for seed in range(60):
        first, second = (days(autoregressive(365, phi, 1000 * part + seed) + SEASON) for part in (1, 2))
        found = interval(first, second, seed)
        covered += found.low <= 0 <= found.high

    assert covered >= 50
