"""The chart of the hotline: one definition for page, preview and PDF."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from committee.printing.charts import ACCENTS, INK, values_called
from environment.naming.standards import name_of_standard
from environment.standards import Limit

MOST_POINTS = 400
# The cities' two colours, then colours that stay apart from them for the colour-blind (Okabe and Ito).
COLOURS = (*ACCENTS, "#009e73", "#b8862b", "#7b4f9d", "#56a3d9", "#3c3c3c", "#cc79a7")
DASHES = [[1, 0], [5, 2], [2, 2], [8, 3], [1, 2], [6, 2, 1, 2], [10, 2, 2, 2], [3, 1]]
MOST_LINES = len(COLOURS)
# How wide a letter of a legend is drawn at most, and the line before it with the gap behind it, in pixels.
WIDEST_LETTER, WIDEST_LATIN_LETTER, BESIDE_A_NAME = 10, 6, 36
# Labels of time as they are read in all three languages.
TIME_LABELS = {"hour": "%m-%d %H:%M", "day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


@dataclass(frozen=True)
class Line:
    """One line of a chart: what it is called and its values by local start, None where there is a gap."""

    name: str
    points: Sequence[tuple[datetime.datetime, float | None]]


@dataclass(frozen=True)
class Mark:
    """A day that is marked across the chart, with words."""

    day: datetime.date
    words: str


def lines_chart(
    lines: Sequence[Line],
    *,
    period: str,
    unit: str,
    limits: Sequence[Limit] = (),
    marks: Sequence[Mark] = (),
    width: int = 480,
    height: int = 220,
) -> dict[str, Any]:
    """Return the Vega-Lite specification of lines over time, told apart by colour and by dashes.

    Gaps stay gaps. Lines of more than `MOST_POINTS` values are thinned, see `thinned`.
    """
    names = [line.name for line in lines]
    values = [point for line in lines for point in _points(thinned(line))]
    layers: list[dict[str, Any]] = [_drawn_lines(names, period, unit, legend_below(names, width))]
    layers += [_limit(limit) for limit in limits]
    layers += [_mark(mark) for mark in marks]
    headings = {
        "t": _("Date"),
        "v": unit or _("Value"),
        "s": _("Place"),
        "limit": _("Value"),
        "label": _("Standard"),
        "words": _("Name"),
    }
    return {
        **values_called(headings),
        "width": width,
        "height": height,
        "data": {"values": values},
        "layer": layers,
    }


def legend_below(names: Sequence[str], width: int) -> dict[str, Any]:
    """Return a legend below the chart with whole names, in as many columns as the longest name lets stand."""
    widest = max((_drawn_width(name) for name in names), default=0) + BESIDE_A_NAME
    return {"orient": "bottom", "labelLimit": width, "columns": max(1, width // widest)}


def _drawn_width(name: str) -> int:
    return sum(WIDEST_LATIN_LETTER if letter.isascii() else WIDEST_LETTER for letter in name)


def is_thinned(lines: Sequence[Line]) -> bool:
    return any(len(line.points) > MOST_POINTS for line in lines)


def thinned(line: Line) -> Line:
    """Return a line of at most `MOST_POINTS` values, each the mean of as many neighbours as needed."""
    step = -(-len(line.points) // MOST_POINTS)
    if step <= 1:
        return line
    chunks = [line.points[start : start + step] for start in range(0, len(line.points), step)]
    return Line(line.name, [(chunk[0][0], _mean(chunk)) for chunk in chunks])


def _mean(chunk: Sequence[tuple[datetime.datetime, float | None]]) -> float | None:
    values = [value for _start, value in chunk if value is not None]
    return sum(values) / len(values) if values else None


def _points(line: Line) -> list[dict[str, Any]]:
    # Local wall time without offset: both cities' days stand above each other.
    return [
        {
            "t": start.strftime("%Y-%m-%dT%H:%M"),
            "v": None if value is None else round(value, 4),
            "s": line.name,
        }
        for start, value in line.points
    ]


def _drawn_lines(names: Sequence[str], period: str, unit: str, legend: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "mark": {"type": "line", "invalid": "break-paths-show-path-domains", "point": _point_marks(period)},
        "encoding": {
            "x": {
                "field": "t",
                "type": "temporal",
                "axis": {"title": None, "format": TIME_LABELS[period], "labelOverlap": True, "tickCount": 8},
            },
            "y": {"field": "v", "type": "quantitative", "axis": {"title": unit}, "scale": {"zero": True}},
            "color": {
                "field": "s",
                "type": "nominal",
                "scale": {"domain": list(names), "range": list(COLOURS)[: len(names)]},
                "legend": legend,
            },
            "strokeDash": {
                "field": "s",
                "type": "nominal",
                "scale": {"domain": list(names), "range": DASHES[: len(names)]},
                "legend": legend,
            },
        },
    }


def _point_marks(period: str) -> Mapping[str, Any] | bool:
    """Few values are shown as points too, so that one alone between gaps is seen."""
    return {"size": 18} if period in ("month", "year") else False


def _limit(limit: Limit) -> dict[str, Any]:
    label = _("%(standard)s: %(value)g") % {
        "standard": name_of_standard(limit.standard),
        "value": limit.value,
    }
    return {
        "data": {"values": [{"limit": limit.value, "label": label}]},
        "layer": [
            {
                "mark": {"type": "rule", "strokeDash": [2, 3], "color": "#5b6570"},
                "encoding": {"y": {"field": "limit", "type": "quantitative"}},
            },
            {
                "mark": {
                    "type": "text",
                    "align": "right",
                    "baseline": "bottom",
                    "dy": -2,
                    "color": "#5b6570",
                    "fontSize": 9,
                },
                "encoding": {
                    "y": {"field": "limit", "type": "quantitative"},
                    "x": {"value": "width"},
                    "text": {"field": "label"},
                },
            },
        ],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    """Draw a rule down the chart at the start of a day, its words beside the top of it."""
    at = {"field": "t", "type": "temporal"}
    return {
        "data": {"values": [{"t": f"{mark.day.isoformat()}T00:00", "words": mark.words}]},
        "layer": [
            {"mark": {"type": "rule", "strokeDash": [6, 3], "color": INK}, "encoding": {"x": at}},
            {
                "mark": {"type": "text", "align": "right", "baseline": "top", "dx": -4, "fontSize": 9.5},
                "encoding": {"x": at, "y": {"value": 0}, "text": {"field": "words"}},
            },
        ],
    }
