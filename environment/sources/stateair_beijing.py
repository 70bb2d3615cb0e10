"""Hourly PM2.5 of the United States' embassy in Beijing (StateAir), 2008 to 2017, a file a year.

An hour is labelled by its **beginning**. On the days on which the clocks of the United States are set
forward, one of the two places that name the hour slips by one: the one that follows the row before holds.
A missing value is -999 with the word Missing. What the station's own check does not call Valid is its doubt.
Not reviewed: the publisher calls the values neither verified nor validated.
"""

import datetime
from collections.abc import Iterator

from environment.sources import beijing, embassy
from environment.sources.declared import Column, Refusal, Row, Source
from environment.sources.tables import Line, Table

HEADING = (
    "Site", "Parameter", "Date (LST)", "Year", "Month", "Day", "Hour", "Value", "Unit", "Duration", "QC Name",
)  # fmt: skip
VALID, MISSING = "Valid", "Missing"
COLUMNS = (Column(embassy.STATION, "pm25"),)
DATES = ("%Y-%m-%d %H:%M", "%m/%d/%Y %H:%M", "%Y-%m-%d %I:%M %p")


def parse(table: Table) -> Iterator[Row | Refusal]:
    places = table.positions(*HEADING)
    width, before = len(table.heading), None
    for line in table:
        if len(line.cells) != width:
            reason = "row-cut-short" if len(line.cells) < width else "row-too-long"
            yield Refusal(line.number, reason, line.raw)
            continue
        row = _row(line, [line.cells[place].strip() for place in places], before)
        before = row.hour if isinstance(row, Row) else None if before is None else before + 1
        yield row


def _row(line: Line, cells: list[str], before: int | None) -> Row | Refusal:
    cells = embassy.split_fused(cells, HEADING.index("Unit"))
    site, item, date, year, month, day, label, value, unit, duration, check = cells
    if site != "Beijing":
        return Refusal(line.number, "other-place", line.raw)
    if not embassy.PM25.fullmatch(item):
        return Refusal(line.number, "unknown-item", line.raw)
    if not embassy.UNIT.fullmatch(unit):
        return Refusal(line.number, "wrong-unit", line.raw)
    if not embassy.DURATION.fullmatch(duration):
        return Refusal(line.number, "not-an-hourly-value", line.raw)
    try:
        hours = {_ending(date), _ending_of_parts(year, month, day, label)}
    except ValueError:
        return Refusal(line.number, "unreadable-date", line.raw)
    hour = hours.pop() if len(hours) == 1 else _following(hours, before)
    if hour is None:
        return Refusal(line.number, "contradictory-hour", line.raw)
    cell = "" if check == MISSING else value
    return Row(line.number, hour, COLUMNS, [cell], line.raw, () if check in (VALID, MISSING) else (0,))


def _following(hours: set[int], before: int | None) -> int | None:
    """Return the hour that follows the row before; with none before, the earlier: clocks slip forward."""
    if before is None:
        return min(hours) if max(hours) - min(hours) == 1 else None
    return before + 1 if before + 1 in hours else None


def _ending(date: str) -> int:
    for pattern in DATES:
        try:
            began = datetime.datetime.strptime(date, pattern)
        except ValueError:
            continue
        if began.minute:
            break
        return beijing.CLOCK.ending(began.date(), began.hour + 1)
    raise ValueError(date)


def _ending_of_parts(year: str, month: str, day: str, hour: str) -> int:
    if int(hour) not in range(24):
        raise ValueError(hour)
    return beijing.CLOCK.ending(datetime.date(int(year), int(month), int(day)), int(hour) + 1)


SOURCE = Source(
    name="stateair-beijing",
    city="beijing",
    averaging="hour",
    clock=beijing.CLOCK,
    scales=embassy.SCALES,
    parse=parse,
    rank=0,
    old_encoding="cp1252",
    missing_texts=frozenset({"NA"}),
)
