"""How measured values are written: `{% load air_words %}`."""

import datetime
import math
from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from environment.measurements.models import Delivery, ReferenceState
from environment.measurements.reasons import reason_in_words
from environment.naming.sources import name_of_source, names_of_sources
from environment.naming.standards import name_of_standard
from environment.sources.clock import LocalClock
from environment.standards import Limit

register = template.Library()
register.filter("source_name", name_of_source)
register.filter("source_names", names_of_sources)

# Digits after the point that an instrument's reading can carry.
DECIMALS = {"µg/m³": 1, "mg/m³": 2, "ppm": 4}
HOURS_SAID_AS_DAYS = 72


@register.filter
def concentration(value: float | None, unit: str) -> str:
    """Write a concentration with the digits that its unit carries, a dash where there is none."""
    if value is None:
        return "—"
    digits = DECIMALS.get(unit.split(" ")[0], 1)
    # Rounded here: `number_format` cuts off.
    return number_format(round(value, digits), decimal_pos=digits, force_grouping=True)


@register.filter
def change(value: float, unit: str) -> str:
    """Write a difference with its sign."""
    return f"{'+' if value > 0 else '−' if value < 0 else '±'}{concentration(abs(value), unit)}"


@register.filter
def limits_in_words(above: Any) -> str:
    """Write which limits days were held against: `…, 50 µg/m³; …, 35 µg/m³ from 2018-03-27`.

    A new edition with the same value is named once.
    """
    distinct = {(limit.standard, limit.value): limit for limit in reversed(above.limits)}
    limits = list(reversed(distinct.values()))
    return "; ".join(
        _("%(standard)s, %(value)s %(unit)s")
        % {
            "standard": name_of_standard(limit.standard),
            "value": number_format(limit.value),
            "unit": limit.unit,
        }
        + _since(limit, limits)
        for limit in limits
    )


def _since(limit: Limit, limits: Sequence[Limit]) -> str:
    if limit is limits[0] or limit.in_force_from is None:
        return ""
    return " " + _("from %(day)s") % {"day": limit.in_force_from}


@register.filter
def percent(share: float) -> str:
    """Write a share of 0 to 1 in percent, rounded down so that 100 % means all."""
    return f"{number_format(int(share * 1000 + 1e-9) / 10, decimal_pos=1)} %"


@register.filter
def unit_in_words(unit: str, reference_state: str) -> str:
    """Write a unit with the state to which gases were reduced, where one matters."""
    if reference_state in (ReferenceState.K273, ReferenceState.K298):
        return _("%(unit)s at %(state)s") % {"unit": unit, "state": ReferenceState(reference_state).label}
    return unit


@register.filter
def total_rejected(delivery: Delivery) -> int:
    return sum(delivery.rejected.values())


@register.filter
def in_words(reason: str) -> str:
    """Write the reason for which a reading was not taken."""
    return reason_in_words(reason)


@register.filter
def local_day(hour: int | None, city: City) -> datetime.date | None:
    """Return the city's day in which an hour, counted by its UTC end since 1970, began."""
    return None if hour is None else LocalClock(city.time_zone).day(hour)


@register.filter
def local_hour(hour: int, city: City) -> str:
    """Write the end of an hour, counted in UTC since 1970, in a city's time and say which."""
    return LocalClock(city.time_zone).moment(hour).strftime("%Y-%m-%d %H:%M %Z")


@register.filter
def lateness(delivery: Delivery) -> str:
    """Write how long after the end of their hours the new values of a delivery came, a dash without any."""
    if delivery.median_hours_late is None or delivery.most_hours_late is None:
        return "—"
    return _("half of the new values within %(median)s, all within %(most)s") % {
        "median": _duration(delivery.median_hours_late),
        "most": _duration(delivery.most_hours_late),
    }


def _duration(hours: float) -> str:
    """Write hours or days with one decimal, rounded up: what is said to be within a time is within it."""
    if abs(hours) < HOURS_SAID_AS_DAYS:
        return _("%(hours)s h") % {"hours": number_format(_tenths_up(hours), decimal_pos=1)}
    days = number_format(_tenths_up(hours / 24), decimal_pos=1, force_grouping=True)
    return _("%(days)s days") % {"days": days}


def _tenths_up(value: float) -> float:
    return math.ceil(round(value * 10, 6)) / 10
