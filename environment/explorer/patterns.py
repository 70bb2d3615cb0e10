"""How the air goes through the day and the week: means of hours by hour of the day and by weekday."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from environment.explorer.charts import COLOURS, DASHES, legend_below
from environment.explorer.side_by_side import Column, SideBySide
from environment.measurements.rows import PeriodRow

LOWER, UPPER = 25, 75

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Spread:
    """The values of one hour of the day, or one weekday: their number, mean and middle half."""

    n: int
    mean: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Line:
    """One hour of the day or one weekday, at each place; None where nothing was received."""

    name: str
    spreads: Sequence[Spread | None]


@dataclass(frozen=True)
class Pattern:
    """A day or a week in the local time of each place."""

    shown: SideBySide
    title: str
    lines: Sequence[Line]

    @property
    def in_words(self) -> str:
        """Say where each place is highest and lowest, for those who do not see the chart."""
        parts = []
        for number, column in enumerate(self.shown.columns):
            known = [(line.spreads[number], line.name) for line in self.lines]
            means = [(spread.mean, name) for spread, name in known if spread]
            if means:
                parts.append(
                    _("%(place)s: highest %(highest)s, lowest %(lowest)s")
                    % {"place": named(column), "highest": max(means)[1], "lowest": min(means)[1]}
                )
        return f"{self.title}. {'; '.join(parts)}"


def named(column: Column) -> str:
    """Name a place with the clock that its hours are told in."""
    zone = column.rows[0].start.strftime("%Z") if column.rows else ""
    return f"{column.name} ({zone})" if zone else column.name


def day_pattern(shown: SideBySide) -> Pattern:
    names = [f"{hour:02}–{(hour + 1):02}" for hour in range(24)]
    return Pattern(
        shown, _("Mean by hour of the day"), list(_lines(shown, names, lambda row: row.start.hour))
    )


def week_pattern(shown: SideBySide) -> Pattern:
    names = [_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")]
    return Pattern(shown, _("Mean by weekday"), list(_lines(shown, names, lambda row: row.start.weekday())))


def _lines(shown: SideBySide, names: Sequence[str], place_of: Callable[[PeriodRow], int]) -> Iterator[Line]:
    by_column = [_spreads(column.rows, len(names), place_of) for column in shown.columns]
    for number, name in enumerate(names):
        yield Line(name, [spreads[number] for spreads in by_column])


def _spreads(
    rows: Sequence[PeriodRow], number: int, place_of: Callable[[PeriodRow], int]
) -> list[Spread | None]:
    values: list[list[float]] = [[] for _number in range(number)]
    for row in rows:
        if row.mean is not None:
            values[place_of(row)].append(row.mean)
    return [_spread(np.array(own)) if own else None for own in values]


def _spread(values: Floats) -> Spread:
    lower, upper = np.percentile(values, [LOWER, UPPER])
    return Spread(len(values), float(values.mean()), float(lower), float(upper))


def pattern_chart(pattern: Pattern, *, width: int) -> dict[str, Any]:
    """Return the Vega-Lite specification: a line of means a place, bars for the middle half of the values."""
    names = [named(column) for column in pattern.shown.columns]
    axis = {"title": None, "labelAngle": 0, "labelOverlap": True}
    colour = {
        "field": "s",
        "type": "nominal",
        "scale": {"domain": names, "range": list(COLOURS)[: len(names)]},
        "legend": legend_below(names, width),
    }
    return {
        "width": width,
        "height": 230,
        "data": {"values": _values(pattern, names)},
        "encoding": {
            "x": {
                "field": "x",
                "type": "ordinal",
                "sort": [line.name for line in pattern.lines],
                "axis": axis,
            },
            "color": colour,
        },
        "layer": _layers(names, pattern.shown.unit),
    }


def _values(pattern: Pattern, names: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "x": line.name,
            "s": name,
            "v": _short(spread.mean),
            "lower": _short(spread.lower),
            "upper": _short(spread.upper),
        }
        for line in pattern.lines
        for name, spread in zip(names, line.spreads, strict=True)
        if spread
    ]


def _layers(names: Sequence[str], unit: str) -> list[dict[str, Any]]:
    upright = {"type": "quantitative", "axis": {"title": unit}, "scale": {"zero": True}}
    dash = {
        "field": "s",
        "type": "nominal",
        "scale": {"domain": list(names), "range": DASHES[: len(names)]},
        "legend": None,
    }
    # Beside each other, so that the bars of the places do not cover each other.
    beside = {"field": "s", "type": "nominal", "scale": {"domain": list(names)}}
    return [
        {
            "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.3},
            "encoding": {"y": {"field": "lower", **upright}, "y2": {"field": "upper"}, "xOffset": beside},
        },
        {
            "mark": {"type": "line", "point": {"size": 16}},
            "encoding": {"y": {"field": "v", **upright}, "strokeDash": dash},
        },
    ]


def _short(value: float) -> float:
    return float(f"{value:.5g}")
