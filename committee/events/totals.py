"""What was counted at events that were held, by city and year."""

from dataclasses import dataclass

from django.db.models import Sum

from committee.cities.models import City
from committee.events.models import EventFigureQuerySet
from committee.project_kinds.models import KindFigure


@dataclass(frozen=True)
class TotalRow:
    """One figure of one city; None for a year in which nothing was counted."""

    figure: KindFigure
    city: City
    by_year: list[int | None]

    @property
    def total(self) -> int:
        return sum(number or 0 for number in self.by_year)


@dataclass(frozen=True)
class Totals:
    """A year is that of an event's first day."""

    years: list[int]
    rows: list[TotalRow]

    @property
    def has_several_kinds(self) -> bool:
        """Whether there are figures of several kinds of projects, which may be called alike."""
        return len({row.figure.kind_id for row in self.rows}) > 1


def totals_of(numbers: EventFigureQuerySet) -> Totals:
    """Sum up by figure, city and year; what was counted at an event that was not held is left out."""
    by_place = numbers.held().order_by().values_list("figure", "city", "event__starts_on__year")
    sums = {(figure, city, year): total for figure, city, year, total in by_place.annotate(Sum("number"))}
    years = sorted({year for _figure, _city, year in sums})
    figures = KindFigure.objects.select_related("kind").filter(
        pk__in={figure for figure, _city, _year in sums}
    )
    cities = City.objects.in_bulk({city for _figure, city, _year in sums})
    rows = [
        TotalRow(figure, city, [sums.get((figure.pk, city.pk, year)) for year in years])
        for figure in figures.order_by("kind__position", "kind", "position", "pk")
        for city in sorted(cities.values(), key=lambda city: city.pk)
        if any((figure.pk, city.pk, year) in sums for year in years)
    ]
    return Totals(years, rows)
