"""Hourly values of both cities out of OpenAQ: the archive's csv, answers of its API (v3), older single rows.

OpenAQ labels an hour by its end and names the offset with every time. The unit stands in each row, and so
does the place: a row outside of both cities is refused. A location keeps its number when its name changes,
so a station that the register does not know is taken up as `OpenAQ 7727`. An answer of the API names no
location: it is read where coordinates are in its rows, or where the file's name holds `location-NUMBER`
and a city. 9999 and -999 stand for none.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from environment.sources import beijing, seoul
from environment.sources.clock import LocalClock
from environment.sources.declared import Column, Columns, Refusal, Row, Scale, Source, is_name
from environment.sources.places import city_at, city_named
from environment.sources.pushed import unit_of
from environment.sources.tables import Line, NotReadable, Table

POLLUTANTS = {"pm25", "pm10", "o3", "no2", "so2", "co"}
ONE_HOUR = {"", "01:00:00", "1:00:00", "1 hours", "1 hour"}
LOCATION = re.compile(r"(?:location|loc|sensor)[-_=]?(\d+)", re.IGNORECASE)


class Shape(NamedTuple):
    """The names under which one kind of answer keeps what is read of it; several where versions differ."""

    ended: str
    pollutant: str
    unit: str
    value: str
    latitude: str
    longitude: str
    location: tuple[str, ...]
    interval: tuple[str, ...] = ()
    flags: str = ""


SHAPES = (
    Shape("datetime", "parameter", "units", "value", "lat", "lon", ("location_id", "location")),
    Shape(
        "period.datetimeTo.utc", "parameter.name", "parameter.units", "value", "coordinates.latitude",
        "coordinates.longitude", ("locationId", "locationsId", "sensorsId"), ("period.interval",),
        "flagInfo.hasFlags",
    ),
    Shape(
        "date.utc", "parameter", "unit", "value", "coordinates.latitude", "coordinates.longitude",
        ("locationId", "location"), ("averagingPeriod.value", "averagingPeriod.unit"),
    ),
)  # fmt: skip


def parse(table: Table) -> Iterator[Row | Refusal]:
    shape = next((shape for shape in SHAPES if _needed(shape).issubset(table.heading)), None)
    if shape is None:
        table.find_heading(_needed(SHAPES[0]).issubset)
        shape = SHAPES[0]
    places = {name: place for place, name in enumerate(table.heading)}
    asked_for = LOCATION.search(table.name)
    by_name = city_named(table.name), asked_for.group(1) if asked_for else ""
    if shape.latitude not in places and not all(by_name):
        raise NotReadable("city-not-stated")
    for line in table:
        if len(line.cells) != len(places):
            reason = "row-cut-short" if len(line.cells) < len(places) else "row-too-long"
            yield Refusal(line.number, reason, line.raw)
        else:
            yield _row(line, _Cells(line.cells, places), shape, by_name)


def _needed(shape: Shape) -> set[str]:
    return {shape.ended, shape.pollutant, shape.unit, shape.value}


class _Cells:
    """A line's cells by the name of their column; empty where there is none."""

    def __init__(self, cells: list[str], places: dict[str, int]) -> None:
        self._cells, self._places = cells, places

    def __call__(self, name: str) -> str:
        place = self._places.get(name)
        return "" if place is None else self._cells[place].strip()


def _row(
    line: Line, cell: Callable[[str], str], shape: Shape, by_name: tuple[str | None, str]
) -> Row | Refusal:
    try:
        city = city_at(cell(shape.latitude), cell(shape.longitude)) if cell(shape.latitude) else by_name[0]
    except ValueError:
        city = None
    pollutant, unit = cell(shape.pollutant).lower().replace(".", ""), unit_of(cell(shape.unit))
    if city is None:
        return Refusal(line.number, "other-place", line.raw)
    if pollutant not in POLLUTANTS:
        return Refusal(line.number, "unknown-item", line.raw)
    if (pollutant, unit) not in OTHER_SCALES:
        return Refusal(line.number, "wrong-unit", line.raw)
    if " ".join(filter(None, map(cell, shape.interval))) not in ONE_HOUR:
        return Refusal(line.number, "not-an-hourly-value", line.raw)
    location = next(filter(None, map(cell, shape.location)), by_name[1])
    if not is_name(location):
        return Refusal(line.number, "unknown-station", line.raw)
    try:
        hour = SOURCE.clock.hour_stated(cell(shape.ended))
    except ValueError:
        return Refusal(line.number, "unreadable-date", line.raw)
    flagged = (0,) if cell(shape.flags).lower() == "true" else ()
    columns = _columns(location, pollutant, unit)
    return Row(line.number, hour, columns, [cell(shape.value)], line.raw, flagged, city)


@lru_cache(maxsize=1024)
def _columns(location: str, pollutant: str, unit: str) -> Columns:
    station = f"OpenAQ {location}" if location.isdecimal() else location
    return (Column(station, pollutant, unit),)


def _scales() -> Iterator[tuple[tuple[str, str], Scale]]:
    """Yield the scale of each pollutant in each unit that OpenAQ passes on.

    It states no reference state. Gases in mass are China's, who changed theirs in 2018.
    """
    for pollutant in sorted(POLLUTANTS):
        is_gas = pollutant not in ("pm25", "pm10")
        mass = beijing.HIGHEST_CO_MG_M3 * 1000 if pollutant == "co" else beijing.HIGHEST[pollutant]
        states = ("273K", "298K") if is_gas else ("as-sampled", "as-sampled")
        yield (pollutant, "µg/m³"), Scale("µg/m³", mass, states)
        yield (pollutant, "mg/m³"), Scale("mg/m³", mass / 1000, states)
        if is_gas:
            volume = seoul.SCALES[pollutant].highest
            yield (pollutant, "ppm"), Scale("ppm", volume, ("none", "none"))
            yield (pollutant, "ppb"), Scale("ppb", volume * 1000, ("none", "none"))


OTHER_SCALES = dict(_scales())

SOURCE = Source(
    name="openaq",
    city="",
    averaging="hour",
    clock=LocalClock("UTC"),
    scales={pollutant: OTHER_SCALES[pollutant, "µg/m³"] for pollutant in sorted(POLLUTANTS)},
    other_scales=OTHER_SCALES,
    parse=parse,
    rank=0,
    missing_texts=frozenset({"NaN", "nan"}),
    missing_numbers=(-999.0, -9999.0, 9999.0),
    reference_changes=(beijing.REFERENCE_CHANGE,),
)
