"""What the file of the rejected readings holds."""

import datetime
from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.pages.columns import Column, columns_of
from environment.measurements.models import RejectedReading
from environment.measurements.reasons import reason_in_words
from environment.sources.clock import LocalClock


def _station(reading: RejectedReading) -> str | None:
    return str(reading.series.station) if reading.series else None


def _pollutant(reading: RejectedReading) -> str | None:
    return reading.series.get_pollutant_display() if reading.series else None


def _unit(reading: RejectedReading) -> str | None:
    return reading.series.unit if reading.series else None


def _end_of_hour(reading: RejectedReading) -> datetime.datetime | None:
    city = reading.delivery.city
    return None if reading.hour is None else LocalClock(city.time_zone).moment(reading.hour)


QUARANTINE_COLUMNS = columns_of(
    RejectedReading,
    Column(_("City"), attrgetter("delivery.city")),
    Column(_("Station"), _station),
    Column(_("Pollutant"), _pollutant),
    Column(_("End of the hour"), _end_of_hour),
    "value",
    Column(_("Unit"), _unit),
    Column(_("Reason"), lambda reading: reason_in_words(reading.reason)),
    "state",
    Column(_("Delivery"), attrgetter("delivery_id")),
    "file",
    "line",
    "raw",
)
