"""Answers of AirKorea's open API (`ArpltnInforInqireSvc`) about Seoul's stations, of both hosts.

The old host names the station in the request that it repeats, the new one in each row; either way an
hour is labelled by its end, midnight as `24:00`. A missing value is `-`, empty or null beside a flag such as
`통신장애`; a value beside a flag is the sender's own doubt. Moving means (`pm10Value24`) and the index
(`khaiValue`) are no measurements, and the list of stations holds none.
"""

from collections.abc import Iterator
from functools import lru_cache

from environment.sources import seoul
from environment.sources.declared import Column, Columns, Refusal, Row, Source, is_name
from environment.sources.tables import Line, NotReadable, Table

POLLUTANTS = ("so2", "co", "o3", "no2", "pm10", "pm25")
STATION, STATION_ASKED_FOR, PROVINCE = "stationName", "parm.stationName", "sidoName"
STATION_LIST = {"stationName", "dmX", "dmY", "addr"}
NO_FLAGS = {"", "정상"}


class _Fields:
    """Where an answer keeps what is read of it; a field that a version leaves out stays empty."""

    def __init__(self, heading: list[str]) -> None:
        self.pollutants = tuple(name for name in POLLUTANTS if f"{name}Value" in heading)
        self._places = {name: place for place, name in enumerate(heading)}

    def of(self, line: Line, name: str) -> str:
        place = self._places.get(name)
        return "" if place is None else line.cells[place].strip()


def parse(table: Table) -> Iterator[Row | Refusal]:
    if STATION_LIST.issubset(table.heading):
        for _ in table:
            pass
        return
    table.positions("dataTime")
    fields = _Fields(table.heading)
    if not fields.pollutants:
        raise NotReadable("unknown-heading")
    for line in table:
        if len(line.cells) != len(table.heading):
            yield Refusal(line.number, "row-cut-short", line.raw)
        else:
            yield _row(line, fields)


def _row(line: Line, fields: _Fields) -> Row | Refusal:
    station = fields.of(line, STATION) or fields.of(line, STATION_ASKED_FOR)
    if not is_name(station):
        return Refusal(line.number, "unknown-station", line.raw)
    if fields.of(line, PROVINCE) not in ("", "서울", "서울특별시"):
        return Refusal(line.number, "station-not-of-the-city", line.raw)
    try:
        hour = SOURCE.clock.hour_labelled(fields.of(line, "dataTime"))
    except ValueError:
        return Refusal(line.number, "unreadable-date", line.raw)
    cells = [fields.of(line, f"{name}Value") for name in fields.pollutants]
    flagged = tuple(
        place
        for place, name in enumerate(fields.pollutants)
        if fields.of(line, f"{name}Flag") not in NO_FLAGS
    )
    return Row(line.number, hour, _columns(station, fields.pollutants), cells, line.raw, flagged)


@lru_cache(maxsize=1024)
def _columns(station: str, pollutants: tuple[str, ...]) -> Columns:
    return tuple(Column(station, pollutant) for pollutant in pollutants)


SOURCE = Source(
    name="airkorea-api",
    city="seoul",
    averaging="hour",
    clock=seoul.CLOCK,
    scales=seoul.SCALES,
    parse=parse,
    rank=0,
    old_encoding="cp949",
    missing_texts=seoul.MISSING_TEXTS,
)
