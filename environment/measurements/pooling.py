"""The days of a whole city: every value of every station counts once, whichever sources hold it.

An embassy's station is not of the city's network, so it is left out.

A station is answered for by one series a day: the best-ranked one that holds three quarters of
the day's hours, else the one that holds most of them.
"""

import datetime

from django.db import connection

from committee.cities.models import City
from environment.measurements.changes import note_changes
from environment.measurements.models import Delivery
from environment.measurements.periods import stretches_of
from environment.sources.registry import RANKS

HOURS_FOR_A_VALID_DAY = 18

FORGET = """
    DELETE FROM environment_citydailyrollup
    WHERE city_id = %s AND pollutant = %s AND averaging = %s AND day BETWEEN %s AND %s
"""
POOL = """
    INSERT INTO environment_citydailyrollup
        (city_id, pollutant, averaging, is_published_mean, day, source, unit, reference_state,
         stations, n, total, max_value)
    SELECT %s, %s, %s, is_published_mean, day, source, unit, reference_state,
           count(*), sum(n), sum(total), max(max_value)
    FROM (
        SELECT station.kind = 'city_mean' AS is_published_mean, rollup.day, series.source, series.unit,
               series.reference_state, rollup.n, rollup.total, rollup.max_value,
               row_number() OVER (
                   PARTITION BY series.station_id, rollup.day
                   ORDER BY CASE WHEN rollup.n >= %s THEN {rank} ELSE 0 END DESC,
                            rollup.n DESC, {rank} DESC, series.id
               ) AS place
        FROM environment_series AS series
        JOIN environment_station AS station ON station.id = series.station_id
        JOIN environment_dailyrollup AS rollup ON rollup.series_id = series.id
        WHERE station.kind <> 'embassy'
          AND station.city_id = %s AND series.pollutant = %s AND series.averaging = %s
          AND rollup.day BETWEEN %s AND %s
    ) AS candidates
    WHERE place = 1
    GROUP BY is_published_mean, day, source, unit, reference_state
"""


def pool_days(
    *,
    city: City,
    averaging: str,
    changed_days: dict[str, set[datetime.date]],
    delivery: Delivery | None = None,
) -> None:
    """Compute the city's days anew for each pollutant and the days on which one of its series changed.

    What is computed from the air is told of these days: nothing changes them past this function.
    """
    ranks = " ".join(f"WHEN '{name}' THEN {rank}" for name, rank in RANKS.items())
    rank = f"CASE series.source {ranks} ELSE 0 END"
    with connection.cursor() as cursor:
        for pollutant, days in changed_days.items():
            place: list[int | str] = [city.pk, pollutant, averaging]
            for first, last in stretches_of(days):
                cursor.execute(FORGET, [*place, first, last])
                cursor.execute(POOL.format(rank=rank), [*place, HOURS_FOR_A_VALID_DAY, *place, first, last])
    note_changes(city=city, averaging=averaging, changed_days=changed_days, delivery=delivery)
