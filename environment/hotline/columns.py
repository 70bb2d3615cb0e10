"""What the files of stations and deliveries hold."""

import datetime
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of
from environment.measurements.models import Delivery
from environment.naming.sources import name_of_source
from environment.sources.clock import LocalClock
from environment.stations.models import Station


def _first_day(station: Any) -> datetime.date | None:
    return _day(station, station.first_hour)


def _last_day(station: Any) -> datetime.date | None:
    return _day(station, station.last_hour)


def _day(station: Station, hour: int | None) -> datetime.date | None:
    return None if hour is None else LocalClock(station.city.time_zone).day(hour)


STATION_COLUMNS = columns_of(
    Station,
    "code",
    *columns("name"),
    "city",
    *columns("district"),
    "kind",
    Column(_("Latitude, degrees"), attrgetter("latitude")),
    Column(_("Longitude, degrees"), attrgetter("longitude")),
    Column(_("Values since"), _first_day),
    Column(_("Values until"), _last_day),
)
DELIVERY_COLUMNS = columns_of(
    Delivery,
    "name",
    "city",
    "received_at",
    "way",
    "state",
    Column(_("Source"), lambda delivery: name_of_source(delivery.source)),
    "values",
    "new",
    "corrected",
    Column(_("rejected"), lambda delivery: sum(delivery.rejected.values())),
)
