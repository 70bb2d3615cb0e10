"""Values that arrive at a moment of the test's choice."""

import datetime

import numpy as np

from environment.ledger.figures import days_of_city
from environment.measurements.arrays import Values
from environment.measurements.arrivals import hours_late, note_arrivals
from environment.models import Series
from environment.sources.clock import LocalClock
from tests.factories.series import SeriesFactory

SEOUL = LocalClock("Asia/Seoul")
DAY = datetime.date(2020, 3, 1)
LONG_AFTER = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def hours_of(day, *labels):
    return np.array([SEOUL.ending(day, label) for label in labels], np.int64)


def arrive(station, hours, received_at=None, *, pollutant="pm25", late=1):
    """Let hours arrive at a moment, or each so many hours after its end."""
    series = Series.objects.filter(station=station, pollutant=pollutant).first() or SeriesFactory(
        station=station, pollutant=pollutant
    )
    values = Values(np.full(len(hours), series.pk), hours, np.ones(len(hours)))
    came = hours_late(hours, received_at) if received_at else np.full(len(hours), late, "<u2")
    note_arrivals(values, came, clock=SEOUL, place=lambda _series: (station.pk, pollutant))


def figures_of(city, day=DAY, pollutants=("pm25",), now=LONG_AFTER):
    return days_of_city(city, pollutants=pollutants, first=day, last=day, now=now)[0].figures
