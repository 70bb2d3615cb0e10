"""A year of one place, day by day, each by its category under a rule."""

import calendar
import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from committee.printing.charts import values_called
from environment.explorer.bands import Scale, colours_for, who_scale
from environment.explorer.places import Place
from environment.explorer.units import in_measure
from environment.indices.days import DayIndex, country_of, days, rule_on
from environment.measurements.models import Pollutant, Series
from environment.measurements.periods import Period
from environment.measurements.queries import series_table
from environment.measurements.rows import PeriodRow
from environment.naming.standards import name_of_category, name_of_rule
from environment.sources.registry import GENERATED
from environment.standards import Rule

# Below this share of its hours a day says too little to be judged.
LEAST_CAPTURE = 0.75
PAPER, INK_ON_DARK, INK_ON_LIGHT, HAIRLINE = "#ffffff", "#ffffff", "#1d2733", "#9aa5b1"
# From this place of the ramp on, words on a colour are white.
FIRST_DARK = 0.5

AXIS_OF_DAYS = {
    "title": None,
    "values": [1, 5, 10, 15, 20, 25, 31],
    "labelAngle": 0,
    "ticks": False,
    "domain": False,
    "orient": "top",
}


@dataclass(frozen=True)
class Day:
    """One day; `band` is None where too little was received. `responsible` are those behind an index."""

    day: datetime.date
    value: float | None
    band: int | None
    responsible: Sequence[str] = ()

    @property
    def written(self) -> str:
        """How a table writes the category: its number from 1 for the best."""
        return "·" if self.band is None else str(self.band + 1)


@dataclass(frozen=True)
class Month:
    """A month as a line of the tables: its days by their number, and how many fell into each category."""

    first: datetime.date
    days: Sequence[Day | None]
    counts: Sequence[int]
    without: int
    highest: Day | None


@dataclass(frozen=True)
class YearOfDays:
    """`title` says what is shown under which rule, `unit` is empty for an index."""

    place: Place
    year: int
    title: str
    unit: str
    names: Sequence[str]
    days: Sequence[Day]
    is_verified: bool
    is_illustrative: bool

    @property
    def caption(self) -> str:
        return f"{self.place.name.plain}, {self.year}: {self.title}"

    @property
    def has_values(self) -> bool:
        return any(day.value is not None for day in self.days)

    @property
    def legend(self) -> list[tuple[int, str]]:
        """The number and the name of each category."""
        return list(enumerate(self.names, start=1))

    @property
    def in_words(self) -> str:
        counted = Counter(day.band for day in self.days if day.band is not None)
        parts = [f"{self.names[band]}: {number}" for band, number in sorted(counted.items())]
        return f"{self.caption}. {'; '.join(parts)}"

    @property
    def months(self) -> list[Month]:
        return [self._month(number) for number in range(1, 13)]

    def _month(self, number: int) -> Month:
        own = {day.day.day: day for day in self.days if day.day.month == number}
        counted = Counter(day.band for day in own.values())
        counts = [counted[band] for band in range(len(self.names))]
        judged = [day for day in own.values() if day.band is not None]
        return Month(
            datetime.date(self.year, number, 1),
            [own.get(day) for day in range(1, 32)],
            counts,
            calendar.monthrange(self.year, number)[1] - sum(counts),
            max(judged, key=lambda day: day.value or 0.0, default=None),
        )


def year_by_index(place: Place, year: int, rule: Rule | None = None) -> YearOfDays:
    """Return the index of each day of a year under `rule`, or under the one in force on the day.

    The rules of a country name their categories alike, so a year in which the rule changes has one legend.
    """
    start, end = datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1)
    found = days(place.station or place.city, start, end, rule)
    latest = rule or rule_on(country_of(place.station or place.city), end)
    in_force = {day.index.rule.name: day.index.rule for day in found if day.index}
    return YearOfDays(
        place,
        year,
        _("index of the day, %(rules)s") % {"rules": " → ".join(map(name_of_rule, in_force.values()))},
        "",
        [name_of_category(latest, category) for category in latest.categories] if latest else [],
        [_day_of_index(day) for day in found],
        all(each.verified for each in in_force.values()),
        _is_illustrative(place),
    )


def _day_of_index(day: DayIndex) -> Day:
    if day.index is None or day.index.value is None or day.index.category is None:
        return Day(day.day, None, None)
    labels = [str(Pollutant(code).label) for code in day.index.responsible]
    return Day(day.day, day.index.value, day.index.rule.categories.index(day.index.category), labels)


def year_by_who(place: Place, pollutant: str, year: int) -> YearOfDays:
    """Return the daily means of a year, each beside WHO's guideline and interim targets.

    Raises:
        NotComparable: the limits are for a gas at a known reference state, the values are not.
    """
    scale = who_scale(pollutant)
    received = series_table(
        city=place.city,
        station=place.station,
        pollutant=pollutant,
        period=Period.DAY,
        start=datetime.date(year, 1, 1),
        end=datetime.date(year + 1, 1, 1),
    )
    rows = in_measure(received, pollutant, scale.measure)
    return YearOfDays(
        place,
        year,
        _("%(pollutant)s by day, WHO guideline and interim targets of 2021")
        % {"pollutant": Pollutant(pollutant).label},
        scale.measure[0],
        scale.names,
        [_day(row, scale) for row in rows],
        scale.is_verified,
        _is_illustrative(place),
    )


def _is_illustrative(place: Place) -> bool:
    of_place = {"station": place.station} if place.station else {"station__city": place.city}
    return Series.objects.filter(**of_place, source=GENERATED).exists()


def _day(row: PeriodRow, scale: Scale) -> Day:
    if row.mean is None or row.capture < LEAST_CAPTURE:
        return Day(row.start.date(), row.mean, None)
    return Day(row.start.date(), row.mean, scale.band(row.mean))


def calendar_chart(shown: YearOfDays, *, width: int, is_narrow: bool) -> dict[str, Any]:
    """Return the Vega-Lite specification: months below each other, days beside each other, by category.

    Months after the last day known are left out.
    """
    last = max((day.day.month for day in shown.days), default=12)
    names = [f"{number} {name}" for number, name in shown.legend]
    colours = colours_for(len(names))
    nothing = _("too little received")
    x = {"field": "day", "type": "ordinal", "scale": {"domain": list(range(1, 32))}, "axis": AXIS_OF_DAYS}
    y = {
        "field": "month",
        "type": "ordinal",
        "scale": {"domain": [f"{number:02}" for number in range(1, last + 1)]},
        "axis": {"title": None, "ticks": False, "domain": False},
    }
    colour = {
        "field": "band",
        "type": "nominal",
        "scale": {"domain": [*names, nothing], "range": [*colours, PAPER]},
        "legend": {
            "orient": "bottom",
            "columns": 1 if is_narrow else 3,
            "labelLimit": width,
            "symbolType": "square",
        },
    }
    cells = {"mark": {"type": "rect", "stroke": HAIRLINE, "strokeWidth": 0.5}, "encoding": {"color": colour}}
    layers: list[dict[str, Any]] = [cells]
    if not is_narrow:
        layers.append(_numbers())
    return {
        **values_called({"month": _("Month"), "day": _("Day"), "band": _("Category")}),
        "width": width - 40,
        "height": {"step": 17 if is_narrow else 22},
        "data": {"values": [_cell(day, names, nothing) for day in shown.days]},
        "encoding": {"x": x, "y": y},
        "layer": layers,
    }


def _cell(day: Day, names: Sequence[str], nothing: str) -> dict[str, Any]:
    return {
        "month": day.day.strftime("%m"),
        "day": day.day.day,
        "band": nothing if day.band is None else names[day.band],
        "written": day.written,
        "is_dark": day.band is not None and day.band >= FIRST_DARK * len(names),
    }


def _numbers() -> dict[str, Any]:
    """Write the number of each category into its cell, so that no one has to tell colours apart."""
    colour = {"condition": {"test": "datum.is_dark", "value": INK_ON_DARK}, "value": INK_ON_LIGHT}
    return {
        "mark": {"type": "text", "fontSize": 9},
        "encoding": {"text": {"field": "written"}, "color": colour},
    }
