"""The explorer's two heaviest questions with forty million hourly values stored, beside DuckDB over Parquet.

Ten years of daily means of one city, and a year of hourly values of one station: the rows out of the
store, the whole page as the server sends it, and the same figures by DuckDB out of the same values.
"""

import datetime
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

DATABASES = ("sqlite", "postgresql")

django.setup()

import duckdb  # noqa: E402 - models only after setup
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.forty_million import FIRST, Filled, fill  # noqa: E402
from committee.cities.models import City  # noqa: E402
from committee.founding.actions import found_committee  # noqa: E402
from committee.members.models import Role  # noqa: E402
from environment.measurements.models import Series  # noqa: E402
from environment.measurements.queries import series_table  # noqa: E402
from environment.sources.clock import LocalClock  # noqa: E402
from environment.stations.actions import enter_catalogue  # noqa: E402
from tests.factories.member import member_with  # noqa: E402

REPETITIONS = 15
MOST_MILLISECONDS, MOST_OF_DUCKDB = 100, 3
TEN_YEARS = FIRST, datetime.date(FIRST.year + 10, 1, 1)
ONE_YEAR = datetime.date(2020, 1, 1), datetime.date(2021, 1, 1)

DAYS_BY_DUCKDB = """
    SELECT (hour - 1 + {ahead}) // 24 AS day, count(*), avg(value), max(value)
    FROM read_parquet('{parquet}')
    WHERE series IN ({series}) AND hour > {after} AND hour <= {until}
    GROUP BY day ORDER BY day
"""
HOURS_BY_DUCKDB = """
    SELECT hour, value FROM read_parquet('{parquet}')
    WHERE series IN ({series}) AND hour > {after} AND hour <= {until} ORDER BY hour
"""


def milliseconds(ask: Callable[[], Any], rows: int | None = None) -> float:
    """Return the least time of several answers: other programs can only add to it."""
    seconds = []
    for _repetition in range(REPETITIONS):
        started = time.perf_counter()
        answer = ask()
        seconds.append(time.perf_counter() - started)
        assert rows is None or len(answer) == rows, len(answer)
    return min(seconds) * 1000


def by_duckdb(statement: str, parquet: Path, series: list[int], clock: LocalClock, time_asked: Any) -> Any:
    start, end = time_asked
    beside = duckdb.connect()
    beside.execute("SET threads TO 2")
    words = statement.format(
        parquet=parquet,
        series=", ".join(map(str, series)),
        after=clock.start(start),
        until=clock.start(end),
        ahead=8,
    )
    return lambda: beside.execute(words).fetchall()


def page(client: Client, **asked: str) -> Callable[[], Any]:
    address = reverse("explorer")

    def ask() -> Any:
        answer = client.get(address, asked)
        assert answer.status_code == 200, answer.status_code
        return answer

    return ask


def report(title: str, store: float, answer: float, beside: float) -> None:
    print(
        f"{title:42}{store:9.1f}{answer:9.1f}{beside:9.1f}"
        f"{store / beside:12.2f} of {MOST_OF_DUCKDB}{answer / MOST_MILLISECONDS:10.2f}",
        flush=True,
    )


def measure(filled: Filled, parquet: Path) -> None:
    city = City.objects.get(code="beijing")
    clock = LocalClock(city.time_zone)
    of_city = list(Series.objects.of_city(city).filter(pollutant="pm25").values_list("pk", flat=True))
    one = Series.objects.select_related("station").get(pk=of_city[0])
    client = Client()
    client.force_login(member_with(Role.OBSERVER, city), "committee.members.sign_in.MemberBackend")
    print(f"{'milliseconds':42}{'store':>9}{'page':>9}{'DuckDB':>9}{'store/DuckDB':>16}{'page/100 ms':>13}")
    start, end = TEN_YEARS
    report(
        "ten years of daily means of one city",
        milliseconds(
            lambda: series_table(city=city, pollutant="pm25", period="day", start=start, end=end),
            (end - start).days,
        ),
        milliseconds(page(client, place="city-beijing", pollutant="pm25", period="day", **_asked(TEN_YEARS))),
        milliseconds(by_duckdb(DAYS_BY_DUCKDB, parquet, of_city, clock, TEN_YEARS), (end - start).days),
    )
    start, end = ONE_YEAR
    hours = (end - start).days * 24
    report(
        "one year of hourly values of a station",
        milliseconds(
            lambda: series_table(
                city=city, station=one.station, pollutant="pm25", period="hour", start=start, end=end
            ),
            hours,
        ),
        milliseconds(
            page(
                client,
                place=f"station-{one.station_id}",
                pollutant="pm25",
                period="hour",
                **_asked(ONE_YEAR),
            )
        ),
        milliseconds(by_duckdb(HOURS_BY_DUCKDB, parquet, [one.pk], clock, ONE_YEAR), hours),
    )


def _asked(time_asked: tuple[datetime.date, datetime.date]) -> dict[str, str]:
    start, end = time_asked
    return {"since": start.isoformat(), "until": (end - datetime.timedelta(days=1)).isoformat()}


def disk_use() -> int:
    """Return the bytes that the database takes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            size: int = cursor.fetchone()[0]
            return size
    return Path(settings.DATABASES["default"]["NAME"]).stat().st_size


def main() -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    found_committee()
    for city in City.objects.all():
        enter_catalogue(city=city)
    with tempfile.TemporaryDirectory(prefix="committee-bench-") as folder:
        parquet = Path(folder) / "values.parquet"
        started = time.perf_counter()
        filled = fill(parquet)
        seconds = time.perf_counter() - started
        print(f"{filled.values:,} hourly values built in {seconds:.0f} s;", end=" ")
        print(f"{disk_use() / 1e9:.1f} GB in the database, {parquet.stat().st_size / 1e9:.1f} GB as Parquet")
        measure(filled, parquet)


if __name__ == "__main__":
    main()
