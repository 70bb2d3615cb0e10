"""A year of the ledger as a heat map: a row a month, a column a day; told apart by lightness, not hue."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from environment.ledger.figures import Day, Figures

# From dark to light as less came: a scale that stays in order for colour-blind readers and in grey.
COLOURS = ("#0b2f4a", "#3a6f95", "#86b0cc", "#f0c878", "#c4502a")
NOTHING_PROMISED = "#e6e9ed"
COMPLETE, NEARLY = 1.0, 0.75
LIGHT_TEXT, DARK_TEXT = "#ffffff", "#22272e"


def classes() -> list[str]:
    """Return the names of the classes, best first."""
    return [
        _("all, on time"),
        _("all, some late"),
        _("75 % and more"),
        _("less than 75 %"),
        _("nothing came"),
        _("nothing promised"),
    ]


def class_of(figures: Figures) -> int:
    """Return the place of a day's class among `classes`."""
    share = figures.share
    if share is None:
        return 5
    if share >= COMPLETE:
        return 1 if figures.late else 0
    if share >= NEARLY:
        return 2
    return 3 if figures.accepted else 4


def calendar_chart(days: Sequence[Day], *, width: int = 800) -> dict[str, Any]:
    """Return the Vega-Lite specification of some days, by month and day of the month.

    Each class bears a number of its own, so that neither colour nor lightness is needed to read it.
    """
    names = classes()
    values = [
        {
            "month": f"{each.day:%Y-%m}",
            "day": each.day.day,
            "class": names[class_of(each.figures)],
            "mark": str(class_of(each.figures) + 1) if each.figures.promised else "",
            "light": class_of(each.figures) in (0, 1, 4),
        }
        for each in days
    ]
    place = {
        "x": {"field": "day", "type": "ordinal", "axis": {"title": _("Day of the month"), "labelAngle": 0}},
        "y": {"field": "month", "type": "ordinal", "axis": {"title": None}},
    }
    return {
        "width": width,
        "height": {"step": 20},
        "data": {"values": values},
        "encoding": place,
        "layer": [_rectangles(names, width), _marks()],
    }


def _rectangles(names: Sequence[str], width: int) -> dict[str, Any]:
    numbered = " + ".join(
        f"(datum.label === '{name}' ? '{place + 1} ' : '')" for place, name in enumerate(names[:5])
    )
    return {
        "mark": {"type": "rect", "stroke": "#ffffff", "strokeWidth": 1},
        "encoding": {
            "color": {
                "field": "class",
                "type": "nominal",
                "scale": {"domain": list(names), "range": [*COLOURS, NOTHING_PROMISED]},
                "legend": {"columns": 6 if width > 500 else 2, "labelExpr": f"{numbered} + datum.label"},
            }
        },
    }


def _marks() -> dict[str, Any]:
    return {
        "mark": {"type": "text", "fontSize": 9, "baseline": "middle"},
        "encoding": {
            "text": {"field": "mark"},
            "color": {"condition": {"test": "datum.light", "value": LIGHT_TEXT}, "value": DARK_TEXT},
        },
    }
