"""A year as a calendar of categories."""

import datetime
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control

from committee.members.requests import MemberRequest
from committee.pages.partials import page_or_part
from committee.pages.writing import UNPROCESSABLE
from environment.explorer.bands import who_scale
from environment.explorer.calendars import YearOfDays, calendar_chart, year_of_days
from environment.explorer.forms import choices_of
from environment.explorer.pictures import is_narrow, picture, width_for
from environment.explorer.places import Place, places_to_choose
from environment.measurements.models import Pollutant
from environment.measurements.queries import days_with_values
from environment.sources.clock import YEARS

# Those with a WHO guideline for a day; that for ozone is one of eight hours.
BY_DAY = [choice for choice in Pollutant.choices if choice[0] != Pollutant.O3]


class CalendarForm(forms.Form):
    place = forms.ChoiceField(label=_("Place"))
    pollutant = forms.ChoiceField(label=_("Pollutant"), choices=BY_DAY)
    year = forms.IntegerField(label=_("Year"), min_value=YEARS[0], max_value=YEARS[-1])

    def __init__(self, *args: Any, places: Mapping[str, Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = choices_of(places)  # type: ignore[attr-defined]
        for field in self.fields.values():
            is_choice = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def address_of(self, **changed: Any) -> str:
        return urlencode({name: self[name].value() for name in self.fields} | changed)


def air_calendar(request: MemberRequest) -> HttpResponse:
    places = places_to_choose()
    form = _asked(request, places)
    if not form.is_valid():
        return page_or_part(
            request, "explorer/calendar.html", "explorer/calendar.html#shown", {"form": form}, UNPROCESSABLE
        )
    shown = _shown(form, places)
    context = {
        "form": form,
        "shown": shown,
        "parameters": form.address_of(),
        "before": form.address_of(year=shown.year - 1),
        "after": form.address_of(year=shown.year + 1),
    }
    return page_or_part(request, "explorer/calendar.html", "explorer/calendar.html#shown", context)


@cache_control(private=True, max_age=300)
def air_calendar_chart(request: MemberRequest) -> HttpResponse:
    places = places_to_choose()
    form = _asked(request, places)
    if not form.is_valid():
        return HttpResponse(status=UNPROCESSABLE)
    shown = _shown(form, places)
    return picture(calendar_chart(shown, width=width_for(request), is_narrow=is_narrow(request)))


def _asked(request: MemberRequest, places: Mapping[str, Place]) -> CalendarForm:
    suggested = {"place": next(iter(places), ""), "pollutant": Pollutant.PM25.value}
    asked = {**suggested, **request.GET.dict()}
    if "year" not in asked:
        asked["year"] = str(_last_year(places.get(asked["place"]), asked["pollutant"]))
    return CalendarForm(asked, places=places)


def _last_year(place: Place | None, pollutant: str) -> int:
    """Return the last year of which anything was received, this one where nothing was."""
    known = days_with_values(place.city, place.station, pollutant) if place else None
    last: datetime.date = known[1] if known else timezone.now().date()
    return last.year


def _shown(form: CalendarForm, places: Mapping[str, Place]) -> YearOfDays:
    asked = form.cleaned_data
    scale = who_scale(asked["pollutant"])
    if scale is None:
        raise Http404
    return year_of_days(places[asked["place"]], asked["pollutant"], asked["year"], scale)
