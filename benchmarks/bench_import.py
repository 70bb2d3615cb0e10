"""The import of a year of Beijing's city site against a bare parse plus a bare insert of the same values.

The bare parse is csv.reader over the same archive and float() of every hourly cell; the bare insert
puts the same values (series, hour, value) into a table without any key, into one with the key that the
measurements have, and by an upsert into that one (on PostgreSQL by COPY into a temporary table first).
Nothing is checked, counted or rolled up by any of them. The runs take turns; medians.
"""

import csv
import io
import subprocess
import sys
import tarfile
import tempfile
from functools import partial
from pathlib import Path

import django

DATABASES = ("sqlite", "postgresql")

django.setup()

from django.db import connection, transaction  # noqa: E402 - models only after setup

from benchmarks.city_site_year import archive, unpack  # noqa: E402
from benchmarks.stopwatch import Taken, median_of, taken_by  # noqa: E402
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
    "environment_arrivalday",
    "environment_airchange",
    "environment_clockcheck",
    "environment_delivery",
)
COLUMNS = "series integer, hour integer, value double precision"
KEY = "PRIMARY KEY (series, hour)"
BARE_TABLES = {
    "into no key": f"CREATE TABLE bare ({COLUMNS})",
    "into the key": f"CREATE TABLE bare ({COLUMNS}, {KEY})",
    "merged": f"CREATE TABLE bare ({COLUMNS}, {KEY})",
}
UPSERT = """
    ON CONFLICT (series, hour) DO UPDATE SET value = excluded.value WHERE bare.value <> excluded.value
"""
LEAST_A_SECOND = 150_000

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


def bare_insert(rows: list[BareRow], title: str) -> Taken:
    """Return what one bulk insert into an empty table takes, the quickest way the database has."""
    statement = BARE_TABLES[title]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement + (" WITHOUT ROWID" if _is_keyed_sqlite(statement) else ""))
        cursor.execute(f"CREATE TEMPORARY TABLE arriving ({COLUMNS})")
        taken = taken_by(partial(_merge if title == "merged" else _insert, rows))
        cursor.execute("DROP TABLE bare")
        cursor.execute("DROP TABLE arriving")
    return taken


def _insert(rows: list[BareRow], table: str = "bare") -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                copy.write("".join([f"{series}\t{hour}\t{value}\n" for series, hour, value in rows]))
        else:
            cursor.executemany(f"INSERT INTO {table} VALUES (%s, %s, %s)", rows)


def _merge(rows: list[BareRow]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _insert(rows, "arriving")
            cursor.execute("INSERT INTO bare SELECT * FROM arriving" + UPSERT)
        else:
            cursor.executemany("INSERT INTO bare VALUES (%s, %s, %s)" + UPSERT, rows)


def _is_keyed_sqlite(statement: str) -> bool:
    return connection.vendor == "sqlite" and "KEY" in statement


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
    bare: dict[str, list[Taken]] = {title: [] for title in BARE_TABLES}
    parses, imports = [], []
    for _round in range(ROUNDS):
        parses.append(taken_by(partial(bare_parse, path)))
        for title in BARE_TABLES:
            bare[title].append(bare_insert(rows, title))
        forget()
        imports.append(taken_by(partial(take_in, path)))
    taken = median_of(imports)
    count = Measurement.objects.count()
    print(f"import of the {kind} year 2016, {count:,} values: {taken.seconds:.2f} s by the clock,", end=" ")
    print(f"{taken.worked:.2f} s of work of processors, the database's included:")
    a_second = count / taken.worked
    print(
        f"{a_second:,.0f} values a second and processor, {a_second / LEAST_A_SECOND:.2f} of what it must be"
    )
    for title, times in bare.items():
        report(title, median_of(parses), median_of(times), taken)


def report(title: str, parse: Taken, insert: Taken, taken: Taken) -> None:
    ratios = [(parse[number] + insert[number]) / taken[number] for number in (0, 1)]
    print(f"bare parse + bare insert {title}: {parse.seconds:.2f} + {insert.seconds:.2f} s,", end=" ")
    print(
        f"{parse.worked:.2f} + {insert.worked:.2f} s of work: ratio {ratios[0]:.2f}, {ratios[1]:.2f} of work"
    )


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
