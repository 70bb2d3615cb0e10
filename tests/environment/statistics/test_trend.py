import numpy as np
import pymannkendall
import pytest
from scipy.stats import theilslopes

from environment.statistics.trend import seasonal_trend


def monthly(years, seed, slope=-0.3):
    random = np.random.default_rng(seed)
    months = np.arange(12 * years)
    return 50 + 10 * np.cos(months / 6 * np.pi) + slope * months + random.normal(scale=4, size=len(months))


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("rounded", [False, True])
def test_the_test_and_the_slope_are_those_of_pymannkendall(seed, rounded):
    series = monthly(6, seed)
    series = series.round() if rounded else series

    found = seasonal_trend(series, period=12)

    expected = pymannkendall.seasonal_test(series, period=12)
    assert (found.s, found.variance) == pytest.approx((expected.s, expected.var_s))
    assert (found.p, found.slope) == pytest.approx((expected.p, expected.slope))


def test_gaps_are_left_out_as_pymannkendall_leaves_them_out():
    series = monthly(6, 4)
    series[[3, 17, 40]] = np.nan

    found = seasonal_trend(series, period=12)

    expected = pymannkendall.seasonal_test(series, period=12)
    assert (found.p, found.slope) == pytest.approx((expected.p, expected.slope))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_without_seasons_slope_and_interval_are_those_of_scipy(seed):
    series = monthly(3, seed)

    found = seasonal_trend(series, period=1)

    expected = theilslopes(series, alpha=0.95)
    assert (found.slope, found.low, found.high) == pytest.approx(
        (expected.slope, expected.low_slope, expected.high_slope)
    )


def test_one_value_a_season_makes_no_trend():
    assert seasonal_trend(np.arange(12.0), period=12) is None


def test_equal_values_have_no_trend():
    found = seasonal_trend(np.full(36, 4.0), period=12)

    assert (found.slope, found.p) == (0.0, 1.0)
