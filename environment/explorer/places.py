"""What can be shown: a city as a whole, or one of its stations."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from committee.cities.models import City
from committee.languages.wording import Wording
from environment.measurements.queries import days_with_values
from environment.stations.models import Station

DAYS_SUGGESTED = 30


@dataclass(frozen=True)
class Place:
    """A city, or one of its stations."""

    city: City
    station: Station | None = None

    @property
    def name(self) -> Wording:
        return self.station.name if self.station else self.city.name


def suggested_days(places: Sequence[Place], now: datetime.datetime) -> tuple[datetime.date, datetime.date]:
    """Return the last thirty days of which every place that sent anything has values."""
    known = [days_with_values(place.city, place.station) for place in places]
    last = min((days[1] for days in known if days), default=now.date())
    return last - datetime.timedelta(days=DAYS_SUGGESTED - 1), last
