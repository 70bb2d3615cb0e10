"""A year of Beijing's city site: the published one where it is, else a generated one of the same shape."""

import datetime
import io
import os
import random
import tarfile
from collections.abc import Iterator
from pathlib import Path

SHARED_FILES = Path(os.environ.get("SHARED_FILES", Path(__file__).parents[2] / "shared" / "data"))
PUBLISHED = SHARED_FILES / "beijing" / "city-site" / "beijing_20160101-20161231.tar.xz"
STATIONS = 35
ITEMS = {
    "all": ("PM2.5", "PM2.5_24h", "PM10", "PM10_24h", "AQI"),
    "extra": ("SO2", "SO2_24h", "NO2", "NO2_24h", "O3", "O3_24h", "CO", "CO_24h"),
}


def archive(folder: Path) -> tuple[Path, str]:
    """Return the archive of 2016 and what it is."""
    if PUBLISHED.is_file():
        return PUBLISHED, "published"
    path = folder / "beijing_generated.tar.xz"
    with tarfile.open(path, "w:xz", preset=0) as packed:
        for name, content in _files():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            packed.addfile(member, io.BytesIO(content))
    return path, "generated"


def unpack(path: Path, folder: Path, months: int) -> Path:
    """Unpack the files of the first months of an archive and return their folder."""
    folder.mkdir()
    with tarfile.open(path) as packed:
        for member in packed:
            if member.isfile() and int(member.name[-8:-6]) <= months:
                content = packed.extractfile(member)
                assert content is not None
                (folder / member.name.rpartition("/")[2]).write_bytes(content.read())
    return folder


def _files() -> Iterator[tuple[str, bytes]]:
    chance = random.Random(2016)
    heading = ",".join(["date", "hour", "type", *(f"站{number}" for number in range(STATIONS))])
    for number in range(366):
        day = (datetime.date(2016, 1, 1) + datetime.timedelta(days=number)).strftime("%Y%m%d")
        for kind, items in ITEMS.items():
            rows = [f"{day},{hour},{item},{_cells(chance, item)}" for hour in range(24) for item in items]
            yield f"beijing_{kind}_{day}.csv", "\n".join([heading, *rows, ""]).encode()


def _cells(chance: random.Random, item: str) -> str:
    if item.endswith("_24h"):
        return "," * (STATIONS - 1)
    cells = [str(chance.randint(3, 300)) if chance.random() > 0.08 else "" for _station in range(STATIONS)]
    return ",".join(f"{cell[:-1] or 0}.{cell[-1]}" if item == "CO" and cell else cell for cell in cells)
