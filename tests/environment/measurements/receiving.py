"""Takes in a file as `import_air` does, and reads back what the store holds of it."""

import datetime
from pathlib import Path

from environment.measurements.actions import receive
from environment.measurements.queries import series_table
from environment.measurements.summary import Summary
from environment.models import DailyRollup
from environment.sources.registry import SOURCES
from tests.factories.city import beijing, seoul


def take_in(source: str, path: Path) -> Summary:
    seoul(), beijing()
    return receive(by=None, source=SOURCES[source], path=path)


def day_of(station: str, pollutant: str, day: datetime.date, source: str | None = None) -> DailyRollup:
    days = DailyRollup.objects.filter(series__station__code=station, series__pollutant=pollutant, day=day)
    return (days.filter(series__source=source) if source else days).get()


def table(city, pollutant, period, start, end, **more):
    """Return the rows of a table as tuples of local start, n, expected, mean and source."""
    rows = series_table(
        city=city,
        pollutant=pollutant,
        period=period,
        start=datetime.date.fromisoformat(start),
        end=datetime.date.fromisoformat(end),
        **more,
    )
    return [(row.start.strftime("%Y-%m-%d %H"), row.n, row.expected, row.mean, row.source) for row in rows]
