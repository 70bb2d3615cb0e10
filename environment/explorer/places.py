"""What can be shown: a city as a whole, or one of its stations."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from committee.cities.models import City
from committee.languages.wording import Wording
from environment.measurements.models import Series
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

    @property
    def key(self) -> str:
        """How addresses name the place."""
        return f"station-{self.station.pk}" if self.station else f"city-{self.city.code}"


def places_to_choose() -> dict[str, Place]:
    """Return every city and every station that sent anything by their keys; two queries."""
    sent = Series.objects.filter(station=OuterRef("pk"), first_hour__isnull=False)
    stations = Station.objects.measuring().filter(Exists(sent)).order_by("city", "code")
    places = {place.key: place for place in map(Place, City.objects.all())}
    cities = {place.city.pk: place.city for place in places.values()}
    found = [Place(cities[station.city_id], station) for station in stations]
    order = {pk: number for number, pk in enumerate(cities)}
    every = sorted(
        [*places.values(), *found], key=lambda place: (order[place.city.pk], place.station is not None)
    )
    return {place.key: place for place in every}


def suggested_days(places: Iterable[Place], now: datetime.datetime) -> tuple[datetime.date, datetime.date]:
    """Return the last thirty days of which every place that sent anything has values."""
    known = [days_with_values(place.city, place.station) for place in places]
    last = min((days[1] for days in known if days), default=now.date())
    return last - datetime.timedelta(days=DAYS_SUGGESTED - 1), last
