"""The measurement store on PostgreSQL: rows go in by COPY in binary, out of the arrays as they are."""

import struct
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from environment.measurements.arrays import DayFigures, Days, Values
from environment.measurements.store_rows import Arrival, ArrivalRun, Run, Stretch, values_from

# OFFSET 0 keeps each run a look-up of its own: joined, many runs look to the planner as if they were the
# whole table, and it reads all of it.
KNOWN = """
    SELECT m.series_id, m.hour, m.value, m.delivery_id
    FROM unnest(%s::int[], %s::int[], %s::int[]) AS run (series_id, after, until)
    CROSS JOIN LATERAL (
        SELECT * FROM environment_measurement
        WHERE series_id = run.series_id AND hour > run.after AND hour <= run.until
        OFFSET 0
    ) AS m
    ORDER BY m.series_id, m.hour
"""
REPLACE = """
    UPDATE environment_measurement m SET value = other.value, delivery_id = %s
    FROM unnest(%s::int[], %s::int[], %s::float8[]) AS other (series_id, hour, value)
    WHERE m.series_id = other.series_id AND m.hour = other.hour
"""
ARRIVING = """
    CREATE TEMPORARY TABLE IF NOT EXISTS days_arriving (LIKE environment_dailyrollup) ON COMMIT DELETE ROWS
"""
# Binary rows of one width have no NULL, so a mean that there is not travels as NaN.
PUT_DAYS = """
    INSERT INTO environment_dailyrollup (series_id, day, n, total, max_value, max_8h_mean)
    SELECT series_id, day, n, total, max_value, nullif(max_8h_mean, 'NaN') FROM days_arriving
    ON CONFLICT (series_id, day) DO UPDATE SET
        n = excluded.n, total = excluded.total,
        max_value = excluded.max_value, max_8h_mean = excluded.max_8h_mean
"""
PUT_STRETCHES = """
    UPDATE environment_series s SET first_hour = other.first_hour, last_hour = other.last_hour
    FROM unnest(%s::int[], %s::int[], %s::int[]) AS other (series_id, first_hour, last_hour)
    WHERE s.id = other.series_id
"""
ARRIVALS = """
    SELECT a.station_id, a.pollutant, a.day, a.hours_late
    FROM unnest(%s::int8[], %s::text[], %s::date[], %s::date[]) AS run (station_id, pollutant, first, last)
    CROSS JOIN LATERAL (
        SELECT * FROM environment_arrivalday
        WHERE station_id = run.station_id AND pollutant = run.pollutant AND day BETWEEN run.first AND run.last
        OFFSET 0
    ) AS a
"""
ARRIVALS_ARRIVING = """
    CREATE TEMPORARY TABLE IF NOT EXISTS arrivals_arriving (LIKE environment_arrivalday) ON COMMIT DELETE ROWS
"""
PUT_ARRIVALS = """
    INSERT INTO environment_arrivalday (station_id, pollutant, day, hours_late)
    SELECT station_id, pollutant, day, hours_late FROM arrivals_arriving
    ON CONFLICT (station_id, pollutant, day) DO UPDATE SET hours_late = excluded.hours_late
"""
EPOCH = date(2000, 1, 1).toordinal()
HEADER, TRAILER = b"PGCOPY\n\xff\r\n\0" + struct.pack(">ii", 0, 0), struct.pack(">h", -1)
SMALL_INTEGER, INTEGER, FLOAT = ">i2", ">i4", ">f8"


class PostgresqlStore:
    def known(self, runs: list[Run]) -> Values:
        with connection.cursor() as cursor:
            cursor.execute(KNOWN, _columns(runs, 3))
            return values_from(cursor.fetchall())

    def insert(self, values: Values, delivery: int) -> None:
        _copy(
            "environment_measurement",
            {
                "series_id": (INTEGER, values.series),
                "hour": (INTEGER, values.hour),
                "value": (FLOAT, values.value),
                "delivery_id": (INTEGER, np.full(len(values), delivery)),
            },
        )

    def replace(self, values: Values, delivery: int) -> None:
        columns = values.series.tolist(), values.hour.tolist(), values.value.tolist()
        with connection.cursor() as cursor:
            cursor.execute(REPLACE, [delivery, *columns])

    def keep_revisions(self, old: Values, new_delivery: int) -> None:
        _copy(
            "environment_revision",
            {
                "series_id": (INTEGER, old.series),
                "hour": (INTEGER, old.hour),
                "old_value": (FLOAT, old.value),
                "old_delivery_id": (INTEGER, old.delivery),
                "new_delivery_id": (INTEGER, np.full(len(old), new_delivery)),
            },
        )

    def put_days(self, days: Days, figures: DayFigures) -> None:
        with connection.cursor() as cursor:
            cursor.execute(ARRIVING)
            _copy(
                "days_arriving",
                {
                    "series_id": (INTEGER, days.series),
                    "day": (INTEGER, days.day - EPOCH),
                    "n": (SMALL_INTEGER, figures.n),
                    "total": (FLOAT, figures.total),
                    "max_value": (FLOAT, figures.max_value),
                    "max_8h_mean": (FLOAT, figures.max_8h_mean),
                },
            )
            cursor.execute(PUT_DAYS)
            cursor.execute("DELETE FROM days_arriving")

    def put_stretches(self, stretches: list[Stretch]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(PUT_STRETCHES, _columns(stretches, 3))

    def arrivals(self, runs: list[ArrivalRun]) -> list[Arrival]:
        with connection.cursor() as cursor:
            cursor.execute(ARRIVALS, _columns(runs, 4))
            return [(station, pollutant, day, bytes(late)) for station, pollutant, day, late in cursor]

    def put_arrivals(self, rows: list[Arrival]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(ARRIVALS_ARRIVING)
            with cursor.copy(
                "COPY arrivals_arriving (station_id, pollutant, day, hours_late) FROM STDIN"
            ) as copy:
                for row in rows:
                    copy.write_row(row)
            cursor.execute(PUT_ARRIVALS)
            cursor.execute("DELETE FROM arrivals_arriving")


def _columns(rows: Sequence[tuple[Any, ...]], number: int) -> list[list[Any]]:
    """Return rows as lists that `unnest` takes, also where there is none."""
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(number)]


def _copy(table: str, columns: dict[str, tuple[str, NDArray[np.generic]]]) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.write(HEADER + _tuples(list(columns.values())) + TRAILER)


def _tuples(columns: list[tuple[str, NDArray[np.generic]]]) -> bytes:
    """Return rows in PostgreSQL's binary form: the number of fields, then length and bytes of each."""
    layout: list[tuple[str, str]] = [("fields", ">i2")]
    for number, (kind, _) in enumerate(columns):
        layout += [(f"length{number}", ">i4"), (f"field{number}", kind)]
    rows = np.zeros(len(columns[0][1]), np.dtype(layout))
    rows["fields"] = len(columns)
    for number, (kind, column) in enumerate(columns):
        rows[f"length{number}"] = np.dtype(kind).itemsize
        rows[f"field{number}"] = column
    return rows.tobytes()
