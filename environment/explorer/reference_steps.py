"""Days from which a city states its gases at another temperature: figures step, the air does not."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from committee.cities.models import City
from environment.explorer.places import Place
from environment.measurements.rows import PeriodRow
from environment.sources.clock import LocalClock
from environment.sources.registry import SOURCES
from environment.standards import is_gas

KELVIN = {"273K": "273 K", "298K": "298.15 K"}


@dataclass(frozen=True)
class Step:
    """The first day of another reference state in one city."""

    city: City
    day: datetime.date
    before: str
    after: str

    @property
    def words(self) -> str:
        return f"{self.day.isoformat()}: {KELVIN[self.before]} → {KELVIN[self.after]}"

    @property
    def sentence(self) -> str:
        return _(
            "%(city)s states gases at %(after)s from %(day)s, at %(before)s before: as mass in a volume,"
            " the same air gives other figures from that day."
        ) % {
            "city": self.city.name,
            "after": KELVIN[self.after],
            "before": KELVIN[self.before],
            "day": self.day.isoformat(),
        }


class Shown(Protocol):
    @property
    def place(self) -> Place: ...
    @property
    def received(self) -> Sequence[PeriodRow]: ...


def steps_of(shown: Sequence[Shown], pollutant: str, start: datetime.date, end: datetime.date) -> list[Step]:
    """Return the steps between `start` and `end` in the cities of what is shown, the earliest first.

    Only cities with values stated at a temperature have any: a ppm is the same before and after.
    """
    cities = {
        each.place.city
        for each in shown
        if any(row.n and row.reference_state in KELVIN for row in each.received)
    }
    steps = {step for city in cities for step in _declared(city, pollutant) if start < step.day < end}
    return sorted(steps, key=lambda step: (step.day, step.city.pk))


def _declared(city: City, pollutant: str) -> set[Step]:
    """Return what the sources of a city declare about a gas."""
    if not is_gas(pollutant):
        return set()
    clock = LocalClock(city.time_zone)
    return {
        Step(city, clock.day(hour + 1), before, after)
        for source in SOURCES.values()
        if source.city == city.code and pollutant in source.scales
        for hour, before, after in zip(
            source.reference_changes,
            source.scales[pollutant].reference_states,
            source.scales[pollutant].reference_states[1:],
            strict=False,
        )
        if before in KELVIN and after in KELVIN
    }
