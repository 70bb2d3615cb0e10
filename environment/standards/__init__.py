"""Published standards of air quality as plain Python: limits with their dates, conversion of units."""

from environment.standards.ambient import ambient_limit, limits_of
from environment.standards.conversion import NoConversion, common_unit, convert, is_gas
from environment.standards.limits import Averaging, Limit

__all__ = [
    "Averaging",
    "Limit",
    "NoConversion",
    "ambient_limit",
    "common_unit",
    "convert",
    "is_gas",
    "limits_of",
]
