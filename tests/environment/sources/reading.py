"""Reads a file as an import does, without a database."""

import datetime
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from environment.sources.declared import Row
from environment.sources.files import UnreadableFile, data_files
from environment.sources.judging import Gathering, Rejected, SeriesKeys
from environment.sources.registry import SOURCES
from environment.sources.tables import NotReadable, open_table


class Reading(NamedTuple):
    station: str
    pollutant: str
    ended: str
    value: float


class Read(NamedTuple):
    readings: list[Reading]
    rejected: list[Rejected]
    missing: int
    rows: int

    @property
    def reasons(self) -> Counter[str]:
        return Counter(rejected.reason for rejected in self.rejected)

    def of(self, pollutant: str) -> list[tuple[str, str, float]]:
        return [(r.station, r.ended, r.value) for r in self.readings if r.pollutant == pollutant]


def read(source_name: str, path: Path, city: str = "") -> Read:
    source = SOURCES[source_name].of(city) if city else SOURCES[source_name]
    keys = SeriesKeys(source)
    gathering = Gathering(keys)
    rows = 0
    for file in data_files(path):
        if isinstance(file, UnreadableFile):
            gathering.rejected.append(Rejected(file.name, None, file.reason))
            continue
        try:
            table = open_table(file.stream, source.old_encoding, file.name)
            for row in source.parse(table):
                if isinstance(row, Row):
                    gathering.add(file.name, row)
                else:
                    gathering.rejected.append(Rejected(file.name, row.line, row.reason, raw=row.raw))
            rows += table.rows
        except NotReadable as error:
            gathering.rejected.append(Rejected(file.name, None, error.reason))
    if not len(gathering):
        return Read([], gathering.rejected, 0, rows)
    judged = gathering.judged()
    readings = [
        Reading(keys.keys[key].station, keys.keys[key].pollutant, _local(source.clock.zone, hour), value)
        for key, hour, value in zip(judged.key, judged.hour.tolist(), judged.value.tolist(), strict=True)
    ]
    return Read(readings, gathering.rejected, judged.missing, rows)


def _local(zone: str, hour: int) -> str:
    return datetime.datetime.fromtimestamp(hour * 3600, ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
