"""Which alerts are in force now, of each city."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from committee.cities.models import City
from environment.alerts.models import Episode


class AlertsOfCity(NamedTuple):
    city: City
    episodes: Sequence[Episode]


def in_force_of(cities: Sequence[City]) -> list[AlertsOfCity]:
    """Return the alerts in force city by city, in one query."""
    found: dict[int, list[Episode]] = defaultdict(list)
    for episode in Episode.objects.in_force().filter(city__in=cities).select_related("city"):
        found[episode.city_id].append(episode)
    return [AlertsOfCity(city, found[city.pk]) for city in cities]
