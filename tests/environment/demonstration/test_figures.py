import numpy as np
import pytest

from environment.demonstration.figures import HABITS, figures
from environment.demonstration.weather import invented_weather
from environment.sources.weather import QUANTITIES, RAIN, WIND_SPEED

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


def test_stale_air_comes_with_little_wind_from_the_south():
    weather = invented_weather("beijing", A_YEAR)
    hours, particles = figures("beijing", "dongsi", "pm25", A_YEAR)
    place = hours - A_YEAR[0]
    stale, fresh = particles > np.quantile(particles, 0.9), particles < np.quantile(particles, 0.1)

    speed, (_to_east, to_north) = weather.of(WIND_SPEED)[place], weather.wind()

    assert speed[stale].mean() < speed[fresh].mean()
    assert to_north[place][stale].mean() > 0 > to_north[place][fresh].mean()


def test_invented_weather_could_have_been_measured():
    weather = invented_weather("seoul", A_YEAR)

    for quantity in QUANTITIES:
        assert quantity.lowest <= weather.of(quantity).min(), quantity.name
        assert weather.of(quantity).max() <= quantity.highest, quantity.name
    assert 300 < weather.of(RAIN).sum() < 2000
