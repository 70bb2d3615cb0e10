"""The chart of a finding: one definition for page and report."""

import datetime
from collections.abc import Sequence
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from committee.printing.charts import ACCENTS, INK, QUIET, values_called
from environment.effects.findings import AirFinding, DaysAbove, Estimate, MonthOfAir, What
from environment.explorer.charts import TIME_LABELS

# Light enough that the lines stay readable on it, in grey too.
SHADES = {"baseline": "#dbe7ec", "evaluation": "#f3e3df"}
DAYS_A_YEAR = 365.25
Line = list[dict[str, Any]]


def effect_chart(finding: AirFinding, *, unit: str, width: int, height: int) -> dict[str, Any]:
    """Return the Vega-Lite specification of monthly means over both periods, with the trend and its band."""
    months = list(finding.months.all())
    trend = _estimate(finding, What.TREND)
    layers = [_periods(finding), *_trend(months, trend), _means(months, unit)]
    interval = _("95 %% interval") % {}
    headings = {
        "t": _("Date"),
        "v": unit,
        "s": _("Value"),
        "a": f"{interval} (1)",
        "b": f"{interval} (2)",
        "words": _("Period"),
        "from": _("From"),
        "to": _("Until"),
    }
    return {**values_called(headings), "width": width, "height": height, "layer": layers}


def in_words(finding: AirFinding, unit: str) -> str:
    """Return what the chart shows, for readers who do not see it."""
    known = [month for month in finding.months.all() if month.mean is not None]
    if not known:
        return _("No month holds enough values for a mean.")
    lowest, highest = min(known, key=_mean), max(known, key=_mean)
    return _(
        "Monthly means from %(first)s to %(last)s: lowest %(low)s in %(low_month)s, highest %(high)s in"
        " %(high_month)s, %(unit)s."
    ) % {
        "first": f"{known[0].first_day:%Y-%m}",
        "last": f"{known[-1].first_day:%Y-%m}",
        "low": f"{_mean(lowest):.3g}",
        "low_month": f"{lowest.first_day:%Y-%m}",
        "high": f"{_mean(highest):.3g}",
        "high_month": f"{highest.first_day:%Y-%m}",
        "unit": unit,
    }


def _mean(month: MonthOfAir) -> float:
    assert month.mean is not None
    return month.mean


def _estimate(finding: AirFinding, what: str) -> Estimate | None:
    return next((one for one in finding.estimates.all() if one.what == what and not one.reason), None)


def _periods(finding: AirFinding) -> dict[str, Any]:
    """Shade both periods; their names stand at the top of each, so that colour is not needed."""
    baseline, evaluation = (str(period.label) for period in DaysAbove.Period)
    periods = [
        ("baseline", baseline, finding.baseline_from, finding.baseline_until),
        ("evaluation", evaluation, finding.evaluation_from, finding.evaluation_until),
    ]
    return {
        "data": {
            "values": [
                {"p": name, "words": words, "from": _at(first), "to": _at(last + datetime.timedelta(days=1))}
                for name, words, first, last in periods
            ]
        },
        "layer": [
            {
                "mark": {"type": "rect"},
                "encoding": {
                    "x": _time("from"),
                    "x2": {"field": "to"},
                    "color": {
                        "field": "p",
                        "scale": {"domain": list(SHADES), "range": list(SHADES.values())},
                        "legend": None,
                    },
                },
            },
            {
                "mark": {
                    "type": "text",
                    "align": "left",
                    "baseline": "top",
                    "dx": 3,
                    "dy": 3,
                    "color": QUIET,
                },
                "encoding": {"x": _time("from"), "y": {"value": 0}, "text": {"field": "words"}},
            },
        ],
    }


def _means(months: Sequence[MonthOfAir], unit: str) -> dict[str, Any]:
    """Draw the means as a line with points, and those under average weather as a dashed one."""
    names = [_("Monthly mean"), _("Under average weather")]
    values = [
        {"t": _at(month.first_day), "v": value, "s": name}
        for month in months
        for name, value in zip(names, (month.mean, month.adjusted), strict=True)
        if name == names[0] or any(each.adjusted is not None for each in months)
    ]
    shown = names if any(month.adjusted is not None for month in months) else names[:1]
    return {
        "data": {"values": values},
        "mark": {"type": "line", "invalid": "break-paths-show-path-domains", "point": {"size": 18}},
        "encoding": {
            "x": _time("t"),
            "y": {"field": "v", "type": "quantitative", "axis": {"title": unit}, "scale": {"zero": True}},
            "stroke": {
                "field": "s",
                "type": "nominal",
                "scale": {"domain": shown, "range": list(ACCENTS)[: len(shown)]},
            },
            "strokeDash": {
                "field": "s",
                "type": "nominal",
                "scale": {"domain": shown, "range": [[1, 0], [5, 2]][: len(shown)]},
            },
        },
    }


def _trend(months: Sequence[MonthOfAir], trend: Estimate | None) -> list[dict[str, Any]]:
    """Draw Theil and Sen's line through the middle of the months, between its steepest and flattest ones."""
    known = [month for month in months if month.mean is not None]
    if trend is None or not known:
        return []
    years = np.array([(month.first_day - months[0].first_day).days / DAYS_A_YEAR for month in months])
    at = np.array([years[place] for place, month in enumerate(months) if month.mean is not None])
    middle, level = float(np.median(at)), float(np.median([_mean(month) for month in known]))

    def line(slope: float | None) -> list[float]:
        assert slope is not None
        return [round(value, 4) for value in (level + slope * (years - middle)).tolist()]

    rows = [
        {"t": _at(month.first_day), "v": value, "a": one, "b": other}
        for month, value, one, other in zip(
            months, line(trend.value), line(trend.low), line(trend.high), strict=True
        )
    ]
    x = _time("t")
    return [
        {
            "data": {"values": rows},
            "layer": [
                {
                    "mark": {"type": "area", "color": QUIET, "opacity": 0.22},
                    "encoding": {"x": x, "y": _level("a"), "y2": {"field": "b"}},
                },
                {
                    "mark": {"type": "line", "color": INK, "strokeDash": [7, 3], "strokeWidth": 1.4},
                    "encoding": {"x": x, "y": _level("v")},
                },
            ],
        }
    ]


def _level(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative"}


def _time(field: str) -> dict[str, Any]:
    axis = {
        "title": None,
        "format": TIME_LABELS["month"],
        "labelOverlap": True,
        "tickCount": 8,
        "grid": False,
    }
    return {"field": field, "type": "temporal", "axis": axis}


def _at(day: datetime.date) -> str:
    # Local wall time without offset, as the explorer draws it.
    return f"{day.isoformat()}T00:00"
