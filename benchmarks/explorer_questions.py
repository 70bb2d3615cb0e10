"""The explorer's two heaviest questions with forty million hourly values stored, beside DuckDB over Parquet.

Ten years of daily means of one city, and a year of hourly values of one station: the rows out of the
store, the whole page as the server sends it, and the same figures by DuckDB out of the same values.
"""

import datetime
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
from django.test import Client
from django.urls import reverse

from benchmarks.forty_million import FIRST
from committee.cities.models import City
from committee.members.models import Role
from environment.measurements.models import Series
from environment.measurements.queries import series_table
from environment.sources.clock import LocalClock
from tests.factories.member import member_with

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


def measure(parquet: Path) -> None:
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
