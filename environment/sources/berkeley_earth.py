"""Hourly PM2.5 of a city as Berkeley Earth estimates it from the stations nearby, since 2014.

Kept as a published mean of the city, behind the city's own. Which city it is stands in the notes above the
heading or in the file's name. Hours are in UTC and labelled by their end. Rows of Beijing with
`Retrospective` 1 carry the shift to UTC with the wrong sign, 16 hours late: compared with the stations'
own values of 2014 and 2018 they agree best 16 hours earlier (r 0.95 and 0.98).
"""

import datetime
from collections.abc import Iterator

from environment.sources import beijing
from environment.sources.clock import YEARS, LocalClock
from environment.sources.declared import CITY_MEAN, Column, Refusal, Row, Scale, Source
from environment.sources.places import city_named
from environment.sources.tables import Line, NotReadable, Table

HEADING = ["Year", "Month", "Day", "UTCHour", "PM2.5", "PM10_mask", "Retrospective"]
EPOCH = datetime.date(1970, 1, 1)
WRONG_SHIFT = {"beijing": 16}
COLUMNS = (Column(CITY_MEAN, "pm25"),)


def parse(table: Table) -> Iterator[Row | Refusal]:
    notes: list[str] = []

    def is_heading(cells: list[str]) -> bool:
        notes.append(" ".join(cells))
        return _fields(notes[-1]) == HEADING

    table.find_heading(is_heading)
    city = next((found for note in notes if "city" in note.lower() and (found := city_named(note))), None)
    city = city or city_named(table.name)
    if city is None:
        raise NotReadable("city-not-stated")
    for line in table:
        yield _row(line, _fields(line.raw), city)


def _fields(text: str) -> list[str]:
    """Return the fields of a line, set apart by blanks or tabs; the heading may write `UTC Hour`, commas."""
    return text.replace("UTC Hour", "UTCHour").replace(",", " ").replace("%", " ").split()


def _row(line: Line, fields: list[str], city: str) -> Row | Refusal:
    if len(fields) != len(HEADING):
        reason = "row-cut-short" if len(fields) < len(HEADING) else "row-too-long"
        return Refusal(line.number, reason, line.raw)
    year, month, day, hour, value, _mask, retrospective = fields
    try:
        ending = _ending(int(year), int(month), int(day), int(hour))
    except ValueError:
        return Refusal(line.number, "unreadable-date", line.raw)
    if retrospective not in ("0", "1"):
        return Refusal(line.number, "contradictory-hour", line.raw)
    shift = WRONG_SHIFT.get(city, 0) if retrospective == "1" else 0
    return Row(line.number, ending - shift, COLUMNS, [value], line.raw, (), city)


def _ending(year: int, month: int, day: int, hour: int) -> int:
    if year not in YEARS or hour not in range(25):
        raise ValueError(hour)
    return (datetime.date(year, month, day) - EPOCH).days * 24 + hour


SOURCE = Source(
    name="berkeley-earth",
    city="",
    averaging="hour",
    clock=LocalClock("UTC"),
    scales={"pm25": Scale(beijing.MASS, beijing.HIGHEST["pm25"], ("as-sampled",))},
    parse=parse,
    rank=0,
    missing_texts=frozenset({"NaN", "nan"}),
)
