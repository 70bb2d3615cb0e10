"""Invented weather that fits the invented air: more wind, and from the north, carries the particles away."""

import numpy as np

from environment.demonstration.figures import (
    HOURS_A_DAY,
    HOURS_A_YEAR,
    HOURS_AHEAD,
    MID_JANUARY,
    Floats,
    Hours,
    lasting,
)
from environment.sources.weather import DEGREES
from environment.weather.arrays import WeatherHours

# Temperature in °C: the mean of a year, what the summer adds to it, and the afternoon.
YEARLY_MEAN_C, SUMMER_C, AFTERNOON_C = 12.5, 15.0, 4.0
SEA_LEVEL_HPA = 1016.0
USUAL_WIND_M_S = 2.2
A_POINT = DEGREES["NNE"]
# Rain falls where an air mass is this much wetter than usual: some hours of some days of a month.
WET = 1.9


def invented_weather(city: str, hours: Hours) -> WeatherHours:
    """Return the weather of the hours, the same each time. Nothing was measured."""
    # The very noise that spreads the particles of all of the city's stations, see `figures`.
    stale = lasting(len(hours), city, "weather")
    masses, turning = lasting(len(hours), city, "air masses"), lasting(len(hours), city, "wind")
    summer = -np.cos((hours - MID_JANUARY) / HOURS_A_YEAR * 2 * np.pi)
    afternoon = np.cos((hours + HOURS_AHEAD - 15) / HOURS_A_DAY * 2 * np.pi)
    temperature = YEARLY_MEAN_C + SUMMER_C * summer + AFTERNOON_C * afternoon + 2 * masses
    return WeatherHours(
        hours,
        np.column_stack(
            [
                np.round(temperature, 1),
                np.round(SEA_LEVEL_HPA - 9 * summer - 4 * masses, 1),
                np.round(temperature - 10 + 3 * summer + 2 * np.minimum(masses, 1.5), 1),
                np.round(np.maximum(masses + 0.3 * summer - WET, 0) * 4, 1),
                _origin(stale, turning),
                np.round(USUAL_WIND_M_S * np.exp(-0.4 * stale + 0.2 * afternoon), 1),
            ]
        ),
    )


def _origin(stale: Floats, turning: Floats) -> Floats:
    """Return the point of the compass the wind comes from, in degrees: stale air drifts up from the south."""
    away_from_north = 180 / (1 + np.exp(-1.5 * stale))
    return np.round((away_from_north + 40 * turning) / A_POINT) * A_POINT % 360
