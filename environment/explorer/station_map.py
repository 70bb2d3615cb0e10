"""Where a city's stations stand and what they said last; no map is fetched from anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians
from statistics import median
from typing import Any

from django.utils.translation import gettext as _

from committee.cities.models import City
from environment.measurements.latest import LatestHour, StationValue, latest_hour
from environment.measurements.models import Pollutant
from environment.measurements.template_words import concentration, unit_in_words
from environment.sources.registry import GENERATED
from environment.stations.models import Station

MARGIN_DEGREES = 0.03
# How far from its middle a city's crowd of stations reaches, to each side.
MIDDLE_DEGREES = 0.16
FEWEST_IN_A_CROWD, WORTH_A_SECOND_FRAME = 3, 2
WIDEST_FRAME, BETWEEN_FRAMES = 620, 70
FRAME, INK = "#9aa5b1", "#1d2733"
# The area of a point by whether the map is narrow.
SIZES = {False: 260, True: 120}
NAMES: dict[str, Any] = {
    "mark": {"type": "text", "dy": -15, "fontSize": 9.5, "color": INK},
    "encoding": {"text": {"field": "words"}},
}


@dataclass(frozen=True)
class StationPoint:
    """One station with its value of the latest hour, None where it sent none."""

    station: Station
    value: StationValue | None

    @property
    def has_place(self) -> bool:
        return self.station.latitude is not None


@dataclass(frozen=True)
class CityMap:
    city: City
    pollutant: str
    hour: LatestHour | None
    points: Sequence[StationPoint]

    @property
    def unit(self) -> str:
        known = next((point.value for point in self.points if point.value), None)
        return unit_in_words(known.unit, known.reference_state) if known else ""

    @property
    def placed(self) -> list[StationPoint]:
        return [point for point in self.points if point.has_place]

    @property
    def until(self) -> str:
        return self.hour.end.strftime("%H:%M") if self.hour else ""

    @property
    def is_illustrative(self) -> bool:
        return any(point.value and point.value.source == GENERATED for point in self.points)

    @property
    def in_words(self) -> str:
        return _(
            "%(city)s, %(pollutant)s of the latest hour: %(measured)d of %(all)d stations sent a value."
        ) % {
            "city": self.city.name.plain,
            "pollutant": Pollutant(self.pollutant).label,
            "measured": sum([point.value is not None for point in self.points]),
            "all": len(self.points),
        }


def map_of(city: City, pollutant: str) -> CityMap:
    hour = latest_hour(city)
    values = {
        value.station.pk: value for value in (hour.values if hour else []) if value.pollutant == pollutant
    }
    stations = Station.objects.of(city).measuring().order_by("code")
    return CityMap(city, pollutant, hour, [StationPoint(one, values.get(one.pk)) for one in stations])


def map_chart(shown: CityMap, *, width: int, is_narrow: bool) -> dict[str, Any]:
    """Return the Vega-Lite specification: a point a station where it stands, coloured by its value.

    Where most stations crowd in the middle of a wide city, the middle is drawn again, larger, beside it.
    """
    values = [_point(point) for point in shown.placed]
    title = f"{Pollutant(shown.pollutant).label} {shown.unit}"
    middle = _middle(values)
    if len(middle) < FEWEST_IN_A_CROWD or _reach(values) < WORTH_A_SECOND_FRAME * _reach(middle):
        return {**_frame(values, title, min(width, WIDEST_FRAME), is_narrow)}
    each = width if is_narrow else (width - BETWEEN_FRAMES) // 2
    outer = [value for value in values if value not in middle]
    frames = [
        _frame(values, title, each, is_narrow, named=outer) | {"title": _("All stations")},
        _frame(middle, title, each, is_narrow) | {"title": _("In the middle of the city")},
    ]
    return {
        "vconcat" if is_narrow else "hconcat": frames,
        "resolve": {"scale": {"color": "shared"}},
    }


def _middle(values: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the stations around the median of all, where these are most of them."""
    x, y = median(value["x"] for value in values), median(value["y"] for value in values)
    return [value for value in values if max(abs(value["x"] - x), abs(value["y"] - y)) <= MIDDLE_DEGREES]


def _reach(values: Sequence[dict[str, Any]]) -> float:
    """Return over how many degrees some stations are spread, the longer way."""
    return float(max(_length([value["x"] for value in values]), _length([value["y"] for value in values])))


def _length(degrees: Sequence[float]) -> float:
    return max(degrees) - min(degrees)


def _frame(
    values: Sequence[dict[str, Any]],
    title: str,
    width: int,
    is_narrow: bool,
    named: Sequence[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    west, east = _edges([value["x"] for value in values])
    south, north = _edges([value["y"] for value in values])
    # A degree of longitude is shorter than one of latitude: without this the city would look stretched.
    shrink = cos(radians((south + north) / 2))
    layers = _points(title, SIZES[is_narrow])
    if not is_narrow:
        # On a phone names would cover each other; the table below has them.
        layers = [*layers, NAMES | {"data": {"values": list(values if named is None else named)}}]
    return {
        "width": width,
        "height": round(width * (north - south) / ((east - west) * shrink)),
        "view": {"stroke": FRAME, "fill": "#f6f7f9"},
        "data": {"values": list(values)},
        "encoding": {
            "x": _axis("x", west, east, _("longitude, degrees east")),
            "y": _axis("y", south, north, _("latitude, degrees north")),
        },
        "layer": layers,
    }


def _edges(degrees: Sequence[float]) -> tuple[float, float]:
    return min(degrees) - MARGIN_DEGREES, max(degrees) + MARGIN_DEGREES


def _points(title: str, size: int) -> list[dict[str, Any]]:
    colour = {
        "field": "v",
        "type": "quantitative",
        "scale": {"scheme": "viridis", "reverse": True},
        "legend": {"title": title, "orient": "bottom"},
    }
    return [
        {
            "transform": [{"filter": "datum.v !== null"}],
            "mark": {"type": "circle", "size": size, "opacity": 1, "stroke": INK, "strokeWidth": 0.6},
            "encoding": {"color": colour},
        },
        {
            "transform": [{"filter": "datum.v === null"}],
            "mark": {"type": "point", "size": size / 2, "shape": "cross", "color": FRAME},
        },
    ]


def _point(point: StationPoint) -> dict[str, Any]:
    value = point.value
    words = point.station.name.plain
    if value:
        words = f"{words} {concentration(value.value, value.unit)}"
    return {
        "x": point.station.longitude,
        "y": point.station.latitude,
        "v": value.value if value else None,
        "words": words,
    }


def _axis(name: str, low: float, high: float, title: str) -> dict[str, Any]:
    return {
        "field": name,
        "type": "quantitative",
        "scale": {"domain": [low, high], "nice": False, "zero": False},
        "axis": {"title": title, "tickCount": 5, "grid": True, "format": ".2f"},
    }
