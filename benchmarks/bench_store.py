"""A store that grows to forty million values: imports at each size, the explorer's questions at the last."""

import tempfile
import time
from pathlib import Path

import django

DATABASES = ("sqlite", "postgresql")

django.setup()

from django.conf import settings  # noqa: E402 - models only after setup
from django.db import connection  # noqa: E402

from benchmarks import explorer_questions  # noqa: E402
from benchmarks.forty_million import Filling  # noqa: E402
from benchmarks.growth import Imports, imports_into  # noqa: E402
from committee.cities.models import City  # noqa: E402
from committee.founding.actions import found_committee  # noqa: E402
from environment.stations.actions import enter_catalogue  # noqa: E402

SIZES = (100_000, 1_000_000, 10_000_000, 40_000_000)
KINDS = {
    "day": "a day, new",
    "month": "a month, new",
    "known": "the same again",
    "corrected": "all corrected",
}


def report(imports: list[Imports]) -> None:
    print(f"{'import of':18}" + "".join(f"{each.values:>32,}" for each in imports))
    for kind, title in KINDS.items():
        first, cells = getattr(imports[0], kind), []
        for each in imports:
            taken = getattr(each, kind)
            times = f"{taken.seconds:.2f} s {taken.worked:.2f} s"
            cells.append(f"{times}  ×{taken.seconds / first.seconds:.2f} ×{taken.worked / first.worked:.2f}")
        print(f"{title:18}" + "".join(f"{cell:>32}" for cell in cells))


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
        parquet, imports = Path(folder) / "values.parquet", []
        filling, seconds = Filling(parquet), 0.0
        for size in SIZES:
            started = time.perf_counter()
            filling.up_to(size)
            seconds += time.perf_counter() - started
            imports.append(imports_into(filling, Path(folder)))
        filling.write_parquet()
        print(f"{filling.values:,} hourly values built in {seconds:.0f} s;", end=" ")
        print(f"{disk_use() / 1e9:.1f} GB in the database, {parquet.stat().st_size / 1e9:.1f} GB as Parquet")
        report(imports)
        explorer_questions.measure(parquet)


if __name__ == "__main__":
    main()
