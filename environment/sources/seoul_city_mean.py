"""The hourly mean of the whole city as Seoul publishes it, hours 01:00 to 24:00.

It is kept as a station of its own and never enters a mean over stations. The heading 이산화탄소 is
nitrogen dioxide here, because carbon monoxide has its own. A missing value is written as `-`.
"""

from collections.abc import Iterator

from environment.sources import seoul
from environment.sources.declared import CITY_MEAN, Column, Refusal, Row, Source
from environment.sources.korean_headings import pollutant_columns
from environment.sources.tables import NotReadable, Table


def parse(table: Table) -> Iterator[Row | Refusal]:
    (when,) = table.positions("일시")
    if "측정소명" in table.heading:
        raise NotReadable("unknown-heading")
    pollutants = pollutant_columns(table.heading)
    columns = tuple(Column(CITY_MEAN, pollutant) for pollutant in pollutants.values())
    width = len(table.heading)
    for line in table:
        cells = line.cells
        if len(cells) != width:
            yield Refusal(line.number, "row-cut-short" if len(cells) < width else "row-too-long", line.raw)
            continue
        try:
            hour = SOURCE.clock.hour_labelled(cells[when])
        except ValueError:
            yield Refusal(line.number, "unreadable-date", line.raw)
            continue
        yield Row(line.number, hour, columns, [cells[position] for position in pollutants], line.raw)


SOURCE = Source(
    name="seoul-city-mean",
    city="seoul",
    averaging="hour",
    clock=seoul.CLOCK,
    scales=seoul.SCALES,
    parse=parse,
    old_encoding="cp949",
    missing_texts=seoul.MISSING_TEXTS,
)
