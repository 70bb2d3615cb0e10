"""Days of stations as tests give them."""

import datetime

import numpy as np

from environment.models import DailyRollup, ProjectAirLink
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing
from tests.factories.series import SeriesFactory
from tests.factories.station import StationFactory

FIRST = datetime.date(2016, 5, 1)
TERMS = {
    "baseline_from": FIRST,
    "baseline_until": datetime.date(2016, 5, 30),
    "evaluation_from": datetime.date(2017, 5, 1),
    "evaluation_until": datetime.date(2017, 5, 30),
}


def measured(means, *, first=FIRST, station=None):
    """Enter a station of Beijing with a full day for each mean, NaN a day without values."""
    station = station or StationFactory(city=beijing())
    series = SeriesFactory(station=station, source="beijing-prsa")
    DailyRollup.objects.bulk_create(
        DailyRollup(
            series=series, day=first + datetime.timedelta(days=place), n=24, total=24 * mean, max_value=mean
        )
        for place, mean in enumerate(means)
        if np.isfinite(mean)
    )
    return station


def two_mays(before, after):
    """Return the means of two years' Mays with nothing between."""
    gap = (TERMS["evaluation_from"] - FIRST).days - len(before)
    return np.concatenate([before, np.full(gap, np.nan), after])


def link_of(*stations, controls=(), **terms):
    link = ProjectAirLinkFactory(city=beijing(), **(TERMS | terms))
    link.stations.set(stations)
    link.control_stations.set(controls)
    return ProjectAirLink.objects.with_places().get(pk=link.pk)
