"""The course of an indicator against its baseline and target: the one drawing of page and report."""

import datetime
import decimal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.languages.sentences import in_a_row
from committee.printing.charts import ACCENTS, QUIET, values_called
from committee.projects.indicators import Indicator

# Beyond this the line breaks: a value a year is expected at least, and a month late is not a gap.
LONGEST_BETWEEN = datetime.timedelta(days=400)
MOST_NUMBERS = 12
# Drafts and returned updates are their own city's; what was confirmed is among the values.
NOT_WAITING = ("draft", "returned", "confirmed")
HEIGHT = 130


@dataclass(frozen=True)
class Point:
    """A value on a day; confirmed is what both cities confirmed in an update.

    One that does not count was reported and waits for the other city.
    """

    on: datetime.date
    value: decimal.Decimal
    is_confirmed: bool
    counts: bool = True


def points_of(indicator: Indicator, until: datetime.date | None = None) -> list[Point]:
    """Return the values to draw by day: those that count, and those reported and not yet confirmed.

    Where values are summed, each stands for the sum up to its day, for the target is one of the sum.
    Reads `values` and `reports__update`: prefetch them.
    """
    counting = [
        Point(each.on, each.value, each.reported_in_id is not None) for each in indicator.values.all()
    ]
    points = sorted(
        [*counting, *waiting_points(indicator)], key=lambda point: (point.on, not point.is_confirmed)
    )
    if indicator.rule == indicator.Rule.SUM:
        points = list(_summed(points))
    return [point for point in points if until is None or point.on <= until]


def _summed(points: Iterable[Point]) -> Iterator[Point]:
    """Put what counts together; what waits is added to it for its own point alone."""
    total = decimal.Decimal()
    for point in points:
        yield replace(point, value=total + point.value)
        total += point.value if point.counts else 0


def waiting_points(indicator: Indicator) -> list[Point]:
    """Return what was handed over and the other city has not confirmed; reads `reports__update`."""
    return [
        Point(each.on, each.value, is_confirmed=False, counts=False)
        for each in indicator.reports.all()
        if each.update.state not in NOT_WAITING
    ]


def indicator_chart(indicator: Indicator, points: list[Point], *, width: int) -> dict[str, Any]:
    """Draw the points, a line through those that follow each other, the baseline and the target.

    Args:
        width: of the whole drawing in pixels, the axis included.
    """
    layers = [*_baseline(indicator), *_target(indicator), _line(points), _marks(points)]
    if len(points) <= MOST_NUMBERS:
        layers.append(_numbers(points))
    headings = {"day": _("Day"), "value": _("Value"), "sort": _("State"), "words": _("Name")}
    return {
        **values_called(headings),
        "width": width,
        "height": HEIGHT,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "layer": layers,
    }


def in_words(indicator: Indicator, points: list[Point]) -> str:
    """Say what the drawing shows, for who does not see it."""
    return _("%(indicator)s: from %(first)s to %(last)s %(unit)s") % {
        "indicator": indicator.name.plain,
        "first": number(points[0].value),
        "last": number(points[-1].value),
        "unit": indicator.unit.plain,
    }


def legend_in_words(indicator: Indicator, points: list[Point]) -> str:
    """Explain what of the drawing its own legend does not."""
    sentences = []
    if indicator.rule == indicator.Rule.SUM and points:
        sentences.append(_("Each point is the sum of the values up to its day."))
    if indicator.target is not None:
        sentences.append(_("The dashed line is the target."))
    if indicator.baseline is not None:
        sentences.append(_("The dotted line is the baseline."))
    if has_gap(points):
        sentences.append(_("The line breaks where nothing was reported for more than a year."))
    return in_a_row(sentences)


def has_gap(points: list[Point]) -> bool:
    return len({run for run, _point in _runs(points)}) > 1


def number(value: decimal.Decimal) -> str:
    return number_format(f"{value.normalize():f}", force_grouping=True)


def _runs(points: list[Point]) -> list[tuple[int, Point]]:
    """Number the points: those between which nothing is missing have the same number."""
    run, numbered = 0, []
    for place, point in enumerate(points):
        if place and point.on - points[place - 1].on > LONGEST_BETWEEN:
            run += 1
        numbered.append((run, point))
    return numbered


def _line(points: list[Point]) -> dict[str, Any]:
    values = [
        {"day": _moment(point.on), "value": float(point.value), "run": run} for run, point in _runs(points)
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "line", "color": ACCENTS[0]},
        "encoding": {**_axes(), "detail": {"field": "run", "type": "nominal"}},
    }


def _marks(points: list[Point]) -> dict[str, Any]:
    """Confirmed ones are full circles, the others empty diamonds: form says what colour says."""
    confirmed, waiting = _("confirmed by both cities"), _("not confirmed")
    values = [
        {
            "day": _moment(point.on),
            "value": float(point.value),
            "sort": confirmed if point.is_confirmed else waiting,
        }
        for point in points
    ]
    domain = [confirmed, waiting]
    return {
        "data": {"values": values},
        "mark": {"type": "point", "size": 70, "strokeWidth": 1.6, "opacity": 1, "stroke": ACCENTS[0]},
        "encoding": {
            **_axes(),
            "shape": {"field": "sort", "scale": {"domain": domain, "range": ["circle", "diamond"]}},
            "fill": {"field": "sort", "scale": {"domain": domain, "range": [ACCENTS[0], "#ffffff"]}},
        },
    }


def _numbers(points: list[Point]) -> dict[str, Any]:
    values = [
        {"day": _moment(point.on), "value": float(point.value), "number": number(point.value)}
        for point in points
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "dy": -10, "fontSize": 9, "baseline": "bottom"},
        "encoding": {**_axes(), "text": {"field": "number"}},
    }


def _target(indicator: Indicator) -> list[dict[str, Any]]:
    return [] if indicator.target is None else [_level(indicator.target, _("target"), [5, 3], "left")]


def _baseline(indicator: Indicator) -> list[dict[str, Any]]:
    return [] if indicator.baseline is None else [_level(indicator.baseline, _("baseline"), [1, 3], "right")]


def _level(
    value: decimal.Decimal, words: str, dash: list[int], side: Literal["left", "right"]
) -> dict[str, Any]:
    """Draw a value as a line across, with its name at the side where no course begins or ends at it."""
    said = f"{words} {number(value)}"
    return {
        "data": {"values": [{"value": float(value), "words": said}]},
        "encoding": {"y": _axes()["y"]},
        "layer": [
            {"mark": {"type": "rule", "color": QUIET, "strokeDash": dash}},
            {
                "mark": {
                    "type": "text",
                    "align": side,
                    "baseline": "bottom",
                    "dy": -2,
                    "fontSize": 9,
                    "color": QUIET,
                },
                "encoding": {"text": {"field": "words"}, "x": {"value": 0 if side == "left" else "width"}},
            },
        ],
    }


def _axes() -> dict[str, Any]:
    return {
        # The room beside the outer points keeps their numbers off the axis.
        "x": {
            "field": "day",
            "type": "temporal",
            "title": None,
            "scale": {"padding": 14},
            "axis": {"labelOverlap": "greedy", "labelSeparation": 6, "tickCount": 8},
        },
        "y": {"field": "value", "type": "quantitative", "title": None, "axis": {"tickCount": 4}},
    }


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00"
