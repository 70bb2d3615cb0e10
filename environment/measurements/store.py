"""The one door to the measurement table: statements that carry many rows, one set for each database.

The ORM's bulk upsert costs a factor of ten here (docs/decisions/0011-the-measurement-store.md).
Whoever calls holds the lock of the city, so nobody else writes between looking and writing.
"""

from typing import Protocol

from django.db import connection

from environment.measurements.arrays import DayFigures, Days, Values
from environment.measurements.store_postgresql import PostgresqlStore
from environment.measurements.store_rows import Arrival, ArrivalRun, Run, Stretch
from environment.measurements.store_sqlite import SqliteStore


class Store(Protocol):
    def known(self, runs: list[Run]) -> Values:
        """Return what is stored in runs of (series, after hour, until hour), in order of position."""

    def insert(self, values: Values, delivery: int) -> None:
        """Store values for hours that have none."""

    def replace(self, values: Values, delivery: int) -> None:
        """Put other values in the place of stored ones."""

    def keep_revisions(self, old: Values, new_delivery: int) -> None:
        """Keep replaced values with the deliveries they came in."""

    def put_days(self, days: Days, figures: DayFigures) -> None:
        """Store the figures of days over earlier ones."""

    def put_stretches(self, stretches: list[Stretch]) -> None:
        """Store the first and last hours of series."""

    def arrivals(self, runs: list[ArrivalRun]) -> list[Arrival]:
        """Return what is kept of when the hours of runs of days first came."""

    def put_arrivals(self, rows: list[Arrival]) -> None:
        """Store when the hours of days first came over what was kept of these days."""


def store_here() -> Store:
    """Return the store of the database in use."""
    stores: dict[str, type[Store]] = {"sqlite": SqliteStore, "postgresql": PostgresqlStore}
    return stores[connection.vendor]()
