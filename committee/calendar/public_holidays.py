"""The public holidays of the cities, as days of a calendar."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.workdays.dated import Period
from committee.workdays.days import public_holiday


@dataclass(frozen=True)
class Holiday:
    """A day that a city has off."""

    city: City
    day: datetime.date
    name: str

    @property
    def key(self) -> str:
        return f"holiday-{self.city.code}-{self.day}"

    @property
    def title(self) -> str:
        return _("%(city)s: %(holiday)s") % {"city": self.city.name.plain, "holiday": self.name}


def public_holidays(period: Period, cities: Iterable[City]) -> Iterator[Holiday]:
    for city in cities:
        for day in period.days():
            if name := public_holiday(city.country, day):
                yield Holiday(city, day, name)
