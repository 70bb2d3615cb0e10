from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.cities import actions
from committee.cities.columns import CITY_COLUMNS
from committee.cities.forms import CityFilter, CityForm
from committee.cities.models import City
from committee.cities.permissions import may_keep_cities
from committee.history.models import HistoryEntry
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page


def city_list(request: HttpRequest) -> HttpResponse:
    may_create = may_keep_cities(_reader(request))
    return list_page(
        request, "cities/list.html", City.objects.all(), CityFilter, CITY_COLUMNS, may_create=may_create
    )


def city_page(request: HttpRequest, city_id: int) -> HttpResponse:
    city = get_object_or_404(City, pk=city_id)
    context = {
        "city": city,
        "members": city.members.filter(is_active=True).prefetch_related("posts__subcommittee"),
        "meetings": city.hosted_meetings.select_related("subcommittee"),
        "may_edit": may_keep_cities(_reader(request)),
        "history": HistoryEntry.objects.about(city),
    }
    return render(request, "cities/detail.html", context)


def city_new(request: HttpRequest) -> HttpResponse:
    member = _reader(request)
    require(may_keep_cities(member))
    return form_page(
        request,
        CityForm(request.POST or None),
        lambda form: actions.create_city(by=member, **form.changes),
        heading=_("New city"),
        back=reverse("city_list"),
    )


def city_edit(request: HttpRequest, city_id: int) -> HttpResponse:
    member, city = _reader(request), get_object_or_404(City, pk=city_id)
    require(may_keep_cities(member))
    return form_page(
        request,
        CityForm(request.POST or None, instance=city),
        lambda form: actions.edit_city(by=member, city=city, seen_version=form.version_seen, **form.changes),
        heading=_("Edit city"),
        back=city.get_absolute_url(),
    )


def city_delete(request: HttpRequest, city_id: int) -> HttpResponse:
    member, city = _reader(request), get_object_or_404(City, pk=city_id)
    require(may_keep_cities(member))
    return delete_page(
        request,
        city,
        lambda: actions.delete_city(by=member, city=city),
        back=city.get_absolute_url(),
        after=reverse("city_list"),
    )


def _reader(request: HttpRequest) -> Any:
    """The member who asks; the middleware has turned everybody else away."""
    return request.user
