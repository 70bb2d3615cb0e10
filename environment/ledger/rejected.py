"""How many readings of each day were not taken; each counts once, and one that was released no longer."""

import datetime
from collections import Counter
from collections.abc import Sequence

from django.db.models import Count

from committee.cities.models import City
from environment.measurements.models import RejectedReading
from environment.sources.clock import LocalClock

State = RejectedReading.State


def rejected_by_day(
    city: City, pollutants: Sequence[str], first: datetime.date, last: datetime.date
) -> Counter[datetime.date]:
    """Return counts by local day. Rows and files that name no hour belong to no day."""
    clock = LocalClock(city.time_zone)
    hours = (
        RejectedReading.objects.filter(
            series__station__city=city,
            series__pollutant__in=list(pollutants),
            hour__gt=clock.start(first),
            hour__lte=clock.end(last),
            state__in=[State.WAITING, State.DISCARDED],
        )
        .order_by()
        .values_list("hour")
        .annotate(Count("pk"))
    )
    found: Counter[datetime.date] = Counter()
    for hour, count in hours:
        found[clock.day(hour)] += count
    return found


def rejected_by_station(
    city: City, pollutants: Sequence[str], day: datetime.date
) -> Counter[tuple[int, str]]:
    """Return counts of one local day by station and pollutant."""
    clock = LocalClock(city.time_zone)
    places = (
        RejectedReading.objects.filter(
            series__station__city=city,
            series__pollutant__in=list(pollutants),
            hour__gt=clock.start(day),
            hour__lte=clock.end(day),
            state__in=[State.WAITING, State.DISCARDED],
        )
        .order_by()
        .values_list("series__station", "series__pollutant")
        .annotate(Count("pk"))
    )
    return Counter({(station, pollutant): count for station, pollutant, count in places})
