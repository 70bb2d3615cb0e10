"""The register of stations."""

from django.db.models import Max, Min
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from environment.explorer.places import Place
from environment.hotline.columns import STATION_COLUMNS
from environment.hotline.forms import StationFilter, StationForm
from environment.hotline.views import series_page
from environment.stations.actions import create_station, delete_station, edit_station
from environment.stations.models import Station
from environment.stations.permissions import may_create_station, may_edit_station


def station_list(request: MemberRequest) -> HttpResponse:
    stations = (
        Station.objects.select_related("city")
        .annotate(first_hour=Min("series__first_hour"), last_hour=Max("series__last_hour"))
        .order_by("city_id", "code")
    )
    return list_page(
        request,
        "hotline/station_list.html",
        stations,
        StationFilter,
        STATION_COLUMNS,
        may_create=may_create_station(request.user),
    )


def station_page(request: MemberRequest, station_id: int) -> HttpResponse:
    station = get_object_or_404(Station.objects.select_related("city"), pk=station_id)
    context = {
        "station": station,
        "names": station.names.all(),
        "series": station.series.all(),
        "weather": station.weather.all(),
        "may_edit": may_edit_station(request.user, station),
        "history": HistoryEntry.objects.about(station),
    }
    return series_page(request, "hotline/station.html", [Place(station.city, station)], **context)


def station_new(request: MemberRequest) -> HttpResponse:
    require(may_create_station(request.user))
    return form_page(
        request,
        StationForm(request.POST or None, instance=Station(city=request.user.city)),
        lambda form: create_station(by=request.user, city=request.user.city, **form.changes),
        heading=_("New station"),
        back=reverse("station_list"),
    )


def station_edit(request: MemberRequest, station_id: int) -> HttpResponse:
    station = get_object_or_404(Station.objects.select_related("city"), pk=station_id)
    require(may_edit_station(request.user, station))
    return form_page(
        request,
        StationForm(request.POST or None, instance=station),
        lambda form: edit_station(
            by=request.user, station=station, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit station"),
        back=station.get_absolute_url(),
    )


def station_delete(request: MemberRequest, station_id: int) -> HttpResponse:
    station = get_object_or_404(Station.objects.select_related("city"), pk=station_id)
    require(may_edit_station(request.user, station))
    return delete_page(
        request,
        station,
        lambda: delete_station(by=request.user, station=station),
        back=station.get_absolute_url(),
        after=reverse("station_list"),
    )
