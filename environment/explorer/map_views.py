"""The stations of a city on a map of our own."""

from django.http import Http404, HttpResponse
from django.views.decorators.cache import cache_control

from committee.cities.models import City
from committee.members.requests import MemberRequest
from committee.pages.partials import page_or_part
from committee.pages.visitors import open_to_visitors
from committee.printing.pictures import is_narrow, picture, width_for
from environment.explorer.station_map import CityMap, map_chart, map_of
from environment.measurements.models import Pollutant


@open_to_visitors
def air_map(request: MemberRequest) -> HttpResponse:
    pollutant = _pollutant(request)
    context = {
        "maps": [map_of(city, pollutant) for city in City.objects.all()],
        "pollutants": Pollutant.choices,
        "chosen": pollutant,
    }
    return page_or_part(request, "explorer/map.html", "explorer/map.html#shown", context)


# Short-lived, for the latest hour is another one soon.
@open_to_visitors
@cache_control(private=True, max_age=60)
def air_map_chart(request: MemberRequest) -> HttpResponse:
    shown = _map(request)
    if shown is None or not shown.placed:
        raise Http404
    return picture(map_chart(shown, width=width_for(request), is_narrow=is_narrow(request)))


def _map(request: MemberRequest) -> CityMap | None:
    city = City.objects.filter(code=request.GET.get("city", "")).first() or City.objects.first()
    return map_of(city, _pollutant(request)) if city else None


def _pollutant(request: MemberRequest) -> str:
    asked = request.GET.get("pollutant", Pollutant.PM25)
    if asked not in Pollutant.values:
        raise Http404
    return asked
