"""The measurement store on SQLite."""

from datetime import date
from typing import Any

import numpy as np
from django.db import connection

from environment.measurements.arrays import DayFigures, Days, Values
from environment.measurements.store_rows import Arrival, ArrivalRun, Run, Stretch, values_from

KNOWN = """
    SELECT series_id, hour, value, delivery_id FROM environment_measurement
    WHERE series_id = %s AND hour > %s AND hour <= %s ORDER BY hour
"""
INSERT = "INSERT INTO environment_measurement (series_id, hour, value, delivery_id) VALUES (%s, %s, %s, %s)"
REPLACE = "UPDATE environment_measurement SET value = %s, delivery_id = %s WHERE series_id = %s AND hour = %s"
KEEP_REVISION = """
    INSERT INTO environment_revision (series_id, hour, old_value, old_delivery_id, new_delivery_id)
    VALUES (%s, %s, %s, %s, %s)
"""
PUT_DAY = """
    INSERT INTO environment_dailyrollup (series_id, day, n, total, max_value, max_8h_mean)
    VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (series_id, day) DO UPDATE SET
        n = excluded.n, total = excluded.total,
        max_value = excluded.max_value, max_8h_mean = excluded.max_8h_mean
"""
PUT_STRETCH = "UPDATE environment_series SET first_hour = %s, last_hour = %s WHERE id = %s"
ARRIVALS = """
    SELECT station_id, pollutant, day, hours_late FROM environment_arrivalday
    WHERE station_id = %s AND pollutant = %s AND day BETWEEN %s AND %s
"""
PUT_ARRIVAL = """
    INSERT INTO environment_arrivalday (station_id, pollutant, day, hours_late) VALUES (%s, %s, %s, %s)
    ON CONFLICT (station_id, pollutant, day) DO UPDATE SET hours_late = excluded.hours_late
"""


class SqliteStore:
    def known(self, runs: list[Run]) -> Values:
        found: list[tuple[Any, ...]] = []
        with connection.cursor() as cursor:
            for run in runs:
                cursor.execute(KNOWN, run)
                found += cursor.fetchall()
        return values_from(found)

    def insert(self, values: Values, delivery: int) -> None:
        columns = values.series.tolist(), values.hour.tolist(), values.value.tolist()
        with connection.cursor() as cursor:
            cursor.executemany(INSERT, list(zip(*columns, [delivery] * len(values), strict=True)))

    def replace(self, values: Values, delivery: int) -> None:
        columns = values.series.tolist(), values.hour.tolist()
        with connection.cursor() as cursor:
            cursor.executemany(
                REPLACE, list(zip(values.value.tolist(), [delivery] * len(values), *columns, strict=True))
            )

    def keep_revisions(self, old: Values, new_delivery: int) -> None:
        columns = old.series.tolist(), old.hour.tolist(), old.value.tolist(), old.delivery.tolist()
        with connection.cursor() as cursor:
            cursor.executemany(KEEP_REVISION, list(zip(*columns, [new_delivery] * len(old), strict=True)))

    def put_days(self, days: Days, figures: DayFigures) -> None:
        names = {day: date.fromordinal(day).isoformat() for day in np.unique(days.day).tolist()}
        columns = [
            days.series.tolist(),
            [names[day] for day in days.day.tolist()],
            figures.n.tolist(),
            figures.total.tolist(),
            figures.max_value.tolist(),
            figures.max_8h_mean.tolist(),  # SQLite keeps NaN as NULL
        ]
        with connection.cursor() as cursor:
            cursor.executemany(PUT_DAY, list(zip(*columns, strict=True)))

    def put_stretches(self, stretches: list[Stretch]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(PUT_STRETCH, [(first, last, series) for series, first, last in stretches])

    def arrivals(self, runs: list[ArrivalRun]) -> list[Arrival]:
        found: list[Arrival] = []
        with connection.cursor() as cursor:
            for station, pollutant, first, last in runs:
                cursor.execute(ARRIVALS, [station, pollutant, first.isoformat(), last.isoformat()])
                found += cursor.fetchall()
        return found

    def put_arrivals(self, rows: list[Arrival]) -> None:
        plain = [(station, pollutant, day.isoformat(), late) for station, pollutant, day, late in rows]
        with connection.cursor() as cursor:
            cursor.executemany(PUT_ARRIVAL, plain)
