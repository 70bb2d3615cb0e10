"""How many episodes each year had, both cities beside each other."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from committee.cities.models import City
from environment.alerts.grammars import STAGES_OF_HOURS
from environment.alerts.models import Episode
from environment.naming.standards import name_of_stage
from environment.sources.clock import LocalClock
from environment.standards.warnings_beijing import LEVELS


class StageOfCity(NamedTuple):
    city: City
    stage: str

    @property
    def stage_in_words(self) -> str:
        return name_of_stage(self.stage)


class Year(NamedTuple):
    year: int
    counts: Sequence[int]


class Years(NamedTuple):
    """Episodes by the stage that they reached at most: a column for each stage that occurred in a city."""

    columns: Sequence[StageOfCity]
    rows: Sequence[Year]


def years_of(cities: Sequence[City]) -> Years:
    """Count the standing episodes of each year in which any began; one query."""
    clocks = {city.pk: LocalClock(city.time_zone) for city in cities}
    begun = Episode.objects.standing().filter(city__in=cities)
    counts = Counter(
        (clocks[city].day(hour).year, city, stage)
        for city, hour, stage in begun.values_list("city", "start_hour", "highest_stage").order_by()
    )
    occurred = {(city, stage) for _year, city, stage in counts}
    columns = [
        StageOfCity(city, stage)
        for city in cities
        for stage in (*STAGES_OF_HOURS, *LEVELS)
        if (city.pk, stage) in occurred
    ]
    years = sorted({year for year, _city, _stage in counts}, reverse=True)
    rows = [Year(year, [counts[year, each.city.pk, each.stage] for each in columns]) for year in years]
    return Years(columns, rows)
