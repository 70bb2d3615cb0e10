"""Daily means of Seoul's stations (Seoul Open Data Plaza OA-2218): xlsx until 2017, then csv in cp949.

Official means of a local day, so they are kept apart from hourly values. Districts, roadside,
mountains and parks stand in one file; a station that the catalogue does not know is taken up by
its name. The heading 이산화탄소농도 of 2014 to 2017 is carbon monoxide.
"""

from collections.abc import Iterator
from functools import lru_cache

from environment.sources import seoul
from environment.sources.declared import CITY_MEAN, CONFIRMED, Column, Columns, Refusal, Row, Source
from environment.sources.korean_headings import pollutant_columns
from environment.sources.tables import Table

MEAN_OF_THE_CITY = {"평균", "서울시 평균", "서울시평균"}


def parse(table: Table) -> Iterator[Row | Refusal]:
    when, where = table.positions("측정일시", "측정소명")
    pollutants = pollutant_columns(table.heading)
    for line in table:
        try:
            hour = SOURCE.clock.day_labelled(line.cells[when])
        except (ValueError, IndexError):
            yield Refusal(line.number, "unreadable-date", line.raw)
            continue
        yield seoul.row(line, hour, where, pollutants, len(table.heading), _columns)


@lru_cache(maxsize=1024)
def _columns(station: str, pollutants: tuple[str, ...]) -> Columns:
    name = CITY_MEAN if station in MEAN_OF_THE_CITY else station
    return tuple(Column(name, pollutant) for pollutant in pollutants)


SOURCE = Source(
    name="seoul-daily",
    city="seoul",
    averaging="day",
    clock=seoul.CLOCK,
    scales=seoul.SCALES,
    parse=parse,
    status=CONFIRMED,
    old_encoding="cp949",
    missing_texts=seoul.MISSING_TEXTS,
)
