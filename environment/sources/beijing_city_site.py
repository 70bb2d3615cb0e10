"""Beijing's 35 stations as the city shows them in real time: a csv a day and kind, stations as columns.

`all` holds particles, `extra` holds gases; moving means over 8 and 24 hours and the published AQI
stand between the hourly rows and are no measurements. Gases are at 273 K until 2018-08-31.
"""

from collections.abc import Iterator
from functools import lru_cache

from environment.sources import beijing
from environment.sources.declared import Column, Columns, Refusal, Row, Scale, Source, is_name
from environment.sources.tables import NotReadable, Table

ITEMS = {"PM2.5": "pm25", "PM10": "pm10", "O3": "o3", "NO2": "no2", "SO2": "so2", "CO": "co"}
NOT_MEASURED = {"AQI"} | {item + mean for item in ITEMS for mean in ("_24h", "_8h", "_8h_24h")}


def parse(table: Table) -> Iterator[Row | Refusal]:
    table.find_heading(lambda heading: heading[:3] == ["date", "hour", "type"] and len(heading) > 3)
    if not all(map(is_name, table.heading)):
        raise NotReadable("damaged-heading")
    stations, width = tuple(table.heading[3:]), len(table.heading)
    for line in table:
        cells = line.cells
        if len(cells) != width:
            yield Refusal(line.number, "row-cut-short" if len(cells) < width else "row-too-long", line.raw)
        elif (item := cells[2].strip()) in ITEMS:
            try:
                hour = SOURCE.clock.hour_labelled(beijing.label(cells[0], cells[1]))
            except ValueError:
                yield Refusal(line.number, "unreadable-date", line.raw)
            else:
                yield Row(line.number, hour, _columns(stations, ITEMS[item]), cells[3:], line.raw)
        elif item not in NOT_MEASURED:
            yield Refusal(line.number, "unknown-item", line.raw)


@lru_cache(maxsize=256)
def _columns(stations: tuple[str, ...], pollutant: str) -> Columns:
    return tuple(Column(station, pollutant) for station in stations)


def _scale(pollutant: str) -> Scale:
    later = "as-sampled" if pollutant in ("pm25", "pm10") else "298K"
    if pollutant == "co":
        return Scale("mg/m³", beijing.HIGHEST_CO_MG_M3, ("273K", later))
    return Scale(beijing.MASS, beijing.HIGHEST[pollutant], ("273K", later))


SOURCE = Source(
    name="beijing-city-site",
    city="beijing",
    averaging="hour",
    clock=beijing.CLOCK,
    scales={pollutant: _scale(pollutant) for pollutant in ITEMS.values()},
    parse=parse,
    old_encoding="gb18030",
    missing_texts=frozenset({"-", "—", "NA"}),
    reference_changes=(beijing.REFERENCE_CHANGE,),
)
