"""What is known of the weather, for whoever computes with it."""

import datetime
from collections.abc import Collection

import numpy as np

from committee.cities.models import City
from environment.sources.clock import LocalClock
from environment.sources.registry import RANKS
from environment.stations.models import Station
from environment.weather.arrays import Floats, WeatherHours
from environment.weather.days import DAY_FEATURES, features_of_days
from environment.weather.models import WeatherSeries
from environment.weather.store import known


def weather_hours(station: Station, first_hour: int, last_hour: int) -> WeatherHours:
    """Return the known hours from one UTC end since 1970 to another, in order, both included.

    Where several sources tell of an hour, the best-ranked one is heard.
    """
    series = sorted(station.weather.all(), key=lambda each: RANKS.get(each.source, 0), reverse=True)
    return WeatherHours.joined([known(each, first_hour, last_hour) for each in series]).once()


def weather_days(
    city: City, first_day: datetime.date, last_day: datetime.date, stations: Collection[Station] = ()
) -> Floats:
    """Return a row a local day, the last one included, and a column for each of `DAY_FEATURES`.

    A feature is the mean over those of the stations (all of the city where none is named) that know enough
    of the day, NaN where none does.
    """
    clock = LocalClock(city.time_zone)
    with_weather = (
        Station.objects.of(city).filter(weather__isnull=False).distinct().prefetch_related("weather")
    )
    if stations:
        with_weather = with_weather.filter(pk__in=[station.pk for station in stations])
    days = [first_day + datetime.timedelta(days=n) for n in range((last_day - first_day).days + 1)]
    starts = np.array([*map(clock.start, days), clock.end(last_day)], np.int64)
    features = [
        features_of_days(weather_hours(station, int(starts[0]) + 1, int(starts[-1])), starts)
        for station in with_weather
    ]
    return _mean(features, (len(days), len(DAY_FEATURES)))


def last_change(city: City, stations: Collection[Station] = ()) -> datetime.datetime | None:
    """Return when the weather that `weather_days` answers with last changed, None where there is none."""
    series = WeatherSeries.objects.filter(station__city=city)
    if stations:
        series = series.filter(station__in=stations)
    return series.order_by("-changed_at").values_list("changed_at", flat=True).first()


def _mean(features: list[Floats], shape: tuple[int, int]) -> Floats:
    total, count, mean = np.zeros(shape), np.zeros(shape), np.full(shape, np.nan)
    for each in features:
        total += np.nan_to_num(each)
        count += np.isfinite(each)
    np.divide(total, count, out=mean, where=count > 0)
    return mean
