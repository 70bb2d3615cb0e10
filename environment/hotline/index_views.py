"""The dated standards as they are written, and the same air under all rules."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committee.members.requests import MemberRequest
from committee.pages.partials import page_or_part
from committee.pages.visitors import open_to_visitors
from committee.pages.writing import UNPROCESSABLE
from environment.explorer.places import Place, places_to_choose
from environment.hotline.index_forms import AirForm
from environment.indices.alert_tables import advisories_in_tables, plans_in_tables
from environment.indices.days import city_of
from environment.indices.side_by_side import UnderAllRules, day_under_all_rules, hour_under_all_rules
from environment.indices.tables import standards_in_tables
from environment.measurements.models import Series
from environment.measurements.queries import days_with_values
from environment.sources.clock import LocalClock
from environment.sources.registry import GENERATED
from environment.stations.models import Station


@open_to_visitors
def air_standards(request: MemberRequest) -> HttpResponse:
    context = {
        "tables": standards_in_tables(timezone.now().date()),
        "advisories": advisories_in_tables(),
        "plans": plans_in_tables(),
    }
    return render(request, "hotline/standards.html", context)


@open_to_visitors
def air_indices(request: MemberRequest) -> HttpResponse:
    form = _asked(request, places_to_choose())
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        context |= {"shown": _shown(form), "city": city_of(form.chosen_place)}
        context["is_illustrative"] = _is_illustrative(form)
    status = 200 if form.is_valid() else UNPROCESSABLE
    return page_or_part(request, "hotline/indices.html", "hotline/judgements.html", context, status)


def _asked(request: MemberRequest, places: Mapping[str, Place]) -> AirForm:
    """Return the form as sent; what was left out is suggested: the last day of the first place."""
    asked = {"place": next(iter(places), ""), "hour": "", **request.GET.dict()}
    if "day" not in asked:
        asked["day"] = _last_day(places.get(asked["place"]))
    return AirForm(asked, places=places)


def _last_day(place: Place | None) -> str:
    known = days_with_values(place.city, place.station) if place else None
    if known is None:
        return timezone.now().date().isoformat()
    # The last day is seldom over; the one before it is.
    return max(known[0], known[1] - datetime.timedelta(days=1)).isoformat()


def _is_illustrative(form: AirForm) -> bool:
    """Tell whether generated values may have been judged."""
    place, day = form.chosen_place, form.cleaned_data["day"]
    clock = LocalClock(city_of(place).time_zone)
    of_place = Series.objects.of_city(city_of(place))
    if isinstance(place, Station):
        of_place = of_place.filter(station=place)
    return of_place.filter(
        source=GENERATED, first_hour__lte=clock.end(day), last_hour__gt=clock.start(day)
    ).exists()


def _shown(form: AirForm) -> UnderAllRules:
    place, day, end = form.chosen_place, form.cleaned_data["day"], form.chosen_hour
    if end is None:
        return day_under_all_rules(place, day)
    return hour_under_all_rules(place, LocalClock(city_of(place).time_zone).start(day) + end)
