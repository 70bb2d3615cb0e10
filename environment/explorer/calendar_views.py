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
from committee.pages.looks import dress
from committee.pages.partials import page_or_part
from committee.pages.visitors import open_to_visitors
from committee.pages.writing import UNPROCESSABLE
from committee.printing.pictures import is_narrow, picture, width_for
from environment.explorer.bands import who_limits
from environment.explorer.calendars import YearOfDays, calendar_chart, year_by_index, year_by_who
from environment.explorer.forms import choices_of
from environment.explorer.places import Place, places_to_choose
from environment.measurements.models import Pollutant
from environment.measurements.queries import days_with_values
from environment.naming.standards import RULES
from environment.sources.clock import YEARS
from environment.standards import rule_named

# The rule that each day had in the city, a named one for all days, or WHO's limits for one pollutant.
OF_THE_CITY, WHO = "city", "who-"


class CalendarForm(forms.Form):
    place = forms.ChoiceField(label=_("Place"))
    rule = forms.ChoiceField(label=_("Rule"))
    year = forms.IntegerField(label=_("Year"), min_value=YEARS[0], max_value=YEARS[-1])

    def __init__(self, *args: Any, places: Mapping[str, Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = choices_of(places)  # type: ignore[attr-defined]
        self.fields["rule"].choices = _rules()  # type: ignore[attr-defined]
        dress(self)

    def address_of(self, **changed: Any) -> str:
        return urlencode({name: self[name].value() for name in self.fields} | changed)


def _rules() -> list[tuple[Any, Any]]:
    who = [(f"{WHO}{code}", label) for code, label in Pollutant.choices if who_limits(code)]
    return [
        (_("Index"), [(OF_THE_CITY, _("in force in the city on each day")), *RULES.items()]),
        (_("WHO guideline of 2021"), who),
    ]


@open_to_visitors
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
        "before": form.address_of(year=shown.year - 1) if shown.year > YEARS[0] else "",
        "after": form.address_of(year=shown.year + 1) if shown.year < YEARS[-1] else "",
    }
    return page_or_part(request, "explorer/calendar.html", "explorer/calendar.html#shown", context)


@open_to_visitors
@cache_control(private=True, max_age=300)
def air_calendar_chart(request: MemberRequest) -> HttpResponse:
    places = places_to_choose()
    form = _asked(request, places)
    if not form.is_valid():
        return HttpResponse(status=UNPROCESSABLE)
    shown = _shown(form, places)
    if not shown.names:
        raise Http404
    return picture(calendar_chart(shown, width=width_for(request), is_narrow=is_narrow(request)))


def _asked(request: MemberRequest, places: Mapping[str, Place]) -> CalendarForm:
    asked = {"place": next(iter(places), ""), "rule": OF_THE_CITY, **request.GET.dict()}
    if "year" not in asked:
        asked["year"] = str(_last_year(places.get(asked["place"])))
    return CalendarForm(asked, places=places)


def _last_year(place: Place | None) -> int:
    """Return the last year of which anything was received, this one where nothing was."""
    known = days_with_values(place.city, place.station) if place else None
    last: datetime.date = known[1] if known else timezone.now().date()
    return last.year


def _shown(form: CalendarForm, places: Mapping[str, Place]) -> YearOfDays:
    place, year, rule = (
        places[form.cleaned_data["place"]],
        form.cleaned_data["year"],
        form.cleaned_data["rule"],
    )
    if rule.startswith(WHO):
        return year_by_who(place, rule.removeprefix(WHO), year)
    return year_by_index(place, year, None if rule == OF_THE_CITY else rule_named(rule))
