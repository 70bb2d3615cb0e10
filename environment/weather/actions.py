"""Every write of the weather room."""

from typing import NamedTuple

import numpy as np
from django.db import transaction
from django.utils import timezone

from environment.stations.models import Station
from environment.weather.arrays import WeatherHours
from environment.weather.models import WeatherSeries
from environment.weather.store import insert, known, replace


class Kept(NamedTuple):
    """How many hours were new, and of how many something became other or was added."""

    new: int
    corrected: int


@transaction.atomic
def keep_weather(*, station: Station, source: str, told: WeatherHours) -> Kept:
    """Keep what a source tells of a station's weather. What it leaves out of a known hour replaces nothing.

    The caller holds the lock of the city, so nobody else writes between looking and writing.
    """
    told = told.once()
    if not len(told):
        return Kept(0, 0)
    series = WeatherSeries.objects.filter(station=station, source=source).first()
    if series is None:
        insert(_entered(station, source, told), told)
        return Kept(len(told), 0)
    new, corrected = told.against(known(series, int(told.hour[0]), int(told.hour[-1])))
    if len(new) or len(corrected):
        insert(series, new)
        replace(series, corrected)
        _widen(series, new)
    return Kept(len(new), len(corrected))


def _entered(station: Station, source: str, told: WeatherHours) -> WeatherSeries:
    return WeatherSeries.objects.create(
        station=station,
        source=source,
        first_hour=int(told.hour[0]),
        last_hour=int(told.hour[-1]),
        hours=len(told),
        changed_at=timezone.now(),
    )


def _widen(series: WeatherSeries, new: WeatherHours) -> None:
    hours = np.r_[new.hour, series.first_hour, series.last_hour]
    series.first_hour, series.last_hour = int(hours.min()), int(hours.max())
    series.hours += len(new)
    series.changed_at = timezone.now()
    series.save(update_fields=["first_hour", "last_hour", "hours", "changed_at"])
