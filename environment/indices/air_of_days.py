"""The air of local days as rules of an index ask for it: mean, highest hour, highest eight hours.

A station is answered for by one series a day, as `measurements.pooling` chooses it. A city is the mean of
its stations: of their means, of their highest hours, of their highest eight-hour means.
"""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from committee.cities.models import City
from environment.measurements.models import Averaging
from environment.measurements.pooling import HOURS_FOR_A_VALID_DAY
from environment.sources.registry import RANKS
from environment.stations.models import Station

# Of a city, at least this share of the stations that measured on a day must have a valid one.
LEAST_SHARE_OF_STATIONS = 0.5

ANSWERS = """
    SELECT pollutant, averaging, is_published_mean, day, unit, reference_state,
           count(*), sum(CASE WHEN is_valid THEN 1 ELSE 0 END),
           avg(CASE WHEN is_valid THEN total / n END),
           avg(CASE WHEN is_valid THEN max_value END),
           avg(CASE WHEN is_valid THEN max_8h_mean END)
    FROM (
        SELECT series.pollutant, series.averaging, station.kind = 'city_mean' AS is_published_mean,
               rollup.day, series.unit, series.reference_state, rollup.n, rollup.total, rollup.max_value,
               rollup.max_8h_mean, (series.averaging = 'day' OR rollup.n >= %s) AS is_valid,
               row_number() OVER (
                   PARTITION BY series.station_id, series.pollutant, series.averaging, rollup.day
                   ORDER BY CASE WHEN rollup.n >= %s THEN {rank} ELSE 0 END DESC,
                            rollup.n DESC, {rank} DESC, series.id
               ) AS place
        FROM environment_series AS series
        JOIN environment_station AS station ON station.id = series.station_id
        JOIN environment_dailyrollup AS rollup ON rollup.series_id = series.id
        WHERE {where} AND rollup.day >= %s AND rollup.day < %s
    ) AS candidates
    WHERE place = 1
    GROUP BY pollutant, averaging, is_published_mean, day, unit, reference_state
"""


@dataclass(frozen=True, slots=True)
class AirOfADay:
    """One pollutant on one local day, in the unit and reference state in which it was received.

    `highest_hour` and `highest_8h` are None where only a day's mean was published.
    """

    mean: float
    highest_hour: float | None
    highest_8h: float | None
    unit: str
    reference_state: str


@dataclass(frozen=True, slots=True)
class _Answer:
    averaging: str
    is_published_mean: bool
    stations: int
    valid: int
    air: AirOfADay

    @property
    def preference(self) -> tuple[bool, bool, int]:
        """What goes first: hours before days, stations before a published mean, more of them before fewer."""
        return self.averaging == Averaging.HOUR, not self.is_published_mean, self.valid


AirByDay = Mapping[datetime.date, Mapping[str, AirOfADay]]


def air_of_days(
    place: City | Station, start: datetime.date, end: datetime.date, *, hours_of_a_day: int
) -> AirByDay:
    """Return each day's air by pollutant, from `start` up to but excluding `end`, in one query.

    Args:
        hours_of_a_day: the hourly values that a station's day must have.
    """
    best: dict[datetime.date, dict[str, _Answer]] = defaultdict(dict)
    for day, pollutant, answer in _answers(place, start, end, hours_of_a_day):
        if answer.valid < max(1, answer.stations * LEAST_SHARE_OF_STATIONS):
            continue
        known = best[day].get(pollutant)
        if known is None or answer.preference > known.preference:
            best[day][pollutant] = answer
    return {
        day: {pollutant: answer.air for pollutant, answer in answers.items()} for day, answers in best.items()
    }


def _answers(
    place: City | Station, start: datetime.date, end: datetime.date, hours_of_a_day: int
) -> list[tuple[datetime.date, str, _Answer]]:
    ranks = " ".join(f"WHEN '{name}' THEN {rank}" for name, rank in RANKS.items())
    # An embassy's station is not of the city's network; asked for by itself it answers.
    of_city = "station.city_id = %s AND station.kind <> 'embassy'"
    where = of_city if isinstance(place, City) else "station.id = %s"
    words = ANSWERS.format(rank=f"CASE series.source {ranks} ELSE 0 END", where=where)
    with connection.cursor() as cursor:
        cursor.execute(words, [hours_of_a_day, HOURS_FOR_A_VALID_DAY, place.pk, start, end])
        return [_answer(row) for row in cursor.fetchall()]


def _answer(row: tuple) -> tuple[datetime.date, str, _Answer]:  # type: ignore[type-arg]  # as SQL gives it
    pollutant, averaging, is_published_mean, day, unit, state, stations, valid, mean, highest, of_8h = row
    is_hourly = averaging == Averaging.HOUR
    air = AirOfADay(mean or 0.0, highest if is_hourly else None, of_8h if is_hourly else None, unit, state)
    # SQLite gives days as text.
    day = datetime.date.fromisoformat(day) if isinstance(day, str) else day
    return day, pollutant, _Answer(averaging, bool(is_published_mean), stations, valid, air)
