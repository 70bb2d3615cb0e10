"""The air of both cities side by side, and of one of them."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control

from committee.cities.models import City
from committee.members.requests import MemberRequest
from committee.pages.panels import panel_page
from committee.pages.partials import page_or_part
from committee.pages.visitors import open_to_visitors
from committee.pages.writing import UNPROCESSABLE
from committee.printing.pictures import picture, width_for
from environment.alerts.in_force import in_force_of
from environment.explorer.charts import is_thinned, lines_chart
from environment.explorer.downloads import csv_answer
from environment.explorer.forms import PeriodForm
from environment.explorer.places import Place, suggested_days
from environment.explorer.side_by_side import SideBySide, side_by_side
from environment.hotline.latest import latest_of
from environment.hotline.waiting import waiting_now
from environment.measurements.models import Pollutant
from environment.measurements.periods import Period
from environment.stations.models import Station

ROWS_A_PAGE = 100


@open_to_visitors
def air(request: MemberRequest) -> HttpResponse:
    cities = list(City.objects.all())
    if not cities:  # The committee is not founded yet: there is nowhere to measure.
        return render(request, "hotline/air.html")
    latest = list(zip([latest_of(city, timezone.now()) for city in cities], in_force_of(cities), strict=True))
    places = [Place(city) for city in cities]
    waiting = waiting_now() if request.user.is_authenticated else []
    return series_page(request, "hotline/air.html", places, latest=latest, waiting=waiting)


@open_to_visitors
def air_of_city(request: MemberRequest, city_code: str) -> HttpResponse:
    city = get_object_or_404(City, code=city_code)
    latest = latest_of(city, timezone.now())
    (alerts,) = in_force_of([city])
    waiting = waiting_now(city) if request.user.is_authenticated else []
    context = {"city": city, "latest": latest, "alerts": alerts, "waiting": waiting}
    return series_page(request, "hotline/city.html", [Place(city)], **context)


def air_waiting(request: MemberRequest) -> HttpResponse:
    """Show what waits for the member's own city; the first page of liaison officers takes it in."""
    waiting = waiting_now(request.user.city)
    waits = any(each.number for each in waiting)
    return panel_page(request, "hotline/own_city.html", {"waiting": waiting}, waits=waits)


def series_page(
    request: MemberRequest, template: str, places: Sequence[Place], **context: Any
) -> HttpResponse:
    """Show a page with the series of `places` that the reader asks for; HTMX gets the series alone."""
    form = _asked(request, places)
    shown = _shown(form, places) if form.is_valid() else None
    context |= {"form": form, "shown": shown, "places": places}
    if shown:
        context |= {
            "is_thinned": is_thinned(shown.lines()),
            "rows": Paginator(shown.rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
            "parameters": form.parameters,
        }
    status = 200 if shown else UNPROCESSABLE
    return page_or_part(request, template, "hotline/series.html", context, status)


@open_to_visitors
@cache_control(private=True, max_age=300)
def air_chart(request: MemberRequest) -> HttpResponse:
    """Draw the chart of a page of series; the same parameters, so that page and picture agree."""
    places = _places(request)
    form = _asked(request, places)
    if not form.is_valid():
        return HttpResponse(status=UNPROCESSABLE)
    shown = _shown(form, places)
    spec = lines_chart(
        shown.lines(),
        period=shown.period,
        unit=shown.unit,
        marks=shown.marks,
        width=width_for(request),
        height=260,
    )
    return picture(spec)


@open_to_visitors
def air_csv(request: MemberRequest) -> HttpResponse:
    """Hand out what the table shows, all of its pages."""
    places = _places(request)
    form = _asked(request, places)
    if not form.is_valid():
        return render(request, "hotline/refused.html", {"form": form}, status=UNPROCESSABLE)
    return csv_answer([_shown(form, places)])


def _places(request: MemberRequest) -> list[Place]:
    """Return what `station` or `city` in the address names, else all cities."""
    if station_id := request.GET.get("station", ""):
        wanted = int(station_id) if station_id.isdecimal() else 0
        station = get_object_or_404(Station.objects.select_related("city"), pk=wanted)
        return [Place(station.city, station)]
    if code := request.GET.get("city"):
        return [Place(get_object_or_404(City, code=code))]
    return [Place(city) for city in City.objects.all()]


def _asked(request: MemberRequest, places: Sequence[Place]) -> PeriodForm:
    """Return the form as sent; what was left out is suggested."""
    since, until = suggested_days(places, timezone.now())
    suggested = {
        "pollutant": Pollutant.PM25,
        "period": Period.DAY,
        "since": since.isoformat(),
        "until": until.isoformat(),
    }
    return PeriodForm({**suggested, **request.GET.dict()}, places=places)


def _shown(form: PeriodForm, places: Sequence[Place]) -> SideBySide:
    asked = form.cleaned_data
    return side_by_side(
        places, pollutant=asked["pollutant"], period=asked["period"], start=asked["since"], end=form.end
    )
