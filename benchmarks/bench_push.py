"""A push of 100,000 values, from the bytes of its body to rollups, against a bare bulk insert of the same.

The bare insert puts the same values (series, hour, value, delivery) into a table with the key that the
measurements have: COPY on PostgreSQL, one executemany on SQLite. The push is what its two processes do:
the web unpacks, reads and keeps the body, the worker reads it again, judges, stores and rolls up. Ten
rounds with other hours each, into a store that grows; medians.
"""

import datetime
import gzip
import json
import statistics
import time

import django

DATABASES = ("sqlite", "postgresql")

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402 - models only after setup
from django.test import Client  # noqa: E402

from committee.founding.actions import enter_member, found_committee  # noqa: E402
from committee.members.models import Role  # noqa: E402
from environment.exchange.actions import create_machine_account  # noqa: E402
from environment.exchange.taking_in import take_in_until  # noqa: E402
from environment.measurements.models import Delivery, Measurement  # noqa: E402
from environment.stations.catalogue import stations_of  # noqa: E402

# The client asks under this name.
settings.ALLOWED_HOSTS = ["testserver"]

ROUNDS = 10
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


def bare_insert() -> float:
    """Return the seconds of one bulk insert into a table of its own, the quickest way the database has."""
    rows = [
        (series, hour, 0.001 * (hour % 97), 1)
        for series in range(STATIONS * POLLUTANTS)
        for hour in range(HOURS)
    ]
    with connection.cursor() as cursor:
        cursor.execute(BARE + (" WITHOUT ROWID" if connection.vendor == "sqlite" else ""))
        started = time.perf_counter()
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with cursor.copy("COPY bare FROM STDIN") as copy:
                    copy.write("".join(["\t".join(map(str, row)) + "\n" for row in rows]))
            else:
                cursor.executemany("INSERT INTO bare VALUES (%s, %s, %s, %s)", rows)
        seconds = time.perf_counter() - started
        cursor.execute("DROP TABLE bare")
    return seconds


def push(token: str, number: int, content: bytes) -> tuple[float, float]:
    """Return the seconds until 202, and those of the worker."""
    headers = {
        "Authorization": f"Bearer {token}",
        "Idempotency-Key": f"push {number}",
        "Content-Encoding": "gzip",
    }
    packed = gzip.compress(content, 6)
    started = time.perf_counter()
    answer = Client().post(
        "/api/v1/air/deliveries/", packed, content_type="application/json", headers=headers
    )
    answered = time.perf_counter()
    delivery = answer.json()["delivery"]
    list(take_in_until(delivery))
    done = time.perf_counter()
    taken = Delivery.objects.get(pk=delivery)
    if (taken.state, taken.new) != ("taken_in", STATIONS * POLLUTANTS * HOURS):
        raise SystemExit(f"Push {number}: {taken.state}, {taken.new} values")
    return answered - started, done - answered


def main() -> None:
    (seoul, _beijing), _subcommittees = found_committee()
    officer = enter_member(
        role=Role.LIAISON, password="told", username="liaison", name_en="Liaison", city=seoul
    )
    token = create_machine_account(by=officer, name="bench").token
    bare, answers, works = [], [], []
    for number in range(ROUNDS):
        bare.append(bare_insert())
        answered, worked = push(token, number, body(number))
        answers.append(answered)
        works.append(worked)
    insert, answer, work = (statistics.median(seconds) for seconds in (bare, answers, works))
    whole = answer + work
    count = Measurement.objects.count()
    print(f"push of 100,000 values: 202 after {answer:.2f} s, stored and rolled up in {work:.2f} s")
    print(
        f"bare bulk insert {insert:.2f} s: ratio {work / insert:.1f}, with the request {whole / insert:.1f}"
    )
    print(f"first push {works[0]:.2f} s, last one {works[-1]:.2f} s with {count:,} values in the store")


if __name__ == "__main__":
    main()
