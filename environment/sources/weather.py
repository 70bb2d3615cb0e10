"""The quantities of the weather that sources may carry beside the air, in the units that they are kept in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

# Where the wind comes from: the sixteen points of the compass, clockwise from north.
POINTS = (
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
)  # fmt: skip
DEGREES = MappingProxyType({point: 360 / len(POINTS) * place for place, point in enumerate(POINTS)})


class Quantity(NamedTuple):
    """A quantity by the name it is kept under, unit included, and between which values it can be.

    The bounds are beyond what was ever measured in a city. `words` are texts that stand for a number.
    """

    name: str
    lowest: float
    highest: float
    words: Mapping[str, float] = MappingProxyType({})


TEMPERATURE = Quantity("temperature_c", -70, 60)
PRESSURE = Quantity("pressure_hpa", 500, 1100)
DEW_POINT = Quantity("dew_point_c", -90, 40)
RAIN = Quantity("rain_mm", 0, 500)
WIND_DIRECTION = Quantity("wind_direction_deg", 0, 360, DEGREES)
WIND_SPEED = Quantity("wind_speed_m_s", 0, 120)

# In the order in which they are kept.
QUANTITIES = (TEMPERATURE, PRESSURE, DEW_POINT, RAIN, WIND_DIRECTION, WIND_SPEED)
