"""Hourly values of Seoul's 25 district stations in long form, 2017 to 2019: a line a station, hour and item.

Published on Kaggle from Seoul's open data, with two tables of codes beside it that hold no measurement.
Stations are 101 to 125. The status of the instrument stands in each line: a value with another one than
"normal" is the sender's own doubt, and -1 or 0 beside it stands for none. Hours are labelled as in Seoul's
other files, by their end; days may come first (`31-01-2017`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from environment.sources import seoul
from environment.sources.declared import Column, Columns, Refusal, Row, Source, is_name
from environment.sources.tables import Line, Table

ITEMS = {"1": "so2", "3": "no2", "5": "co", "6": "o3", "8": "pm10", "9": "pm25"}
NORMAL, NO_VALUE = "0", {"0", "-1", "0.0", "-1.0"}
CODE_TABLES = (
    {"Item code", "Item name", "Unit of measurement"},
    {"Station code", "Station name(district)"},
)
DAY_FIRST = re.compile(r"(\d\d)-(\d\d)-(\d{4})\b")


def parse(table: Table) -> Iterator[Row | Refusal]:
    if any(names.issubset(table.heading) for names in CODE_TABLES):
        for _ in table:
            pass
        return
    places = table.positions(
        "Measurement date", "Station code", "Item code", "Average value", "Instrument status"
    )
    width = len(table.heading)
    for line in table:
        if len(line.cells) != width:
            reason = "row-cut-short" if len(line.cells) < width else "row-too-long"
            yield Refusal(line.number, reason, line.raw)
        else:
            yield _row(line, *(line.cells[place].strip() for place in places))


def _row(line: Line, when: str, station: str, item: str, value: str, status: str) -> Row | Refusal:
    if item not in ITEMS:
        return Refusal(line.number, "unknown-item", line.raw)
    if not is_name(station):
        return Refusal(line.number, "unknown-station", line.raw)
    try:
        hour = SOURCE.clock.hour_labelled(DAY_FIRST.sub(r"\3-\2-\1", when))
    except ValueError:
        return Refusal(line.number, "unreadable-date", line.raw)
    is_doubted = status != NORMAL
    cell = "" if is_doubted and value in NO_VALUE else value
    return Row(
        line.number, hour, _columns(station, ITEMS[item]), [cell], line.raw, (0,) if is_doubted else ()
    )


@lru_cache(maxsize=1024)
def _columns(station: str, pollutant: str) -> Columns:
    return (Column(station, pollutant),)


SOURCE = Source(
    name="seoul-long",
    city="seoul",
    averaging="hour",
    clock=seoul.CLOCK,
    scales=seoul.SCALES,
    parse=parse,
    old_encoding="cp949",
    missing_texts=seoul.MISSING_TEXTS,
    missing_numbers=(-1.0, -999.0, -9999.0),
)
