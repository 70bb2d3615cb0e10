"""Hourly values of Seoul's stations (`서울시_기간별_시간평균_대기환경_정보_YYYY.MM.csv`), newest first.

A missing value is written as 0, and a real 0 cannot be told apart, so every 0 counts as missing:
no station is without nitrogen dioxide or carbon monoxide for an hour, and particles start at 1.
The moving 24 h mean of PM10 beside the hourly one is no measurement.
"""

from collections.abc import Iterator
from functools import lru_cache

from environment.sources import seoul
from environment.sources.declared import Column, Columns, Refusal, Row, Source
from environment.sources.korean_headings import pollutant_columns
from environment.sources.tables import Table


def parse(table: Table) -> Iterator[Row | Refusal]:
    when, where = table.positions("측정일시", "측정소명")
    pollutants = pollutant_columns(table.heading)
    for line in table:
        try:
            hour = SOURCE.clock.hour_labelled(line.cells[when])
        except (ValueError, IndexError):
            yield Refusal(line.number, "unreadable-date", line.raw)
            continue
        yield seoul.row(line, hour, where, pollutants, len(table.heading), _columns)


@lru_cache(maxsize=1024)
def _columns(station: str, pollutants: tuple[str, ...]) -> Columns:
    return tuple(Column(station, pollutant) for pollutant in pollutants)


SOURCE = Source(
    name="seoul-hourly",
    city="seoul",
    averaging="hour",
    clock=seoul.CLOCK,
    scales=seoul.SCALES,
    parse=parse,
    old_encoding="cp949",
    missing_texts=seoul.MISSING_TEXTS,
    missing_numbers=(0.0, -999.0, -9999.0),
)
