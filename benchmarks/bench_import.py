"""The import of a year of Beijing's city site against a bare parse plus a bare insert of the same values.

The bare parse is csv.reader over the same archive and float() of every hourly cell; the bare insert
puts the same values (series, hour, value) into a table without any key, and into one with the key
that the measurements have. Nothing is checked, counted or rolled up by either.
"""

import csv
import io
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django

DATABASES = ("sqlite", "postgresql")

django.setup()

from django.db import connection, transaction  # noqa: E402 - models only after setup

from benchmarks.city_site_year import archive, unpack  # noqa: E402
from committee.founding.actions import found_committee  # noqa: E402
from environment.measurements.actions import receive  # noqa: E402
from environment.measurements.models import Measurement  # noqa: E402
from environment.sources.registry import SOURCES  # noqa: E402

ROUNDS = 3
ITEMS = {"PM2.5", "PM10", "SO2", "NO2", "O3", "CO"}
TABLES = (
    "environment_measurement",
    "environment_dailyrollup",
    "environment_citydailyrollup",
    "environment_revision",
    "environment_rejectedreading",
    "environment_delivery",
)
BARE_TABLES = {
    "without a key": "CREATE TABLE bare (series integer, hour integer, value double precision)",
    "with the key": (
        "CREATE TABLE bare (series integer, hour integer, value double precision, PRIMARY KEY (series, hour))"
    ),
}

BareRow = tuple[int, int, float]


def bare_parse(path: Path) -> list[BareRow]:
    """Return (series, hour, value) of every hourly cell that holds a number."""
    rows: list[BareRow] = []
    numbers: dict[tuple[str, int], int] = {}
    with tarfile.open(path, "r|*") as packed:
        for file_number, member in enumerate(packed):
            content = packed.extractfile(member)
            if content is None:
                continue
            day = file_number * 24
            for cells in csv.reader(io.StringIO(content.read().decode())):
                if len(cells) < 3 or cells[2] not in ITEMS:
                    continue
                for position, cell in enumerate(cells[3:]):
                    if cell:
                        series = numbers.setdefault((cells[2], position), len(numbers))
                        rows.append((series, day + int(cells[1]), float(cell)))
    return rows


def bare_insert(rows: list[BareRow], statement: str) -> float:
    """Return the seconds of one bulk insert into an empty table, the quickest way the database has."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement + (" WITHOUT ROWID" if _is_keyed_sqlite(statement) else ""))
        started = time.perf_counter()
        if connection.vendor == "postgresql":
            with cursor.copy("COPY bare FROM STDIN") as copy:
                copy.write("".join([f"{series}\t{hour}\t{value}\n" for series, hour, value in rows]))
        else:
            cursor.executemany("INSERT INTO bare VALUES (%s, %s, %s)", rows)
        seconds = time.perf_counter() - started
        cursor.execute("DROP TABLE bare")
    return seconds


def _is_keyed_sqlite(statement: str) -> bool:
    return connection.vendor == "sqlite" and "KEY" in statement


def seconds_of(act: Callable[[Path], object], given: Path) -> float:
    started = time.perf_counter()
    act(given)
    return time.perf_counter() - started


def take_in(path: Path) -> None:
    receive(by=None, source=SOURCES["beijing-city-site"], path=path)


def forget() -> None:
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DELETE FROM {table}")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM environment_measurement")


def memory_of(path: Path) -> int:
    forget()
    words = [sys.executable, "-m", "benchmarks.memory_of_import", str(path)]
    return int(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def speed(path: Path, kind: str) -> None:
    rows = bare_parse(path)
    bare: dict[str, list[float]] = {title: [] for title in BARE_TABLES}
    parses, imports = [], []
    for _round in range(ROUNDS):
        parses.append(seconds_of(bare_parse, path))
        for title, statement in BARE_TABLES.items():
            bare[title].append(bare_insert(rows, statement))
        forget()
        imports.append(seconds_of(take_in, path))
    parse, taken = statistics.median(parses), statistics.median(imports)
    count = Measurement.objects.count()
    print(f"import of the {kind} year 2016: {taken:.2f} s, {count / taken:,.0f} of {count:,} values a second")
    for title, seconds in bare.items():
        insert = statistics.median(seconds)
        ratio = (parse + insert) / taken
        print(f"bare parse {parse:.2f} s + bare insert {title} {insert:.2f} s: ratio {ratio:.2f}")


def memory(path: Path, folder: Path) -> None:
    few = memory_of(unpack(path, folder / "two months", 2))
    many = memory_of(unpack(path, folder / "twelve months", 12))
    print(f"memory {few} MB for two months of files, {many} MB for twelve: ratio {many / few:.2f}")


def main() -> None:
    found_committee()
    with tempfile.TemporaryDirectory(prefix="committee-bench-") as name:
        path, kind = archive(Path(name))
        speed(path, kind)
        memory(path, Path(name))


if __name__ == "__main__":
    main()
