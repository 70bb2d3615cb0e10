"""What a day of weather comes to, as far as it matters to the air."""

import numpy as np

from environment.sources.weather import DEW_POINT, PRESSURE, RAIN, TEMPERATURE, WIND_SPEED
from environment.weather.arrays import Floats, Integers, WeatherHours

# Means of the day, rain as its sum. The wind is there twice: opposite winds cancel out as vectors, and
# still carry away what a calm leaves.
DAY_FEATURES = (
    "temperature_c",
    "pressure_hpa",
    "dew_point_c",
    "rain_mm",
    "wind_speed_m_s",
    "wind_to_east_m_s",
    "wind_to_north_m_s",
)
HOURS_A_DAY = 24
# Three quarters of a day, as a valid day of air has.
FEWEST_HOURS = 18


def features_of_days(weather: WeatherHours, starts: Integers) -> Floats:
    """Return a row for each day between two `starts`, hours at whose end a day begins; NaN for too few hours.

    Rain that fell in hours that are not known is taken to be as in those that are.
    """
    day = np.searchsorted(starts, weather.hour) - 1
    to_east, to_north = weather.wind()
    means = [
        _mean_of_days(values, day, len(starts) - 1)
        for values in (
            weather.of(TEMPERATURE),
            weather.of(PRESSURE),
            weather.of(DEW_POINT),
            weather.of(RAIN) * HOURS_A_DAY,
            weather.of(WIND_SPEED),
            to_east,
            to_north,
        )
    ]
    return np.column_stack(means)


def _mean_of_days(values: Floats, day: Integers, days: int) -> Floats:
    known, mean = np.isfinite(values), np.full(days, np.nan)
    hours = np.bincount(day[known], minlength=days)
    totals = np.bincount(day[known], weights=values[known], minlength=days)
    np.divide(totals, hours, out=mean, where=hours >= FEWEST_HOURS)
    return mean
