"""Published standards of air quality as plain Python: limits with their dates, conversion of units."""

from environment.standards.ambient import ambient_limit, limits_of
from environment.standards.conversion import NoConversion, convert
from environment.standards.limits import Averaging, Limit

__all__ = ["Averaging", "Limit", "NoConversion", "ambient_limit", "convert", "limits_of"]
