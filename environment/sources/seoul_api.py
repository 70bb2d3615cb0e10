"""Answers of Seoul's open API: `RealtimeCityAir` and `ListAirQualityByDistrictService`, JSON or XML.

The fields were renamed in 2025; both sets are read. Hours are labelled by their end. As in the hourly
files, which come from the same system, 0 stands for a value that is missing. The index (CAI) and the
pollutant it comes from are no measurements.
"""

from collections.abc import Iterator
from functools import lru_cache

from environment.sources import seoul
from environment.sources.declared import Column, Columns, Refusal, Row, Source
from environment.sources.tables import NotReadable, Table

HOURS = ("MSRMT_DT", "MSRMT_YMD", "MSRDT", "MSRDATE")
STATIONS = ("MSRSTN_NM", "MSRSTE_NM", "MSRSTENAME")
POLLUTANTS = {
    "PM10": "pm10",
    "PM": "pm10",
    "PM25": "pm25",
    "FPM": "pm25",
    "O3": "o3",
    "OZONE": "o3",
    "OZON": "o3",
    "NO2": "no2",
    "NITROGEN": "no2",
    "NTDX": "no2",
    "CO": "co",
    "CARBON": "co",
    "CBMX": "co",
    "SO2": "so2",
    "SULFUROUS": "so2",
    "SPDX": "so2",
}


def parse(table: Table) -> Iterator[Row | Refusal]:
    (when,) = table.positions(_one_of(HOURS, table.heading))
    (where,) = table.positions(_one_of(STATIONS, table.heading))
    pollutants = {place: POLLUTANTS[name] for place, name in enumerate(table.heading) if name in POLLUTANTS}
    if not pollutants or len(set(pollutants.values())) != len(pollutants):
        raise NotReadable("unknown-heading")
    for line in table:
        try:
            hour = SOURCE.clock.hour_labelled(line.cells[when])
        except (ValueError, IndexError):
            yield Refusal(line.number, "unreadable-date", line.raw)
            continue
        yield seoul.row(line, hour, where, pollutants, len(table.heading), _columns)


def _one_of(names: tuple[str, ...], heading: list[str]) -> str:
    return next((name for name in names if name in heading), names[0])


@lru_cache(maxsize=1024)
def _columns(station: str, pollutants: tuple[str, ...]) -> Columns:
    return tuple(Column(station, pollutant) for pollutant in pollutants)


SOURCE = Source(
    name="seoul-api",
    city="seoul",
    averaging="hour",
    clock=seoul.CLOCK,
    scales=seoul.SCALES,
    parse=parse,
    rank=0,
    missing_texts=seoul.MISSING_TEXTS,
    missing_numbers=(0.0, -999.0, -9999.0),
)
