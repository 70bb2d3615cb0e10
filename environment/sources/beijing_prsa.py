"""Reviewed hourly values of twelve Beijing stations, 2013 to 2017 (UCI 501), a file a station.

The weather of the nearest weather station stands beside them. Carbon monoxide is in µg/m³ here. Reviewed
values go before the real-time ones of the same station and day.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import itemgetter

from environment.sources import beijing
from environment.sources.declared import CONFIRMED, Column, Columns, Refusal, Row, Scale, Source, is_name
from environment.sources.tables import Line, Table
from environment.sources.weather import (
    DEW_POINT,
    PRESSURE,
    RAIN,
    TEMPERATURE,
    WIND_DIRECTION,
    WIND_SPEED,
)

ITEMS = {"PM2.5": "pm25", "PM10": "pm10", "SO2": "so2", "NO2": "no2", "CO": "co", "O3": "o3"}
WEATHER = {
    "TEMP": TEMPERATURE,
    "PRES": PRESSURE,
    "DEWP": DEW_POINT,
    "RAIN": RAIN,
    "wd": WIND_DIRECTION,
    "WSPM": WIND_SPEED,
}

Cells = Callable[[list[str]], tuple[str, ...]]


def parse(table: Table) -> Iterator[Row | Refusal]:
    *date, station = table.positions("year", "month", "day", "hour", "station")
    items = table.positions(*ITEMS)
    has_weather = set(WEATHER).issubset(table.heading)
    weather_of: Cells = itemgetter(*table.positions(*WEATHER)) if has_weather else lambda cells: ()
    width = len(table.heading)
    for line in table:
        cells = line.cells
        if len(cells) != width:
            yield Refusal(line.number, "row-cut-short" if len(cells) < width else "row-too-long", line.raw)
        elif not is_name(cells[station]):
            yield Refusal(line.number, "unknown-station", line.raw)
        else:
            yield _row(line, date, items, _columns(cells[station]), weather_of(cells))


def _row(
    line: Line, date: list[int], items: list[int], columns: Columns, weather: tuple[str, ...]
) -> Row | Refusal:
    year, month, day, hour = (line.cells[position] for position in date)
    try:
        ending = SOURCE.clock.hour_labelled(beijing.label(f"{year}-{month:0>2}-{day:0>2}", hour))
    except ValueError:
        return Refusal(line.number, "unreadable-date", line.raw)
    cells = [line.cells[position] for position in items]
    return Row(line.number, ending, columns, cells, line.raw, weather=weather)


@lru_cache(maxsize=256)
def _columns(station: str) -> Columns:
    return tuple(Column(station, pollutant) for pollutant in ITEMS.values())


def _scale(pollutant: str) -> Scale:
    highest = beijing.HIGHEST_CO_MG_M3 * 1000 if pollutant == "co" else beijing.HIGHEST[pollutant]
    return Scale(beijing.MASS, highest, ("273K",))


SOURCE = Source(
    name="beijing-prsa",
    city="beijing",
    averaging="hour",
    clock=beijing.CLOCK,
    scales={pollutant: _scale(pollutant) for pollutant in ITEMS.values()},
    parse=parse,
    rank=2,
    status=CONFIRMED,
    old_encoding="gb18030",
    missing_texts=frozenset({"NA"}),
    weather=tuple(WEATHER.values()),
)
