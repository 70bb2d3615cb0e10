"""Hourly PM2.5 of the United States' embassy in Beijing as AirNow publishes it since 2016, a file a year.

The value measured is `Raw Conc.`; NowCast and AQI beside it are derived and left. Hours are read as labelled
by their beginning, as the same station's earlier files and AirNow's other products label them; no file
with values was at hand to prove it, so the documentation says "not verified". There is no post in Seoul.
"""

import datetime
from collections.abc import Iterator

from environment.sources import beijing, embassy
from environment.sources.declared import Column, Refusal, Row, Source
from environment.sources.tables import Line, Table

HEADING = (
    "Site", "Parameter", "Year", "Month", "Day", "Hour", "Raw Conc.", "Conc. Unit", "Duration", "QC Name",
)  # fmt: skip
VALID, MISSING = "Valid", {"Missing", "Invalid"}
COLUMNS = (Column(embassy.STATION, "pm25"),)


def parse(table: Table) -> Iterator[Row | Refusal]:
    places = table.positions(*HEADING)
    width = len(table.heading)
    for line in table:
        if len(line.cells) != width:
            reason = "row-cut-short" if len(line.cells) < width else "row-too-long"
            yield Refusal(line.number, reason, line.raw)
        else:
            yield _row(line, [line.cells[place].strip() for place in places])


def _row(line: Line, cells: list[str]) -> Row | Refusal:
    cells = embassy.split_fused(cells, HEADING.index("Conc. Unit"))
    site, item, year, month, day, label, value, unit, duration, check = cells
    if "beijing" not in site.lower():
        return Refusal(line.number, "other-place", line.raw)
    if not embassy.PM25.fullmatch(item):
        return Refusal(line.number, "unknown-item", line.raw)
    if not embassy.UNIT.fullmatch(unit):
        return Refusal(line.number, "wrong-unit", line.raw)
    if not embassy.DURATION.fullmatch(duration):
        return Refusal(line.number, "not-an-hourly-value", line.raw)
    try:
        hour = _ending(year, month, day, label)
    except ValueError:
        return Refusal(line.number, "unreadable-date", line.raw)
    is_none = check in MISSING and (not value or value.startswith("-"))
    return Row(
        line.number, hour, COLUMNS, ["" if is_none else value], line.raw, () if check == VALID else (0,)
    )


def _ending(year: str, month: str, day: str, hour: str) -> int:
    if int(hour) not in range(24):
        raise ValueError(hour)
    return beijing.CLOCK.ending(datetime.date(int(year), int(month), int(day)), int(hour) + 1)


SOURCE = Source(
    name="airnow",
    city="beijing",
    averaging="hour",
    clock=beijing.CLOCK,
    scales=embassy.SCALES,
    parse=parse,
    rank=0,
    old_encoding="cp1252",
    missing_texts=frozenset({"NA"}),
)
