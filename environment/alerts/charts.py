"""The air around an episode as a picture: its values, the thresholds of the stages, and when it was on."""

from collections.abc import Sequence
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.printing.charts import ACCENTS, INK, QUIET
from environment.alerts.around import Moment, Threshold
from environment.naming.standards import name_of_stage

AT = {"field": "t", "type": "temporal"}


def episode_chart(
    moments: Sequence[Moment],
    thresholds: Sequence[Threshold],
    *,
    unit: str,
    standing: str,
    is_of_days: bool,
    width: int,
) -> dict[str, Any]:
    """Return the Vega-Lite specification; thresholds far above all values are left to the table."""
    highest = max((each.value for each in moments if each.value is not None), default=0)
    shown = [each for each in thresholds if each.value <= highest] or list(thresholds[:1])
    axis = {"title": None, "format": "%m-%d" if is_of_days else "%m-%d %H:%M", "labelOverlap": True}
    return {
        "width": width,
        "height": 240,
        "layer": [
            _when_on(moments, standing),
            {
                "data": {"values": [_point(each) for each in moments]},
                "mark": {
                    "type": "line",
                    "invalid": "break-paths-show-path-domains",
                    "color": ACCENTS[0],
                    "point": {"size": 18} if is_of_days else False,
                },
                "encoding": {
                    "x": {**AT, "axis": {**axis, "tickCount": 8 if width > 500 else 4}},
                    "y": {"field": "v", "type": "quantitative", "axis": {"title": unit}},
                },
            },
            *(_threshold(each) for each in shown),
        ],
    }


def _point(moment: Moment) -> dict[str, Any]:
    # Local wall time without offset: the clock is the city's.
    return {"t": moment.at.strftime("%Y-%m-%dT%H:%M"), "v": moment.value}


def _when_on(moments: Sequence[Moment], standing: str) -> dict[str, Any]:
    on = [each.at.strftime("%Y-%m-%dT%H:%M") for each in moments if each.is_on]
    return {
        "data": {"values": [{"t": on[0], "until": on[-1], "words": standing}]},
        "layer": [
            {
                "mark": {"type": "rect", "color": ACCENTS[1], "opacity": 0.14},
                "encoding": {"x": AT, "x2": {"field": "until"}},
            },
            {
                "mark": {"type": "text", "align": "left", "baseline": "top", "dx": 4, "fontSize": 9.5},
                "encoding": {"x": AT, "y": {"value": 0}, "text": {"field": "words"}, "color": {"value": INK}},
            },
        ],
    }


def _threshold(threshold: Threshold) -> dict[str, Any]:
    value = {"field": "limit", "type": "quantitative"}
    return {
        "data": {"values": [{"limit": threshold.value, "label": threshold_in_words(threshold)}]},
        "layer": [
            {"mark": {"type": "rule", "strokeDash": [4, 3], "color": QUIET}, "encoding": {"y": value}},
            {
                "mark": {"type": "text", "align": "right", "baseline": "bottom", "dy": -2, "fontSize": 9},
                "encoding": {"y": value, "x": {"value": "width"}, "text": {"field": "label"}},
            },
        ],
    }


def threshold_in_words(threshold: Threshold) -> str:
    value = number_format(threshold.value)
    if threshold.is_release:
        return _("over below %(value)s") % {"value": value}
    return f"{name_of_stage(threshold.stage)}: {value}"
