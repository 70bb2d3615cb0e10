"""The one door to the table of hours: statements that carry many rows.

The ORM's bulk insert costs a factor of ten (docs/decisions/0011-the-measurement-store.md).
"""

import numpy as np
from django.db import connection

from environment.sources.weather import QUANTITIES
from environment.weather.arrays import WeatherHours
from environment.weather.models import WeatherHour, WeatherSeries

NAMES = [quantity.name for quantity in QUANTITIES]
COLUMNS = ", ".join(["series_id", "hour", *NAMES])
COPY = f"COPY environment_weatherhour ({COLUMNS}) FROM STDIN"
INSERT = f"INSERT INTO environment_weatherhour ({COLUMNS}) VALUES ({', '.join(['%s'] * (2 + len(NAMES)))})"
REPLACE = (
    f"UPDATE environment_weatherhour SET {', '.join(f'{name} = %s' for name in NAMES)} "
    "WHERE series_id = %s AND hour = %s"
)


def known(series: WeatherSeries, first_hour: int, last_hour: int) -> WeatherHours:
    """Return what is stored from one hour to another, both included, in order."""
    rows = WeatherHour.objects.filter(series=series, hour__range=(first_hour, last_hour)).order_by("hour")
    table = np.array(rows.values_list("hour", *NAMES), float).reshape(-1, 1 + len(NAMES))
    return WeatherHours(table[:, 0].astype(np.int64), table[:, 1:])


def insert(series: WeatherSeries, told: WeatherHours) -> None:
    """Store hours of which nothing is known."""
    rows = zip([series.pk] * len(told), told.hour.tolist(), *_columns(told), strict=True)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(COPY) as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(INSERT, rows)  # type: ignore[arg-type]  # takes any iterable


def replace(series: WeatherSeries, told: WeatherHours) -> None:
    """Put other hours in the place of stored ones."""
    rows = zip(*_columns(told), [series.pk] * len(told), told.hour.tolist(), strict=True)
    with connection.cursor() as cursor:
        cursor.executemany(REPLACE, list(rows))


def _columns(told: WeatherHours) -> list[list[float | None]]:
    """Return the columns with None where there is no number: PostgreSQL would keep NaN as one.

    Columns, because rows that are made one by one leave the garbage collector nothing to look through.
    """
    columns: list[list[float | None]] = told.told.T.tolist()
    for column, place in np.argwhere(np.isnan(told.told.T)).tolist():
        columns[column][place] = None
    return columns
