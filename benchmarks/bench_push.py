"""A push of 100,000 values, from the bytes of its body to rollups, against a bare bulk insert of the same.

The bare insert puts the same values (series, hour, value, delivery) into a table with the key that the
measurements have: COPY on PostgreSQL, one executemany on SQLite. The push is what its two processes do:
the web unpacks, reads and keeps the body, the worker reads it again, judges, stores and rolls up. Ten
rounds with other hours each, into a store that grows; medians.
"""

import datetime
import gzip
import json
from functools import partial

import django

DATABASES = ("sqlite", "postgresql")

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402 - models only after setup
from django.test import Client  # noqa: E402

from benchmarks.stopwatch import Taken, median_of, taken_by  # noqa: E402
from committee.founding.actions import enter_member, found_committee  # noqa: E402
from committee.members.models import Role  # noqa: E402
from environment.exchange.actions import create_machine_account  # noqa: E402
from environment.exchange.taking_in import take_in_until  # noqa: E402
from environment.measurements.models import Delivery, Measurement  # noqa: E402
from environment.stations.catalogue import stations_of  # noqa: E402

# The client asks under this name.
settings.ALLOWED_HOSTS = ["testserver"]

ROUNDS = 10
MOST_OF_BARE = 5
STATIONS, POLLUTANTS, HOURS = 25, 4, 1000
UNITS = {"pm25": {"unit": "µg/m³"}, "pm10": {"unit": "µg/m³"}, "o3": {"unit": "ppm"}, "no2": {"unit": "ppm"}}
FIRST = datetime.datetime(2015, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=9)))
BARE = """
    CREATE TABLE bare (series int, hour int, value double precision, delivery int, PRIMARY KEY (series, hour))
"""


def body(number: int) -> bytes:
    """Return the body of one push: the hours after those of the push before, by station and pollutant."""
    start = FIRST + datetime.timedelta(hours=number * HOURS)
    labels = [(start + datetime.timedelta(hours=hour)).isoformat() for hour in range(HOURS)]
    codes = [station["code"] for station in stations_of("seoul")][:STATIONS]
    values = [
        {"station": code, "pollutant": pollutant, "hour": label, "value": 0.001 * (hour % 97)}
        for code in codes
        for pollutant in UNITS
        for hour, label in enumerate(labels)
    ]
    return json.dumps({"units": UNITS, "values": values}).encode()


def bare_rows() -> list[tuple[int, int, float, int]]:
    hours = range(HOURS)
    return [
        (series, hour, 0.001 * (hour % 97), 1) for series in range(STATIONS * POLLUTANTS) for hour in hours
    ]


def bare_insert(rows: list[tuple[int, int, float, int]]) -> Taken:
    """Return what one bulk insert into a table of its own takes, the quickest way the database has."""
    with connection.cursor() as cursor:
        cursor.execute(BARE + (" WITHOUT ROWID" if connection.vendor == "sqlite" else ""))
        taken = taken_by(partial(_insert, rows))
        cursor.execute("DROP TABLE bare")
    return taken


def _insert(rows: list[tuple[int, int, float, int]]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy("COPY bare FROM STDIN") as copy:
                copy.write("".join(["\t".join(map(str, row)) + "\n" for row in rows]))
        else:
            cursor.executemany("INSERT INTO bare VALUES (%s, %s, %s, %s)", rows)


class Push:
    """One push with the next hours: the request, and what the worker makes of it."""

    def __init__(self, token: str, number: int) -> None:
        self._headers = {
            "Authorization": f"Bearer {token}",
            "Idempotency-Key": f"push {number}",
            "Content-Encoding": "gzip",
        }
        self._packed, self._delivery = gzip.compress(body(number), 6), 0

    def hand_over(self) -> None:
        answer = Client().post(
            "/api/v1/air/deliveries/", self._packed, content_type="application/json", headers=self._headers
        )
        self._delivery = answer.json()["delivery"]

    def take_in(self) -> None:
        list(take_in_until(self._delivery))

    def check(self) -> None:
        taken = Delivery.objects.get(pk=self._delivery)
        if (taken.state, taken.new) != ("taken_in", STATIONS * POLLUTANTS * HOURS):
            raise SystemExit(f"Push {self._delivery}: {taken.state}, {taken.new} values")


def main() -> None:
    (seoul, _beijing), _subcommittees = found_committee()
    officer = enter_member(
        role=Role.LIAISON, password="told", username="liaison", name_en="Liaison", city=seoul
    )
    token = create_machine_account(by=officer, name="bench").token
    rows = bare_rows()
    bare, answers, works = [], [], []
    for number in range(ROUNDS):
        push = Push(token, number)
        bare.append(bare_insert(rows))
        answers.append(taken_by(push.hand_over))
        works.append(taken_by(push.take_in))
        push.check()
    report(*map(median_of, (bare, answers, works)))
    print(f"first push {works[0].seconds:.2f} s, last one {works[-1].seconds:.2f} s", end=" ")
    print(f"with {Measurement.objects.count():,} values in the store")


def report(bare: Taken, answer: Taken, work: Taken) -> None:
    print(f"push of 100,000 values: 202 after {answer.seconds:.2f} s,", end=" ")
    print(f"stored and rolled up in {work.seconds:.2f} s, bare bulk insert in {bare.seconds:.2f} s")
    for title, number in (("by the clock", 0), ("by work of processors", 1)):
        stored, whole = work[number] / bare[number], (answer[number] + work[number]) / bare[number]
        print(f"push/bare {title}: {stored:.1f}, with the request {whole:.1f} of {MOST_OF_BARE}")


if __name__ == "__main__":
    main()
