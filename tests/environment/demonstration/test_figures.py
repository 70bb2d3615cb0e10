import numpy as np
import pytest

from environment.demonstration.figures import HABITS, figures

A_YEAR = np.arange(412_000, 412_000 + 8766)


def mean_in(months: slice, pollutant: str) -> float:
    hours, values = figures("seoul", "111123", pollutant, A_YEAR)
    days = ((hours + 9) // 24 * 24).astype("datetime64[h]").astype("datetime64[M]").astype(int) % 12
    return float(values[np.isin(days, list(range(12))[months])].mean())


def test_the_same_figures_come_each_time():
    first = figures("beijing", "dongsi", "pm25", A_YEAR)[1]
    again = figures("beijing", "dongsi", "pm25", A_YEAR)[1]

    assert np.array_equal(first, again)


def test_stations_of_a_city_differ():
    one = figures("beijing", "dongsi", "pm25", A_YEAR)[0]
    other = figures("beijing", "tiantan", "pm25", A_YEAR)[0]

    assert not np.array_equal(one, other)


@pytest.mark.parametrize(("city", "pollutant"), [(city, name) for city in HABITS for name in HABITS[city]])
def test_no_hour_is_without_air_and_some_are_missing(city, pollutant):
    hours, values = figures(city, "a station", pollutant, A_YEAR)

    assert values.min() > 0
    assert 0.8 < len(hours) / len(A_YEAR) < 0.99


def test_ozone_is_higher_in_summer():
    summer, winter = mean_in(slice(5, 8), "o3"), mean_in(slice(0, 2), "o3")

    assert summer > winter
